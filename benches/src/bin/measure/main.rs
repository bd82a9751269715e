//! `measure`: does the work of a case by its name, for `cargo xtask bench` and for profilers.

use std::process::ExitCode;

#[cfg(target_os = "linux")]
mod seed;

fn main() -> ExitCode {
    let cases: Vec<_> = winsec_benches::cases().collect();
    winsec_benches::cli::measure(&cases)
}
