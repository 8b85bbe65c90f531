//! A question of the dossier as the page shows it, every place to answer with its field.

use super::context::phrase;
use super::view;
use crate::model::questionnaire::{NO, YES};
use crate::model::told::dossier::{
    Budget, BudgetLine, Choice, Column, Field, FieldKind, FormWords, Kind, Question, Rows, When,
};

/// A question; its help is written already.
pub fn question<T>(
    question: &Question<T>,
    help: Vec<view::Rich>,
    words: &FormWords,
) -> view::DossierQuestion {
    let fields = question.fields(words);
    let own = fields.iter().find(|field| field.id == question.id);
    let form = own.and_then(|field| words.form_of(&field.kind));
    let mut view = view::DossierQuestion {
        id: question.id.clone(),
        number: question.number.clone(),
        label: phrase(&question.label),
        help,
        required: question.required,
        kind: kind(&question.kind).to_owned(),
        form,
        lines: lines(&question.kind),
        former: question.former.clone(),
        when: question.when.iter().map(when).collect(),
        ..view::DossierQuestion::default()
    };
    // Each takes its own, in reading order.
    let mut places = fields.iter().map(field);
    match &question.kind {
        Kind::Choice(choices) => view.choices = offered(choices),
        Kind::YesNo => view.choices = yes_or_no(words),
        Kind::Choices(choices) => {
            let own = offered(choices).into_iter().zip(places.by_ref());
            let own =
                own.map(|(choice, place)| view::DossierChoice { field: Some(place), ..choice });
            view.choices = own.collect();
        }
        Kind::Table { columns, rows } => {
            view.columns = columns.iter().map(column).collect();
            view.named = matches!(rows, Rows::Named(_));
            let row = |label| view::DossierRow {
                label,
                fields: places.by_ref().take(columns.len()).collect(),
            };
            view.rows = headings(rows).into_iter().map(row).collect();
        }
        Kind::Budget(budget) => view.budget = Some(self::budget(budget, &mut places)),
        Kind::Note
        | Kind::Line { .. }
        | Kind::Block { .. }
        | Kind::Amount
        | Kind::Number
        | Kind::Date
        | Kind::Siret
        | Kind::Phone
        | Kind::Email
        | Kind::Commitment
        | Kind::Attachment
        | Kind::Signature => {}
    }
    view.fields = places.collect();
    view
}

fn column(column: &Column) -> view::DossierColumn {
    view::DossierColumn { label: phrase(&column.label), when: column.when.as_ref().map(when) }
}

fn when(when: &When) -> view::DossierWhen {
    view::DossierWhen { question: when.question.clone(), values: when.values.clone() }
}

fn field(field: &Field) -> view::DossierField {
    let limit = match field.kind {
        FieldKind::Line { limit } | FieldKind::Block { limit, .. } => Some(limit),
        FieldKind::Amount
        | FieldKind::Number
        | FieldKind::Date
        | FieldKind::Siret
        | FieldKind::Phone
        | FieldKind::Email
        | FieldKind::Check
        | FieldKind::Pick(_) => None,
    };
    view::DossierField {
        id: field.id.clone(),
        kind: field_kind(&field.kind).to_owned(),
        limit,
        required: field.required,
    }
}

/// The name of what a field takes in the theme's contract.
fn field_kind(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Line { .. } => "line",
        FieldKind::Block { .. } => "block",
        FieldKind::Amount => "amount",
        FieldKind::Number => "number",
        FieldKind::Date => "date",
        FieldKind::Siret => "siret",
        FieldKind::Phone => "phone",
        FieldKind::Email => "email",
        FieldKind::Check => "check",
        FieldKind::Pick(_) => "pick",
    }
}

/// Lines to write on.
fn lines<T>(kind: &Kind<T>) -> usize {
    match kind {
        Kind::Line { .. }
        | Kind::Amount
        | Kind::Number
        | Kind::Date
        | Kind::Phone
        | Kind::Email => 1,
        Kind::Block { lines, .. } => *lines,
        // Cells, boxes and tables are room enough.
        Kind::Note
        | Kind::Siret
        | Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::YesNo
        | Kind::Table { .. }
        | Kind::Budget(_)
        | Kind::Commitment
        | Kind::Attachment
        | Kind::Signature => 0,
    }
}

/// The name of a kind in the theme's contract.
fn kind<T>(kind: &Kind<T>) -> &'static str {
    match kind {
        Kind::Note => "note",
        Kind::Line { .. } => "line",
        Kind::Block { .. } => "block",
        Kind::Amount => "amount",
        Kind::Number => "number",
        Kind::Date => "date",
        Kind::Siret => "siret",
        Kind::Phone => "phone",
        Kind::Email => "email",
        Kind::Choice(_) => "choice",
        Kind::Choices(_) => "choices",
        Kind::YesNo => "yes_no",
        Kind::Table { .. } => "table",
        Kind::Budget(_) => "budget",
        Kind::Commitment => "commitment",
        Kind::Attachment => "attachment",
        Kind::Signature => "signature",
    }
}

