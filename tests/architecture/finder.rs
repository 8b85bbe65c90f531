//! What the other tests rest on, tried on small programs: no form of a path hides a name.

use super::circles::{circles, graph};
use super::libraries::users;
use super::program::Program;
use super::rooms::arrows;
use super::sizes::functions;

const ROOMS: [(&str, &[&str]); 4] = [("lib", &[]), ("plan", &[]), ("render", &[]), ("model", &[])];

/// A program in which `plan.rs` is `code`, beside rooms that it may name.
fn with(code: &str) -> Program {
    let files = [
        ("lib.rs", "mod model; mod plan; mod render;"),
        ("plan.rs", code),
        ("plan/links.rs", ""),
        (
            "render/mod.rs",
            "mod head;\npub use head::Head as Top;\npub use crate::model::call as noun;",
        ),
        ("render/head.rs", "pub struct Head;"),
        ("model/mod.rs", "pub mod call;"),
        ("model/call.rs", "pub struct Call;"),
    ];
    Program::new(files.into_iter())
}

/// The other rooms that `plan` names.
fn named(code: &str) -> Vec<&'static str> {
    let program = with(code);
    let arrows = arrows(&program, &ROOMS).into_keys();
    arrows.filter(|(room, _)| *room == "plan").map(|(_, named)| named).collect()
}

#[test]
fn every_form_of_a_path_is_seen() {
    let forms = [
        "use crate::render;",
        "use crate::{render as r};",
        "use crate::{model::{self}, render::{head::{self, Head}}};",
        "use super::render::head;",
        "use super::{render};",
        "use crate as house; fn f() { house::render::f() }",
        "use crate::render::*;",
        "fn f() { crate::render::head::f() }",
        "fn f() { use crate::render; }",
        "fn f(x: &crate::render::Top) {}",
        "impl From<crate::render::Top> for u8 {}",
        "fn f(x: u8) -> Result<u8, Box<crate::render::Top>> { todo!() }",
        "fn f(x: u8) { match x { crate::render::TOP => {} _ => {} } }",
        "fn f() { println!(\"{}\", crate::render::f()) }",
        "fn f() { vec![1, { crate :: render :: f() }] }",
        "macro_rules! m { () => { use $crate::{render::Top}; } }",
        "#[derive(crate::render::Look)] struct S;",
        "#[serde(with = \"crate::render::look\")] struct S;",
        "mod tests { use super::super::render; }",
        "mod tests { use crate::plan::links; fn f() { super::super::render::f() } }",
        "pub(crate) use crate::render::Top;",
        "#[cfg(test)] mod tests { use crate::render::Top; }",
        "type T = <u8 as crate::render::Draw>::Output;",
        "static T: [u8; crate::render::SIZE] = [];",
    ];
    for form in forms {
        assert!(named(form).contains(&"render"), "{form}");
    }
}

#[test]
fn what_names_no_room_is_not_said_to() {
    let forms = [
        "use links::render;",
        "fn render() {} fn f() { render() }",
        "fn f(render: u8) -> u8 { render }",
        "fn f(x: X) { x.render.head(); println!(\"{}\", x.render) }",
        "/// [`crate::render::Top`]\nfn f() {}",
        "pub(in crate::plan) fn f() {}",
        "use self::links::model;",
        "const CRATE: &str = \"crate::render::Top\";",
        "// crate::render::Top",
    ];
    for form in forms {
        assert_eq!(named(form), [""; 0], "{form}");
    }
}

#[test]
fn a_name_that_is_passed_on_leads_to_who_defines_it() {
    assert_eq!(named("use crate::render::noun::Call;"), ["model", "render"]);
    assert_eq!(named("fn f() { crate::render::noun::f() }"), ["model", "render"]);
    let program = with("use crate::render::Top;");
    assert_eq!(graph(&program)["plan"].keys().copied().collect::<Vec<_>>(), ["render/head"]);
}

