//! `measure`: does the work of a case by its name, for `cargo xtask bench`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let cases: Vec<_> = winsec_benches_peers::cases().iter().collect();
    winsec_benches::cli::measure(&cases)
}
