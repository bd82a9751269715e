//! Security packages as text.

use super::view::{ChoiceView, PackagesView};
use crate::screen::style::{BAD, GOOD, HEADING, NAME, paint, safe};
use crate::screen::{Align, Page, Table};

/// Shows packages, and the choice among them.
pub(crate) fn show(page: &mut Page, view: &PackagesView) {
    if let Some(choice) = &view.choice {
        chosen(page, choice);
        return;
    }
    if view.packages.is_empty() {
        page.line("no package");
        return;
    }
    let mut table = Table::new(&[
        ("name", Align::Left),
        ("max token", Align::Right),
        ("version", Align::Right),
        ("RPC id", Align::Right),
        ("comment", Align::Left),
    ]);
    for package in &view.packages {
        table.row(vec![
            paint(NAME, safe(&package.name)),
            package.max_token.to_string(),
            package.version.to_string(),
            package
                .rpc_id
                .map_or_else(|| "none".to_owned(), |id| id.to_string()),
            safe(&package.comment),
        ]);
    }
    page.table(0, &table);
    page.heading("Capabilities");
    let pairs: Vec<_> = view
        .packages
        .iter()
        .map(|package| (safe(&package.name), package.capabilities.words()))
        .collect();
    page.pairs(2, &pairs);
}

fn chosen(page: &mut Page, choice: &ChoiceView) {
    if choice.chosen.is_empty() {
        page.line(&paint(BAD, "no package is acceptable"));
    } else {
        let names = paint(GOOD, safe(&choice.chosen.join(", ")));
        page.wrapped("", &format!("{} {names}", paint(HEADING, "chosen:")));
    }
    let pairs: Vec<_> = choice
        .refused
        .iter()
        .map(|refusal| {
            (
                format!("not {}", safe(&refusal.name)),
                refusal.reason.clone(),
            )
        })
        .collect();
    page.pairs(2, &pairs);
}
