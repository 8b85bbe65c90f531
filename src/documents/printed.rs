//! What the files of a dossier print before anybody writes in them, and the answers of a file held against it.

use super::received::{self, Opened};
use crate::answers::answer::Answers;
use crate::answers::blank::{Blank, Labels, key};
use crate::answers::code::{RefusalCode, RemarkCode};
use crate::answers::found::Findings;
use crate::answers::index::Index;
use crate::answers::said::{Refusal, Remark};
use crate::answers::{checks, loose, places, text};
use crate::documents::sheet::Dossier;
use crate::documents::{docx, odt, workbook};
use crate::model::questionnaire::Questionnaire;

/// The texts of a dossier that nobody has filled in.
pub struct Printed {
    /// One a format: an office suite may save one in the format of another.
    blanks: Vec<Blank>,
    labels: Labels,
}

impl Printed {
    /// What the files of `dossier`, which asks `asked`, print.
    pub fn of(dossier: &Dossier, asked: &Questionnaire) -> Self {
        let index = Index::new(asked);
        let blank = |bytes: Vec<u8>| {
            let opened = received::open(&bytes).ok()?;
            let findings = received::find(&opened, &index, &Labels::default()).ok()?;
            Some(Blank::new(&index, &findings))
        };
        let files = [odt::write(dossier), docx::write(dossier)];
        let blanks: Vec<Blank> = files.into_iter().filter_map(blank).collect();
        let labels = Labels::new(&blanks);
        Self { blanks, labels }
    }

    /// The answers of a file to the dossier that it is.
    pub fn read(&self, opened: &Opened, asked: &Questionnaire) -> Result<Answers, Refusal> {
        let none = Labels::default();
        let is_of_today = opened.is_of_today(asked);
        let index = Index::new(asked);
        if let Some(workbook) = opened.budget() {
            return Ok(workbook::budget::read(workbook, &index));
        }
        let labels = if is_of_today { &self.labels } else { &none };
        let mut found = received::find(opened, &index, labels)?;
        let had_places = !found.answers.is_empty();
        if let Some(blank) = self.blank(&found) {
            loose::settle(&index, blank, &mut found, is_of_today);
        }
        if found.answers.is_empty() && !opened.was_ours() {
            return Err(Refusal::new(RefusalCode::NoForm));
        }
        if let Some(lost) = places::lost(&index, &found, is_of_today) {
            let is_ours = had_places || opened.was_ours();
            let refusal = lost.with("format", opened.format());
            return Err(if is_ours { refusal } else { Refusal::new(RefusalCode::NoForm) });
        }
        found.remarks.extend(unknown(&found.unknown));
        Ok(checks::understand(&index, found))
    }

    /// The form whose lines are most of those of a file.
    fn blank(&self, found: &Findings) -> Option<&Blank> {
        let keys: Vec<String> = found.blocks.iter().map(|block| key(&block.words)).collect();
        let printed =
            |blank: &&Blank| keys.iter().filter(|key| !blank.printing(key).is_empty()).count();
        self.blanks.iter().max_by_key(printed).filter(|_| !found.blocks.is_empty())
    }
}

/// Places that the dossier does not have, said once.
fn unknown(names: &[String]) -> Option<Remark> {
    const QUOTED: usize = 10;
    let quoted: Vec<String> = names.iter().take(QUOTED).map(|name| text::excerpt(name)).collect();
    let remark = || Remark::new(RemarkCode::UnknownField).with("champs", quoted.join(", "));
    (!names.is_empty()).then(|| remark().with("nombre", names.len()))
}
