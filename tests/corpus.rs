//! Texts as officers write them, put in every field that takes a text.
//!
//! `tests/corpus/honest`: nothing is said of them, and the words of each are those of the page, in order.
//! Random texts: their words are those of the page, of the call, of the dossier and of its files.
//! `tests/corpus/faulty`: each has one fault, which is told once, at its line.

mod project;

mod corpus {
    mod faulty;
    mod files;
    mod honest;
    mod page;
    mod random;
    mod source;
}
