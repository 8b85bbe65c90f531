//! `canevas serve` as a browser and an editor meet it: the real program, on the loopback, on a small project.

mod project;

mod serve {
    mod disk;
    mod door;
    mod edits;
    mod frames;
    pub mod http;
    mod mistakes;
    pub mod preview;
    mod same_bytes;
    mod saves;
}
