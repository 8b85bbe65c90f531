//! The essential data of grants, in the schema SCDL "subventions" 2.1.1
//! (<https://schema.data.gouv.fr/scdl/subventions/2.1.1/documentation.html>).
//!
//! One line a grant whose agreement is signed. A project has one beneficiary, which takes the whole of the grant, in money.

use super::csv::csv;
use crate::model::award::{Agreement, Award, Grants, Payment};
use crate::model::region::Region;
use crate::model::regional::RegionalCall;
use crate::tell::voice::SiteContext;
use crate::words::grammar;

/// The columns of the schema, in its order.
pub const HEADER: [&str; 16] = [
    "nomAttribuant",
    "idAttribuant",
    "dateConvention",
    "referenceDecision",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    "objet",
    "montant",
    "nature",
    "conditionsVersement",
    "datesPeriodeVersement",
    "idRAE",
    "notificationUE",
    "pourcentageSubvention",
    "dispositifAide",
];

/// The table of the grants of a call; only its header when there are none to publish.
pub fn table(shared: &SiteContext<'_>, call: &RegionalCall) -> Vec<u8> {
    let giver = giver(shared, &call.region);
    let reference = shared.site.settings.reference();
    let grants = call.grants(shared.site.now);
    let signed = grants.iter().flat_map(|grants| {
        let giver = &giver;
        let signed = grants.signed.iter();
        signed.map(move |(award, agreement)| Grant { giver, grants, award, agreement })
    });
    csv(&HEADER, signed.map(|grant| row(&grant, grant.award.object.show(reference).value)))
}

/// A grant, with what all those of its call share.
struct Grant<'a> {
    giver: &'a str,
    grants: &'a Grants<'a>,
    award: &'a Award,
    agreement: &'a Agreement,
}

fn row(grant: &Grant<'_>, object: &str) -> [String; 16] {
    let Grant { giver, grants, award, agreement } = grant;
    let (conditions, dates) = payment(agreement.payment);
    let none = String::new;
    let text = str::to_owned;
    [
        text(giver),
        grants.giver.to_string(),
        agreement.date.to_string(),
        agreement.reference.clone().unwrap_or_default(),
        award.organisation.clone(),
        award.siret.to_string(),
        none(),
        text(object),
        award.amount.value.to_string(),
        text("aide en numéraire"),
        text(conditions),
        dates,
        none(),
        text(if grants.rules.de_minimis { "oui" } else { "non" }),
        text("1.00"),
        grants.scheme.clone().unwrap_or_default(),
    ]
}

fn payment(payment: Payment) -> (&'static str, String) {
    match payment {
        Payment::On(date) => ("unique", date.to_string()),
        Payment::Within { from, to, once } => {
            (if once { "unique" } else { "échelonné" }, format!("{from}/{to}"))
        }
    }
}

/// "Direction régionale … de Bretagne": the official name ends with the territory, which a service leaves out of its own.
fn giver(shared: &SiteContext<'_>, region: &Region) -> String {
    let reference = shared.site.settings.reference();
    let name = region.service.name.show(reference).value;
    let territory = &region.territory;
    if name.contains(territory.name.show(reference).value) {
        return name.clone();
    }
    format!("{name} {}", grammar::territory_of(shared.words(reference), territory))
}
