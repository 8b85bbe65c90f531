//! Texts as officers write them, put in every field that takes a text.
//!
//! `tests/corpus/honest`: nothing is said of them, and the words of each are those of the page, in order.

mod project;

mod corpus {
    mod honest;
    mod page;
    mod source;
}
