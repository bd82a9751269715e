//! What became of every item of the metadata: the counts add up.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use winsec_codegen::whole::feeds::Account;
use winsec_codegen::whole::{Skipped, Whole};
use winsec_oracles::import::docs::{Counts, Note, Told};

use crate::kinds::{Kind, kind, kinds};
use crate::screen;
use crate::table::table;
use crate::win32::check::Verdict;
use crate::win32::constants;

/// What became of every item.
#[derive(Debug)]
pub struct Report<'w> {
    whole: &'w Whole,
    constants: &'w Account,
    all: usize,
    from: &'w str,
    pages: Option<&'w [Told]>,
}

impl<'w> Report<'w> {
    /// Of metadata with so many items, of its constants' types, and of the pages that describe its
    /// items, if there are any.
    pub fn of(
        whole: &'w Whole,
        constants: &'w Account,
        all: usize,
        from: &'w str,
        pages: Option<&'w [Told]>,
    ) -> Self {
        Self {
            whole,
            constants,
            all,
            from,
            pages,
        }
    }

    /// The sum, in a line: every item is generated, skipped, or was not asked for.
    fn sum(&self) -> String {
        let generated = self.whole.analysis.model.items.len();
        let skipped = self.whole.skipped.len();
        let unwanted = self.whole.unwanted;
        format!(
            "{} items in {} = {generated} generated + {skipped} skipped + {unwanted} not asked for",
            self.all, self.from
        )
    }

    /// What became of the pages, in a line, if there were any.
    fn described(&self) -> Option<String> {
        let counts = Counts::of(self.pages?);
        let items = &self.whole.analysis.model.items;
        let documented = items.iter().filter(|item| !item.docs.is_empty()).count();
        Some(format!(
            "{documented} of {} items; {} pages = {} used + {} of no item here + {} not about one \
             item + {} failed",
            items.len(),
            counts.read,
            counts.written,
            counts.not_asked,
            counts.articles,
            counts.failed
        ))
    }

    /// On the screen.
    pub fn print(&self) {
        screen::say("Report", self.sum());
        if let Some(described) = self.described() {
            screen::say("Documented", described);
        }
        screen::say("Made", kinds(&self.whole.analysis.model.items));
        if !self.constants.constants.is_empty() {
            constants::print(self.constants);
        }
        let interfaces = self.whole.interfaces().count();
        if interfaces > 0 {
            screen::say(
                "Opaque",
                format!("{interfaces} COM interfaces are pointers"),
            );
        }
        if self.whole.opaque > 0 {
            let what = "pointers to what the metadata does not hold point at `void`";
            screen::say("Opaque", format!("{} {what}", self.whole.opaque));
        }
        for name in &self.whole.qualified {
            let why = "a name among its members is taken; they are reached through it alone";
            screen::say("Qualified", format!("{name}: {why}"));
        }
        for Skipped { name, reason } in &self.whole.skipped {
            screen::say("Skipped", format!("{name}: {reason}"));
        }
    }

    /// As a document.
    pub fn markdown(&self) -> String {
        let mut text = format!("# What became of {}\n\n{}.\n\n", self.from, self.sum());
        let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
        for item in &self.whole.analysis.model.items {
            *counts.entry(kind(item)).or_default() += 1;
        }
        let rows = counts
            .iter()
            .map(|(kind, count)| [kind.many.to_owned(), count.to_string()]);
        text.push_str(&table(["kind", "generated"].map(ToOwned::to_owned), rows));
        text.push('\n');
        if !self.constants.constants.is_empty() {
            let _ = writeln!(text, "\n{}", constants::markdown(self.constants));
        }
        let whole = self.whole;
        if let Some(described) = self.described() {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "\nDocumented: {described}.");
        }
        list(
            &mut text,
            "Pages, and what is to be said of them",
            self.pages.into_iter().flatten().flat_map(|page| {
                let place = |note: &Note| format!("{}:{}: {}", page.file, note.line, note.message);
                page.notes.iter().map(place)
            }),
        );
        list(
            &mut text,
            "Skipped",
            whole
                .skipped
                .iter()
                .map(|Skipped { name, reason }| format!("`{name}`: {reason}")),
        );
        list(
            &mut text,
            "Enumerations whose members are reached through them alone",
            whole.qualified.iter().map(|name| format!("`{name}`")),
        );
        list(
            &mut text,
            "COM interfaces, which are opaque pointers",
            whole.interfaces().map(|name| format!("`{name}`")),
        );
        text
    }
}

/// Prints what the comparison with windows-bindgen came to.
pub fn print_verdicts(verdicts: &[Verdict]) {
    let header = [
        "target",
        "types",
        "agreeing",
        "differing",
        "not compared",
        "numbers",
    ];
    let rows = verdicts.iter().map(|verdict| {
        let outcome = &verdict.outcome;
        [
            verdict.target.to_owned(),
            outcome.all().to_string(),
            outcome.agreeing.len().to_string(),
            outcome.differing.len().to_string(),
            outcome.unsupported.len().to_string(),
            verdict.comparisons.to_string(),
        ]
    });
    println!("{}", table(header.map(ToOwned::to_owned), rows));
    for verdict in verdicts {
        let target = verdict.target;
        for (reason, count) in verdict.outcome.reasons() {
            screen::say("Not compared", format!("{count} on {target}: {reason}"));
        }
        for (item, what) in &verdict.outcome.differing {
            screen::say(
                "Differs",
                format!("{item} on {target}: {}", what.join("; ")),
            );
        }
    }
}

fn list(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return;
    }
    // Writing to a string cannot fail.
    let _ = writeln!(text, "\n## {title}\n\n{} in all.\n", lines.len());
    for line in lines {
        let _ = writeln!(text, "- {line}");
    }
}
