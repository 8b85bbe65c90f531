//! Towns that people name instead of their department: the seats of departments, and those of more than 50 000
//! inhabitants.
//!
//! From the Code officiel géographique 2026 and the legal populations (Insee), by way of the package
//! `@etalab/decoupage-administratif` 6.0.0, data under Licence Ouverte 2.0.

/// A line is a name, the code of its department, and a star when another municipality bears the name.
const TABLE: &str = include_str!("towns.txt");

/// A town.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Town {
    pub name: &'static str,
    /// The code of its department or collectivity.
    pub department: &'static str,
    /// Another municipality bears the name: who names it may mean the other.
    pub has_homonym: bool,
}

/// Every town, in the order of names.
pub fn all() -> impl Iterator<Item = Town> {
    TABLE.lines().filter_map(|line| {
        let (line, has_homonym) = match line.strip_suffix(" *") {
            Some(line) => (line, true),
            None => (line, false),
        };
        let (name, department) = line.rsplit_once(' ')?;
        Some(Town { name, department, has_homonym })
    })
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::model::territory::{collectivities, department, departments};

    #[test]
    fn every_town_is_in_a_place_that_is_known() {
        for town in all() {
            let outside = collectivities().any(|one| one.code == town.department);
            assert!(outside || department(town.department).is_some(), "{town:?}");
        }
    }

    #[test]
    fn every_department_has_a_town() {
        for department in departments() {
            let found = all().any(|town| town.department == department.code);
            assert!(found, "{department:?}");
        }
    }

    #[test]
    fn towns_that_bear_the_same_name_say_so() {
        let denis: Vec<bool> =
            all().filter(|town| town.name == "Saint-Denis").map(|t| t.has_homonym).collect();
        assert_eq!(denis, [true, true]);
        assert!(all().any(|town| town.name == "Rennes" && !town.has_homonym));
    }
}
