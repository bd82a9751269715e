//! Counts instructions with callgrind, so that two runs of one build give one figure.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process;

/// The function that does nothing but the work.
const MEASURED: &str = "winsec_benches_measured";

/// What a program may know of the environment: what tools need to find each other.
const ENVIRONMENT: [&str; 5] = [
    "PATH",
    "HOME",
    "CARGO_HOME",
    "RUSTUP_HOME",
    "RUSTUP_TOOLCHAIN",
];

/// Counts the instructions of one side of a case, those of all its threads.
///
/// What makes counts drift is taken away: the environment, hash seeds (by the program itself), and
/// the number of processors, on which the number of threads depends. Other processes that a peer
/// starts are not counted.
pub fn count(program: &Path, case: &str, side: &str, scratch: &Path) -> Result<u64> {
    fs::create_dir_all(scratch).with_context(|| format!("cannot make {}", scratch.display()))?;
    let out = scratch.join("callgrind.out");
    // What is dumped where the work ends has a number behind its name.
    let dump = scratch.join("callgrind.out.1");
    if dump.exists() {
        fs::remove_file(&dump).context("cannot remove an earlier count")?;
    }
    let mut command = Command::new("taskset");
    command
        .args(["--cpu-list", &processor(), "valgrind", "--tool=callgrind"])
        .arg(format!("--zero-before={MEASURED}"))
        .arg(format!("--dump-after={MEASURED}"))
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(program)
        .args(["once", case, side])
        .current_dir(scratch)
        .env_clear()
        .envs(
            ENVIRONMENT
                .iter()
                .filter_map(|name| Some((name, env::var_os(name)?))),
        )
        .stdin(Stdio::null());
    process::output(&mut command)?;
    let text = fs::read_to_string(&dump)
        .with_context(|| format!("callgrind has not written {}", dump.display()))?;
    match total(&text) {
        Some(total) if total > 0 => Ok(total),
        _ => bail!("callgrind has counted nothing in {MEASURED}"),
    }
}

/// The first processor that this process may run on.
fn processor() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let allowed = status
        .lines()
        .find_map(|line| line.strip_prefix("Cpus_allowed_list:"))
        .unwrap_or("0");
    let first = allowed.trim().split([',', '-']).next();
    first.unwrap_or("0").to_owned()
}

/// The sum that callgrind writes at the end of a profile.
fn total(profile: &str) -> Option<u64> {
    let line = profile
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("totals:"))?;
    line.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_is_at_the_end() {
        assert_eq!(total("version: 1\nfn=(1)\n1 2\ntotals: 42\n"), Some(42));
        assert_eq!(total("version: 1\n"), None);
        assert!(processor().parse::<u32>().is_ok());
    }
}