#[test]
fn every_use_of_a_library_is_seen() {
    let forms = [
        "use std::{env, fs};",
        "use ::std::env;",
        "use std as s; fn f() { s::env::var(\"X\") }",
        "fn f() { std::env::var(\"X\"); }",
        "fn f() { format!(\"{:?}\", std::env::var(\"X\")) }",
        "extern crate std as s;",
    ];
    for form in forms {
        assert!(users(&with(form)).contains_key("std"), "{form}");
    }
    let words = [
        "fn f(url: &str) -> &str { url.trim(); url }",
        "mod url { fn f() {} } fn f() { url::f() }",
        "use links::url; fn f() { url::f() }",
    ];
    for word in words {
        assert!(users(&with(word)).is_empty(), "{word}");
    }
}

/// The circles of `a/mod.rs` (which declares `b`), `a/b.rs` and `c.rs`.
fn circles_of(a: &str, b: &str, c: &str) -> Vec<Vec<String>> {
    let program = Program::new([("a/mod.rs", a), ("a/b.rs", b), ("c.rs", c)].into_iter());
    let circles = circles(&graph(&program));
    circles.iter().map(|files| files.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn a_circle_is_seen_whatever_hides_it() {
    let pair = [["a/b", "c"]];
    // By a name that the parent passes on.
    assert_eq!(circles_of("mod b; pub use b::B;", "use crate::c::C;", "use crate::a::B;"), pair);
    assert_eq!(
        circles_of("mod b; pub use b::B;", "fn f() { crate::c::f() }", "fn f() -> crate::a::B {}"),
        pair
    );
    // Between a parent and its child.
    let family = [["a/b", "a/mod"]];
    assert_eq!(circles_of("mod b; fn f() { b::f() }", "use super::A;", ""), family);
    assert_eq!(circles_of("mod b; pub use b::B; fn f() -> B {}", "use super::A;", ""), family);
    assert_eq!(circles_of("mod b; use b::Draw;", "use crate::a::A;", ""), family);
    // Through a third.
    let three = [["a/b", "a/mod", "c"]];
    assert_eq!(circles_of("mod b; fn f() { b::f() }", "use crate::c;", "use crate::a::A;"), three);
}

#[test]
fn what_is_no_circle_is_not_said_to_be() {
    let none: [Vec<String>; 0] = [];
    assert_eq!(circles_of("mod b; pub use b::B;", "use super::A;", ""), none);
    assert_eq!(circles_of("mod b; fn f() { b::f() }", "", "use crate::a::{b::B, A};"), none);
    assert_eq!(
        circles_of("mod b; fn f() { b::f() }", "#[cfg(test)] mod tests { use crate::a::A; }", ""),
        none
    );
    assert_eq!(
        circles_of(
            "#[cfg(test)] mod b; pub struct A;",
            "use super::A; use crate::c;",
            "use crate::a::b;"
        ),
        none
    );
    assert_eq!(circles_of("mod b; fn f(b: u8) -> u8 { b }", "use super::A;", ""), none);
}

#[test]
fn functions_are_measured() {
    let of = |code: &str| -> Vec<(usize, usize)> {
        let tree = syn::parse_file(code).expect("Rust");
        functions(&tree).iter().map(|function| (function.lines, function.parameters)).collect()
    };
    assert_eq!(of("fn f() {}"), [(1, 0)]);
    assert_eq!(of("/// Why.\n#[test]\nfn f(\n    a: u8,\n    b: (u8, u8),\n) {\n\n}\n"), [(6, 2)]);
    assert_eq!(of("fn f((a, (b, c)): (u8, (u8, u8)), d: u8) {}"), [(1, 4)]);
    assert_eq!(of("impl A { fn f(&self, a: u8) {\n fn g() {}\n } }"), [(3, 2), (1, 0)]);
    assert_eq!(of("trait A { fn f(self); fn g(&mut self) {\n} }"), [(1, 1), (2, 1)]);
    assert_eq!(of("fn f() { let g = |a, b, c, d, e| 1; }"), [(1, 0)]);
}
