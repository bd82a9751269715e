//! What is wrong: differences without an explanation, explanations without a difference, and what
//! nobody confirms.

use winsec_codegen::{
    diagnostic::{Diagnostic, Span},
    model::{Arches, ItemKind, Party},
};

use crate::{
    answers::{Answers, PARTIES, key, title},
    ours::Ours,
    show,
    verdict::{Element, Judgement, Note, Path, Verdict},
};

/// What came of all comparisons.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// The elements that nobody confirms, but a party could not be asked.
    pub unsettled: Vec<String>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The element, by its item's name and its own: `WSADATA.wVersion`.
    pub element: String,
    /// Whom it is about; none when it is about all.
    pub party: Option<Party>,
    /// What is wrong with it.
    pub kind: ProblemKind,
    /// Where it is in the specs.
    pub span: Span,
}

/// What is wrong with an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The party says something else, and the spec does not explain it.
    Different {
        /// What the element is: field, member.
        of: &'static str,
        /// The comparison.
        note: Note,
    },
    /// The spec explains a difference that there is not.
    StaleMarker,
    /// The metadata lacks the element, and the spec does not say so.
    Absent,
    /// The spec says that the metadata lacks the element, and it has it.
    FalseAbsent,
    /// No party confirms the element.
    Unconfirmed {
        /// What the element is: item, member.
        of: &'static str,
    },
}

/// Weighs every judgement.
#[must_use]
pub fn findings(ours: &Ours<'_>, answers: &Answers, judgements: &[Judgement<'_>]) -> Findings {
    let mut findings = Findings::default();
    for judgement in judgements {
        weigh(ours, answers, judgement, &mut findings);
    }
    findings
}

/// Weighs one item's judgement.
pub fn weigh(
    ours: &Ours<'_>,
    answers: &Answers,
    judgement: &Judgement<'_>,
    findings: &mut Findings,
) {
    let item = ours.item(judgement.item);
    for element in &judgement.elements {
        let name = match element.path.name() {
            Some(below) => format!("{}.{below}", item.name.text),
            None => item.name.text.clone(),
        };
        let problem = |party, span, kind| Problem {
            element: name.clone(),
            party,
            kind,
            span,
        };
        for party in PARTIES {
            let asked = answers.of(party).asked;
            differences(element, party, asked.contains(item.arches), |span, kind| {
                findings.problems.push(problem(Some(party), span, kind));
            });
        }
        if let Some((span, kind)) = absence(judgement, element) {
            let party = Some(Party::Metadata);
            findings.problems.push(problem(party, span, kind));
        }
        if !confirmed(element, matches!(item.kind, ItemKind::Interface)) {
            let everybody = PARTIES
                .iter()
                .all(|party| answers.of(*party).asked.contains(item.arches));
            if everybody {
                let of = element.path.kind();
                let kind = ProblemKind::Unconfirmed { of };
                findings.problems.push(problem(None, element.span, kind));
            } else {
                findings.unsettled.push(name);
            }
        }
    }
}

/// The differences from a party, and whether the spec's word on them is true.
fn differences(
    element: &Element<'_>,
    party: Party,
    asked: bool,
    mut report: impl FnMut(Span, ProblemKind),
) {
    let marker = element.markers.differs.iter().find(|(of, _)| *of == party);
    let mut different = element
        .notes(party)
        .iter()
        .filter(|note| note.verdict == Verdict::Different)
        .peekable();
    match marker {
        // Only when it was asked of every architecture can a difference be said not to be there.
        Some((_, marker)) if different.peek().is_none() && asked => {
            report(marker.span, ProblemKind::StaleMarker);
        }
        Some(_) => {}
        None => {
            for note in different {
                let of = element.path.kind();
                let note = note.clone();
                report(element.span, ProblemKind::Different { of, note });
            }
        }
    }
}

/// Whether the spec says rightly what Microsoft's metadata lacks.
fn absence(judgement: &Judgement<'_>, element: &Element<'_>) -> Option<(Span, ProblemKind)> {
    let absent = element.verdict(Party::Metadata)? == Verdict::Absent;
    let own = judgement.own();
    match (&element.markers.absent, absent) {
        (Some(_), true) => None,
        (Some(marker), false) => {
            // A set of ours may say it once for its members.
            let for_members = element.path == Path::Item
                && judgement.elements.iter().any(|element| {
                    matches!(element.path, Path::Member(_))
                        && element.markers.absent.is_none()
                        && element.verdict(Party::Metadata) == Some(Verdict::Absent)
                });
            (!for_members).then_some((marker.span, ProblemKind::FalseAbsent))
        }
        (None, true) => {
            let said = own.markers.absent.is_some() && matches!(element.path, Path::Member(_));
            (!said).then_some((element.span, ProblemKind::Absent))
        }
        (None, false) => None,
    }
}

/// Whether some party says of an item or a member what we say. One that says something else is
/// reported for that.
fn confirmed(element: &Element<'_>, reduced: bool) -> bool {
    if reduced || !matches!(element.path, Path::Item | Path::Member(_)) {
        return true;
    }
    PARTIES.iter().any(|party| {
        matches!(
            element.verdict(*party),
            Some(Verdict::Same | Verdict::Refined | Verdict::Different)
        )
    })
}

impl Problem {
    /// The problem as an error at its place in the specs.
    #[must_use]
    pub fn diagnostic(&self) -> Diagnostic {
        let element = &self.element;
        let (party, marker) = self
            .party
            .map_or(("", ""), |party| (title(party), key(party)));
        let diagnostic = |message: String| Diagnostic::new(self.span, message);
        match &self.kind {
            ProblemKind::Different { of, note } => {
                let on = match note.arches {
                    Arches::ALL => String::new(),
                    arches => format!(" on {}", show::arches(arches)),
                };
                let aspect = note.aspect.name();
                let (ours, theirs) = (&note.ours, &note.theirs);
                diagnostic(format!("{element}: {aspect} differs from {party}{on}"))
                    .with_label(format!("ours: {ours}; theirs: {theirs}"))
                    .with_help(format!(
                        "correct the spec, or explain the difference on this {of} \
                         with `#[differs({marker}, \"why\")]`"
                    ))
            }
            ProblemKind::StaleMarker => diagnostic(format!(
                "{element}: nothing differs from {party}, but a marker explains a difference"
            ))
            .with_label("stale marker")
            .with_help("remove the marker"),
            ProblemKind::Absent => diagnostic(format!("{element}: {party} does not have it"))
                .with_label("absent there")
                .with_help("say so with `#[absent(\"why\")]`, or correct the name"),
            ProblemKind::FalseAbsent => {
                diagnostic(format!("{element}: marked absent, but {party} has it"))
                    .with_label("false marker")
                    .with_help("remove the marker: if it was right before, Microsoft has it again")
            }
            ProblemKind::Unconfirmed { of } => {
                diagnostic(format!("{element}: no party confirms this {of}"))
                    .with_label("unconfirmed")
                    .with_help("look for a source that knows it, or remove it")
            }
        }
    }
}
