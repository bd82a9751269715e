//! `memory`: counts what a case takes from the heap, for `cargo xtask bench`.

use std::process::ExitCode;

use winsec_benches::memory::Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() -> ExitCode {
    let cases: Vec<_> = winsec_benches_peers::cases().iter().collect();
    winsec_benches::cli::memory(&cases)
}
