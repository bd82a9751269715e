//! The table: ours, peer, ratio, and the change since the baseline.

use crate::bench::record::{Figures, OURS, Record};
use crate::bench::units;
use crate::table;

/// What is measured: its name, where it is among the figures, how it is written, and whether its
/// value is the machine's as much as ours.
struct Measure {
    name: &'static str,
    of: fn(&Figures) -> Option<u64>,
    show: fn(u64) -> String,
    of_machine: bool,
}

const MEASURES: [Measure; 7] = [
    Measure {
        name: "instructions",
        of: |figures| figures.instructions,
        show: units::count,
        of_machine: false,
    },
    Measure {
        name: "time",
        of: |figures| figures.time,
        show: units::time,
        of_machine: true,
    },
    Measure {
        name: "allocations",
        of: |figures| figures.allocations,
        show: units::count,
        of_machine: false,
    },
    Measure {
        name: "peak of the heap",
        of: |figures| figures.peak,
        show: units::bytes,
        of_machine: false,
    },
    Measure {
        name: "peak of the process",
        of: |figures| figures.resident,
        show: units::bytes,
        of_machine: true,
    },
    Measure {
        name: "crates",
        of: |figures| figures.crates,
        show: units::count,
        of_machine: false,
    },
    Measure {
        name: "size",
        of: |figures| figures.size,
        show: units::bytes,
        of_machine: false,
    },
];

/// A row for each figure of ours, beside each peer's.
pub fn table(record: &Record, baseline: Option<&Record>) -> String {
    let header = [
        "case",
        "figure",
        "ours",
        "peer",
        "by",
        "ours / peer",
        "change",
    ];
    let rows = record.cases.iter().flat_map(|(case, sides)| {
        MEASURES.iter().flat_map(move |measure| {
            let ours = sides.get(OURS).and_then(measure.of);
            let before = baseline
                .filter(|baseline| !measure.of_machine || baseline.machine == record.machine);
            let before = before.and_then(|baseline| (measure.of)(baseline.side(case, OURS)?));
            let peers: Vec<_> = sides
                .iter()
                .filter(|(side, _)| *side != OURS)
                .filter_map(|(side, figures)| {
                    Some((side.as_str(), (measure.of)(figures)?, figures))
                })
                .collect();
            ours.into_iter()
                .flat_map(move |ours| rows(case, measure, ours, before, &peers))
        })
    });
    table::table(header.map(ToOwned::to_owned), rows)
}

fn rows(
    case: &str,
    measure: &Measure,
    ours: u64,
    before: Option<u64>,
    peers: &[(&str, u64, &Figures)],
) -> Vec<[String; 7]> {
    let change = before.map_or_else(String::new, |before| {
        units::change(ours as f64, before as f64)
    });
    let row = |peer: String, by: &str, ratio: String| {
        [
            case.to_owned(),
            measure.name.to_owned(),
            (measure.show)(ours),
            peer,
            by.to_owned(),
            ratio,
            change.clone(),
        ]
    };
    if peers.is_empty() {
        return vec![row(String::new(), "", String::new())];
    }
    let rows = peers.iter().map(|(side, theirs, figures)| {
        // Of times, what was measured side by side says more than two medians.
        let paired = figures.ratio.filter(|_| measure.name == "time");
        let ratio = match paired {
            Some(ratio) => units::ratio(ratio, 1.0),
            None => units::ratio(ours as f64, *theirs as f64),
        };
        row((measure.show)(*theirs), side, ratio)
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_peer_has_a_row() {
        let mut record = Record::default();
        *record.entry("a/b", OURS) = Figures {
            time: Some(1_000_000),
            instructions: Some(50),
            ..Figures::default()
        };
        for (side, ratio) in [("one", 0.02), ("two", 2.0)] {
            *record.entry("a/b", side) = Figures {
                time: Some(7_000_000),
                ratio: Some(ratio),
                ..Figures::default()
            };
        }
        let mut baseline = record.clone();
        baseline.entry("a/b", OURS).instructions = Some(100);
        let text = table(&record, Some(&baseline));
        let lines: Vec<_> = text.lines().skip(2).collect();
        assert_eq!(lines.len(), 3, "{text}");
        assert!(
            lines[0].contains("instructions") && lines[0].contains("-50.00 %"),
            "{text}"
        );
        assert!(
            lines[1].contains("1 ms") && lines[1].contains("1/50.0"),
            "{text}"
        );
        assert!(
            lines[2].contains("two") && lines[2].contains("2.000"),
            "{text}"
        );
    }

    #[test]
    fn times_of_another_machine_are_not_compared() {
        let mut record = Record::default();
        record.entry("a/b", OURS).time = Some(10);
        let mut baseline = record.clone();
        assert!(table(&record, Some(&baseline)).contains("same"));
        baseline.machine = "another".to_owned();
        assert!(!table(&record, Some(&baseline)).contains("same"));
    }
}
