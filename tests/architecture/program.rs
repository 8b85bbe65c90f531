//! Every file of `src`, read once: what it says, how long it is, and where each of its names leads.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::names::{self, How, Name, Path};
use super::tables::LIBRARIES;
use crate::project::{files, read, repository};

/// The program as it stands.
pub static PROGRAM: LazyLock<Program> = LazyLock::new(|| {
    let texts = rust("src");
    Program::new(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())))
});

/// Re-exports of re-exports are followed no further.
const HOPS: usize = 8;

/// Files, and the modules they make.
pub struct Program {
    pub files: Vec<File>,
    /// Every module, with the file it stands in.
    modules: BTreeMap<Path, usize>,
    /// What each module imports: alias, path.
    imports: BTreeMap<Path, Vec<(String, Path)>>,
}

/// One file.
pub struct File {
    /// Without its extension: `render/head`, `render/mod`.
    pub place: String,
    pub lines: usize,
    pub names: Vec<Name>,
    /// Whether only tests are made of it.
    pub tests: bool,
}

/// Where a name leads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A module of the program, or something that it defines.
    Ours {
        module: Path,
        /// The modules by whose imports one comes to it.
        through: BTreeSet<Path>,
        /// Whether it is the module itself that is named.
        whole: bool,
    },
    /// Something of a library.
    Theirs(Path),
}

impl Program {
    /// Reads files, each with its path from `src`.
    pub fn new<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut program =
            Self { files: Vec::new(), modules: BTreeMap::new(), imports: BTreeMap::new() };
        let mut for_tests = BTreeSet::new();
        for (path, text) in texts {
            let tree = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            let place = path.strip_suffix(".rs").expect("a file of Rust").to_owned();
            let module = module_of(&place);
            let said = names::said(&module, &tree);
            for_tests.extend(said.modules.iter().filter(|m| m.tests).map(|m| m.module.clone()));
            let inline = said.modules.into_iter().filter(|m| m.inline).map(|m| m.module);
            program
                .modules
                .extend(inline.chain([module]).map(|module| (module, program.files.len())));
            let lines = text.lines().count();
            program.files.push(File { place, lines, names: said.names, tests: false });
        }
        for file in &mut program.files {
            let module = module_of(&file.place);
            file.tests = (1..=module.len()).any(|depth| for_tests.contains(&module[..depth]));
            for name in &file.names {
                if let How::Import { alias, .. } = &name.how {
                    let imports = program.imports.entry(name.scope.clone()).or_default();
                    imports.push((alias.clone(), name.path.clone()));
                }
            }
        }
        program
    }

    /// The file in which a module stands.
    pub fn file_of(&self, module: &[String]) -> &File {
        &self.files[self.modules[module]]
    }

    /// Where the names of a file lead, each with its line. A lone word that is also a module's or a library's is a word.
    pub fn targets<'a>(&'a self, file: &'a File) -> impl Iterator<Item = (&'a Name, Target)> {
        file.names.iter().flat_map(move |name| {
            let word = name.how == How::Mention && name.path.len() == 1;
            let targets = self.targets_of(&name.scope, &name.path).into_iter();
            let said = targets.filter(move |target| !word || !target.is_whole());
            said.map(move |target| (name, target))
        })
    }

    /// Where a path leads that a module says.
    pub fn targets_of(&self, scope: &[String], path: &[String]) -> Vec<Target> {
        self.start(scope, path, HOPS)
    }

    fn start(&self, scope: &[String], path: &[String], hops: usize) -> Vec<Target> {
        let Some((first, rest)) = path.split_first().filter(|_| hops > 0) else {
            return Vec::new();
        };
        match first.as_str() {
            "" => return vec![Target::Theirs(rest.to_vec())],
            "crate" | "canevas" => return self.descend(&[], rest, hops),
            "self" => return self.descend(scope, rest, hops),
            "super" => return self.descend(&scope[..scope.len() - 1], rest, hops),
            _ => {}
        }
        let ours = self.inside(scope, path, hops);
        let library = ours.is_empty() && is_library(first);
        if library { vec![Target::Theirs(path.to_vec())] } else { ours }
    }

    fn descend(&self, module: &[String], path: &[String], hops: usize) -> Vec<Target> {
        let ours =
            |whole| Target::Ours { module: module.to_vec(), through: BTreeSet::new(), whole };
        match path.first().map(String::as_str) {
            None => vec![ours(true)],
            Some("super") => self.descend(&module[..module.len() - 1], &path[1..], hops),
            Some(_) => {
                let found = self.inside(module, path, hops);
                if found.is_empty() { vec![ours(false)] } else { found }
            }
        }
    }

    /// Where a path leads whose first word is a child or an import of `module`.
    fn inside(&self, module: &[String], path: &[String], hops: usize) -> Vec<Target> {
        let (first, rest) = path.split_first().expect("callers saw its first word");
        let child: Path = module.iter().chain([first]).cloned().collect();
        let mut found = Vec::new();
        if self.modules.contains_key(&child) {
            found = self.descend(&child, rest, hops);
        }
        let imports = self.imports.get(module).map_or(&[][..], Vec::as_slice);
        // `use open::open` binds what it names.
        let imports =
            imports.iter().filter(|(alias, path)| alias == first && path.first() != Some(alias));
        for (_, imported) in imports {
            let path = [imported.as_slice(), rest].concat();
            found
                .extend(self.start(module, &path, hops - 1).into_iter().map(|t| t.through(module)));
        }
        found
    }
}

impl Target {
    fn is_whole(&self) -> bool {
        match self {
            Self::Ours { whole, .. } => *whole,
            Self::Theirs(path) => path.len() == 1,
        }
    }

    fn through(mut self, by: &[String]) -> Self {
        if let Self::Ours { through, .. } = &mut self {
            through.insert(by.to_vec());
        }
        self
    }
}

/// Whether a file is `room`, or in it.
pub fn stands_in(place: &str, room: &str) -> bool {
    place.strip_prefix(room).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The files of Rust under a folder of this repository, with their texts.
pub fn rust(folder: &str) -> Vec<(String, String)> {
    let folder = repository().join(folder);
    let found =
        files(&folder).into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs"));
    let texts = found.map(|path| {
        let text = read(&folder.join(&path));
        (path.display().to_string().replace('\\', "/"), text)
    });
    texts.collect()
}

fn module_of(place: &str) -> Path {
    let names = place.split('/').filter(|name| !["lib", "mod"].contains(name));
    names.map(str::to_owned).collect()
}

fn is_library(name: &str) -> bool {
    ["std", "core", "alloc"].contains(&name)
        || LIBRARIES.iter().any(|(library, _)| *library == name)
}
