//! Texts as officers write them, put in every field that takes a text.
//!
//! `tests/corpus/honest`: nothing is said of them, and the words of each are those of the page, in order.
//! The texts of the shipped project, and random ones: their words are those of the page, of the call, of the dossier and of its files.
//! `tests/corpus/faulty`: each has one fault, which is told once, at its line.

mod project;

mod corpus {
    mod faulty;
    mod files;
    mod honest;
    mod page;
    mod random;
    mod shipped;
    mod source;
}