/// A budget, which takes its places.
fn budget<T>(
    budget: &Budget<T>,
    places: &mut impl Iterator<Item = view::DossierField>,
) -> view::DossierBudget {
    let mut side = |lines: &[BudgetLine]| {
        let mut place = || places.next().expect("each line and each total has its field");
        let lines = lines.iter().map(|line| view::DossierBudgetLine {
            label: phrase(&line.label),
            justified: line.justified,
            aid: line.aid,
            amount: place(),
            justification: line.justified.then(&mut place),
        });
        (lines.collect(), place())
    };
    let (charges, charges_total) = side(&budget.charges);
    let (resources, resources_total) = side(&budget.resources);
    view::DossierBudget {
        charges,
        charges_total,
        resources,
        resources_total,
        ceiling: budget.ceiling_words.clone(),
        ceiling_name: phrase(&budget.ceiling_name),
        ceiling_euros: budget.ceiling.to_string(),
    }
}

fn headings(rows: &Rows) -> Vec<view::Text> {
    match rows {
        Rows::Named(rows) => rows.iter().map(|row| phrase(&row.label)).collect(),
        Rows::Blank(count) => (1..=*count).map(|rank| own(rank.to_string())).collect(),
    }
}

fn offered(choices: &[Choice]) -> Vec<view::DossierChoice> {
    let choice = |choice: &Choice| view::DossierChoice {
        id: choice.id.clone(),
        label: phrase(&choice.label),
        field: None,
    };
    choices.iter().map(choice).collect()
}

fn yes_or_no(words: &FormWords) -> Vec<view::DossierChoice> {
    let choice = |(id, word): (&str, &String)| view::DossierChoice {
        id: id.to_owned(),
        label: own(word.clone()),
        field: None,
    };
    [(YES, &words.yes), (NO, &words.no)].map(choice).into()
}

/// In the language of the page.
fn own(text: String) -> view::Text {
    view::Text { text, lang: None }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use tera::{Context, Tera};

    use super::{Column, Kind, Rows, When, view};
    use crate::model::form::CellKind;
    use crate::model::told::{Phrase, sample};

    /// A question as the theme of this repository shows it.
    fn shown(question: &view::DossierQuestion) -> String {
        const PARTIALS: [(&str, &str); 3] = [
            ("words.html", include_str!("../../themes/sobre/templates/partials/words.html")),
            ("dossier.html", include_str!("../../themes/sobre/templates/partials/dossier.html")),
            ("page.html", "{{ <question value={question} /> }}"),
        ];
        let strings = include_str!("../../themes/sobre/strings/fr.ftl");
        let words: BTreeMap<&str, &str> =
            strings.lines().filter_map(|line| line.split_once(" = ")).collect();
        let mut tera = Tera::default();
        tera.add_raw_templates(PARTIALS).expect("the theme");
        let mut context = Context::new();
        context.insert("question", question);
        context.insert("t", &words);
        let identity = include_str!("../../themes/sobre/theme.yaml");
        let classes = identity.lines().filter_map(|line| line.trim().split_once(": "));
        context.insert("classes", &classes.collect::<BTreeMap<&str, &str>>());
        tera.render("page.html", &context).expect("the theme knows it")
    }

    /// The ids of the places to write in, in their order.
    fn places(shown: &str) -> Vec<&str> {
        let places = shown.split(" data-f=\"").skip(1);
        places.filter_map(|place| place.split('"').next()).collect()
    }

    #[test]
    fn what_a_question_and_a_column_want_is_there_for_the_script() {
        let when = |question: &str, values: &[&str]| When {
            question: question.to_owned(),
            values: values.iter().map(|value| (*value).to_owned()).collect(),
        };
        let mut asked = sample::questions::<()>().pop().expect("some");
        asked.when = [when("forme", &["autre", "association"]), when("existe", &["oui"])].into();
        let own = Column {
            id: "nom".to_owned(),
            label: Phrase::own("Nom"),
            kind: CellKind::Siret,
            when: Some(when("exact", &["non"])),
        };
        asked.kind = Kind::Table { columns: vec![own], rows: Rows::Blank(1) };
        let shown = shown(&super::question(&asked, Vec::new(), &sample::words()));
        assert!(shown.contains(" data-when=\"forme=autre,association existe=oui\">"), "{shown}");
        assert!(shown.contains("<th scope=\"col\" data-when=\"exact=non\">Nom</th>"), "{shown}");
    }

    #[test]
    fn the_theme_gives_a_place_to_every_field() {
        let words = sample::words();
        for asked in sample::questions::<()>() {
            let view = super::question(&asked, Vec::new(), &words);
            let shown = shown(&view);
            let fields = asked.fields(&words);
            let ids: Vec<&str> = fields.iter().map(|field| field.id.as_str()).collect();
            assert_eq!(places(&shown), ids, "{}: {shown}", view.kind);
            assert!(shown.contains(&asked.label.text), "{shown}");
            assert!(view.form.is_none_or(|form| shown.contains(&form)), "{shown}");
        }
    }
}
