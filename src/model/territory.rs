//! The reference table: regions, departments, postal codes that mislead.
//!
//! Names, codes and departments: Code officiel géographique 2026 (Insee), by way of the package
//! `@etalab/decoupage-administratif` 6.0.0, data under Licence Ouverte 2.0. Zones: IANA tzdata. The grid
//! of the schematic map is ours.

use super::id::{Lang, Slug};
use super::localized::Localized;
use super::source::Span;
use super::time::Zone;

/// The territory of a directorate.
#[derive(Debug, Clone)]
pub struct Territory {
    /// Code of the Insee, or of the team's own choice for a territory declared by hand.
    pub code: String,
    pub name: Localized<String>,
    /// Where the general rule of the language does not hold; always there for French.
    pub grammar: Vec<(Lang, Grammar)>,
    pub zone: Zone,
    pub departments: Vec<Department>,
    pub tile: Option<Tile>,
    /// Where the territory is named.
    pub span: Span,
}

impl Territory {
    /// The territory in the notation of the Code officiel géographique: `REG-53`.
    ///
    /// A region of the table goes by its own code: a pattern in use wants digits, which `DEP-2A` has not. Elsewhere,
    /// departments and overseas collectivities.
    pub fn official_codes(&self) -> Vec<String> {
        let Some(row) = REGIONS.iter().find(|row| row.code == self.code) else {
            return official_codes(&self.departments);
        };
        // It may have a part of another one's departments.
        let own: Vec<&str> = row.departments.split(' ').collect();
        let others = self.departments.iter().filter(|other| !own.contains(&&*other.code));
        let others = others.map(Department::official);
        [format!("REG-{}", self.code)].into_iter().chain(others).collect()
    }

    /// Whether it is a region of the table.
    pub fn is_region(&self) -> bool {
        slug_of_code(&self.code).is_some()
    }
}

/// Departments in the notation of the Code officiel géographique, each once.
pub fn official_codes(departments: &[Department]) -> Vec<String> {
    let mut codes: Vec<String> = departments.iter().map(Department::official).collect();
    codes.dedup();
    codes
}

impl Department {
    fn official(&self) -> String {
        match &*self.code {
            "2A" | "2B" => "REG-94".to_owned(),
            // 971 to 974 and 976 are departments.
            code @ ("975" | "977" | "978" | "986" | "987" | "988") => format!("COMER-{code}"),
            code => format!("DEP-{code}"),
        }
    }
}

/// How a territory's name stands in a sentence.
#[derive(Debug, Clone)]
pub struct Grammar {
    /// "la Bretagne", "Mayotte".
    pub the: String,
    /// "de Bretagne", "du Grand Est".
    pub of: String,
    /// "en Bretagne", "à La Réunion".
    pub within: String,
}

/// A department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Always text: `01`, `2A`, `974`.
    pub code: String,
    pub name: String,
}

/// A square of the schematic map.
#[derive(Debug, Clone)]
pub struct Tile {
    pub column: u32,
    pub row: u32,
    pub label: String,
}

