//! windows-rdl reads what we read, and it means the same; and what does not is found.

use std::path::Path;

use winsec_oracles::peer::{Case, Verdict, cases, judge};

fn verdict(name: &str, text: &str) -> Verdict {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let case = Case {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    judge(&case, &scratch)
}

/// Items of every kind, with whatever the language lets stand before and in them.
const TEXTS: [&str; 7] = [
    "#[win32] mod A { struct T { a: u8, } } #[win32] mod B { struct T { a: u64, }
     struct U { t: T, s: super::A::T, r: A::T, p: *mut T, } union V { u: U, b: [u16; 3], } }",
    "#[win32] mod A { #[library(\"a.dll\")] extern fn F(a: u32); } #[win32] mod B {
     #[library(\"b.dll\")] extern fn F(a: u64); #[library(\"b.dll\", import = \"X\")] extern fn G(a: u32, ...); }",
    "#[win32] mod A { const M: i32 = 1; #[repr(u32)] #[flags] #[scoped] enum M { X = 1, Y = 0x80000000, }
     const N: M = 2; struct H { Value: *mut void, } const I: H = -1; const F: f32 = 1.0f32; }",
    "use B::*; #[win32] mod A { struct S { t: T, } extern \"fastcall\" fn C(a: String, b: &u32, c: &mut u32, d: Object, e: Type, f: GUID, g: HRESULT) -> HRESULT; }
     #[win32] mod B { struct T { g: GUID, c: Char16, } const ID: GUID = 0x00000001_0002_0003_0004_000000000005; }",
    "#[win32] mod A { #[M] #[N(\"a\", B = 2)] struct S { #[M] a: u32 { x: 3, _: 0, y: 0, z: 4, }, }
     attribute MAttribute { fn(); } attribute NAttribute { fn(a: String); B: u32, }
     #[packed(1)] #[packed(2)] struct P { a: u8, b: u32, } #[align(16)] struct Q { a: #[packed(2)] union { b: u64, }, } }",
    "#[win32] mod A { #[arch(X86)] struct W { a: u32, } #[arch(X64 | Arm64)] struct W { a: u64, } type V = *const *const W;
     #[library(\"\")] extern fn N(#[in] #[out] a: *mut u8, #[opt] #[len_param(9)] b: *const W, #[size_param(0)] #[reserved] c: *mut void); }",
    "#[winrt] mod A { interface I<T> { fn Value(&self) -> T; } class C { I<u32>, } delegate fn D(a: [u8]);
     struct S { a: I<u64>, c: C, d: D, } } #[win32] mod A { struct Option { a: u32, } const value: u16 = 1; }",
];

#[test]
fn what_windows_rdl_reads_means_the_same_to_us() {
    for (at, text) in TEXTS.iter().enumerate() {
        assert_eq!(
            verdict(&format!("peer-{at}"), text),
            Verdict::Right,
            "{text}"
        );
    }
}

#[test]
fn what_it_does_not_read_is_counted_apart() {
    let found = verdict(
        "peer-invalid",
        "#[win32] mod A { struct S { a: Nothing, } }",
    );
    assert!(matches!(found, Verdict::Invalid(_)), "{found:?}");
}

#[test]
fn what_only_it_reads_is_found() {
    // An enumeration of no fixed width is an error to us, and so is a byte too many.
    let found = verdict(
        "peer-refused",
        "#[win32] mod A { #[packed(3)] struct S { a: u32, } }",
    );
    assert!(matches!(found, Verdict::Refused(_)), "{found:?}");
}

#[test]
fn texts_are_found_in_files_and_in_raw_strings() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peer-cases");
    std::fs::create_dir_all(folder.join("in")).expect("the folder can be made");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.join(name), text).expect("it can be written");
    };
    write("in/a.rdl", "mod A {}");
    write(
        "b.rs",
        "const A: &str = r#\"x\"#;\nconst B: &str = r#\"\nmod B {}\"#;\n",
    );
    let found = cases(&folder).expect("the folder can be read");
    let names: Vec<_> = found.iter().map(|of| of.name.as_str()).collect();
    assert_eq!(names, ["b.rs:2", "in/a.rdl"]);
}
