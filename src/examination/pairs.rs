//! Budget workbooks beside their dossiers: of the same SIRET, else alone together in a folder, else of the same name.

use super::budget;
use super::examined::{Examined, Kind};
use crate::answers::code::RemarkCode;
use crate::answers::said::Remark;
use crate::model::role::Role;
use crate::model::siret::Siret;

/// For each budget, the rank of its dossier.
pub fn of(dossiers: &[&Examined], budgets: &[&Examined]) -> Vec<Option<usize>> {
    let keys: Vec<Key> = dossiers.iter().map(|dossier| Key::of(dossier)).collect();
    let pair = |budget: &&Examined| {
        let own = Key::of(budget);
        // Of several versions, the one beside it, else the latest.
        let latest = |rank: &usize| {
            let dossier = dossiers[*rank];
            (keys[*rank].folder == own.folder, dossier.signed(), dossier.dated)
        };
        let same = |is_so: &dyn Fn(&Key) -> bool| {
            let ranks = (0..keys.len()).filter(|rank| keys[*rank].call == own.call);
            ranks.filter(|rank| is_so(&keys[*rank])).collect::<Vec<usize>>()
        };
        let only = |ranks: Vec<usize>| match ranks[..] {
            [only] => Some(only),
            _ => None,
        };
        let by_siret = same(&|key| key.siret.is_some() && key.siret == own.siret);
        let by_siret = by_siret.into_iter().max_by_key(latest);
        let beside = || only(same(&|key| key.folder == own.folder));
        let named = || only(same(&|key| !key.name.is_empty() && key.name == own.name));
        by_siret.or_else(beside).or_else(named)
    };
    budgets.iter().map(pair).collect()
}

/// By what a file is known.
struct Key {
    call: String,
    siret: Option<String>,
    folder: String,
    /// What a file is called, without what all are.
    name: String,
}

impl Key {
    fn of(file: &Examined) -> Self {
        let identity = &file.setting.asked.identity;
        let path = file.file.replace('\\', "/");
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
        let name = name.replace(identity.call.as_str(), "").replace(identity.region.as_str(), "");
        let common =
            ["dossier", "budget", "candidature", "previsionnel", "prévisionnel", "fr", "en"];
        let words = name.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty() && !common.contains(word));
        Self {
            call: format!("{}/{}", identity.call, identity.region),
            siret: file.word_of(Role::Siret).filter(|siret| Siret::new(siret).is_some()),
            folder: folder.to_owned(),
            name: words.collect::<Vec<&str>>().join("-"),
        }
    }
}

/// A line of a budget in both places.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// "5.3 Budget prévisionnel, Charges, Achats".
    pub place: String,
    pub in_dossier: Option<f64>,
    pub in_workbook: Option<f64>,
    /// The sum of others: where it is not written, nothing is wrong.
    pub is_total: bool,
}

impl Line {
    /// Whether the two are not the same amount; nothing is nought.
    pub fn differs(&self) -> bool {
        if self.is_total && (self.in_dossier.is_none() || self.in_workbook.is_none()) {
            return false;
        }
        let [one, other] = [self.in_dossier, self.in_workbook].map(Option::unwrap_or_default);
        (one - other).abs() >= 0.005
    }
}

/// The lines of a budget, in their order, with both totals.
pub fn lines(dossier: Option<&Examined>, workbook: Option<&Examined>) -> Vec<Line> {
    let Some(any) = dossier.or(workbook) else { return Vec::new() };
    let shown = &any.setting.shown.questions;
    let Some((question, shape)) = budget::shape(shown) else { return Vec::new() };
    let amounts = question.fields.iter().filter(|field| budget::is_amount(field));
    let lines = amounts.map(|field| Line {
        place: question.place_of(field),
        in_dossier: dossier.and_then(|file| budget::amount(file, &field.id)),
        in_workbook: workbook.and_then(|file| budget::amount(file, &field.id)),
        is_total: field.id.rsplit(':').next() == Some(shape.total),
    });
    lines.collect()
}

/// Says where a workbook is not what its dossier says, and that it has none.
pub fn tell(files: &mut [&mut Examined]) {
    let (dossiers, budgets) = ranks(files);
    let told: Vec<(usize, Remark)> = {
        let of_ranks = |ranks: &[usize]| ranks.iter().map(|rank| &*files[*rank]).collect();
        let (read, workbooks): (Vec<&Examined>, Vec<&Examined>) =
            (of_ranks(&dossiers), of_ranks(&budgets));
        let pairs = of(&read, &workbooks);
        let told =
            budgets.iter().zip(&workbooks).zip(pairs).flat_map(|((rank, workbook), pair)| {
                // What differs is for who examines the dossier; a workbook alone has only itself.
                let told = pair.map_or(*rank, |pair| dossiers[pair]);
                let remarks = remarks(workbook, pair.map(|pair| read[pair]));
                remarks.into_iter().map(move |remark| (told, remark))
            });
        told.collect()
    };
    for (rank, remark) in told {
        files[rank].answers.remarks.push(remark);
    }
}

/// The ranks of dossiers, and those of budgets.
fn ranks(files: &[&mut Examined]) -> (Vec<usize>, Vec<usize>) {
    (0..files.len()).partition(|rank| files[*rank].kind == Kind::Dossier)
}

fn remarks(workbook: &Examined, dossier: Option<&Examined>) -> Vec<Remark> {
    let Some(dossier) = dossier else {
        return vec![Remark::new(RemarkCode::LoneBudget)];
    };
    let mut remarks = Vec::new();
    let sirets = [workbook, dossier].map(|file| file.word_of(Role::Siret));
    if let [Some(own), Some(other)] = sirets
        && own != other
    {
        let remark = Remark::new(RemarkCode::OtherSiret).with("siret", own);
        remarks.push(remark.with("autre", other).with("fichier", &workbook.file));
    }
    let lines = lines(Some(dossier), Some(workbook));
    let differing: Vec<&Line> = lines.iter().filter(|line| line.differs()).collect();
    if !differing.is_empty() {
        const QUOTED: usize = 3;
        let mut quoted: Vec<&str> = differing.iter().map(|line| line.place.as_str()).collect();
        if quoted.len() > QUOTED {
            quoted.truncate(QUOTED);
            quoted.push("…");
        }
        let remark = Remark::new(RemarkCode::OtherBudget).with("lignes", quoted.join(" ; "));
        remarks.push(remark.with("nombre", differing.len()).with("fichier", &workbook.file));
    }
    remarks
}
