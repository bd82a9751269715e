//! Constants get the type of what they feed; each kind of evidence, and each reason to leave one.

use std::collections::HashMap;

use winsec_bindgen::model::{ItemKind, Model, Primitive};
use winsec_bindgen::source::{Source, Sources};
use winsec_bindgen::whole::Whole;
use winsec_bindgen::whole::feeds::{Account, Enumeration, Outcome, Place, Previous, feed};
use winsec_bindgen::{Options, analyse};

/// A former enumeration: its name, its integer, its constants, and the places of its type.
type Former<'a> = (&'a str, Primitive, &'a [&'a str], &'a [&'a str]);

fn previous(all: &[Former<'_>]) -> Previous {
    let mut previous = Previous::default();
    for (name, integer, constants, places) in all {
        let places = places.iter().map(|place| {
            let (item, element) = place.split_once('.').expect("a place has a dot");
            Place {
                item: item.to_owned(),
                element: element.to_owned(),
            }
        });
        let of = Enumeration {
            integer: *integer,
            places: places.collect(),
        };
        previous.enumerations.insert((*name).to_owned(), of);
        for constant in *constants {
            let constant = (*constant).to_owned();
            previous.constants.insert(constant, (*name).to_owned());
        }
    }
    previous
}

fn typed(text: &str, former: &[Former<'_>]) -> (Model, Account) {
    let sources = Sources::new([Source::new("all.rdl", text)]);
    let mut analysis = match analyse(&sources, &Options::METADATA) {
        Ok(analysis) => analysis,
        Err(errors) => panic!("{errors:?}"),
    };
    let account = feed(&mut analysis.model, &analysis.index, &previous(former));
    let constants = analysis.model.items.iter();
    let constants = constants.filter(|item| matches!(item.kind, ItemKind::Constant(_)));
    assert_eq!(constants.count(), account.constants.len());
    (analysis.model, account)
}

/// What became of each constant, in words.
fn outcomes(text: &str, former: &[Former<'_>]) -> HashMap<String, String> {
    let (_, account) = typed(text, former);
    let words = account.constants.into_iter().map(|fed| {
        let words = match fed.outcome {
            Outcome::Retyped { by, ty, why } => format!("typed {ty} by {by:?}: {why}"),
            Outcome::Confirmed { by, ty, why } => format!("was {ty} by {by:?}: {why}"),
            Outcome::Ambiguous { integers, why } => format!("{integers}: {why}"),
            Outcome::Narrow { ty, why } => format!("narrow {ty}: {why}"),
            Outcome::Unfit { ty, why } => format!("unfit {ty}: {why}"),
            other => format!("{other:?}"),
        };
        (fed.name.text, words)
    });
    words.collect()
}

/// The Rust of the constants; the whole must be Rust.
fn rust(text: &str, former: &[Former<'_>]) -> Vec<String> {
    let (model, _) = typed(text, former);
    let whole = Whole::of(model, &Sources::default(), |_| true).expect("it is right still");
    let mut lines = Vec::new();
    for file in whole.files("a test") {
        if let Err(error) = syn::parse_file(&file.text) {
            panic!("{error}\n{}", file.text);
        }
        let constants = file.text.lines().map(str::trim);
        let constants = constants.filter(|line| line.starts_with("pub const "));
        lines.extend(constants.map(ToOwned::to_owned));
    }
    lines
}

const U32: Primitive = Primitive::U32;

#[test]
fn a_constant_is_what_the_places_of_its_former_enumeration_are() {
    let text = "struct S { dwFlags: u32, all: [u32; 2] }
        #[library(\"a.dll\")] extern fn Get(flags: *mut u32);
        const A_ONE: i32 = 1; const A_ALL: i32 = -1; const A_TOP: u32 = 2147483648;";
    let former: &[Former] = &[(
        "A",
        U32,
        &["A_ONE", "A_ALL", "A_TOP"],
        &["Lost.flags", "S.dwflags", "S.all", "Get.Flags"],
    )];
    let outcomes = outcomes(text, former);
    assert_eq!(outcomes["A_ONE"], "typed u32 by Uses: S.dwflags");
    assert_eq!(outcomes["A_ALL"], "typed u32 by Uses: S.dwflags");
    assert_eq!(outcomes["A_TOP"], "was u32 by Uses: S.dwflags");
    assert_eq!(
        rust(text, former),
        [
            "pub const A_ONE: u32 = 1;",
            "pub const A_ALL: u32 = 0xFFFFFFFF;",
            "pub const A_TOP: u32 = 0x80000000;",
        ]
    );
}

#[test]
fn a_type_with_a_name_is_given_by_name() {
    let text = "type ACCESS = u32; #[repr(i32)] enum LEVEL { LOW = 0, }
        struct S { access: ACCESS, level: LEVEL } type T = S;
        const A_READ: i32 = 1; const HIGH: i32 = 9;";
    let former: &[Former] = &[
        ("A", U32, &["A_READ"], &["T.access"]),
        ("L", Primitive::I32, &["HIGH"], &["S.level"]),
    ];
    let lines = rust(text, former);
    for line in [
        "pub const A_READ: ACCESS = 1;",
        "pub const HIGH: LEVEL = LEVEL::HIGH;",
        "pub const HIGH: Self = Self(9);",
    ] {
        assert!(lines.iter().any(|one| one == line), "{line}: {lines:?}");
    }
}

#[test]
fn places_of_different_types_are_ambiguous() {
    let text = "struct S { flags: u32, more: i32, text: *mut S }
        const A_ONE: i32 = 1; const B_ONE: i32 = 1; const C_ONE: i32 = 1;";
    let outcomes = outcomes(
        text,
        &[
            ("A", U32, &["A_ONE"], &["S.flags", "S.more"]),
            // The former type is a witness of its own.
            ("B", Primitive::I32, &["B_ONE"], &["S.flags"]),
            ("C", U32, &["C_ONE"], &["S.text"]),
        ],
    );
    assert_eq!(outcomes["A_ONE"], "u32 or i32: S.flags");
    assert_eq!(outcomes["B_ONE"], "u32 or i32: S.flags");
    assert_eq!(outcomes["C_ONE"], "typed u32 by Member: C");
}

#[test]
fn what_does_not_fit_is_left() {
    let text = "struct S { flags: u32, wide: u64, small: u16, level: LEVEL }
        #[repr(i32)] enum LEVEL { HIGH = 1, }
        const A_WIDE: i64 = 4294967296; const A_LITERAL: i64 = 1; const B_LESS: i32 = -1; const C_SMALL: i32 = 1;
        const HIGH: i32 = 1;";
    let outcomes = outcomes(
        text,
        &[
            ("A", U32, &["A_WIDE", "A_LITERAL"], &["S.flags"]),
            ("B", Primitive::U64, &["B_LESS"], &["S.wide"]),
            ("C", Primitive::U16, &["C_SMALL"], &["S.small"]),
            ("L", Primitive::I32, &["HIGH"], &["S.level"]),
        ],
    );
    assert_eq!(outcomes["A_WIDE"], "unfit u32: S.flags");
    assert_eq!(outcomes["A_LITERAL"], "unfit u32: S.flags");
    assert_eq!(outcomes["B_LESS"], "unfit u64: S.wide");
    assert_eq!(outcomes["C_SMALL"], "narrow u16: S.small");
    assert_eq!(outcomes["HIGH"], "unfit LEVEL: S.level");
}

#[test]
fn what_is_no_bare_integer_is_not_asked() {
    let text = "type HRESULT = i32; struct S { flags: u32 }
        const E_ONE: HRESULT = 1; const F: f32 = 0.5; const T: String = \"text\";";
    let former: &[Former] = &[("A", U32, &["E_ONE", "F", "T"], &["S.flags"])];
    let outcomes = outcomes(text, former);
    assert_eq!(outcomes["E_ONE"], "Named");
    assert_eq!(outcomes["F"], "NoInteger");
    assert_eq!(outcomes["T"], "NoInteger");
}

#[test]
fn a_documented_prefix_says_what_is_fed() {
    let text = "#[library(\"kernel32.dll\")] extern fn DeviceIoControl(dwIoControlCode: u32);
        struct S { flags: i32 } const IOCTL_A_MAX_SIZE: i32 = 3; const IOCTLS: i32 = 4;
        const IOCTL_A_GET: i32 = 1; const FSCTL_GET: i32 = 1; const SIO_GET: i32 = 2;
        const IOCTL_OLD: i32 = 5;";
    let former: &[Former] = &[
        ("F", Primitive::I32, &["FSCTL_GET"], &["S.flags"]),
        ("G", Primitive::I32, &["IOCTL_OLD"], &[]),
    ];
    let outcomes = outcomes(text, former);
    let place = "DeviceIoControl.dwIoControlCode";
    assert_eq!(
        outcomes["IOCTL_A_GET"],
        format!("typed u32 by Told: {place}")
    );
    // A limit is no control code, a place that is not there says nothing.
    for left in ["IOCTL_A_MAX_SIZE", "IOCTLS", "SIO_GET"] {
        assert_eq!(outcomes[left], "Unknown", "{left}");
    }
    // One source contradicts another, though it may not know of a place.
    assert_eq!(outcomes["FSCTL_GET"], "u32 or i32: S.flags");
    assert_eq!(outcomes["IOCTL_OLD"], format!("u32 or i32: {place}"));
}

#[test]
fn the_longest_documented_prefix_counts() {
    let text = "#[library(\"opengl32.dll\")] extern fn glEnable(cap: u32);
        #[library(\"opengl32.dll\")] extern fn glColorMask(red: u8);
        #[library(\"user32.dll\")] extern fn SendMessageW(Msg: u32);
        const GL_BLEND: i32 = 3042; const GL_TRUE: i32 = 1;
        const WM_PAINT: i32 = 15; const WM_SF_CLEANPOINT: i32 = 1;";
    let outcomes = outcomes(text, &[]);
    assert_eq!(outcomes["GL_BLEND"], "typed u32 by Told: glEnable.cap");
    assert_eq!(outcomes["GL_TRUE"], "narrow u8: glColorMask.red");
    assert_eq!(outcomes["WM_PAINT"], "typed u32 by Told: SendMessageW.Msg");
    assert_eq!(outcomes["WM_SF_CLEANPOINT"], "Unknown");
}

#[test]
fn a_result_is_a_use_and_who_was_left_out_is_no_sibling() {
    let text = "#[library(\"a.dll\")] extern fn Wait() -> u32;
        const WAIT_A_1: i32 = 1; const WAIT_A_2: i32 = 2; const WAIT_A_3: i32 = 3;
        const WAIT_A_OUT: i32 = 4; const WAIT_A_IN: i32 = 5; const ALONE: i32 = 6;";
    let known = ["WAIT_A_1", "WAIT_A_2", "WAIT_A_3"];
    let former: &[Former] = &[
        ("W", U32, &known, &["Wait.->"]),
        ("L", U32, &["ALONE"], &[]),
    ];
    let sources = Sources::new([Source::new("all.rdl", text)]);
    let mut analysis = analyse(&sources, &Options::METADATA).expect("it is right");
    let mut previous = previous(former);
    previous
        .bare
        .insert("WAIT_A_OUT".to_owned(), Primitive::I32);
    let account = feed(&mut analysis.model, &analysis.index, &previous);
    let types = analysis
        .model
        .items
        .iter()
        .filter_map(|item| match &item.kind {
            ItemKind::Constant(of) => Some((item.name.text.as_str(), format!("{:?}", of.ty))),
            _ => None,
        });
    let types: HashMap<&str, String> = types.collect();
    for name in ["WAIT_A_1", "WAIT_A_IN", "ALONE"] {
        assert_eq!(types[name], "Primitive(U32)", "{name}: {account:?}");
    }
    assert_eq!(types["WAIT_A_OUT"], "Primitive(I32)", "{account:?}");
}

#[test]
fn a_constant_is_what_most_beside_it_are() {
    let known = [
        "SET_A_1", "SET_A_2", "SET_A_3", "SET_B_1", "SET_B_2", "ONE_1", "ONE_2", "ONE_3",
    ];
    let others = [
        "SET_A_NEW",
        "SET_A_MAX",
        "SET_B_NEW",
        "ONE_NEW",
        "FEW_C_NEW",
        "FEW_C_OTHER",
        "FEW_C_THIRD",
        "FEW_C_FOURTH",
    ];
    let few = ["FEW_C_1", "FEW_C_2", "FEW_C_3"];
    let all = known.iter().chain(&others).chain(&few);
    let constants: String = all.map(|name| format!("const {name}: i32 = 1; ")).collect();
    let text = format!("struct S {{ flags: u32 }} {constants}");
    let former: &[Former] = &[
        ("A", U32, &known, &["S.flags"]),
        ("C", U32, &few, &["S.flags"]),
    ];
    let outcomes = outcomes(&text, former);
    assert_eq!(
        outcomes["SET_A_NEW"],
        "typed u32 by Siblings: SET_A_* feed S.flags"
    );
    // Two are too few, one word is not enough, a limit is not one of them, three of seven are not
    // most.
    for left in ["SET_A_MAX", "SET_B_NEW", "ONE_NEW", "FEW_C_NEW"] {
        assert_eq!(outcomes[left], "Unknown", "{left}");
    }
}

#[test]
fn siblings_of_several_kinds_say_nothing() {
    let text = "struct S { flags: u32, other: u32 }
        const A_B_1: i32 = 1; const A_B_2: i32 = 2; const A_B_3: i32 = 3; const A_B_NEW: i32 = 4;";
    let outcomes = outcomes(
        text,
        &[
            ("A", U32, &["A_B_1", "A_B_2"], &["S.flags"]),
            ("B", U32, &["A_B_3"], &["S.other"]),
        ],
    );
    assert_eq!(outcomes["A_B_NEW"], "Unknown");
}

#[test]
fn bits_are_what_the_highest_is() {
    let set = |prefix: &str, values: &[u32]| -> String {
        let one = |value: &u32| {
            let ty = if *value > 0x7FFF_FFFF { "u32" } else { "i32" };
            format!("const {prefix}_{value}: {ty} = {value}; ")
        };
        values.iter().map(one).collect()
    };
    let top = 0x8000_0000;
    let text = [
        set("ALL", &[1, 2, 4, top]),
        set("LOW", &[1, 2, 4, 8]),
        set("FEW", &[1, 2, top]),
        set("SUM", &[1, 3, 5, 6, top]),
        // Two names for one bit are two sets.
        set("TWO", &[1, 2, 4, top]),
        "const TWO_MORE: i32 = 4;".to_owned(),
        "const NOT_1: i32 = -1;".to_owned(),
        set("NOT", &[2, 4, 8, top]),
    ];
    let outcomes = outcomes(&text.concat(), &[]);
    let why = "ALL_* are bits up to 0x80000000";
    assert_eq!(outcomes["ALL_1"], format!("typed u32 by Bits: {why}"));
    assert_eq!(
        outcomes["ALL_2147483648"],
        format!("was u32 by Bits: {why}")
    );
    for left in ["LOW_1", "FEW_1", "SUM_1", "TWO_1", "NOT_2"] {
        assert_eq!(outcomes[left], "Unknown", "{left}");
    }
}

#[test]
fn only_what_is_left_in_a_model_is_counted() {
    let text =
        "struct S { flags: u32 } const A_ONE: i32 = 1; const A_ONE: i32 = 1; const B: i32 = 2;";
    let (model, account) = typed(text, &[("A", U32, &["A_ONE"], &["S.flags"])]);
    let whole = Whole::of(model, &Sources::default(), |name| name.starts_with('A'))
        .expect("it is right still");
    let account = account.within(&whole.analysis.model);
    let typed = account.count(|outcome| matches!(outcome, Outcome::Retyped { .. }));
    assert_eq!((account.constants.len(), typed.0), (1, 1));
    assert_eq!(typed.1.map(|fed| fed.name.text.as_str()), Some("A_ONE"));
}
