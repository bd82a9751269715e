//! One party's hearing about one item on one architecture: its words go to the right elements.

use winsec_codegen::{
    diagnostic::Span,
    model::{Field, FieldType, Item, ItemKind, Markers, Party, Type},
};

use super::types;
use crate::{
    answers::Answers,
    fact::Ty,
    ours::Ours,
    show,
    verdict::{Aspect, Element, Judgement, Note, Path, Verdict},
    world::World,
};

/// A hearing.
pub(super) struct Court<'c, 'm, 'f> {
    /// Our side.
    pub(super) ours: &'c Ours<'m>,
    /// What everybody says.
    pub(super) answers: &'c Answers,
    /// The party.
    pub(super) party: Party,
    /// What it says.
    pub(super) world: World<'f>,
    /// What has come of the item so far.
    pub(super) judgement: &'c mut Judgement<'m>,
}

impl Court<'_, '_, '_> {
    /// Notes how a comparison came out.
    pub(super) fn note(
        &mut self,
        path: &Path,
        aspect: Aspect,
        verdict: Verdict,
        ours: impl Into<String>,
        theirs: impl Into<String>,
    ) {
        let arches = self.world.arch();
        let element = self
            .judgement
            .elements
            .iter_mut()
            .find(|element| element.path == *path);
        if let Some(element) = element {
            let note = Note {
                aspect,
                verdict,
                ours: ours.into(),
                theirs: theirs.into(),
                arches,
            };
            element.note(self.party, note);
        }
    }

    /// Notes that the party has the element.
    pub(super) fn present(&mut self, path: &Path) {
        self.note(path, Aspect::Presence, Verdict::Same, "", "");
    }

    /// Notes that the party does not have the element.
    pub(super) fn absent(&mut self, path: &Path) {
        self.note(path, Aspect::Presence, Verdict::Absent, "", "");
    }

    /// Notes a difference if there is one.
    pub(super) fn compare<T: PartialEq>(
        &mut self,
        path: &Path,
        aspect: Aspect,
        ours: &T,
        theirs: &T,
        show: impl Fn(&T) -> String,
    ) {
        if ours != theirs {
            self.note(path, aspect, Verdict::Different, show(ours), show(theirs));
        }
    }

    /// Notes that the party takes the item for something else.
    pub(super) fn kind(&mut self, ours: &str, theirs: &str) {
        self.note(&Path::Item, Aspect::Kind, Verdict::Different, ours, theirs);
    }

    /// Holds types against each other, and notes what comes of it unless they are the same.
    pub(super) fn ty(&mut self, path: &Path, aspect: Aspect, ours: &Type, theirs: &Ty) {
        let verdict = types::judge(self.ours, self.world, ours, theirs);
        if verdict != Verdict::Same {
            self.types(path, aspect, verdict, ours, theirs);
        }
    }

    /// Notes how a comparison of types came out.
    pub(super) fn types(
        &mut self,
        path: &Path,
        aspect: Aspect,
        verdict: Verdict,
        ours: &Type,
        theirs: &Ty,
    ) {
        let behind = self.world.behind(theirs);
        let theirs = match theirs {
            Ty::Named(name) if behind != theirs => format!("{name}, {}", show::theirs(behind)),
            theirs => show::theirs(theirs),
        };
        self.note(path, aspect, verdict, show::ours(ours), theirs);
    }
}

/// An item with every element that it has, before any party was heard.
pub(super) fn elements(item: &Item) -> Vec<Element<'_>> {
    let mut elements = vec![Element::new(Path::Item, item.name.span, &item.markers)];
    let mut add = |path, span: Span, markers| elements.push(Element::new(path, span, markers));
    match &item.kind {
        ItemKind::Record(record) => fields(&record.fields, "", &mut add),
        ItemKind::Enum(item) => {
            for member in &item.members {
                let path = Path::Member(member.name.text.clone());
                add(path, member.name.span, &member.markers);
            }
        }
        ItemKind::Function(function) => params(&function.signature.params, &mut add),
        ItemKind::Callback(callback) => params(&callback.signature.params, &mut add),
        ItemKind::Constant(_) | ItemKind::Alias(_) | ItemKind::Interface => {}
    }
    elements
}

fn fields<'m>(fields: &'m [Field], above: &str, add: &mut impl FnMut(Path, Span, &'m Markers)) {
    for field in fields {
        let name = format!("{above}{}", field.name.text);
        add(Path::Field(name.clone()), field.name.span, &field.markers);
        if let FieldType::Record(record) = &field.ty {
            self::fields(&record.fields, &format!("{name}."), add);
        }
    }
}

fn params<'m>(
    params: &'m [winsec_codegen::model::Param],
    add: &mut impl FnMut(Path, Span, &'m Markers),
) {
    for param in params {
        let path = Path::Param(param.name.text.clone());
        add(path, param.name.span, &param.markers);
    }
}
