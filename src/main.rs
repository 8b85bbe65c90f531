//! Runs the command that was typed, and turns its outcome into an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    canevas::commands::run()
}
