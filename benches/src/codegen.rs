//! The generator: text to a checked model, to Rust; whole, and stage by stage.

mod agree;
mod prepare;

use crate::case::{Case, OURS, Side, Timing, Work, Worth};

/// The name of the side that is windows-bindgen, reading the metadata as in a process of its own.
const BINDGEN: &str = "windows-bindgen";

/// The same, from a file that holds the items that are asked for and nothing else.
const BINDGEN_CUT: &str = "windows-bindgen, cut metadata";

/// The name of the side that is windows-rdl's reader, which goes no further than metadata.
const READER: &str = "windows-rdl";

/// The name of the side that goes from RDL to Rust by Microsoft's tools.
const BOTH: &str = "windows-rdl + windows-bindgen";

const fn side(name: &'static str, prepare: fn() -> Work) -> Side {
    Side { name, prepare }
}

const fn case(
    id: &'static str,
    what: &'static str,
    worth: Worth,
    sides: &'static [Side],
    agree: Option<fn() -> Result<String, String>>,
) -> Case {
    Case {
        id,
        what,
        worth,
        timing: Timing::Process,
        limit: None,
        sides,
        agree,
    }
}

const fn stage(id: &'static str, what: &'static str, ours: &'static [Side; 1]) -> Case {
    case(id, what, Worth::Always, ours, None)
}

const fn growth(id: &'static str, worth: Worth, sides: &'static [Side; 2]) -> Case {
    case(id, "RDL to Rust", worth, sides, None)
}

/// The cases of this group.
pub const CASES: &[Case] = &[
    case(
        "codegen/specs",
        "our specs to Rust",
        Worth::Always,
        &[
            side(OURS, prepare::specs),
            side(BINDGEN, prepare::specs_bindgen),
            side(BINDGEN_CUT, prepare::specs_bindgen_cut),
        ],
        Some(agree::specs),
    ),
    stage(
        "codegen/specs/parse",
        "text to model",
        &[side(OURS, prepare::specs_parse)],
    ),
    stage(
        "codegen/specs/analyse",
        "text to checked model and layouts",
        &[side(OURS, prepare::specs_analyse)],
    ),
    stage(
        "codegen/specs/emit",
        "model to tokens",
        &[side(OURS, prepare::specs_emit)],
    ),
    stage(
        "codegen/specs/bindings",
        "model to tokens to text",
        &[side(OURS, prepare::specs_bindings)],
    ),
    case(
        "codegen/win32/parse",
        "text of all of Win32 to model",
        Worth::Timed,
        &[side(OURS, prepare::win32_parse)],
        None,
    ),
    case(
        "codegen/win32/analyse",
        "text of all of Win32 to checked model and layouts",
        Worth::Timed,
        &[
            side(OURS, prepare::win32_analyse),
            side(READER, prepare::win32_reader),
        ],
        Some(agree::win32),
    ),
    case(
        "codegen/win32",
        "text of all of Win32 to Rust",
        Worth::Timed,
        &[
            side(OURS, prepare::win32),
            side(BINDGEN, prepare::win32_bindgen),
            side(READER, prepare::win32_reader),
            side(BOTH, prepare::win32_both),
        ],
        None,
    ),
    growth(
        "codegen/cut/100",
        Worth::Always,
        &[
            side(OURS, prepare::cut::<100>),
            side(READER, prepare::cut_reader::<100>),
        ],
    ),
    growth(
        "codegen/cut/1000",
        Worth::Always,
        &[
            side(OURS, prepare::cut::<1_000>),
            side(READER, prepare::cut_reader::<1_000>),
        ],
    ),
    growth(
        "codegen/cut/10000",
        Worth::Thorough,
        &[
            side(OURS, prepare::cut::<10_000>),
            side(READER, prepare::cut_reader::<10_000>),
        ],
    ),
    growth(
        "codegen/cut/100000",
        Worth::Timed,
        &[
            side(OURS, prepare::cut::<100_000>),
            side(READER, prepare::cut_reader::<100_000>),
        ],
    ),
    growth(
        "codegen/made-up/100",
        Worth::Always,
        &[
            side(OURS, prepare::made_up::<100>),
            side(READER, prepare::made_up_reader::<100>),
        ],
    ),
    growth(
        "codegen/made-up/1000",
        Worth::Always,
        &[
            side(OURS, prepare::made_up::<1_000>),
            side(READER, prepare::made_up_reader::<1_000>),
        ],
    ),
    growth(
        "codegen/made-up/10000",
        Worth::Thorough,
        &[
            side(OURS, prepare::made_up::<10_000>),
            side(READER, prepare::made_up_reader::<10_000>),
        ],
    ),
    growth(
        "codegen/made-up/100000",
        Worth::Timed,
        &[
            side(OURS, prepare::made_up::<100_000>),
            side(READER, prepare::made_up_reader::<100_000>),
        ],
    ),
];
