//! `donnees/<région>/<appel>.json`: a call with everything a program may want of it, in all its languages at once.

use std::collections::BTreeMap;

use jiff::civil::Time;
use serde_json::Number;

use super::abroad::Abroad;
use super::call_format::{
    Adresse, Appel, ClotureAnticipee, Contact, Departement, Depot, Document, Etape, Etat, Horloge,
    Html, Instant, Jour, Moment, Nouveaute, Origine, Parametre, Passage, Priorite, Region, Section,
    Service, Textes, Tournant, Unite,
};
use super::instants::{local, updated, utc};
use super::pretty;
use crate::html::Footnotes;
use crate::model::address::{Address, CALL_SCHEMA};
use crate::model::closing::ClosedByHand;
use crate::model::id::{Lang, Slug};
use crate::model::localized::Localized;
use crate::model::origin::Origin;
use crate::model::prose::Prose;
use crate::model::region;
use crate::model::regional::stage::{Stage, Turn};
use crate::model::regional::{RegionalCall, RegionalParameter, RegionalSection, RegionalStep};
use crate::model::rough::Grain;
use crate::model::territory::Department;
use crate::model::time::{Clock, When};
use crate::model::told::plain;
use crate::model::unit::Unit;
use crate::tell::text::{Texts, line};
use crate::tell::voice::SiteContext;

/// The bytes of the file.
pub fn json(shared: &SiteContext<'_>, call: &RegionalCall) -> Vec<u8> {
    let languages = shared.site.settings.codes();
    let address = |lang: &Lang| Address::call(lang, &call.region.slug, &call.call.slug);
    let pages = languages.into_iter().map(|lang| (address(&lang), lang)).collect();
    pretty::json(&Writer { shared, call, pages }.appel())
}

struct Writer<'a> {
    shared: &'a SiteContext<'a>,
    call: &'a RegionalCall,
    /// The page of the call in every language.
    pages: Vec<(Address, Lang)>,
}

impl Writer<'_> {
    fn appel(&self) -> Appel {
        let Self { shared, call, .. } = self;
        let national = &call.call;
        Appel {
            schema: Adresse(shared.absolute(&Address::new(CALL_SCHEMA))),
            id: national.slug.to_string(),
            court: national.short.clone(),
            titre: texts(&national.title),
            resume: texts(&national.summary),
            emetteur: texts(&national.issuer),
            publie_le: Jour(national.published.to_string()),
            mis_a_jour: Instant(utc(updated(call, shared.site.now))),
            region: region(&call.region),
            departements: codes(call.departments()),
            service: service(&call.region.service),
            pages: self.complete_pages(),
            avis: call.notice.as_ref().map(|notice| self.regional(notice)),
            etats: call.life.iter().filter(|turn| turn.certain).enumerate().map(turn).collect(),
            sans_cloture: call.closing.open_ended,
            cloture_anticipee: call.closed_by_hand(shared.site.now).map(closed),
            etapes: call.steps.iter().map(|step| self.step(step)).collect(),
            parametres: call.parameters.iter().map(parameter).collect(),
            priorites: call.priorities.iter().map(|one| self.priority(one)).collect(),
            sections: call.sections.iter().map(|one| self.section(one)).collect(),
            depot: self.filing(&call.filing),
            contacts: call.contacts.iter().filter(|c| c.name.is_none()).map(contact).collect(),
            documents: call.documents.iter().map(|one| self.document(one)).collect(),
            nouveautes: call.told(shared.site.now).map(|item| self.news(item)).collect(),
        }
    }

    fn complete_pages(&self) -> BTreeMap<String, Adresse> {
        let complete = self.pages.iter().filter(|(_, lang)| self.call.complete_in(lang));
        let pages = complete
            .map(|(address, lang)| (lang.to_string(), Adresse(self.shared.absolute(address))));
        pages.collect()
    }

    fn step(&self, regional: &RegionalStep) -> Etape {
        let step = &regional.step;
        let zone = &self.call.region.territory.zone;
        let moment = |at| Moment { local: Instant(local(at, zone)), utc: Instant(utc(at)) };
        Etape {
            id: step.id.to_string(),
            genre: step.kind.name().to_owned(),
            libelle: texts(&step.label),
            date: day(&step.when),
            periode: period(&step.when),
            heure: step.when.time.map(hour),
            date_fin: step.when.end_date.map(|date| Jour(date.to_string())),
            heure_fin: step.when.end_time.map(hour),
            horloge: match step.when.clock {
                Clock::Local => Horloge::Locale,
                Clock::Paris => Horloge::Paris,
            },
            debut: step.when.is_day().then(|| moment(step.when.starts(zone))),
            fin: step.when.is_day().then(|| moment(step.when.ends(zone))),
            origine: origin(regional.origin),
            date_nationale: regional.moved_from.as_ref().and_then(day),
            annulee: regional.cancelled.map(|date| Jour(date.to_string())),
            lien: step.link.clone().map(Adresse),
        }
    }

    fn priority(&self, priority: &region::Priority) -> Priorite {
        Priorite {
            id: priority.id.to_string(),
            titre: texts(&priority.title),
            texte: self.regional(&priority.body),
            departements: codes(&priority.departments),
            secteurs: priority.sectors.iter().map(texts).collect(),
        }
    }

    fn section(&self, regional: &RegionalSection) -> Section {
        let section = &regional.section;
        let titles = section.title.iter().map(|(lang, _)| {
            let page = Abroad::new(self.shared, lang, self.call);
            (lang.to_string(), plain::line(&line(page.voice, &section.title)))
        });
        let passages = regional.parts.iter().map(|part| Passage {
            origine: origin(part.origin),
            html: self.html(&part.text, self.call.owner(part.origin)),
        });
        Section {
            id: section.id.to_string(),
            niveau: section.level,
            titre: Textes(titles.collect()),
            // A part may hold nothing but a block.
            passages: passages.filter(|one| one.html.0.values().any(|t| !t.is_empty())).collect(),
        }
    }

    fn filing(&self, filing: &region::Filing) -> Depot {
        Depot {
            teleservice: filing.online.clone().map(Adresse),
            courriel: filing.email.clone(),
            adresse: filing.address.as_ref().map(texts),
            consigne: filing.instruction.as_ref().map(|text| self.regional(text)),
        }
    }

    fn document(&self, document: &region::Document) -> Document {
        let address = Address::document(&self.call.region.slug, &document.file.value);
        Document {
            titre: texts(&document.title),
            format: document.format(),
            octets: self.shared.site.weight(&address),
            adresse: Adresse(self.shared.absolute(&address)),
            langue: document.lang.to_string(),
        }
    }

    fn news(&self, item: &region::News) -> Nouveaute {
        Nouveaute {
            date: Jour(item.date.to_string()),
            etape: item.step.as_ref().map(|step| step.value.to_string()),
            texte: self.regional(&item.body),
        }
    }

    /// A text that the region wrote.
    fn regional(&self, text: &Localized<Prose>) -> Html {
        self.html(text, &self.call.region.slug)
    }

    /// A text that may name the documents of `owner`.
    fn html(&self, text: &Localized<Prose>, owner: &Slug) -> Html {
        let written = text.iter().map(|(lang, _)| {
            let page = Abroad::new(self.shared, lang, self.call);
            let mut notes = Footnotes::default();
            let told = Texts::new(page.voice).text(text, Some(owner));
            let body = page.markup().text(&told, &mut notes);
            (lang.to_string(), body + &notes.html())
        });
        Html(written.collect())
    }
}

