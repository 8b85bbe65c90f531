//! How long files and functions may be, how many parameters they take, and how big a room may grow.

use std::collections::BTreeMap;

use syn::visit::{self, Visit};
use syn::{Block, FnArg, ImplItemFn, ItemFn, Pat, Signature, TraitItemFn};

use super::program::{PROGRAM, rust};

const LINES_OF_A_FILE: usize = 600;
const LINES_OF_A_FUNCTION: usize = 60;
const PARAMETERS: usize = 4;
/// Of the lines of `src`, in hundredths.
const SHARE_OF_A_ROOM: usize = 30;

#[test]
fn files_are_short() {
    let texts = ["src", "tests", "benches"].map(|folder| (folder, rust(folder)));
    let files =
        texts.iter().flat_map(|(folder, texts)| texts.iter().map(move |file| (folder, file)));
    let long = files.filter(|(_, (_, text))| text.lines().count() > LINES_OF_A_FILE);
    let long: Vec<String> = long.map(|(folder, (path, _))| format!("{folder}/{path}")).collect();
    assert_eq!(long, [""; 0], "the files of more than {LINES_OF_A_FILE} lines");
}

#[test]
fn functions_are_short() {
    let long = such(|function| function.lines > LINES_OF_A_FUNCTION);
    assert_eq!(long, [""; 0], "the functions of more than {LINES_OF_A_FUNCTION} lines");
}

#[test]
fn functions_take_few_parameters() {
    let many = such(|function| function.parameters > PARAMETERS);
    assert_eq!(many, [""; 0], "the functions of more than {PARAMETERS} parameters");
}

#[test]
fn no_room_is_the_whole_house() {
    let mut rooms: BTreeMap<&str, usize> = BTreeMap::new();
    for file in &PROGRAM.files {
        let room = file.place.split('/').next().expect("a path has a first name");
        *rooms.entry(room).or_default() += file.lines;
    }
    let all: usize = rooms.values().sum();
    let big = rooms.iter().filter(|(_, lines)| **lines * 100 >= all * SHARE_OF_A_ROOM);
    let big: Vec<String> =
        big.map(|(room, lines)| format!("{room}: {lines} lines of {all}")).collect();
    assert_eq!(big, [""; 0]);
}

/// The functions of the program, its tests and its benches of which something is true: `src/merge/mod.rs: regional_call`.
fn such(is_so: impl Fn(&Function) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for (path, text) in rust(folder) {
            let tree =
                syn::parse_file(&text).unwrap_or_else(|error| panic!("{folder}/{path}: {error}"));
            let functions = functions(&tree).into_iter().filter(&is_so);
            found.extend(functions.map(|function| format!("{folder}/{path}: {}", function.name)));
        }
    }
    found
}

/// A function, a method, or a function inside one.
pub struct Function {
    pub name: String,
    /// From its name to its last brace.
    pub lines: usize,
    /// With `self`; a tuple that is taken apart counts for what is in it.
    pub parameters: usize,
}

/// Every function of a file.
pub fn functions(tree: &syn::File) -> Vec<Function> {
    let mut reader = Reader(Vec::new());
    reader.visit_file(tree);
    reader.0
}

struct Reader(Vec<Function>);

impl Reader {
    fn push(&mut self, signature: &Signature, body: Option<&Block>) {
        let start = signature.ident.span().start().line;
        let end = body.map_or(start, |body| body.brace_token.span.close().end().line);
        let parameters = signature.inputs.iter().map(|input| match input {
            FnArg::Receiver(_) => 1,
            FnArg::Typed(input) => taken_apart(&input.pat),
        });
        let (name, lines) = (signature.ident.to_string(), end + 1 - start);
        self.0.push(Function { name, lines, parameters: parameters.sum() });
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.push(&item.sig, Some(&item.block));
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.push(&item.sig, Some(&item.block));
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast TraitItemFn) {
        self.push(&item.sig, item.default.as_ref());
        visit::visit_trait_item_fn(self, item);
    }
}

fn taken_apart(pattern: &Pat) -> usize {
    match pattern {
        Pat::Tuple(tuple) => tuple.elems.iter().map(taken_apart).sum(),
        _ => 1,
    }
}
