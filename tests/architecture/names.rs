//! One file of Rust -> every name that it says, with its line: imports in groups or not, paths in types, expressions and
//! patterns, and what looks like a path in the tokens of a macro or of an attribute.

use std::iter::Peekable;

use proc_macro2::{Ident, TokenStream, TokenTree, token_stream};
use syn::visit::{self, Visit};
use syn::{
    Attribute, ImplItemFn, ItemExternCrate, ItemFn, ItemMod, ItemUse, LitStr, Macro, Meta, UseTree,
};
use syn::{VisRestricted, Visibility};

/// A module, from the root of the program (`["render", "head"]`), or a name as it is written.
pub type Path = Vec<String>;

/// A name that stands in the code.
#[derive(Debug)]
pub struct Name {
    /// The module that says it.
    pub scope: Path,
    /// As it is written; the first part is empty when it starts with `::`.
    pub path: Path,
    pub line: usize,
    pub how: How,
    /// Whether only tests say it.
    pub tests: bool,
}

/// What a name is said for.
#[derive(Debug, PartialEq, Eq)]
pub enum How {
    /// `use path as alias`.
    Import { alias: String, public: bool },
    /// `use path::*`.
    Glob,
    /// Anything else.
    Mention,
}

/// What a file says and makes.
#[derive(Debug, Default)]
pub struct Said {
    pub names: Vec<Name>,
    /// The modules that it declares, in it or in other files.
    pub modules: Vec<Declared>,
}

/// `mod name;`, or `mod name { … }`.
#[derive(Debug)]
pub struct Declared {
    pub module: Path,
    pub inline: bool,
    pub tests: bool,
}

/// All that `tree` says, which is the file of the module `scope`.
pub fn said(scope: &[String], tree: &syn::File) -> Said {
    let mut reader = Reader { scope: scope.to_vec(), tests: false, said: Said::default() };
    reader.visit_file(tree);
    reader.said
}

struct Reader {
    scope: Path,
    tests: bool,
    said: Said,
}

impl Reader {
    fn push(&mut self, path: Path, line: usize, how: How) {
        let (scope, tests) = (self.scope.clone(), self.tests);
        self.said.names.push(Name { scope, path, line, how, tests });
    }

    fn import(&mut self, prefix: &[String], tree: &UseTree, public: bool) {
        match tree {
            UseTree::Path(part) => self.import(&joined(prefix, &part.ident), &part.tree, public),
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.import(prefix, tree, public));
            }
            UseTree::Name(leaf) => self.bind(joined(prefix, &leaf.ident), &leaf.ident, public),
            UseTree::Rename(leaf) => self.bind(joined(prefix, &leaf.ident), &leaf.rename, public),
            UseTree::Glob(leaf) => {
                self.push(prefix.to_vec(), leaf.star_token.spans[0].start().line, How::Glob);
            }
        }
    }

    fn bind(&mut self, mut path: Path, alias: &Ident, public: bool) {
        let line = alias.span().start().line;
        let mut alias = alias.to_string();
        // `use a::{self}` binds `a`.
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
            if alias == "self" {
                alias.clone_from(path.last().expect("it was longer than one"));
            }
        }
        self.push(path, line, How::Import { alias, public });
    }

    /// What looks like a path in tokens whose grammar is a macro's own.
    fn tokens(&mut self, prefix: &[String], stream: TokenStream) {
        let mut tokens = stream.into_iter().peekable();
        let mut after_dot = false;
        while let Some(token) = tokens.next() {
            match &token {
                TokenTree::Group(group) => self.tokens(prefix, group.stream()),
                // A field or a method.
                TokenTree::Ident(_) if after_dot => {}
                TokenTree::Literal(literal) => self.quoted(&literal.to_string()),
                TokenTree::Ident(first) => self.path_in_tokens(prefix, first, &mut tokens),
                TokenTree::Punct(_) => {}
            }
            after_dot = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.');
        }
    }

    /// `#[serde(with = "a::path")]`.
    fn quoted(&mut self, literal: &str) {
        let path: syn::Result<LitStr> = syn::parse_str(literal);
        let path = path.and_then(|text| text.parse_with(syn::Path::parse_mod_style));
        if let Ok(path) = path
            && path.segments.len() > 1
        {
            self.visit_path(&path);
        }
    }

    fn path_in_tokens(&mut self, prefix: &[String], first: &Ident, rest: &mut Tokens) {
        let line = first.span().start().line;
        let mut path = joined(prefix, first);
        while colons(rest) {
            match rest.peek() {
                Some(TokenTree::Ident(next)) => {
                    path.push(next.to_string());
                    rest.next();
                }
                Some(TokenTree::Group(group)) => {
                    let inside = group.stream();
                    rest.next();
                    return self.tokens(&path, inside);
                }
                _ => break,
            }
        }
        self.push(path, line, How::Mention);
    }

    fn within(&mut self, attributes: &[Attribute], visit: impl FnOnce(&mut Self)) {
        let outside = self.tests;
        self.tests |= attributes.iter().any(is_for_tests);
        visit(self);
        self.tests = outside;
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let moved = item.attrs.iter().any(|attribute| attribute.path().is_ident("path"));
        assert!(!moved, "{}: a module stands where its name says", item.ident);
        self.within(&item.attrs, |reader| {
            reader.scope.push(item.ident.to_string());
            let (module, inline) = (reader.scope.clone(), item.content.is_some());
            reader.said.modules.push(Declared { module, inline, tests: reader.tests });
            visit::visit_item_mod(reader, item);
            reader.scope.pop();
        });
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.within(&item.attrs, |reader| visit::visit_item_fn(reader, item));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.within(&item.attrs, |reader| visit::visit_impl_item_fn(reader, item));
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.within(&item.attrs, |reader| {
            let prefix = item.leading_colon.as_ref().map(|_| String::new());
            let public = !matches!(item.vis, Visibility::Inherited);
            reader.import(prefix.as_slice(), &item.tree, public);
        });
    }

    fn visit_item_extern_crate(&mut self, item: &'ast ItemExternCrate) {
        let alias = item.rename.as_ref().map_or(&item.ident, |(_, alias)| alias);
        self.bind(vec![String::new(), item.ident.to_string()], alias, false);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let absolute = path.leading_colon.as_ref().map(|_| String::new());
        let parts = path.segments.iter().map(|segment| segment.ident.to_string());
        let line = path.segments.first().map_or(0, |first| first.ident.span().start().line);
        self.push(absolute.into_iter().chain(parts).collect(), line, How::Mention);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.visit_path(&call.path);
        self.tokens(&[], call.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if !attribute.path().is_ident("doc") {
            self.visit_path(attribute.path());
        }
        if let Meta::List(list) = &attribute.meta {
            self.tokens(&[], list.tokens.clone());
        }
    }

    /// `pub(in path)` says who may see, and sees nobody.
    fn visit_vis_restricted(&mut self, _: &'ast VisRestricted) {}
}

type Tokens = Peekable<token_stream::IntoIter>;

/// Passes over `::`.
fn colons(tokens: &mut Tokens) -> bool {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ':');
    let mut ahead = tokens.clone();
    let found =
        ahead.next().is_some_and(|t| is_colon(&t)) && ahead.next().is_some_and(|t| is_colon(&t));
    if found {
        *tokens = ahead;
    }
    found
}

fn is_for_tests(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else { return attribute.path().is_ident("test") };
    list.path.is_ident("cfg") && list.tokens.to_string() == "test"
}

fn joined(prefix: &[String], last: &Ident) -> Path {
    prefix.iter().cloned().chain([last.to_string()]).collect()
}
