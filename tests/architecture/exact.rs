//! A table says all that is found, and nothing else.

use std::collections::BTreeSet;

/// Fails on what is found and not in the table, and on what the table says and is found no more.
pub fn same<T: Into<String>>(what: &str, found: &[String], known: impl IntoIterator<Item = T>) {
    let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    let known: BTreeSet<String> = known.into_iter().map(Into::into).collect();
    let new = found.iter().filter(|one| !known.contains(**one)).map(|one| format!("new: {one}"));
    let gone = known.iter().filter(|one| !found.contains(one.as_str()));
    let gone = gone.map(|one| format!("no more, strike it out of the table: {one}"));
    let wrong: Vec<String> = new.chain(gone).collect();
    assert!(wrong.is_empty(), "{what}:\n{}", wrong.join("\n"));
}
