//! What the repository remembers: every baseline there was, and which commits may be to blame.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::bench::BASELINE;
use crate::bench::record::Record;
use crate::process;

/// How many commits are named at most.
const MOST: usize = 12;

/// What can change a figure.
const CODE: [&str; 6] = [
    "benches",
    "codegen",
    "crates",
    "specs",
    "Cargo.lock",
    "Cargo.toml",
];

/// A baseline of the past.
#[derive(Debug, Clone)]
pub struct Past {
    /// The commit that set it.
    pub commit: String,
    /// The day.
    pub date: String,
    /// The first line of its message.
    pub subject: String,
    /// The figures.
    pub record: Record,
}

/// Every baseline that a revision's history holds, the oldest first.
pub fn history(root: &Path, revision: Option<&str>) -> Result<Vec<Past>> {
    let log = git(
        root,
        &[
            "log",
            "--reverse",
            "--format=%h%x09%cs%x09%s",
            revision.unwrap_or("HEAD"),
            "--",
            BASELINE,
        ],
    )?;
    let past = log.lines().filter_map(|line| {
        let mut parts = line.splitn(3, '\t').map(ToOwned::to_owned);
        let (commit, date, subject) = (parts.next()?, parts.next()?, parts.next()?);
        // Of a baseline that was removed, or written by an earlier form of this, nothing is shown.
        let text = git(root, &["show", &format!("{commit}:{BASELINE}")]).ok()?;
        Some(Past {
            commit,
            date,
            subject,
            record: Record::read(&text).ok()?,
        })
    });
    Ok(past.collect())
}

/// The commits since a measurement that can have changed a figure, in words.
pub fn suspects(root: &Path, since: &str) -> Vec<String> {
    let range = format!("{since}..HEAD");
    let mut arguments = vec!["log", "--no-merges", "--format=%h %s", &range, "--"];
    arguments.extend(CODE);
    let Ok(log) = git(root, &arguments) else {
        return vec![format!("unknown: {since} is no commit of this history")];
    };
    let mut lines: Vec<_> = log.lines().take(MOST).map(ToOwned::to_owned).collect();
    match log.lines().count() {
        0 => lines.push(format!(
            "no commit since {since}: what is not committed yet"
        )),
        count if count > MOST => lines.push(format!("and {} more in {range}", count - MOST)),
        _ => {}
    }
    lines
}

fn git(root: &Path, arguments: &[&str]) -> Result<String> {
    process::output(Command::new("git").args(arguments).current_dir(root))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
    }

    #[test]
    fn a_commit_that_is_not_there_is_no_error() {
        let lines = suspects(root(), "nonsense");
        assert_eq!(lines, ["unknown: nonsense is no commit of this history"]);
        let lines = suspects(root(), "HEAD");
        assert_eq!(lines, ["no commit since HEAD: what is not committed yet"]);
    }
}
