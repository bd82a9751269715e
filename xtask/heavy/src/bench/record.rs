//! The figures of a run, as they are kept in a file.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::process;

/// The figures of a run, and what they depend on.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Why it was made the baseline.
    #[serde(default)]
    pub why: String,
    /// The day.
    pub date: String,
    /// The commit that was measured.
    pub commit: String,
    /// The machine.
    pub machine: String,
    /// The tools that instruction counts depend on.
    pub tools: Tools,
    /// For each case and each of its sides, the figures.
    pub cases: BTreeMap<String, BTreeMap<String, Figures>>,
}

/// The tools that instruction counts depend on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tools {
    /// The compiler's version.
    pub rustc: String,
    /// The system that it builds for.
    pub host: String,
    /// Valgrind's version, where there is one.
    pub valgrind: String,
}

/// What is known of one side of a case. Times and sizes that depend on the machine are kept for
/// people; they are never compared with the baseline.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figures {
    /// Instructions, counted by callgrind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instructions: Option<u64>,
    /// By how much two counts of one build differed, relative to the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noise: Option<f64>,
    /// Nanoseconds: the median.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<u64>,
    /// The median of our time divided by this side's, round by round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    /// How often memory was taken from the heap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allocations: Option<u64>,
    /// The most bytes that were taken from the heap at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak: Option<u64>,
    /// The most bytes that the process held in memory.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resident: Option<u64>,
    /// How many crates were compiled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crates: Option<u64>,
    /// The bytes of what was built.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
}

/// The side that is ours.
pub const OURS: &str = "ours";

impl Record {
    /// A record of this machine, this day and this commit, without figures.
    pub fn now(root: &Path) -> Self {
        let say = |program: &str, arguments: &[&str]| {
            process::output(Command::new(program).args(arguments).current_dir(root))
                .unwrap_or_default()
        };
        let rustc = say("rustc", &["--version", "--verbose"]);
        let line = |key: &str| {
            let mut lines = rustc.lines();
            let found = lines.find_map(|line| line.strip_prefix(key));
            found.unwrap_or_default().trim().to_owned()
        };
        let valgrind = say("valgrind", &["--version"]);
        Self {
            why: String::new(),
            date: say("git", &["log", "-1", "--format=%cs"]),
            commit: say("git", &["rev-parse", "--short=12", "HEAD"]),
            machine: machine(),
            tools: Tools {
                rustc: line("release:"),
                host: line("host:"),
                valgrind: valgrind.trim_start_matches("valgrind-").to_owned(),
            },
            cases: BTreeMap::new(),
        }
    }

    /// Reads a file; nothing when there is none.
    pub fn load(file: &Path) -> Result<Option<Self>> {
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read `{}`", file.display()));
            }
        };
        Self::read(&text)
            .with_context(|| format!("`{}` is not a record of benchmarks", file.display()))
            .map(Some)
    }

    /// Reads a text.
    pub fn read(text: &str) -> Result<Self> {
        Ok(serde_json::from_str(text)?)
    }

    /// Writes a file, a figure a line, so that a change of one is a change of one line.
    pub fn save(&self, file: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self)?;
        fs::write(file, text + "\n").with_context(|| format!("cannot write `{}`", file.display()))
    }

    /// The figures of a side.
    pub fn side(&self, case: &str, side: &str) -> Option<&Figures> {
        self.cases.get(case)?.get(side)
    }

    /// The figures of a side, to be filled in.
    pub fn entry(&mut self, case: &str, side: &str) -> &mut Figures {
        let sides = self.cases.entry(case.to_owned()).or_default();
        sides.entry(side.to_owned()).or_default()
    }

    /// This record, with what only an earlier one has: what was not measured this time stays.
    pub fn over(mut self, earlier: Option<Self>) -> Self {
        for (case, sides) in earlier.unwrap_or_default().cases {
            for (side, figures) in sides {
                let entry = self.entry(&case, &side);
                *entry = entry.over(figures);
            }
        }
        self
    }
}

impl Figures {
    fn over(self, earlier: Self) -> Self {
        let counted = self.instructions.is_some();
        Self {
            instructions: self.instructions.or(earlier.instructions),
            noise: if counted { self.noise } else { earlier.noise },
            time: self.time.or(earlier.time),
            ratio: self.ratio.or(earlier.ratio),
            allocations: self.allocations.or(earlier.allocations),
            peak: self.peak.or(earlier.peak),
            resident: self.resident.or(earlier.resident),
            crates: self.crates.or(earlier.crates),
            size: self.size.or(earlier.size),
        }
    }
}

/// The processor, how many of it there are, and the system.
fn machine() -> String {
    let read = |file: &str| fs::read_to_string(file).unwrap_or_default();
    let value = |text: &str, key: &str, separator: char| {
        let mut lines = text.lines();
        let found = lines.find_map(|line| line.strip_prefix(key));
        let found = found.and_then(|rest| rest.split_once(separator));
        found.map(|(_, value)| value.trim().trim_matches('"').to_owned())
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = value(&read("/proc/cpuinfo"), "model name", ':')
        .unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let system = value(&read("/etc/os-release"), "PRETTY_NAME", '=')
        .unwrap_or_else(|| std::env::consts::OS.to_owned());
    format!("{processor}, {cores} cores, {system}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(figures: Figures) -> Record {
        let mut record = Record::default();
        *record.entry("a/b", OURS) = figures;
        record
    }

    #[test]
    fn a_record_is_what_was_saved() {
        let file = std::env::temp_dir().join(format!("xtask-record-{}", std::process::id()));
        let record = one(Figures {
            instructions: Some(12),
            ratio: Some(0.5),
            ..Figures::default()
        });
        record.save(&file).unwrap();
        assert_eq!(Record::load(&file).unwrap(), Some(record));
        fs::write(&file, "{}").unwrap();
        assert!(Record::load(&file).is_err());
        fs::remove_file(&file).unwrap();
        assert_eq!(Record::load(&file).unwrap(), None);
    }

    #[test]
    fn what_was_not_measured_stays() {
        let earlier = one(Figures {
            instructions: Some(1),
            noise: Some(0.1),
            time: Some(2),
            ..Figures::default()
        });
        let now = one(Figures {
            instructions: Some(3),
            ..Figures::default()
        });
        let both = now.over(Some(earlier));
        let figures = both.side("a/b", OURS).unwrap();
        assert_eq!(figures.instructions, Some(3));
        assert_eq!(figures.noise, None);
        assert_eq!(figures.time, Some(2));
    }
}