/// A line of the built-in table.
struct Row {
    code: &'static str,
    slug: &'static str,
    name: &'static str,
    /// English exonym, where one is in common use.
    english: &'static str,
    the: &'static str,
    of: &'static str,
    within: &'static str,
    zone: &'static str,
    departments: &'static str,
    tile: (u32, u32, &'static str),
}

macro_rules! regions {
    ($($code:literal $slug:literal $name:literal $english:literal | $the:literal $of:literal $within:literal | $zone:literal $departments:literal | $column:literal $row:literal $label:literal)*) => {
        const REGIONS: &[Row] = &[$(Row {
            code: $code, slug: $slug, name: $name, english: $english,
            the: $the, of: $of, within: $within,
            zone: $zone, departments: $departments, tile: ($column, $row, $label),
        },)*];
    };
}

regions! {
    "01" "guadeloupe" "Guadeloupe" "" | "la Guadeloupe" "de Guadeloupe" "en Guadeloupe" | "America/Guadeloupe" "971" | 0 5 "GLP"
    "02" "martinique" "Martinique" "" | "la Martinique" "de Martinique" "en Martinique" | "America/Martinique" "972" | 1 5 "MTQ"
    "03" "guyane" "Guyane" "French Guiana" | "la Guyane" "de Guyane" "en Guyane" | "America/Cayenne" "973" | 2 5 "GUY"
    "04" "la-reunion" "La Réunion" "Réunion" | "La Réunion" "de La Réunion" "à La Réunion" | "Indian/Reunion" "974" | 3 5 "RÉU"
    "06" "mayotte" "Mayotte" "" | "Mayotte" "de Mayotte" "à Mayotte" | "Indian/Mayotte" "976" | 4 5 "MAY"
    "11" "ile-de-france" "Île-de-France" "" | "l’Île-de-France" "d’Île-de-France" "en Île-de-France" | "Europe/Paris" "75 77 78 91 92 93 94 95" | 2 1 "IDF"
    "24" "centre-val-de-loire" "Centre-Val de Loire" "" | "le Centre-Val de Loire" "du Centre-Val de Loire" "en Centre-Val de Loire" | "Europe/Paris" "18 28 36 37 41 45" | 2 2 "CVL"
    "27" "bourgogne-franche-comte" "Bourgogne-Franche-Comté" "" | "la Bourgogne-Franche-Comté" "de Bourgogne-Franche-Comté" "en Bourgogne-Franche-Comté" | "Europe/Paris" "21 25 39 58 70 71 89 90" | 3 2 "BFC"
    "28" "normandie" "Normandie" "Normandy" | "la Normandie" "de Normandie" "en Normandie" | "Europe/Paris" "14 27 50 61 76" | 1 1 "NOR"
    "32" "hauts-de-france" "Hauts-de-France" "" | "les Hauts-de-France" "des Hauts-de-France" "dans les Hauts-de-France" | "Europe/Paris" "02 59 60 62 80" | 2 0 "HDF"
    "44" "grand-est" "Grand Est" "" | "le Grand Est" "du Grand Est" "dans le Grand Est" | "Europe/Paris" "08 10 51 52 54 55 57 67 68 88" | 3 1 "GES"
    "52" "pays-de-la-loire" "Pays de la Loire" "" | "les Pays de la Loire" "des Pays de la Loire" "dans les Pays de la Loire" | "Europe/Paris" "44 49 53 72 85" | 1 2 "PDL"
    "53" "bretagne" "Bretagne" "Brittany" | "la Bretagne" "de Bretagne" "en Bretagne" | "Europe/Paris" "22 29 35 56" | 0 2 "BRE"
    "75" "nouvelle-aquitaine" "Nouvelle-Aquitaine" "" | "la Nouvelle-Aquitaine" "de Nouvelle-Aquitaine" "en Nouvelle-Aquitaine" | "Europe/Paris" "16 17 19 23 24 33 40 47 64 79 86 87" | 1 3 "NAQ"
    "76" "occitanie" "Occitanie" "" | "l’Occitanie" "d’Occitanie" "en Occitanie" | "Europe/Paris" "09 11 12 30 31 32 34 46 48 65 66 81 82" | 2 4 "OCC"
    "84" "auvergne-rhone-alpes" "Auvergne-Rhône-Alpes" "" | "l’Auvergne-Rhône-Alpes" "d’Auvergne-Rhône-Alpes" "en Auvergne-Rhône-Alpes" | "Europe/Paris" "01 03 07 15 26 38 42 43 63 69 73 74" | 2 3 "ARA"
    "93" "provence-alpes-cote-d-azur" "Provence-Alpes-Côte d’Azur" "" | "la Provence-Alpes-Côte d’Azur" "de Provence-Alpes-Côte d’Azur" "en Provence-Alpes-Côte d’Azur" | "Europe/Paris" "04 05 06 13 83 84" | 3 3 "PAC"
    "94" "corse" "Corse" "Corsica" | "la Corse" "de Corse" "en Corse" | "Europe/Paris" "2A 2B" | 4 4 "COR"
}

/// Every department, in the order of codes.
const DEPARTMENTS: &[(&str, &str)] = &[
    ("01", "Ain"),
    ("02", "Aisne"),
    ("03", "Allier"),
    ("04", "Alpes-de-Haute-Provence"),
    ("05", "Hautes-Alpes"),
    ("06", "Alpes-Maritimes"),
    ("07", "Ardèche"),
    ("08", "Ardennes"),
    ("09", "Ariège"),
    ("10", "Aube"),
    ("11", "Aude"),
    ("12", "Aveyron"),
    ("13", "Bouches-du-Rhône"),
    ("14", "Calvados"),
    ("15", "Cantal"),
    ("16", "Charente"),
    ("17", "Charente-Maritime"),
    ("18", "Cher"),
    ("19", "Corrèze"),
    ("21", "Côte-d’Or"),
    ("22", "Côtes-d’Armor"),
    ("23", "Creuse"),
    ("24", "Dordogne"),
    ("25", "Doubs"),
    ("26", "Drôme"),
    ("27", "Eure"),
    ("28", "Eure-et-Loir"),
    ("29", "Finistère"),
    ("2A", "Corse-du-Sud"),
    ("2B", "Haute-Corse"),
    ("30", "Gard"),
    ("31", "Haute-Garonne"),
    ("32", "Gers"),
    ("33", "Gironde"),
    ("34", "Hérault"),
    ("35", "Ille-et-Vilaine"),
    ("36", "Indre"),
    ("37", "Indre-et-Loire"),
    ("38", "Isère"),
    ("39", "Jura"),
    ("40", "Landes"),
    ("41", "Loir-et-Cher"),
    ("42", "Loire"),
    ("43", "Haute-Loire"),
    ("44", "Loire-Atlantique"),
    ("45", "Loiret"),
    ("46", "Lot"),
    ("47", "Lot-et-Garonne"),
    ("48", "Lozère"),
    ("49", "Maine-et-Loire"),
    ("50", "Manche"),
    ("51", "Marne"),
    ("52", "Haute-Marne"),
    ("53", "Mayenne"),
    ("54", "Meurthe-et-Moselle"),
    ("55", "Meuse"),
    ("56", "Morbihan"),
    ("57", "Moselle"),
    ("58", "Nièvre"),
    ("59", "Nord"),
    ("60", "Oise"),
    ("61", "Orne"),
    ("62", "Pas-de-Calais"),
    ("63", "Puy-de-Dôme"),
    ("64", "Pyrénées-Atlantiques"),
    ("65", "Hautes-Pyrénées"),
    ("66", "Pyrénées-Orientales"),
    ("67", "Bas-Rhin"),
    ("68", "Haut-Rhin"),
    ("69", "Rhône"),
    ("70", "Haute-Saône"),
    ("71", "Saône-et-Loire"),
    ("72", "Sarthe"),
    ("73", "Savoie"),
    ("74", "Haute-Savoie"),
    ("75", "Paris"),
    ("76", "Seine-Maritime"),
    ("77", "Seine-et-Marne"),
    ("78", "Yvelines"),
    ("79", "Deux-Sèvres"),
    ("80", "Somme"),
    ("81", "Tarn"),
    ("82", "Tarn-et-Garonne"),
    ("83", "Var"),
    ("84", "Vaucluse"),
    ("85", "Vendée"),
    ("86", "Vienne"),
    ("87", "Haute-Vienne"),
    ("88", "Vosges"),
    ("89", "Yonne"),
    ("90", "Territoire de Belfort"),
    ("91", "Essonne"),
    ("92", "Hauts-de-Seine"),
    ("93", "Seine-Saint-Denis"),
    ("94", "Val-de-Marne"),
    ("95", "Val-d’Oise"),
    ("971", "Guadeloupe"),
    ("972", "Martinique"),
    ("973", "Guyane"),
    ("974", "La Réunion"),
    ("976", "Mayotte"),
];

/// Postal codes whose first digits are not, or not only, their department's (20 of 6 310). Those of
/// the overseas collectivities lead to no region.
pub const POSTAL_EXCEPTIONS: &[(&str, &[&str])] = &[
    ("01200", &["01", "74"]),
    ("01410", &["01", "39"]),
    ("01590", &["01", "39"]),
    ("05110", &["04", "05"]),
    ("05130", &["04", "05"]),
    ("05160", &["04", "05"]),
    ("05700", &["05", "26"]),
    ("06260", &["04", "06"]),
    ("13780", &["13", "83"]),
    ("21340", &["21", "71"]),
    ("33220", &["24", "33"]),
    ("37160", &["37", "86"]),
    ("42620", &["03", "42"]),
    ("43450", &["15", "43"]),
    ("48250", &["07", "48"]),
    ("52100", &["51", "52"]),
    ("94390", &["91", "94"]),
    ("97133", &["977"]),
    ("97150", &["978"]),
    ("98799", &["989"]),
];

/// What lies outside the regions and has postal codes of its own: collectivities, and a neighbour.
const COLLECTIVITIES: &[(&str, &str)] = &[
    ("975", "Saint-Pierre-et-Miquelon"),
    ("977", "Saint-Barthélemy"),
    ("978", "Saint-Martin"),
    ("980", "Monaco"),
    ("984", "Terres australes et antarctiques françaises"),
    ("986", "Wallis-et-Futuna"),
    ("987", "Polynésie française"),
    ("988", "Nouvelle-Calédonie"),
    ("989", "Île de Clipperton"),
];

/// Those that no region of the table covers.
pub fn collectivities() -> impl Iterator<Item = Department> {
    let named = |(code, name): &(&str, &str)| Department {
        code: (*code).to_owned(),
        name: (*name).to_owned(),
    };
    COLLECTIVITIES.iter().map(named)
}

/// Every slug of the table.
pub fn slugs() -> impl Iterator<Item = &'static str> {
    REGIONS.iter().map(|row| row.slug)
}

