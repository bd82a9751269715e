//! The safe layers, each beside the same raw calls made by hand, on the same system.
//!
//! The system is the emulator where there is no Windows. What it does is the same for both sides,
//! so the difference between them is what the safe layer costs.

pub mod diagnostic;
pub mod machine;
pub mod packages;
pub mod query;
#[cfg(not(windows))]
mod settings;
mod system;

use std::fmt::Debug;
use std::hint::black_box;

use crate::case::{Case, Limit, OURS, Side, Timing, Work, Worth};

/// The name of the side that calls the functions of winsec-ffi itself.
pub const BY_HAND: &str = "by hand";

/// How many calls make a run: enough for what the first one costs not to show.
const CALLS: usize = 100;

/// Work that makes so many calls, after a few that are not measured: what happens once in a
/// process, such as finding a function in a library, is over then.
pub fn often<T>(mut call: impl FnMut() -> T + 'static) -> Work {
    for _ in 0..3 {
        black_box(call());
    }
    Box::new(move || {
        for _ in 0..CALLS {
            black_box(call());
        }
    })
}

/// Whether all sides give the same; says what it is.
///
/// # Errors
///
/// Says what each gives.
pub fn same<T: Debug + PartialEq>(ours: &T, others: &[T]) -> Result<String, String> {
    match others.iter().find(|other| *other != ours) {
        None => Ok(format!("{ours:?}")),
        Some(other) => Err(format!("{ours:?} and {other:?}")),
    }
}

/// How many times the instructions of the calls by hand a safe call may take.
const PROMISE: f64 = 1.02;

const fn case(
    id: &'static str,
    what: &'static str,
    sides: &'static [Side],
    agree: fn() -> Result<String, String>,
) -> Case {
    Case {
        id,
        what,
        worth: Worth::Always,
        timing: Timing::Loop,
        limit: Some(Limit {
            against: BY_HAND,
            ratio: PROMISE,
        }),
        sides,
        agree: Some(agree),
    }
}

macro_rules! sides {
    ($ours:expr, $by_hand:expr) => {
        &[
            Side {
                name: OURS,
                prepare: || often($ours),
            },
            Side {
                name: BY_HAND,
                prepare: || often($by_hand),
            },
        ]
    };
}

/// The cases of this group.
pub const CASES: &[Case] = &[
    case(
        "calls/query",
        "how a connection is secured, 100 times",
        sides!(query::ours(), query::by_hand()),
        || same(&query::ours()(), &[query::by_hand()()]),
    ),
    #[cfg(not(windows))]
    case(
        "calls/settings",
        "encryption demanded of 100 new sockets",
        sides!(settings::ours(), settings::by_hand()),
        || same(&settings::ours()(), &[settings::by_hand()()]),
    ),
    case(
        "calls/packages",
        "every security package with its texts, 100 times",
        sides!(packages::walk(), packages::walk_by_hand()),
        || same(&packages::walk()(), &[packages::walk_by_hand()()]),
    ),
    case(
        "calls/package",
        "one security package by its name, 100 times",
        sides!(packages::one(), packages::one_by_hand()),
        || same(&packages::one()(), &[packages::one_by_hand()()]),
    ),
    case(
        "calls/package-of-text",
        "one security package by a name in UTF-8, 100 times",
        sides!(packages::of_text(), packages::of_text_by_hand()),
        || same(&packages::of_text()(), &[packages::of_text_by_hand()()]),
    ),
    case(
        "calls/diagnostic",
        "the socket behind a request, 100 times",
        sides!(diagnostic::ours(), diagnostic::by_hand()),
        || same(&diagnostic::ours()(), &[diagnostic::by_hand()()]),
    ),
];
