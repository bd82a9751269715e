//! What costs more than it may: than the baseline, or than a peer.

use std::fmt;

use crate::bench::program::Case;
use crate::bench::record::{Figures, OURS, Record};
use crate::bench::units;

/// How many more instructions always pass: a compiler may choose another register.
const INSTRUCTIONS: f64 = 0.005;

/// The same of a whole job, and from how many instructions on it is one: what the heap looks like
/// differs from build to build, and 3.4 % was seen to come of that.
const OF_A_JOB: f64 = 0.05;
const JOB: u64 = 10_000_000;

/// How often the noise that was seen may pass.
const NOISE: f64 = 5.0;

/// How many more allocations pass where there are any at all: threads share work as they can, and
/// tables of addresses grow as the addresses have it.
const ALLOCATIONS: f64 = 0.02;

/// Something that costs too much.
#[derive(Debug, Clone, PartialEq)]
pub struct Breach {
    case: String,
    what: &'static str,
    now: u64,
    than: String,
    other: u64,
    /// How much more may pass.
    allowed: f64,
}

/// Everything that costs more than it may. Instructions are compared with those of a baseline that
/// the same tools made; what is measured in one run, always.
pub fn breaches(record: &Record, baseline: Option<&Record>, cases: &[Case]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (case, sides) in &record.cases {
        let Some(now) = sides.get(OURS) else {
            continue;
        };
        if let Some(before) = baseline.and_then(|baseline| baseline.side(case, OURS)) {
            let same_tools = baseline.is_some_and(|baseline| baseline.tools == record.tools);
            breaches.extend(since(case, now, before, same_tools));
        }
        let limit = cases
            .iter()
            .find(|listed| listed.id == *case)
            .and_then(|listed| listed.limit.as_ref());
        if let Some((ratio, against)) = limit
            && let Some(theirs) = sides.get(against)
        {
            breaches.extend(over_limit(case, now, (against, theirs), *ratio));
        }
    }
    breaches
}

fn since(case: &str, now: &Figures, before: &Figures, same_tools: bool) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let than = "the baseline";
    if let (Some(now), Some(then), true) = (now.instructions, before.instructions, same_tools) {
        let least = if then < JOB { INSTRUCTIONS } else { OF_A_JOB };
        let allowed = least.max(before.noise.unwrap_or_default() * NOISE);
        breaches.extend(beyond(case, "instructions", now, (than, then), allowed));
    }
    if let (Some(now), Some(then)) = (now.allocations, before.allocations) {
        breaches.extend(beyond(case, "allocations", now, (than, then), ALLOCATIONS));
    }
    breaches
}

/// Ours beside a side that it is limited by: it may take so many times the instructions, and as
/// many allocations.
fn over_limit(
    case: &str,
    now: &Figures,
    (against, theirs): (&str, &Figures),
    ratio: f64,
) -> Vec<Breach> {
    let pairs = [
        ("instructions", now.instructions, theirs.instructions, ratio),
        (
            "allocations",
            now.allocations,
            theirs.allocations,
            1.0 + ALLOCATIONS,
        ),
    ];
    let breaches = pairs.into_iter().filter_map(|(what, ours, theirs, ratio)| {
        beyond(case, what, ours?, (against, theirs?), ratio - 1.0)
    });
    breaches.collect()
}

/// A breach, unless what is more is allowed; half a count is less than any there is.
fn beyond(
    case: &str,
    what: &'static str,
    now: u64,
    (than, other): (&str, u64),
    allowed: f64,
) -> Option<Breach> {
    (now as f64 > other as f64 * (1.0 + allowed) + 0.5).then(|| Breach {
        case: case.to_owned(),
        what,
        now,
        than: than.to_owned(),
        other,
        allowed,
    })
}

