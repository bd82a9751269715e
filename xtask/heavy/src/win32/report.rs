//! What became of every item of the metadata: the counts add up.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use winsec_codegen::model::{Renamed, Skipped};
use winsec_oracles::import::docs::{Counts, Note, Reach};

use crate::kinds::{Kind, kind, kinds};
use crate::screen;
use crate::table::table;
use crate::win32::check::Verdict;
use crate::win32::constants;
use crate::win32::made::Made;

/// What became of every item.
#[derive(Debug)]
pub struct Report<'m> {
    made: &'m Made,
    from: &'m str,
}

impl<'m> Report<'m> {
    /// Of what was made of metadata of this name.
    pub const fn of(made: &'m Made, from: &'m str) -> Self {
        Self { made, from }
    }

    /// The sum, in a line: every item is generated, skipped, or was not asked for.
    fn sum(&self) -> String {
        let generated = self.made.whole.analysis.model.items.len();
        let skipped = self.made.whole.skipped.len();
        let unwanted = self.made.whole.unwanted;
        format!(
            "{} items in {} = {generated} generated + {skipped} skipped + {unwanted} not asked for",
            self.made.all, self.from
        )
    }

    /// What became of the pages, in a line, if there were any.
    fn described(&self) -> Option<String> {
        let counts = Counts::of(self.made.pages.as_deref()?);
        let items = &self.made.whole.analysis.model.items;
        let documented = items.iter().filter(|item| !item.docs.is_empty()).count();
        Some(format!(
            "{documented} of {} items; {} pages = {} used + {} second of an item + {} of no item here \
             + {} not about one item + {} failed; {}",
            items.len(),
            counts.read,
            counts.written,
            counts.second,
            counts.not_asked,
            counts.articles,
            counts.failed,
            Reach::of(self.made.pages.as_deref()?)
        ))
    }

    /// On the screen.
    pub fn print(&self) {
        screen::say("Report", self.sum());
        if let Some(described) = self.described() {
            screen::say("Documented", described);
        }
        screen::say("Made", kinds(&self.made.whole.analysis.model.items));
        if !self.made.constants.constants.is_empty() {
            constants::print(&self.made.constants);
        }
        let interfaces = self.made.whole.interfaces().count();
        if interfaces > 0 {
            screen::say(
                "Opaque",
                format!("{interfaces} COM interfaces are pointers"),
            );
        }
        if self.made.whole.opaque > 0 {
            let what = "pointers to what the metadata does not hold point at `void`";
            screen::say("Opaque", format!("{} {what}", self.made.whole.opaque));
        }
        let repacked: Vec<&str> = self.made.repacked().collect();
        if !repacked.is_empty() {
            let what =
                "records are laid out by packing that windows-sys has and the metadata has lost";
            screen::say("Packed", format!("{} {what}", repacked.len()));
        }
        for name in &self.made.whole.qualified {
            let why = "a name among its members is taken; they are reached through it alone";
            screen::say("Qualified", format!("{name}: {why}"));
        }
        for Renamed { name, was } in &self.made.whole.analysis.model.renamed {
            screen::say("Renamed", format!("{was} is {name}: its own name is taken"));
        }
        for name in &self.made.whole.integers {
            let why = "it is a plain integer, since its name is a constant's or a function's, too";
            screen::say("Integer", format!("{name}: {why}"));
        }
        for Skipped { name, reason } in &self.made.whole.skipped {
            screen::say("Skipped", format!("{name}: {reason}"));
        }
    }

    /// As a document.
    pub fn markdown(&self) -> String {
        let mut text = format!("# What became of {}\n\n{}.\n\n", self.from, self.sum());
        let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
        for item in &self.made.whole.analysis.model.items {
            *counts.entry(kind(item)).or_default() += 1;
        }
        let rows = counts
            .iter()
            .map(|(kind, count)| [kind.many.to_owned(), count.to_string()]);
        text.push_str(&table(["kind", "generated"].map(ToOwned::to_owned), rows));
        text.push('\n');
        if !self.made.constants.constants.is_empty() {
            let _ = writeln!(text, "\n{}", constants::markdown(&self.made.constants));
        }
        let whole = &self.made.whole;
        if let Some(described) = self.described() {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "\nDocumented: {described}.");
        }
        list(
            &mut text,
            "Pages, and what is to be said of them",
            self.made.pages.iter().flatten().flat_map(|page| {
                let place = |note: &Note| format!("{}:{}: {}", page.file, note.line, note.message);
                page.notes.iter().map(place)
            }),
        );
        list(
            &mut text,
            "Laid out by packing that windows-sys has and the metadata has lost",
            self.made.repacked().map(|name| format!("`{name}`")),
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
            "Items that another namespace or Rust has the name of",
            whole
                .analysis
                .model
                .renamed
                .iter()
                .map(|Renamed { name, was }| format!("`{was}`: `{name}`")),
        );
        list(
            &mut text,
            "Enumerations that are plain integers, since a constant or a function has their name",
            whole.integers.iter().map(|name| format!("`{name}`")),
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