/// The slug of the region that has this code of the Insee.
pub fn slug_of_code(code: &str) -> Option<&'static str> {
    REGIONS.iter().find(|row| row.code == code).map(|row| row.slug)
}

/// The French name of the region of that slug.
pub fn name_of(slug: &str) -> Option<&'static str> {
    REGIONS.iter().find(|row| row.slug == slug).map(|row| row.name)
}

/// Every department of a region.
pub fn departments() -> impl Iterator<Item = Department> {
    DEPARTMENTS.iter().filter_map(|(code, _)| department(code))
}

/// The department of that code.
pub fn department(code: &str) -> Option<Department> {
    let (code, name) = DEPARTMENTS.iter().find(|(c, _)| *c == code)?;
    Some(Department { code: (*code).to_owned(), name: (*name).to_owned() })
}

/// The built-in territory of that slug, named in the site's languages.
pub fn built_in(slug: &Slug, languages: &[Lang], span: Span) -> Option<Territory> {
    let row = REGIONS.iter().find(|row| row.slug == slug.as_str())?;
    let (column, line, label) = row.tile;
    Some(Territory {
        code: row.code.to_owned(),
        name: row.names(languages)?,
        grammar: languages
            .iter()
            .filter(|lang| lang.is_french())
            .map(|l| (l.clone(), row.grammar()))
            .collect(),
        zone: Zone::named(row.zone)?,
        departments: row.departments.split(' ').filter_map(department).collect(),
        tile: Some(Tile { column, row: line, label: label.to_owned() }),
        span,
    })
}

