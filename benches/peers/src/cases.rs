//! The cases, and what their sides must agree on.

use winsec_benches::Case;
use winsec_benches::calls::{diagnostic, often, packages, query, same};
use winsec_benches::case::{OURS, Side, Timing, Worth};

use crate::sides::{by_windows, by_windows_sys, sspi_rs};

/// The side that makes the calls and looks at nothing: what the system itself costs.
const CALL: &str = "the call alone";

/// The side that is the `windows` crate.
const WINDOWS: &str = "windows";

/// The side that is windows-sys, called by hand.
const WINDOWS_SYS: &str = "windows-sys";

/// The side that is sspi-rs, which has packages of its own.
const SSPI_RS: &str = "sspi-rs";

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
        limit: None,
        sides,
        agree: Some(agree),
    }
}

macro_rules! side {
    ($name:expr, $work:expr) => {
        Side {
            name: $name,
            prepare: || often($work),
        }
    };
}

/// All of them.
pub(crate) const CASES: &[Case] = &[
    case(
        "peers/packages",
        "every security package with its texts, 100 times",
        &[
            side!(OURS, packages::walk()),
            side!(WINDOWS, by_windows::walk()),
            side!(WINDOWS_SYS, by_windows_sys::walk()),
            side!(CALL, by_windows_sys::enumerate()),
            side!(SSPI_RS, sspi_rs::walk()),
        ],
        agree_on_packages,
    ),
    case(
        "peers/package",
        "one security package by a name in UTF-8, 100 times",
        &[
            side!(OURS, packages::of_text()),
            side!(WINDOWS, by_windows::one()),
            side!(WINDOWS_SYS, by_windows_sys::one()),
        ],
        || {
            same(
                &packages::of_text()(),
                &[by_windows::one()(), by_windows_sys::one()()],
            )
        },
    ),
    case(
        "peers/query",
        "how a connection is secured, 100 times",
        &[
            side!(OURS, query::ours()),
            side!(WINDOWS, by_windows::query()),
            side!(WINDOWS_SYS, by_windows_sys::query()),
        ],
        || {
            same(
                &query::ours()(),
                &[by_windows::query()(), by_windows_sys::query()()],
            )
        },
    ),
    case(
        "peers/diagnostic",
        "the socket behind a request, 100 times",
        &[
            side!(OURS, diagnostic::ours()),
            side!(WINDOWS, by_windows::diagnose()),
            side!(WINDOWS_SYS, by_windows_sys::diagnose()),
        ],
        || {
            same(
                &diagnostic::ours()(),
                &[by_windows::diagnose()(), by_windows_sys::diagnose()()],
            )
        },
    ),
];

/// sspi-rs does not ask the system, so of its packages only the names can be compared.
fn agree_on_packages() -> Result<String, String> {
    let seen = same(
        &packages::walk()(),
        &[by_windows::walk()(), by_windows_sys::walk()()],
    )?;
    let system = by_windows::names();
    let known = sspi_rs::names();
    let shared: Vec<_> = known.iter().filter(|name| system.contains(name)).collect();
    if shared.is_empty() {
        return Err(format!("{system:?} and sspi-rs's {known:?} share no name"));
    }
    Ok(format!("{seen}; sspi-rs has {shared:?} of its own"))
}
