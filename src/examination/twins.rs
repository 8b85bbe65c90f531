//! Several dossiers of one SIRET for one call: copies, and versions of which the latest counts.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::examined::{Examined, Kind};
use crate::answers::code::RemarkCode;
use crate::answers::said::Remark;
use crate::model::role::Role;
use crate::model::siret::Siret;

/// What another file of the same SIRET is to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kin {
    Same,
    Later,
    Earlier,
    /// Nothing says which is the later.
    Other,
}

impl Kin {
    /// Its name in messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "identique",
            Self::Later => "plus-recent",
            Self::Earlier => "plus-ancien",
            Self::Other => "autre",
        }
    }
}

/// The other files of the SIRET of one.
#[derive(Debug, Clone, Default)]
pub struct Twins {
    pub others: Vec<(Kin, String)>,
    /// A copy of a file before it, or one of which there is a later version.
    pub is_set_aside: bool,
}

/// The twins of each dossier, in their order.
pub fn of(dossiers: &[&Examined]) -> Vec<Twins> {
    let mut groups: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (rank, dossier) in dossiers.iter().enumerate() {
        let siret = dossier.word_of(Role::Siret).filter(|siret| Siret::new(siret).is_some());
        if let Some(siret) = siret {
            let call = dossier.setting.asked.identity.call.to_string();
            groups.entry((call, siret)).or_default().push(rank);
        }
    }
    let mut twins = vec![Twins::default(); dossiers.len()];
    for ranks in groups.values() {
        // Beyond this a folder is not one of applicants, and every pair is compared.
        const MOST: usize = 50;
        for rank in ranks {
            let others = ranks.iter().filter(|other| *other != rank).take(MOST);
            for other in others {
                let kin = kin(dossiers[*rank], dossiers[*other]);
                let is_copy = kin == Kin::Same && other < rank;
                twins[*rank].is_set_aside |= is_copy || kin == Kin::Later;
                twins[*rank].others.push((kin, dossiers[*other].file.clone()));
            }
        }
    }
    twins
}

/// What `other` is to `one`.
fn kin(one: &Examined, other: &Examined) -> Kin {
    if one.given() == other.given() {
        return Kin::Same;
    }
    let days = |dossier: &Examined| (dossier.signed(), dossier.dated);
    match days(other).cmp(&days(one)) {
        Ordering::Greater => Kin::Later,
        Ordering::Less => Kin::Earlier,
        Ordering::Equal => Kin::Other,
    }
}

/// Says to the reader of each dossier what others there are.
pub fn tell(files: &mut [&mut Examined]) {
    let mut dossiers: Vec<&mut Examined> = files
        .iter_mut()
        .map(|file| &mut **file)
        .filter(|file| file.kind == Kind::Dossier)
        .collect();
    let read: Vec<&Examined> = dossiers.iter().map(|dossier| &**dossier).collect();
    let told: Vec<Vec<Remark>> = of(&read).iter().map(remarks).collect();
    for (dossier, told) in dossiers.iter_mut().zip(told) {
        dossier.answers.remarks.extend(told);
    }
}

fn remarks(twins: &Twins) -> Vec<Remark> {
    let told = twins.others.iter().filter(|(kin, _)| *kin != Kin::Earlier);
    let remark = |(kin, file): &(Kin, String)| {
        let remark = Remark::new(RemarkCode::SameSiret).with("sens", kin.word());
        remark.with("fichier", file)
    };
    told.map(remark).collect()
}

#[cfg(test)]
mod tests {
    use super::{Kin, of, tell};
    use crate::examination::examined::Examined;
    use crate::examination::sample::{examined, text};

    const SIRET: &str = "00010000100007";

    fn dossier(file: &str, siret: &str, name: &str, signed: &str) -> Examined {
        examined(
            file,
            &[("siret", text(siret)), ("organisme", text(name)), ("signature:date", text(signed))],
        )
    }

    #[test]
    fn copies_and_versions_of_one_siret_are_told() {
        let one = dossier("a", SIRET, "A", "2022-01-10");
        let copy = dossier("b", SIRET, "A", "2022-01-10");
        let later = dossier("c", SIRET, "A bis", "2022-01-12");
        let other = dossier("d", "00020000200005", "A", "2022-01-10");
        let unknown = dossier("e", "12", "A", "2022-01-10");
        let twins = of(&[&one, &copy, &later, &other, &unknown]);
        let told: Vec<Vec<(Kin, &str)>> = twins
            .iter()
            .map(|twins| twins.others.iter().map(|(kin, file)| (*kin, file.as_str())).collect())
            .collect();
        assert_eq!(told[0], [(Kin::Same, "b"), (Kin::Later, "c")]);
        assert_eq!(told[1], [(Kin::Same, "a"), (Kin::Later, "c")]);
        assert_eq!(told[2], [(Kin::Earlier, "a"), (Kin::Earlier, "b")]);
        assert_eq!((&told[3][..], &told[4][..]), (&[][..], &[][..]));
        let aside: Vec<bool> = twins.iter().map(|twins| twins.is_set_aside).collect();
        assert_eq!(aside, [true, true, false, false, false]);
    }

    #[test]
    fn where_nothing_says_which_is_later_none_is_set_aside() {
        let mut dossiers = [dossier("a", SIRET, "A", "?"), dossier("b", SIRET, "B", "?")];
        tell(&mut dossiers.iter_mut().collect::<Vec<_>>());
        for dossier in &dossiers {
            assert_eq!(dossier.answers.remarks.len(), 1, "{}", dossier.file);
        }
        let twins = of(&dossiers.iter().collect::<Vec<_>>());
        assert!(twins.iter().all(|twins| !twins.is_set_aside));
    }
}