impl Row {
    fn names(&self, languages: &[Lang]) -> Option<Localized<String>> {
        // Languages without a name of their own for it use the French one, as a name and not as French.
        let name = |lang: &Lang| match lang.primary() {
            "en" if !self.english.is_empty() => self.english.to_owned(),
            _ => self.name.to_owned(),
        };
        Localized::from_entries(languages.iter().map(|l| (l.clone(), name(l))).collect())
    }

    fn grammar(&self) -> Grammar {
        Grammar { the: self.the.into(), of: self.of.into(), within: self.within.into() }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{
        DEPARTMENTS, Department, POSTAL_EXCEPTIONS, REGIONS, Territory, built_in, department,
    };
    use crate::model::id::{Lang, Slug};
    use crate::model::source::{FileId, Span};

    #[test]
    fn every_department_belongs_to_one_region() {
        let listed: Vec<&str> = REGIONS.iter().flat_map(|row| row.departments.split(' ')).collect();
        let known: BTreeSet<&str> = DEPARTMENTS.iter().map(|(code, _)| *code).collect();
        assert_eq!(listed.len(), 101);
        assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), known);
    }

    fn check(code: &str, departments: &[&str], expected: &[&str]) {
        let slug = Slug::new("bretagne").expect("a slug");
        let fr = Lang::new("fr").expect("a language");
        let known = built_in(&slug, &[fr], Span::whole(FileId(0))).expect("in the table");
        let named = |code: &&str| Department { code: (*code).to_owned(), name: String::new() };
        let departments = departments.iter().map(named).collect();
        let territory = Territory { code: code.to_owned(), departments, ..known };
        assert_eq!(territory.official_codes(), expected);
    }

    #[test]
    fn official_codes_end_in_digits() {
        check("53", &["22", "29", "35", "56"], &["REG-53"]);
        check("94", &["2A", "2B"], &["REG-94"]);
        check("28", &["14", "50", "35"], &["REG-28", "DEP-35"]);
        check("01", &["971"], &["REG-01"]);
        check("975", &["975"], &["COMER-975"]);
        check("sud", &["2A", "2B", "06", "976"], &["REG-94", "DEP-06", "DEP-976"]);
    }

    #[test]
    fn every_row_is_complete() {
        let languages = [Lang::new("fr").expect("fr"), Lang::new("en").expect("en")];
        let mut places = BTreeSet::new();
        for row in REGIONS {
            let slug = Slug::new(row.slug).expect("a slug");
            let territory = built_in(&slug, &languages, Span::whole(FileId(0))).expect("complete");
            let tile = territory.tile.expect("a tile");
            assert!(places.insert((tile.column, tile.row)), "{}", row.slug);
        }
        assert_eq!(REGIONS.len(), 18);
    }

    #[test]
    fn postal_exceptions_name_known_departments_save_the_collectivities() {
        assert_eq!(POSTAL_EXCEPTIONS.len(), 20);
        let unknown: Vec<&str> = POSTAL_EXCEPTIONS
            .iter()
            .flat_map(|(_, codes)| codes.iter().copied())
            .filter(|code| department(code).is_none())
            .collect();
        assert_eq!(unknown, ["977", "978", "989"]);
    }
}
