//! Plain items mean what the parser says: whatever is read without tokens is parsed as well.

use super::File;
use super::Heads;
use crate::options::Options;
use crate::parse::Parsed;
use crate::source::{Source, Sources};

/// Items of every plain form.
const ITEMS: [&str; 15] = [
    "/// Doc.\n///\n///  More. `x`\n#[page(\"a/b\")] #[client(\"Windows Vista\")]\nconst A: u32 = 1;",
    "const B:*const void=-0x10;",
    "const C: GUID = 0xaec2ef9c_3a4d_4d3e_8842_239942e39a47;",
    "#[guid(0xaec2ef9c_3a4d_4d3e_8842_239942e39a47)] const K: PROPERTYKEY = 100;",
    "type D = *mut *const [u8; 4];",
    "/// Doc.\n#[repr(u32)] #[flags]\nenum E {\n/// One.\nE1 = 1,\nE2 = 0x2,\nunion = 4\n}",
    "#[packed(1)] struct F { a: u32,\n    /// B.\n    b: [*mut F; 2], }",
    "union G { a: i64, union: f32 }",
    "#[library(\"a.dll\", import = \"x\")] #[last_error(GetLastError)] #[error(A, \"why\")] #[noreturn]\n\
     extern \"C\" fn H(#[in] #[out] a: *mut u8,\n/// Size.\n#[opt] #[size_param(0)] b: u32,) -> i32;",
    "#[library(\"a.dll\")] extern fn I(#[len_param(1)] a: *mut u8, #[reserved] b: u32) -> BOOL;",
    "#[arch(X64)] extern \"system\" fn J();",
    "extern fn L(a: *const *mut T);",
    "#[repr(u32)] enum W { /// A.\n#[absent(\"x \\\" ]\")] #[differs(c, \"y\")] A = B|C | D, }",
    "struct X { #[differs(c, \"y\")] a: u32 }",
    "const Y: u32 = A;",
];

/// Items that are nearly plain, and whose difference counts.
const OTHERS: [&str; 19] = [
    "struct M { a: union, }",
    "extern \"C\"fn N();",
    "extern \" C \" fn N();",
    "extern fn O() - > u32;",
    "const P: u32 = 1.0;",
    "const P: u32 = 0x1_0000_0000_0000_0000_0000_0000_0000_0000;",
    "#[repr(u32)] #[repr(u32)] enum Q { A = 1 }",
    "enum Q { A = 1 }",
    "#[repr(u32)] enum Q { #[flags] A = 1 }",
    "#[repr(u32)] enum Q { #[absent(r\"\\\")] A = 1 }",
    "#[repr(u32)] enum Q { A = union }",
    "#[repr(u32)] enum Q { A = B || C }",
    "#[repr(u32)] enum Q { #[absent(\"x\")] /// A.\nA = 1 }",
    "struct Q { #[differs(c, \"x\" /* ] */)] a: u32 }",
    "#[encoding(\"ansi\")] const R: u32 = 1;",
    "#[last_error(none)] extern fn S();",
    "extern fn T(#[in] #[in] a: u32);",
    "struct U { a: u32, /// Behind.\n}",
    "#[guid(0xaec2ef9c_3a4d_4d3e_8842_239942e39a47)] const V: PROPERTYKEY = -1;",
];

/// How many items are plain, each of which has to be what the parser makes of it.
fn agreeing(text: &str) -> usize {
    let sources = Sources::new([Source::new("a.rdl", text)]);
    let (id, source) = sources.iter().next().expect("there is a file");
    let (file, _) = File::open(id, source, None, &Options::METADATA);
    let heads = Heads::default();
    let agreeing = file.cuts.iter().filter(|cut| {
        let Some(item) = file.plain(cut, &heads) else {
            return false;
        };
        let mut parsed = Parsed::default();
        file.by_tokens(cut, &mut parsed);
        let text = &text[cut.range.clone()];
        assert_eq!(parsed.diagnostics, [], "{text}");
        assert_eq!(parsed.model.items, [item], "{text}");
        true
    });
    agreeing.count()
}

#[test]
fn items_of_every_plain_form_are_what_the_parser_makes_of_them() {
    for item in ITEMS {
        assert_eq!(agreeing(item), 1, "{item}");
    }
    for item in OTHERS {
        assert_eq!(agreeing(item), 0, "{item}");
    }
}

#[test]
fn all_of_win32_is_what_the_parser_makes_of_it() {
    let path = std::env::temp_dir().join(format!("winsec-plain-{}.rdl", std::process::id()));
    windows_rdl::writer()
        .input_bytes(windows_default::WIN32)
        .output(&path)
        .write()
        .expect("windows-rdl prints its own metadata");
    let text = std::fs::read_to_string(&path).expect("what was printed can be read");
    std::fs::remove_file(&path).expect("what was printed can be removed");
    let plain = agreeing(&text);
    assert!(plain > 110_000, "{plain}");
}

#[test]
fn items_with_any_change_are_what_the_parser_makes_of_them() {
    let changes = "az09_-.,:;=*#!/|<>[](){}\"' \n\t\u{e9}r";
    let mut plain = 0;
    for item in ITEMS.iter().chain(&OTHERS) {
        for (at, ch) in item.char_indices() {
            let (before, rest) = item.split_at(at);
            let after = &rest[ch.len_utf8()..];
            plain += agreeing(&format!("{before}{after}"));
            for new in changes.chars() {
                plain += agreeing(&format!("{before}{new}{after}"));
                plain += agreeing(&format!("{before}{new}{rest}"));
            }
        }
    }
    assert!(plain > 5_000, "{plain}");
}
