//! `memory`: counts what a case takes from the heap, for `cargo xtask bench`.

use std::env;
use std::fs;
use std::process::ExitCode;

use winsec_benches::memory::{Counting, Heap, count};
use winsec_benches::{Side, probe, side};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let [id, name] = arguments.as_slice() else {
        eprintln!("usage: memory CASE SIDE");
        return ExitCode::FAILURE;
    };
    match side(id, name) {
        Ok(side) => show(side),
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// A line for each figure.
fn show(side: &Side) {
    let mut work = probe::prepare(side);
    let Heap {
        allocations,
        bytes,
        peak,
    } = count(&mut work);
    println!("allocations\t{allocations}\nbytes\t{bytes}\npeak\t{peak}");
    if let Some(resident) = resident() {
        println!("resident\t{resident}");
    }
}

/// The most bytes that the process has held in memory, where the system tells.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
