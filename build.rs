//! The digest of the writers of documents: a document that is published is kept while what would write it is the same.
#![allow(clippy::print_stdout, reason = "it is how a build script speaks")]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::{env, fs, io};

/// All that a document's bytes come from, besides what it says: its writers, the nouns they ask about letters, languages
/// and fields, and the libraries.
const SOURCES: [&str; 3] = ["src/documents", "src/model", "Cargo.lock"];

fn main() -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        hash(Path::new(source), &mut hasher)?;
    }
    // Optional writers.
    let mut features: Vec<(String, String)> =
        env::vars().filter(|(name, _)| name.starts_with("CARGO_FEATURE_")).collect();
    features.sort();
    features.hash(&mut hasher);
    println!("cargo::rustc-env=CANEVAS_WRITERS={:016x}", hasher.finish());
    Ok(())
}

fn hash(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    if path.is_file() {
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let mut inside: Vec<_> = fs::read_dir(path)?.collect::<io::Result<_>>()?;
    inside.sort_by_key(fs::DirEntry::file_name);
    inside.iter().try_for_each(|entry| hash(&entry.path(), hasher))
}