impl Breach {
    /// Whether it is about a case.
    pub fn is_of(&self, case: &str) -> bool {
        self.case == case
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            case,
            what,
            now,
            than,
            other,
            allowed,
        } = self;
        write!(
            f,
            "{case}: {now} {what}; {than} has {other}, and {:.2} % more may pass, not {}",
            allowed * 100.0,
            units::change(*now as f64, *other as f64),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::program::Worth;

    fn record(rustc: &str, ours: Figures, peer: Figures) -> Record {
        let mut record = Record::default();
        record.tools.rustc = rustc.to_owned();
        *record.entry("calls/query", OURS) = ours;
        *record.entry("calls/query", "by hand") = peer;
        record
    }

    fn counted(instructions: u64) -> Figures {
        Figures {
            instructions: Some(instructions),
            ..Figures::default()
        }
    }

    fn limited(ratio: f64) -> Vec<Case> {
        vec![Case {
            id: "calls/query".to_owned(),
            worth: Worth::Always,
            agree: false,
            limit: Some((ratio, "by hand".to_owned())),
            sides: vec![OURS.to_owned(), "by hand".to_owned()],
        }]
    }

    #[test]
    fn a_whole_job_may_vary_more_from_build_to_build() {
        let before = record("1.95.0", counted(20_000_000), counted(1));
        let found = |now| {
            let now = record("1.95.0", counted(now), counted(1));
            breaches(&now, Some(&before), &[]).len()
        };
        assert_eq!(found(21_000_000), 0);
        assert_eq!(found(21_000_001), 1);
    }

    #[test]
    fn more_instructions_than_the_baseline_are_a_breach() {
        let before = record("1.95.0", counted(10_000), counted(9_000));
        let found = |now| {
            breaches(
                &record("1.95.0", counted(now), counted(1)),
                Some(&before),
                &[],
            )
        };
        assert_eq!(found(10_050), []);
        let [breach] = &found(10_051)[..] else {
            panic!("one figure is too large");
        };
        let message = breach.to_string();
        for part in ["calls/query", "10051", "10000", "0.50 %", "+0.51 %"] {
            assert!(message.contains(part), "{message}");
        }
    }

    #[test]
    fn a_noisy_count_may_vary_more() {
        let noisy = Figures {
            noise: Some(0.002),
            ..counted(10_000)
        };
        let before = record("1.95.0", noisy, counted(1));
        let found = |now| {
            breaches(
                &record("1.95.0", counted(now), counted(1)),
                Some(&before),
                &[],
            )
        };
        assert_eq!(found(10_100), []);
        assert_eq!(found(10_101).len(), 1);
    }

    #[test]
    fn counts_of_other_tools_are_not_compared() {
        let before = record("1.94.0", counted(10_000), counted(1));
        let now = record("1.95.0", counted(20_000), counted(1));
        assert_eq!(breaches(&now, Some(&before), &[]), []);
    }

    #[test]
    fn a_limit_holds_whatever_the_tools() {
        let now = record("1.95.0", counted(1_020), counted(1_000));
        assert_eq!(breaches(&now, None, &limited(1.02)), []);
        assert_eq!(breaches(&now, None, &limited(1.019)).len(), 1);
    }

    #[test]
    fn a_limit_lets_no_further_allocation_pass() {
        let heap = |allocations| Figures {
            allocations: Some(allocations),
            ..Figures::default()
        };
        let found = |ours| {
            let now = record("1.95.0", heap(ours), heap(100));
            breaches(&now, None, &limited(1.02)).len()
        };
        assert_eq!(found(102), 0);
        assert_eq!(found(103), 1);
    }

    #[test]
    fn where_nothing_was_allocated_nothing_may_be() {
        let heap = |allocations| Figures {
            allocations: Some(allocations),
            ..Figures::default()
        };
        let found = |before, now| {
            let before = record("1.94.0", heap(before), heap(0));
            breaches(&record("1.95.0", heap(now), heap(0)), Some(&before), &[]).len()
        };
        assert_eq!(found(0, 0), 0);
        assert_eq!(found(0, 1), 1);
        assert_eq!(found(1000, 1020), 0);
        assert_eq!(found(1000, 1021), 1);
    }
}
