//! A small dossier with every kind of question, for the tests of the writers.

use std::sync::Arc;

use jiff::civil::date;

use crate::documents::paragraph::{Paragraph, ParagraphKind, Run, RunKind};
use crate::documents::sheet::{
    Budget, BudgetLine, CellKind, Choice, Column, Dossier, Guide, Kind, Part, Phrase, Question,
    Rows,
};
use crate::model::id::{Lang, Slug};
use crate::model::told::dossier::{Frame, Identity};
use crate::model::told::sample;

/// The dossier, in French.
pub fn dossier() -> Dossier {
    let slug = |name| Slug::new(name).expect("a slug");
    Dossier {
        lang: Lang::new("fr").expect("a language"),
        right_to_left: false,
        identity: Identity {
            call: slug("amige-2022"),
            region: slug("bretagne"),
            version: "3f9a1c2b".to_owned(),
        },
        title: "Dossier de candidature".to_owned(),
        call: text("Appel à manifestation d’intérêt pour les groupements d’employeurs"),
        within: "en Bretagne".to_owned(),
        service: "DREETS Bretagne".to_owned(),
        date: date(2021, 12, 8),
        footer: "AMIGE · Bretagne · version 3f9a1c2b du 8 décembre 2021".to_owned(),
        page_of: ["Page ", " sur ", ""].map(str::to_owned),
        introduction: vec![
            paragraph("Ce dossier sert à répondre à l’appel."),
            Paragraph { kind: ParagraphKind::Bullet, ..paragraph("Un œuvre & des <chevrons>.") },
        ],
        guide: vec![
            Guide {
                title: "Quand l’envoyer".to_owned(),
                body: vec![paragraph("Avant le lundi 17 janvier 2022 à 23 h 59, heure de Paris.")],
            },
            Guide {
                title: "À qui s’adresser".to_owned(),
                body: vec![linked("DREETS Bretagne", "https://bretagne.example.org/?a=1&b=2")],
            },
        ],
        parts: vec![part(1, "Qui candidate", identity()), part(2, "Le projet", project())],
        privacy: Some(Guide {
            title: "Vos données personnelles".to_owned(),
            body: vec![linked("CNIL", "https://www.cnil.fr/")],
        }),
        frame: Frame {
            title: "Cadre réservé à l’administration".to_owned(),
            labels: ["Reçu le", "Reçu par"].map(str::to_owned).into(),
        },
        roles: Vec::new(),
        cumulated: Vec::new(),
        words: sample::words(),
    }
}

/// A dossier that asks a question of each kind, and a table with a column of each.
pub fn of_each_kind() -> Dossier {
    let part = Part { questions: sample::questions(), ..part(1, "De chaque genre", Vec::new()) };
    Dossier { parts: vec![part], ..dossier() }
}

/// A dossier written from right to left, with a question that is not translated.
pub fn right_to_left() -> Dossier {
    let mut dossier = dossier();
    dossier.lang = Lang::new("ar").expect("a language");
    dossier.right_to_left = true;
    dossier.title = "ملف الترشح".to_owned();
    dossier.within = "في بريتاني".to_owned();
    dossier.words.required = "إلزامي".to_owned();
    dossier.words.yes = "نعم".to_owned();
    dossier.words.no = "لا".to_owned();
    dossier.parts[0].title = text("من يترشح");
    dossier.parts[0].introduction =
        vec![paragraph("اكتب بكلماتك، في 3 جمل قصيرة (SIRET 14 رقمًا).")];
    dossier.parts[0].questions[1].label = text("اسم الهيئة");
    let untranslated = Phrase { text: "Numéro SIRET".to_owned(), lang: Lang::new("fr") };
    dossier.parts[0].questions[2].label = untranslated;
    dossier.parts[0].questions[2].help =
        vec![Paragraph { lang: Lang::new("fr"), ..paragraph("14 chiffres.") }];
    dossier
}

fn identity() -> Vec<Question> {
    vec![
        question("note", "Lisez d’abord l’appel.", Kind::Note),
        question("organisation", "Nom de l’organisme", Kind::Line { limit: 200 }),
        question("siret", "Numéro SIRET", Kind::Siret),
        question(
            "forme",
            "Forme juridique",
            Kind::Choice(choices(&["Association", "Coopérative"])),
        ),
        question("secteurs", "Secteurs", Kind::Choices(choices(&["Agriculture", "HCR", "Autre"]))),
        question("existe", "Le groupement existe-t-il déjà ?", Kind::YesNo),
        question("depuis", "Depuis quand ?", Kind::Date),
    ]
}

