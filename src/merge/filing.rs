//! How to send an application: an address may close before the deadline does.

use jiff::Zoned;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::region::Filing;
use crate::model::regional::RegionalStep;
use crate::model::time::{Clock, LAST_MINUTE, When, Zone};
use crate::model::web;

/// Hosts of the State's procedure service.
const STATE_SERVICE: [&str; 3] =
    ["demarche.numerique.gouv.fr", "demarches.numerique.gouv.fr", "demarches-simplifiees.fr"];

/// Says which deadlines come after the State's service has closed.
///
/// It closes at 23:59 of the day that was typed, by the clocks of Paris and for everybody. East of Paris that day ends
/// before; west of it an applicant would still be filling in.
pub fn check(diagnostics: &mut Diagnostics, zone: &Zone, steps: &[RegionalStep], filing: &Filing) {
    let (Some(address), Some(place)) = (&filing.online, filing.online_span) else { return };
    if !is_state_service(address) {
        return;
    }
    let kept = steps.iter().filter_map(RegionalStep::kept);
    let deadlines = kept.filter(|step| step.kind.is_deadline() && step.when.is_day());
    for step in deadlines {
        let (when, paris) = (step.when, Zone::paris());
        let service = When { time: Some(LAST_MINUTE), clock: Clock::Paris, ..when };
        let (promised, shut) = (when.last_minute(zone), service.last_minute(zone));
        if promised <= shut {
            continue;
        }
        let closed = Diagnostic::new(Code::ServiceClosed, place).and(step.places.date);
        diagnostics.push(
            closed
                .with("etape", &step.id)
                .with("date", when.date)
                .with("promis", minute(&promised))
                .with("paris", minute(&promised.with_time_zone(paris.rules)))
                .with("limite", shut.strftime("%H:%M"))
                .with("libre", if step.open { "oui" } else { "non" }),
        );
    }
}

fn is_state_service(address: &str) -> bool {
    let host = web::host(address).and_then(|host| host.split(':').next());
    let host = host.unwrap_or_default().to_ascii_lowercase();
    STATE_SERVICE.contains(&host.strip_prefix("www.").unwrap_or(&host))
}

fn minute(zoned: &Zoned) -> String {
    zoned.strftime("%Y-%m-%d %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::is_state_service;

    #[test]
    fn the_service_is_known_by_its_host() {
        let check = |address: &str, expected| assert_eq!(is_state_service(address), expected);
        check("https://www.demarches-simplifiees.fr/commencer/essai", true);
        check("https://Demarche.Numerique.gouv.fr:443?a=1", true);
        check("https://demarches.numerique.gouv.fr", true);
        check("https://demarches-simplifiees.fr.example.org/", false);
        check("https://example.org/demarches-simplifiees.fr", false);
    }
}
