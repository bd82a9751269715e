//! What a spec says of its disagreements with the oracles must make sense.

use super::{Context, walk};
use crate::diagnostic::Diagnostic;
use crate::model::{ItemKind, Markers, Party};

/// Reports explanations that contradict or repeat each other.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for item in &context.model.items {
        check_one(&item.markers, found);
        if let ItemKind::Enum(item) = &item.kind {
            for member in &item.members {
                check_one(&member.markers, found);
            }
        }
    }
    walk::fields(context.model, &mut |_, field| {
        check_one(&field.markers, found);
    });
    for (_, signature) in walk::signatures(context.model) {
        for param in &signature.params {
            check_one(&param.markers, found);
        }
    }
}

fn check_one(markers: &Markers, found: &mut Vec<Diagnostic>) {
    for (at, (party, marker)) in markers.differs.iter().enumerate() {
        let same = |(other, _): &&(Party, _)| other == party;
        if let Some((_, first)) = markers.differs[..at].iter().find(same) {
            found.push(
                Diagnostic::new(marker.span, "this oracle's difference is explained twice")
                    .with_related(first.span, "first here")
                    .with_help("say it in one sentence"),
            );
        }
        if let (Party::Metadata, Some(absent)) = (party, &markers.absent) {
            let message = "what the metadata lacks cannot differ from it";
            found.push(
                Diagnostic::new(marker.span, message)
                    .with_related(absent.span, "this says that it is not there")
                    .with_help("keep `absent` or `differs`"),
            );
        }
    }
}
