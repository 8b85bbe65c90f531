//! A question of each kind, for the tests of what lays a dossier out.

use std::sync::Arc;

use super::Phrase;
use super::dossier::{
    Budget, BudgetLine, BudgetWords, CellKind, Choice, Column, FormWords, Kind, Question, Rows,
    Signature,
};

/// A question of each kind, without help.
pub fn questions<T>() -> Vec<Question<T>> {
    let kinds = std::iter::successors(Some(Kind::Note), after);
    let questions = kinds.zip(1..).map(|(kind, rank): (Kind<T>, usize)| Question {
        id: format!("genre-{rank}"),
        former: Vec::new(),
        number: format!("1.{rank}"),
        label: Phrase::own(format!("Question {rank}")),
        condition: Vec::new(),
        when: Arc::default(),
        help: Vec::new(),
        required: true,
        kind,
    });
    questions.collect()
}

/// The kind that comes after another: the compiler asks for the place of a new one.
fn after<T>(kind: &Kind<T>) -> Option<Kind<T>> {
    Some(match kind {
        Kind::Note => Kind::Line { limit: 200 },
        Kind::Line { .. } => Kind::Block { limit: 3000, lines: 4 },
        Kind::Block { .. } => Kind::Amount,
        Kind::Amount => Kind::Number,
        Kind::Number => Kind::Date,
        Kind::Date => Kind::Siret,
        Kind::Siret => Kind::Phone,
        Kind::Phone => Kind::Email,
        Kind::Email => Kind::Choice(choices()),
        Kind::Choice(_) => Kind::Choices(choices()),
        Kind::Choices(_) => Kind::YesNo,
        Kind::YesNo => Kind::Table { columns: columns(), rows: Rows::Blank(2) },
        Kind::Table { .. } => Kind::Budget(budget()),
        Kind::Budget(_) => Kind::Commitment,
        Kind::Commitment => Kind::Attachment,
        Kind::Attachment => Kind::Signature,
        Kind::Signature => return None,
    })
}

fn after_cell(kind: &CellKind) -> Option<CellKind> {
    Some(match kind {
        CellKind::Line { .. } => CellKind::Amount,
        CellKind::Amount => CellKind::Number,
        CellKind::Number => CellKind::Date,
        CellKind::Date => CellKind::Siret,
        CellKind::Siret => CellKind::Phone,
        CellKind::Phone => CellKind::Email,
        CellKind::Email => return None,
    })
}

fn columns() -> Vec<Column> {
    let kinds = std::iter::successors(Some(CellKind::Line { limit: 120 }), after_cell);
    let columns = kinds.zip(1..).map(|(kind, rank): (CellKind, usize)| Column {
        id: format!("colonne-{rank}"),
        label: Phrase::own(format!("Colonne {rank}")),
        kind,
        when: None,
    });
    columns.collect()
}

fn choices() -> Vec<Choice> {
    let choice = |id: &str| Choice { id: id.to_owned(), label: Phrase::own(id) };
    ["un", "deux"].map(choice).into()
}

fn budget<T>() -> Budget<T> {
    let line = |id: &str, justified, aid| BudgetLine {
        id: id.to_owned(),
        label: Phrase::own(id),
        justified,
        aid,
    };
    Budget {
        charges: vec![line("salaires", false, false), line("materiel", true, false)],
        resources: vec![line("aide", false, true)],
        ceiling: 60_000.0,
        ceiling_words: "60 000 €".to_owned(),
        ceiling_name: Phrase::own("Aide au plus"),
        notes: Vec::new(),
    }
}

/// The words of a form, in French.
pub fn words() -> FormWords {
    let signature = Signature {
        name: "Nom et prénom".to_owned(),
        capacity: "Qualité".to_owned(),
        place: "Fait à".to_owned(),
        date: "Le".to_owned(),
        sign_here: "Signature".to_owned(),
    };
    FormWords {
        required: "obligatoire".to_owned(),
        required_legend: "Les réponses marquées « obligatoire » sont nécessaires.".to_owned(),
        yes: "Oui".to_owned(),
        no: "Non".to_owned(),
        choose: "Choisissez".to_owned(),
        answer: "Votre réponse".to_owned(),
        date_form: "JJ/MM/AAAA".to_owned(),
        number_form: "En chiffres, par exemple 12 ou 12,5".to_owned(),
        phone_form: "10 chiffres, ou + et l’indicatif du pays".to_owned(),
        email_form: "Adresse de la forme nom@example.org".to_owned(),
        at_most: "caractères au plus".to_owned(),
        row: "Ligne".to_owned(),
        total: "Total".to_owned(),
        charges: "Charges".to_owned(),
        resources: "Ressources".to_owned(),
        amount: "Montant (€)".to_owned(),
        grouping: "\u{202f}".to_owned(),
        signature,
        contents: "Sommaire".to_owned(),
        budget: budget_words(),
    }
}

fn budget_words() -> BudgetWords {
    let own = str::to_owned;
    BudgetWords {
        justification: own("Justification"),
        how: own("Remplissez les cases claires ; les totaux se calculent seuls."),
        checks: own("Contrôles"),
        difference: own("Charges moins ressources"),
        balanced: own("Les charges et les ressources sont égales."),
        unbalanced: own("Les charges et les ressources ne sont pas égales."),
        within_ceiling: own("L’aide demandée respecte le plafond."),
        above_ceiling: own("L’aide demandée dépasse le plafond."),
        unjustified: own("Justifiez la dépense de matériel ou de logiciels."),
        justified: own("Rien ne manque aux justifications."),
        to_fill: own("À remplir."),
        not_an_amount: own(
            "Écrivez un montant en euros, sans lettre ni signe : par exemple 1250,50.",
        ),
    }
}
