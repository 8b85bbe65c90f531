//! The figures of calls as one page that needs nothing else: no script, no file beside it, and a policy that lets it load none.

use std::fmt::Write;

use super::chart::{Bars, Chart};
use super::tally::{Breakdown, Counts, FEWEST, Tally};
use super::words::Words;
use crate::html::escape;
use crate::model::integrity;

const STYLE: &str = include_str!("bilan.css");

/// What writes the page, in a language of messages.
pub struct Page<'a> {
    pub words: Words<'a>,
    /// Its tag.
    pub lang: &'a str,
    pub tally: &'a Tally,
}

impl Page<'_> {
    /// The whole page.
    pub fn html(&self) -> String {
        let title = self.say("titre");
        let policy =
            format!("default-src 'none'; style-src '{}'", integrity::sha256(STYLE.as_bytes()));
        let mut page = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
            self.lang,
        );
        let calls = escaped(&self.tally.calls.join(", "));
        let _ = writeln!(page, "<p>{}</p>", escaped(&self.quoting("appels", &calls)));
        let few = FEWEST.to_string();
        let _ = writeln!(page, "<p class=\"note\">{}</p>", escaped(&self.quoting("secret", &few)));
        let total = self.say("ensemble");
        let _ = writeln!(page, "<h2>{total}</h2>");
        page.push_str(&self.table(&total, [(&*total, &self.tally.all)]));
        for breakdown in self.tally.breakdowns.iter().filter(|b| !b.groups.is_empty()) {
            page.push_str(&self.breakdown(breakdown));
        }
        page + "</main>\n</body>\n</html>\n"
    }

    fn breakdown(&self, breakdown: &Breakdown) -> String {
        let title = self.say(&format!("par-{}", breakdown.name));
        let mut html = format!("<h2 id=\"{}\">{title}</h2>\n", breakdown.name);
        if breakdown.overlaps {
            let _ = writeln!(html, "<p class=\"note\">{}</p>", self.say("plusieurs"));
        }
        for (kind, of) in [
            ("nombres", (|counts| [counts.received, counts.kept].map(count)) as Of),
            ("montants", |counts| [counts.asked, counts.granted]),
        ] {
            let told = breakdown.groups.iter().filter(|group| group.counts.is_told());
            let bars: Vec<Bars<'_>> = told
                .map(|group| {
                    let [first, second] = of(&group.counts);
                    let values = [(first, "premier"), (second, "second")];
                    let values = values.map(|(value, name)| {
                        let words = self.amount(kind, value);
                        (value, self.quoting(&format!("{kind}-{name}"), &words))
                    });
                    Bars { label: &group.label, values }
                })
                .collect();
            if bars.is_empty() {
                continue;
            }
            let chart = Chart {
                id: format!("{}-{kind}", breakdown.name),
                title: format!("{title} – {}", self.plain(kind)),
                description: self.plain(&format!("{kind}-description")),
                bars,
            };
            let _ = writeln!(
                html,
                "<figure>\n<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">{}</div>\n\
                 <figcaption>{}</figcaption>\n</figure>",
                escaped(&chart.title),
                chart.svg(),
                self.say(&format!("{kind}-legende")),
            );
        }
        let groups = breakdown.groups.iter().map(|group| (group.label.as_str(), &group.counts));
        html + &self.table(&title, groups)
    }

    fn table<'g>(
        &self,
        caption: &str,
        groups: impl IntoIterator<Item = (&'g str, &'g Counts)>,
    ) -> String {
        let heads = ["groupe", "recus", "complets", "retenus", "demande", "accorde"];
        let mut html = format!(
            "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"{caption}\">\n\
             <table>\n<caption>{caption}</caption>\n<thead><tr>",
        );
        for (rank, head) in heads.into_iter().enumerate() {
            let class = if rank > 0 { " class=\"n\"" } else { "" };
            let _ = write!(html, "<th scope=\"col\"{class}>{}</th>", self.say(head));
        }
        html.push_str("</tr></thead>\n<tbody>\n");
        for (label, counts) in groups {
            let _ = write!(html, "<tr><th scope=\"row\">{}</th>", escaped(label));
            let told = |words: String| if counts.is_told() { words } else { "–".to_owned() };
            for words in [
                counts.received.to_string(),
                told(counts.complete.to_string()),
                told(counts.kept.to_string()),
                told(self.amount("montants", counts.asked)),
                told(self.amount("montants", counts.granted)),
            ] {
                let _ = write!(html, "<td class=\"n\">{words}</td>");
            }
            html.push_str("</tr>\n");
        }
        html + "</tbody>\n</table>\n</div>\n"
    }

    /// A number as people of the language write it, in euros for amounts.
    fn amount(&self, kind: &str, value: f64) -> String {
        let cents = format!("{value:.2}");
        let (whole, cents) = cents.split_once('.').unwrap_or((&cents, "00"));
        let (group, point) = if self.lang == "fr" { ("\u{202f}", ",") } else { (",", ".") };
        let mut words = String::new();
        for (rank, digit) in whole.chars().enumerate() {
            if rank > 0 && (whole.len() - rank).is_multiple_of(3) {
                words.push_str(group);
            }
            words.push(digit);
        }
        if cents != "00" {
            words.push_str(point);
            words.push_str(cents);
        }
        match (kind, self.lang) {
            ("montants", "fr") => format!("{words}\u{a0}€"),
            ("montants", _) => format!("€{words}"),
            _ => words,
        }
    }

    fn plain(&self, name: &str) -> String {
        self.words.say(&format!("bilan-{name}"))
    }

    fn say(&self, name: &str) -> String {
        escaped(&self.plain(name))
    }

    fn quoting(&self, name: &str, value: &str) -> String {
        self.words.quoting(&format!("bilan-{name}"), &[("valeur", value)])
    }
}

/// The two figures of a line of a chart.
type Of = fn(&Counts) -> [f64; 2];

fn count(count: usize) -> f64 {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}
