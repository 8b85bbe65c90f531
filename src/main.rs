//! Parses the arguments, runs a command, turns its outcome into an exit code.

use std::process::ExitCode;

use canevas::cli::Cli;
use clap::Parser;

fn main() -> ExitCode {
    canevas::commands::run(&Cli::parse())
}
