//! A table says all that is found, and nothing else.

use std::collections::BTreeSet;

/// Fails on what is found and not in the table, and on what the table says and is found no more.
pub fn same(what: &str, found: &[String], known: &[&str]) {
    let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    let known: BTreeSet<&str> = known.iter().copied().collect();
    let new = found.difference(&known).map(|one| format!("new: {one}"));
    let gone = known.difference(&found);
    let gone = gone.map(|one| format!("no more, strike it out of the table: {one}"));
    let wrong: Vec<String> = new.chain(gone).collect();
    assert!(wrong.is_empty(), "{what}:\n{}", wrong.join("\n"));
}