fn project() -> Vec<Question> {
    let columns = vec![
        column("nom", "Nom", CellKind::Line { limit: 120 }),
        column("siret", "SIRET", CellKind::Siret),
        column("heures", "Heures", CellKind::Number),
    ];
    let partners = Kind::Table { columns, rows: Rows::Blank(3) };
    let named = Rows::Named(choices(&["Mois 1", "Mois 2"]));
    let months = Kind::Table {
        columns: vec![column("action", "Action", CellKind::Line { limit: 300 })],
        rows: named,
    };
    vec![
        question("plan", "Plan d’action", Kind::Block { limit: 5000, lines: 12 }),
        question("partenaires", "Partenaires", partners),
        question("mois", "Calendrier sur six mois", months),
        question("aide", "Aide demandée", Kind::Amount),
        question("budget", "Budget prévisionnel", Kind::Budget(budget())),
        question("exact", "Je certifie l’exactitude de ce dossier.", Kind::Commitment),
        question("rib", "Relevé d’identité bancaire", Kind::Attachment),
        question("signature", "Signature", Kind::Signature),
    ]
}

fn budget() -> Budget {
    let line = |id: &str, label: &str, justified, aid| BudgetLine {
        id: id.to_owned(),
        label: text(label),
        justified,
        aid,
    };
    Budget {
        charges: vec![
            line("humaines", "Ressources humaines", false, false),
            line("materiel", "Matériel ou logiciels", true, false),
        ],
        resources: vec![
            line("aide", "Aide de l’État demandée", false, true),
            line("propres", "Ressources propres", false, false),
        ],
        ceiling: 60_000.0,
        ceiling_words: "60 000 €".to_owned(),
        ceiling_name: text("Aide au plus"),
        notes: vec![paragraph("Les charges et les ressources sont égales.")],
    }
}

fn part(number: usize, title: &str, questions: Vec<Question>) -> Part {
    let mut rank = 0;
    let questions = questions.into_iter().map(|question| {
        rank += usize::from(!matches!(question.kind, Kind::Note));
        Question { number: format!("{number}.{rank}"), ..question }
    });
    let id = format!("partie-{number}");
    let questions = questions.collect();
    Part {
        id,
        number,
        title: text(title),
        condition: Vec::new(),
        introduction: vec![paragraph("En quelques mots.")],
        questions,
    }
}

fn question(id: &str, label: &str, kind: Kind) -> Question {
    Question {
        id: id.to_owned(),
        former: Vec::new(),
        number: String::new(),
        label: text(label),
        condition: Vec::new(),
        when: Arc::default(),
        help: vec![paragraph("Une aide.")],
        required: true,
        kind,
    }
}

fn choices(labels: &[&str]) -> Vec<Choice> {
    let choice = |label: &&str| Choice {
        id: label.to_lowercase().replace(' ', "-").replace('é', "e"),
        label: text(label),
    };
    labels.iter().map(choice).collect()
}

fn column(id: &str, label: &str, kind: CellKind) -> Column {
    Column { id: id.to_owned(), label: text(label), kind, when: None }
}

fn text(text: &str) -> Phrase {
    Phrase { text: text.to_owned(), lang: None }
}

fn paragraph(text: &str) -> Paragraph {
    let runs = vec![Run { text: text.to_owned(), ..Run::default() }];
    Paragraph { kind: ParagraphKind::Plain, runs, lang: None }
}

/// "Le 1er workshop": something raised, then words in another language.
pub fn marked() -> Paragraph {
    let run = |text: &str| Run { text: text.to_owned(), ..Run::default() };
    let raised = Run { kind: RunKind::Raised, strong: true, ..run("er") };
    let lang = Lang::new("en");
    Paragraph { runs: vec![run("Le 1"), raised, Run { lang, ..run(" workshop") }], ..paragraph("") }
}

fn linked(words: &str, address: &str) -> Paragraph {
    let link = Some(address.to_owned());
    let runs = vec![Run { text: words.to_owned(), strong: true, link, ..Run::default() }];
    Paragraph { runs, ..paragraph("") }
}
