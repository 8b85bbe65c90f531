//! The shape of the house, as a parser of Rust reads every file of `src`.
//!
//! Stages never import one another; only `pipeline` knows their order; no two files are in a circle; files and functions
//! stay short. To change the shape of the house, change `tests/architecture/tables.rs` on purpose: each table is exact, so
//! that a row that nothing needs any more fails too.
//! The disk, the clock and the environment are held by `clippy.toml`.

mod project;

mod architecture {
    mod circles;
    mod exact;
    mod finder;
    mod kinds;
    mod libraries;
    mod names;
    mod program;
    mod rooms;
    mod sizes;
    mod tables;
}
