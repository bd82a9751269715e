//! The failures of a function are constants of the spec, each said once.

use super::Context;
use crate::diagnostic::Diagnostic;
use crate::model::{Function, Item, ItemKind, LastError, Name};
use crate::nearest::Search;
use crate::resolve::Evaluated;
use std::collections::HashMap;

/// Reports error codes that are no constants, and functions that do not say where to find theirs.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let search = Search::new();
    for item in &context.model.items {
        if let ItemKind::Function(function) = &item.kind {
            check_function(context, &search, item, function, found);
        }
    }
}

fn check_function(
    context: &Context<'_>,
    search: &Search,
    item: &Item,
    function: &Function,
    found: &mut Vec<Diagnostic>,
) {
    let mut seen = HashMap::new();
    for error in &function.errors {
        found.extend(check_code(context, search, &error.code));
        let cause = (error.code.text.as_str(), error.cause.as_str());
        if let Some(first) = seen.insert(cause, error.code.span) {
            let message = format!("`{}` is there twice with one cause", error.code.text);
            found.push(
                Diagnostic::new(error.code.span, message)
                    .with_related(first, "first here")
                    .with_help("keep one of them"),
            );
        }
    }
    let Some(first) = function.errors.first() else {
        return;
    };
    let (message, help) = match function.last_error {
        None => (
            format!(
                "`{}` does not say where its error code is found",
                item.name.text
            ),
            "write `#[last_error(WSAGetLastError)]`, `(GetLastError)` or `(result)`",
        ),
        Some(LastError::None) => (
            format!(
                "`{}` has error codes, but `last_error(none)`",
                item.name.text
            ),
            "remove the error codes, or say where the code is found",
        ),
        Some(_) => return,
    };
    found.push(
        Diagnostic::new(item.name.span, message)
            .with_related(first.code.span, "its first error code")
            .with_help(help),
    );
}

fn check_code(context: &Context<'_>, search: &Search, code: &Name) -> Option<Diagnostic> {
    let name = &code.text;
    if context.lost.contains(name) {
        return None;
    }
    match context.index.value(name) {
        Some(Evaluated::Int(_)) => None,
        Some(_) => Some(
            Diagnostic::new(code.span, format!("`{name}` is no error code"))
                .with_help("an error code is a whole number"),
        ),
        None if context.index.values(name).is_empty() => {
            let found = Diagnostic::new(code.span, format!("unknown error code `{name}`"));
            Some(match search.nearest(name, known(context)) {
                Some(names) => found.with_help(format!("did you mean {names}?")),
                None => found.with_help("define it as a constant"),
            })
        }
        None => None,
    }
}

/// The names of constants and members.
fn known<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a str> {
    context.model.items.iter().flat_map(|item| {
        let members = match &item.kind {
            ItemKind::Enum(item) => item.members.as_slice(),
            _ => &[],
        };
        let constant = matches!(item.kind, ItemKind::Constant(_)).then_some(&item.name);
        constant
            .into_iter()
            .chain(members.iter().map(|member| &member.name))
            .map(|name| name.text.as_str())
    })
}
