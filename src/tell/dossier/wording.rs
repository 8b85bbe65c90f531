//! The words that every dossier of one language shares, from the theme's strings.

use crate::model::told::dossier::{BudgetWords, FormWords, Frame, Signature};
use crate::words::{Arg, Words};

/// The words of a form.
pub fn form(words: &Words) -> FormWords {
    let say = |name: &str| words.say(name, &[]);
    FormWords {
        required: say("form_required"),
        required_legend: say("form_required_legend"),
        yes: say("form_yes"),
        no: say("form_no"),
        choose: say("form_choose"),
        answer: say("form_answer"),
        date_form: say("form_date"),
        number_form: say("form_number"),
        phone_form: say("form_phone"),
        email_form: say("form_email"),
        at_most: say("form_at_most"),
        grouping: grouping(words),
        row: say("form_row"),
        total: say("form_total"),
        charges: say("form_charges"),
        resources: say("form_resources"),
        amount: say("form_amount"),
        contents: say("contents_of_form"),
        signature: Signature {
            name: say("form_sign_name"),
            capacity: say("form_sign_capacity"),
            place: say("form_sign_place"),
            date: say("form_sign_date"),
            sign_here: say("form_sign_here"),
        },
        budget: budget(words),
    }
}

fn budget(words: &Words) -> BudgetWords {
    let say = |name: &str| words.say(name, &[]);
    BudgetWords {
        justification: say("budget_justification"),
        how: say("budget_how"),
        checks: say("budget_checks"),
        difference: say("budget_difference"),
        balanced: say("budget_balanced"),
        unbalanced: say("budget_unbalanced"),
        within_ceiling: say("budget_within_ceiling"),
        above_ceiling: say("budget_above_ceiling"),
        unjustified: say("budget_unjustified"),
        justified: say("budget_justified"),
        to_fill: say("budget_to_fill"),
        not_an_amount: say("budget_not_an_amount"),
    }
}

/// What the service that receives a dossier writes on it.
pub fn frame(words: &Words) -> Frame {
    const LABELS: [&str; 5] =
        ["frame_received", "frame_by", "frame_number", "frame_complete", "frame_missing"];
    let say = |name: &str| words.say(name, &[]);
    Frame { title: say("frame_title"), labels: LABELS.map(say).into() }
}

/// "Page 2 sur 6" without its numbers.
pub fn page_of(words: &Words) -> [String; 3] {
    const PAGE: &str = "\u{1}";
    const PAGES: &str = "\u{2}";
    let whole = words.say("form_page", &[("page", Arg::Text(PAGE)), ("pages", Arg::Text(PAGES))]);
    let (before, rest) = whole.split_once(PAGE).unwrap_or((&whole, ""));
    let (between, after) = rest.split_once(PAGES).unwrap_or((rest, ""));
    [before, between, after].map(str::to_owned)
}

/// What the language writes between thousands and hundreds, if anything.
fn grouping(words: &Words) -> String {
    words.number(5000.0).chars().filter(|c| !c.is_numeric()).collect()
}
