//! The table of every comparison, and what it comes to.

use std::collections::BTreeMap;

use winsec_codegen::model::{Arches, ItemKind, Party};

use crate::{
    answers::{Answers, PARTIES, title},
    ours::Ours,
    show,
    verdict::{Judgement, Path, Verdict},
};

/// The table's header.
pub const HEADER: [&str; 5] = ["item", "kind", "metadata", "C headers", "windows-sys"];

/// A line of the table: an item, or an element of one of which not everybody says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The item's name, or the element's behind a dot.
    pub name: String,
    /// What it is.
    pub kind: &'static str,
    /// Each party's verdict.
    pub verdicts: [Option<Verdict>; 3],
}

impl Row {
    /// The row's cells, in the header's order.
    #[must_use]
    pub fn cells(&self) -> [String; 5] {
        let [metadata, c, windows_sys] = self.verdicts.map(word);
        [
            self.name.clone(),
            self.kind.to_owned(),
            metadata.to_owned(),
            c.to_owned(),
            windows_sys.to_owned(),
        ]
    }
}

/// A verdict as the table shows it.
#[must_use]
pub fn word(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        None => "not asked",
        Some(Verdict::Same) => "same",
        Some(Verdict::Refined) => "refined",
        Some(Verdict::Absent) => "absent there",
        Some(Verdict::Explained) => "explained",
        Some(Verdict::Different) => "DIFFERENT",
    }
}

/// Every item's row, and below it those of its elements of which not everybody says the same.
#[must_use]
pub fn rows(ours: &Ours<'_>, judgements: &[Judgement<'_>]) -> Vec<Row> {
    let mut rows = Vec::new();
    for judgement in judgements {
        let item = ours.item(judgement.item);
        let name = match item.arches {
            Arches::ALL => item.name.text.clone(),
            arches => format!("{} ({})", item.name.text, show::arches(arches)),
        };
        rows.push(Row {
            name,
            kind: kind(&item.kind),
            verdicts: PARTIES.map(|party| judgement.verdict(party)),
        });
        for element in judgement.elements.iter().skip(1) {
            let verdicts = PARTIES.map(|party| {
                // What is in an item that a party does not have it does not have either.
                let own = judgement.own().verdict(party);
                element
                    .verdict(party)
                    .or(own.filter(|own| *own == Verdict::Absent))
            });
            let of_note = verdicts
                .iter()
                .any(|verdict| verdict.is_some_and(|verdict| verdict != Verdict::Same));
            // What is absent with its whole item tells nothing more.
            let with_its_item =
                PARTIES
                    .iter()
                    .zip(&verdicts)
                    .all(|(party, verdict)| match verdict {
                        Some(Verdict::Absent) => {
                            judgement.own().verdict(*party) == Some(Verdict::Absent)
                        }
                        Some(verdict) => *verdict == Verdict::Same,
                        None => true,
                    });
            if let (Some(name), true) = (element.path.name(), of_note && !with_its_item) {
                rows.push(Row {
                    name: format!(".{name}"),
                    kind: element.path.kind(),
                    verdicts,
                });
            }
        }
    }
    rows
}

fn kind(kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::Record(record) => match record.kind {
            winsec_codegen::model::RecordKind::Struct => "struct",
            winsec_codegen::model::RecordKind::Union => "union",
        },
        ItemKind::Enum(item) if item.flags => "flags",
        ItemKind::Enum(_) => "enum",
        ItemKind::Constant(_) => "constant",
        ItemKind::Alias(_) => "alias",
        ItemKind::Function(_) => "function",
        ItemKind::Callback(_) => "callback",
        ItemKind::Interface => "interface",
    }
}

/// A difference that the spec explains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The element, by its item's name and its own.
    pub element: String,
    /// The party.
    pub party: Party,
    /// What differs (and on which architectures, if not on all), our word, their word.
    pub differences: Vec<(String, String, String)>,
    /// The spec's explanation.
    pub reason: String,
}

/// Every difference that the spec explains.
#[must_use]
pub fn explained(ours: &Ours<'_>, judgements: &[Judgement<'_>]) -> Vec<Explained> {
    let mut all = Vec::new();
    for judgement in judgements {
        let item = ours.item(judgement.item);
        for element in &judgement.elements {
            for party in PARTIES {
                if element.verdict(party) != Some(Verdict::Explained) {
                    continue;
                }
                let differences = element
                    .notes(party)
                    .iter()
                    .filter(|note| note.verdict == Verdict::Different)
                    .map(|note| {
                        let aspect = note.aspect.name();
                        let aspect = if note.arches == item.arches {
                            aspect.to_owned()
                        } else {
                            format!("{aspect} ({})", show::arches(note.arches))
                        };
                        (aspect, note.ours.clone(), note.theirs.clone())
                    })
                    .collect();
                let name = element
                    .path
                    .name()
                    .map(|name| format!(".{name}"))
                    .unwrap_or_default();
                all.push(Explained {
                    element: format!("{}{name}", item.name.text),
                    party,
                    differences,
                    reason: element.explanation(party).unwrap_or_default().to_owned(),
                });
            }
        }
    }
    all
}

/// How many items and members each party gives each verdict.
#[must_use]
pub fn counts(judgements: &[Judgement<'_>]) -> BTreeMap<(usize, Option<Verdict>), usize> {
    let mut counts = BTreeMap::new();
    for judgement in judgements {
        for element in &judgement.elements {
            let named = matches!(element.path, Path::Item | Path::Member(_));
            for (column, party) in PARTIES.into_iter().enumerate() {
                let verdict = if element.path == Path::Item {
                    judgement.verdict(party)
                } else {
                    element.verdict(party)
                };
                if named {
                    *counts.entry((column, verdict)).or_insert(0) += 1;
                }
            }
        }
    }
    counts
}

/// What could not be asked, and why.
#[must_use]
pub fn gaps(answers: &Answers) -> Vec<String> {
    PARTIES
        .into_iter()
        .flat_map(|party| {
            answers
                .of(party)
                .gaps
                .iter()
                .map(move |gap| format!("{}: {gap}", title(party)))
        })
        .collect()
}
