//! What the project promises, and what was measured of it.

use crate::bench::fit::slope;
use crate::bench::record::{Figures, OURS, Record};
use crate::bench::units;
use crate::table;

/// Something promised.
pub struct Target {
    /// What it is about.
    pub what: &'static str,
    /// What it is compared with.
    pub against: &'static str,
    /// The most that it may be.
    pub most: f64,
    value: fn(&Record) -> Option<f64>,
}

/// From how many items on growth must be linear: before, it costs something to begin at all.
const SMALLEST: f64 = 1000.0;

/// Everything promised.
pub const TARGETS: [Target; 11] = [
    Target {
        what: "safe call, instructions, the dearest",
        against: "the raw call by hand",
        most: 1.02,
        value: |record| {
            dearest(record, |ours, by_hand| {
                Some(ours.instructions? as f64 / by_hand.instructions? as f64)
            })
        },
    },
    Target {
        what: "safe call, further allocations, the dearest",
        against: "the raw call by hand",
        most: 0.0,
        value: |record| {
            dearest(record, |ours, by_hand| {
                Some(ours.allocations? as f64 - by_hand.allocations? as f64)
            })
        },
    },
    Target {
        what: "walking all packages, time beyond the call's own",
        against: "windows, texts copied",
        most: 0.5,
        value: |record| {
            // Each as a multiple of our own time, taken in the same rounds.
            let side = |name| Some(1.0 / record.side("peers/packages", name)?.ratio?);
            let call = side("the call alone")?;
            let theirs = side("windows")? - call;
            (theirs > 0.0).then_some((1.0 - call).max(0.0) / theirs)
        },
    },
    Target {
        what: "walking all packages, allocations",
        against: "none",
        most: 0.0,
        value: |record| Some(record.side("peers/packages", OURS)?.allocations? as f64),
    },
    Target {
        what: "generating our specs, time",
        against: "windows-bindgen, same items",
        most: 1.0 / 50.0,
        value: |record| time(record, "codegen/specs", "windows-bindgen"),
    },
    Target {
        what: "17 MB of RDL to Rust, time",
        against: "windows-rdl's reader alone",
        most: 1.0,
        value: |record| time(record, "codegen/win32", "windows-rdl"),
    },
    Target {
        what: "growth of the generator on cuts of Win32, slope",
        against: "linear",
        most: 1.05,
        value: |record| slope(&growth(record, "codegen/cut", OURS)),
    },
    Target {
        what: "growth of the generator on made-up items, slope",
        against: "linear",
        most: 1.05,
        value: |record| slope(&growth(record, "codegen/made-up", OURS)),
    },
    Target {
        what: "generating all of Win32, peak memory",
        against: "windows-bindgen",
        most: 0.5,
        value: |record| {
            let resident = |figures: &Figures| figures.resident;
            ratio(record, "codegen/win32", "windows-bindgen", resident)
        },
    },
    Target {
        what: "clean build of winsec-ffi, time",
        against: "windows-sys, same items",
        most: 1.0 / 4.0,
        value: |record| time(record, "build/winsec-ffi", "windows-sys"),
    },
    Target {
        what: "clean build of winsec-sspi, time",
        against: "sspi-rs",
        most: 1.0 / 20.0,
        value: |record| time(record, "build/winsec-sspi", "sspi-rs"),
    },
];

impl Target {
    /// What was measured, if it was.
    pub fn value(&self, record: &Record) -> Option<f64> {
        (self.value)(record)
    }

    /// Whether the promise is kept.
    pub fn is_met(&self, value: f64) -> bool {
        value <= self.most
    }
}

/// A row for each target that was measured; nothing when none was.
pub fn table(record: &Record) -> Option<String> {
    let rows: Vec<_> = TARGETS
        .iter()
        .filter_map(|target| {
            let value = target.value(record)?;
            let verdict = if target.is_met(value) {
                "met"
            } else {
                "missed"
            };
            Some([
                target.what.to_owned(),
                target.against.to_owned(),
                format!("at most {}", units::ratio(target.most, 1.0)),
                units::ratio(value, 1.0),
                verdict.to_owned(),
            ])
        })
        .collect();
    let header = ["target", "against", "wanted", "measured", ""];
    (!rows.is_empty()).then(|| table::table(header.map(ToOwned::to_owned), rows))
}

/// The sizes of a family of cases and the times that a side took.
pub fn growth(record: &Record, family: &str, side: &str) -> Vec<(f64, f64)> {
    let mut points: Vec<_> = record
        .cases
        .iter()
        .filter_map(|(case, sides)| {
            let size: f64 = case.strip_prefix(family)?.strip_prefix('/')?.parse().ok()?;
            Some((size, sides.get(side)?.time? as f64))
        })
        .filter(|(size, _)| *size >= SMALLEST)
        .collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points
}

/// The most that a safe call costs, by some measure of it and of the call by hand.
fn dearest(record: &Record, cost: impl Fn(&Figures, &Figures) -> Option<f64>) -> Option<f64> {
    let calls = record
        .cases
        .iter()
        .filter(|(case, _)| case.starts_with("calls/"));
    let costs = calls.filter_map(|(_, sides)| cost(sides.get(OURS)?, sides.get("by hand")?));
    costs.max_by(f64::total_cmp)
}

fn time(record: &Record, case: &str, peer: &str) -> Option<f64> {
    record.side(case, peer)?.ratio
}

fn ratio(
    record: &Record,
    case: &str,
    peer: &str,
    of: impl Fn(&Figures) -> Option<u64>,
) -> Option<f64> {
    let ours = of(record.side(case, OURS)?)?;
    let theirs = of(record.side(case, peer)?)?;
    (theirs > 0).then(|| ours as f64 / theirs as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_met_or_missed() {
        let mut record = Record::default();
        assert_eq!(table(&record), None);
        record.entry("codegen/specs", "windows-bindgen").ratio = Some(0.019);
        assert!(table(&record).unwrap().contains("| met"));
        record.entry("codegen/specs", "windows-bindgen").ratio = Some(0.021);
        assert!(table(&record).unwrap().contains("| missed"));
    }

    #[test]
    fn the_dearest_call_counts() {
        let mut record = Record::default();
        for (case, ours) in [("calls/a", 110), ("calls/b", 101), ("codegen/c", 900)] {
            record.entry(case, OURS).instructions = Some(ours);
            record.entry(case, "by hand").instructions = Some(100);
        }
        assert_eq!(TARGETS[0].value(&record), Some(1.1));
        assert_eq!(TARGETS[1].value(&record), None);
    }

    #[test]
    fn what_the_system_itself_costs_is_left_out() {
        let mut record = Record::default();
        for (side, ratio) in [("windows", 0.5), ("the call alone", 2.0)] {
            record.entry("peers/packages", side).ratio = Some(ratio);
        }
        let value = TARGETS[2].value(&record).unwrap();
        assert!((value - 1.0 / 3.0).abs() < 1e-9, "{value}");
    }

    #[test]
    fn growth_is_of_one_family() {
        let mut record = Record::default();
        for (case, time) in [
            ("codegen/cut/100", 1),
            ("codegen/cut/10000", 30),
            ("codegen/cut/1000", 3),
            ("codegen/made-up/1000", 9),
            ("codegen/specs", 9),
        ] {
            record.entry(case, OURS).time = Some(time);
        }
        assert_eq!(
            growth(&record, "codegen/cut", OURS),
            [(1e3, 3.0), (1e4, 30.0)]
        );
    }
}
