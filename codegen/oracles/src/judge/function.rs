//! Holds functions and callbacks against a party's: the DLL, and the prototype by its types.

use winsec_codegen::model::{Callback, Function, Param, Party, Signature};

use super::court::Court;
use crate::{
    fact::{FactKind, ParamFact, SignatureFact, Ty},
    show,
    verdict::{Aspect, Path, Verdict},
};

/// What the party says of a function.
pub(super) fn hear(court: &mut Court<'_, '_, '_>, ours: &Function, kind: Option<&FactKind>) {
    let theirs = match kind {
        None => return court.absent(&Path::Item),
        Some(FactKind::Function(theirs)) => theirs,
        Some(_) => return court.kind("a function", "a type or a constant"),
    };
    court.present(&Path::Item);
    let library = ours.library.text.as_str();
    let exported = theirs
        .libraries
        .iter()
        .any(|other| other.eq_ignore_ascii_case(library));
    if !theirs.libraries.is_empty() && !exported {
        court.note(
            &Path::Item,
            Aspect::Library,
            Verdict::Different,
            library,
            theirs.libraries.join(", "),
        );
    }
    // C knows only the name that it links by.
    if court.party != Party::C {
        let import = |name: &Option<String>| name.clone().unwrap_or_else(|| "its own".to_owned());
        court.compare(
            &Path::Item,
            Aspect::Import,
            &ours.import,
            &theirs.import,
            import,
        );
    }
    signature(court, &ours.signature, &theirs.signature);
}

/// What the party says of a callback.
pub(super) fn hear_callback(
    court: &mut Court<'_, '_, '_>,
    ours: &Callback,
    name: &str,
    kind: Option<&FactKind>,
) {
    if kind.is_none() {
        return court.absent(&Path::Item);
    }
    let named = Ty::Named(name.to_owned());
    let world = court.world;
    match world.behind(&named) {
        Ty::Function(theirs) => {
            court.present(&Path::Item);
            signature(court, &ours.signature, theirs);
        }
        other => court.kind("a callback", &show::theirs(other)),
    }
}

fn signature(court: &mut Court<'_, '_, '_>, ours: &Signature, theirs: &SignatureFact) {
    if let Some(abi) = theirs.abi {
        court.compare(&Path::Item, Aspect::Convention, &ours.abi, &abi, |abi| {
            show::abi(*abi).to_owned()
        });
    }
    court.compare(
        &Path::Item,
        Aspect::Parameters,
        &(ours.params.len(), ours.variadic),
        &(theirs.params.len(), theirs.variadic),
        |(count, variadic)| format!("{count}{}", if *variadic { " and more" } else { "" }),
    );
    court.ty(&Path::Item, Aspect::Result, &ours.result, &theirs.result);
    for (ours, theirs) in ours.params.iter().zip(&theirs.params) {
        param(court, ours, theirs);
    }
}

fn param(court: &mut Court<'_, '_, '_>, ours: &Param, theirs: &ParamFact) {
    let path = Path::Param(ours.name.text.clone());
    court.present(&path);
    if let Some(name) = &theirs.name {
        // windows-sys writes them in lower case.
        let same = if court.party == Party::WindowsSys {
            name.eq_ignore_ascii_case(&ours.name.text)
        } else {
            *name == ours.name.text
        };
        if !same {
            // What stands at this place is another parameter, and all of it may differ.
            let ours = ours.name.text.as_str();
            court.note(&path, Aspect::Name, Verdict::Different, ours, name);
            return;
        }
    }
    court.ty(&path, Aspect::Type, &ours.ty, &theirs.ty);
    let Some(notes) = &theirs.notes else {
        return;
    };
    court.compare(
        &path,
        Aspect::Direction,
        &ours.direction,
        &notes.direction,
        |direction| show::direction(*direction).to_owned(),
    );
    let yes = |yes: &bool| (if *yes { "yes" } else { "no" }).to_owned();
    court.compare(
        &path,
        Aspect::Optional,
        &ours.optional,
        &notes.optional,
        yes,
    );
    court.compare(
        &path,
        Aspect::Reserved,
        &ours.reserved,
        &notes.reserved,
        yes,
    );
    court.compare(&path, Aspect::Length, &ours.len, &notes.len, |len| {
        show::len(*len)
    });
}
