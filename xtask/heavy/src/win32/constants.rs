//! What became of the types of constants: the counts, with an example of each.

use winsec_codegen::whole::feeds::{Account, Evidence, Fed, Outcome};

use crate::screen;
use crate::table::table;

/// The rows of the table: what, how many, and an example.
fn rows(account: &Account) -> Vec<[String; 3]> {
    let mut rows = Vec::new();
    let mut add = |what: String, is: &dyn Fn(&Outcome) -> bool| {
        let (count, example) = account.count(is);
        let example = example.map(example_text).unwrap_or_default();
        rows.push([what, count.to_string(), example]);
    };
    for kind in Evidence::ALL {
        add(
            format!("typed by {}", kind.words()),
            &|outcome| matches!(outcome, Outcome::Retyped { by, .. } if *by == kind),
        );
    }
    for kind in Evidence::ALL {
        add(
            format!("had that type, by {}", kind.words()),
            &|outcome| matches!(outcome, Outcome::Confirmed { by, .. } if *by == kind),
        );
    }
    add("left: what it feeds is ambiguous".to_owned(), &|outcome| {
        matches!(outcome, Outcome::Ambiguous { .. })
    });
    add(
        "left: what it feeds is no integer of 32 or 64 bits".to_owned(),
        &|outcome| matches!(outcome, Outcome::Narrow { .. }),
    );
    add(
        "left: it does not fit what it feeds".to_owned(),
        &|outcome| matches!(outcome, Outcome::Unfit { .. }),
    );
    add("left: nothing says what it feeds".to_owned(), &|outcome| {
        *outcome == Outcome::Unknown
    });
    add("typed by the metadata itself".to_owned(), &|outcome| {
        *outcome == Outcome::Named
    });
    add("no integer".to_owned(), &|outcome| {
        *outcome == Outcome::NoInteger
    });
    rows
}

fn example_text(fed: &Fed) -> String {
    let name = &fed.name.text;
    match &fed.outcome {
        Outcome::Retyped { ty, why, .. }
        | Outcome::Confirmed { ty, why, .. }
        | Outcome::Narrow { ty, why }
        | Outcome::Unfit { ty, why } => format!("`{name}`: `{ty}` ({why})"),
        Outcome::Ambiguous { integers, why } => format!("`{name}`: {integers} ({why})"),
        Outcome::Unknown | Outcome::Named | Outcome::NoInteger => format!("`{name}`"),
    }
}

/// On the screen, in a line.
pub fn print(account: &Account) {
    let count = |is: &dyn Fn(&Outcome) -> bool| account.count(is).0;
    let typed = count(&|outcome| matches!(outcome, Outcome::Retyped { .. }));
    let had = count(&|outcome| matches!(outcome, Outcome::Confirmed { .. }));
    let others = count(&|outcome| matches!(outcome, Outcome::Named | Outcome::NoInteger));
    let all = account.constants.len();
    let left = all - typed - had - others;
    screen::say(
        "Typed",
        format!(
            "{all} constants = {typed} by what they feed + {had} that had that type + {left} left \
             + {others} that are no bare integers"
        ),
    );
}

/// As a part of a document.
pub fn markdown(account: &Account) -> String {
    let header = ["constants", "how many", "such as"].map(ToOwned::to_owned);
    format!(
        "## The types of constants\n\n{} in all.\n\n{}\n",
        account.constants.len(),
        table(header, rows(account))
    )
}
