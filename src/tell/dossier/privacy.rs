//! What applicants read of their personal data: regulation (EU) 2016/679 (RGPD), article 13.
//!
//! The rights are those of the legal basis: to object goes with a public task (article 21), to take one's data elsewhere with
//! consent or a contract (article 20); erasure is limited by article 17.

use std::sync::Arc;

use crate::model::localized::Localized;
use crate::model::privacy::{LegalBasis, Privacy, Retention};
use crate::model::prose::Prose;
use crate::model::regional::RegionalCall;
use crate::model::told::dossier::Guide;
use crate::model::told::text::{Block, Inline, Link, Text};
use crate::tell::voice::Voice;
use crate::words::{Arg, grammar};

/// Where complaints are made.
const COMPLAINTS: &str = "https://www.cnil.fr/fr/plaintes";

/// The notice of a call in a region; `tell` tells what its author wrote.
pub fn notice(
    voice: Voice<'_>,
    call: &RegionalCall,
    privacy: &Privacy,
    tell: impl Fn(&Localized<Prose>) -> Text,
) -> Guide<Text> {
    let notice = Notice { voice, call };
    let say = |name: &str| voice.words.say(name, &[]);
    let own = |name: &str, sentence: &str| notice.led(name, notice.paragraph(sentence));
    let written = |name: &str, text: &Localized<Prose>| notice.led(name, tell(text));
    let basis = say(basis(privacy.basis));
    let rights =
        [Some("privacy_rights_of_all"), more_rights(privacy.basis)].map(|name| name.map(say));
    let rights: Vec<String> = rights.into_iter().flatten().collect();
    let body = vec![
        written("privacy_controller", &privacy.controller),
        written("privacy_purposes", &privacy.purposes),
        own("privacy_basis", &basis),
        own("privacy_required", &say("privacy_required_answers")),
        written("privacy_recipients", &privacy.recipients),
        own("privacy_retention", &notice.retention(privacy.retention)),
        own("privacy_rights", &rights.join(" ")),
        notice.led("privacy_write", notice.whom()),
        written("privacy_officer", &privacy.officer),
        notice.led("privacy_complaint", notice.linked(&say("privacy_complain"), COMPLAINTS)),
    ];
    Guide { title: say("privacy_title"), body }
}

fn basis(basis: LegalBasis) -> &'static str {
    match basis {
        LegalBasis::Consent => "privacy_basis_consent",
        LegalBasis::Contract => "privacy_basis_contract",
        LegalBasis::LegalObligation => "privacy_basis_legal_obligation",
        LegalBasis::PublicTask => "privacy_basis_public_task",
    }
}

/// Those that only this basis gives.
fn more_rights(basis: LegalBasis) -> Option<&'static str> {
    match basis {
        LegalBasis::Consent => Some("privacy_rights_consent"),
        LegalBasis::Contract => Some("privacy_rights_contract"),
        LegalBasis::LegalObligation => None,
        LegalBasis::PublicTask => Some("privacy_rights_public_task"),
    }
}

struct Notice<'a> {
    voice: Voice<'a>,
    call: &'a RegionalCall,
}

impl Notice<'_> {
    /// "5 ans après la dernière date limite, soit jusqu’au 17 janvier 2027."
    fn retention(&self, retention: Retention) -> String {
        let words = self.voice.words;
        let count = |name: &str, n: u16| words.say(name, &[("n", Arg::Count(n.into()))]);
        let time = match retention {
            Retention::Years(years) => count("privacy_years", years),
            Retention::Months(months) => count("privacy_months", months),
            Retention::Until(date) => {
                return words.say("privacy_kept_until", &[("date", Arg::Text(&words.date(date)))]);
            }
        };
        let time = ("time", Arg::Text(&time));
        match self.call.kept_until() {
            Some(last) => {
                words.say("privacy_kept", &[time, ("date", Arg::Text(&words.date(last)))])
            }
            None => words.say("privacy_kept_unknown", &[time]),
        }
    }

    /// The directorate, where it asks to be written to, else by its site.
    fn whom(&self) -> Text {
        let service = &self.call.region.service;
        let address = service.privacy.as_ref().unwrap_or(&service.site);
        let name = grammar::service_to(self.voice.words, service);
        let sentence = self.voice.words.say("privacy_write_to", &[("service", Arg::Text(&name))]);
        self.linked(&sentence, address)
    }

    /// A sentence, then an address.
    fn linked(&self, sentence: &str, address: &str) -> Text {
        let target =
            if address.contains("://") { address.to_owned() } else { format!("mailto:{address}") };
        let content = vec![Inline::Text(address.to_owned())];
        let link = Inline::Link { target: Link::Away(target), content };
        self.text(vec![Inline::Text(format!("{sentence} ")), link])
    }

    fn paragraph(&self, sentence: &str) -> Text {
        self.text(vec![Inline::Text(sentence.to_owned())])
    }

    fn text(&self, line: Vec<Inline>) -> Text {
        let lang = self.voice.words.lang.clone();
        Text { lang, blocks: [Block::Paragraph(line)].into(), notes: Arc::default() }
    }

    /// A text after what it is about, which begins its first line.
    fn led(&self, name: &str, text: Text) -> Text {
        let colon = self.voice.words.say("colon", &[]);
        let label = Inline::Text(format!("{}{colon} ", self.voice.words.say(name, &[])));
        let own = &self.voice.words.lang;
        let label = Inline::Strong(vec![label]);
        let label = if text.lang == *own {
            label
        } else {
            Inline::Foreign { lang: own.clone(), content: vec![label] }
        };
        let mut blocks = text.blocks.to_vec();
        match blocks.first_mut() {
            Some(Block::Paragraph(line)) => line.insert(0, label),
            _ => blocks.insert(0, Block::Paragraph(vec![label])),
        }
        Text { blocks: blocks.into(), ..text }
    }
}