fn day(when: &When) -> Option<Jour> {
    when.is_day().then(|| Jour(when.date.to_string()))
}

/// "2022-03": what is known of a step without day.
fn period(when: &When) -> Option<String> {
    let known = when.known();
    matches!(known.grain, Grain::Month | Grain::Quarter | Grain::Year).then(|| known.to_string())
}

fn hour(time: Time) -> String {
    time.strftime("%H:%M").to_string()
}

fn texts(text: &Localized<String>) -> Textes {
    Textes(text.iter().map(|(lang, text)| (lang.to_string(), text.clone())).collect())
}

fn codes(departments: &[Department]) -> Vec<String> {
    departments.iter().map(|department| department.code.clone()).collect()
}

fn region(region: &region::Region) -> Region {
    let territory = &region.territory;
    let departments = territory.departments.iter();
    Region {
        id: region.slug.to_string(),
        code: territory.code.clone(),
        cog: territory.official_codes(),
        nom: texts(&territory.name),
        fuseau: territory.zone.name.clone(),
        departements: departments
            .map(|d| Departement { code: d.code.clone(), nom: d.name.clone() })
            .collect(),
    }
}

fn service(service: &region::Service) -> Service {
    Service {
        sigle: service.acronym.clone(),
        nom: texts(&service.name),
        site: Adresse(service.site.clone()),
    }
}

fn closed(closed: &ClosedByHand) -> ClotureAnticipee {
    ClotureAnticipee {
        date: Jour(closed.date.to_string()),
        raison: closed.reason.as_ref().map(texts),
    }
}

/// The first stage holds since ever.
fn turn((rank, turn): (usize, &Turn)) -> Tournant {
    let etat = match turn.stage {
        Stage::Announced => Etat::AVenir,
        Stage::Open => Etat::Ouvert,
        Stage::ClosingSoon => Etat::FermeBientot,
        Stage::Between => Etat::EntreDeuxVagues,
        Stage::Closed => Etat::Ferme,
        Stage::Examination => Etat::EnExamen,
        Stage::Results => Etat::Resultats,
        Stage::Archived => Etat::Archive,
    };
    Tournant { etat, depuis: (rank > 0).then(|| Instant(utc(turn.from))) }
}

fn origin(origin: Origin) -> Origine {
    match origin {
        Origin::National => Origine::National,
        Origin::Added => Origine::Ajout,
        Origin::Replaced => Origine::Remplacement,
    }
}

fn parameter(regional: &RegionalParameter) -> Parametre {
    let parameter = &regional.parameter;
    Parametre {
        nom: parameter.name.clone(),
        libelle: parameter.label.as_ref().map(texts),
        valeur: number(parameter.value),
        valeur_nationale: number(regional.national),
        unite: match parameter.unit {
            Unit::None => None,
            Unit::Euro => Some(Unite::Euro),
            Unit::Month => Some(Unite::Mois),
            Unit::Day => Some(Unite::Jours),
            Unit::Percent => Some(Unite::Pourcent),
        },
    }
}

/// 60000 rather than 60000.0.
fn number(value: f64) -> Number {
    let whole = value.to_string().parse::<u64>().ok().map(Number::from);
    // The parser takes digits and a point: no number is infinite.
    whole.or_else(|| Number::from_f64(value)).unwrap_or_else(|| Number::from(0))
}

fn contact(contact: &region::Contact) -> Contact {
    Contact {
        role: texts(&contact.role),
        courriel: contact.email.clone(),
        telephone: contact.phone.clone(),
        lien: contact.link.clone().map(Adresse),
        departements: codes(&contact.departments),
    }
}
