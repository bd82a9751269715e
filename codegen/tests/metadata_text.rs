//! Text as windows-rdl reads it: namespaces, what is built in, and what says nothing.
//!
//! What is expected is what windows-rdl 0.100 makes of the same text, where it reads it, and else what
//! Microsoft's compiler says of the same C.

use winsec_bindgen::diagnostic::{Style, render};
use winsec_bindgen::layout::Arch;
use winsec_bindgen::model::{
    Abi, Arches, Direction, Encoding, Field, FieldType, Function, Item, ItemKind, Len, Primitive,
    Record, Type, Value,
};
use winsec_bindgen::source::{Source, Sources};
use winsec_bindgen::whole::Whole;
use winsec_bindgen::{Analysis, Options, analyse};

fn analysis(text: &str) -> Analysis {
    let sources = Sources::new([Source::new("meta-data.rdl", text)]);
    analyse(&sources, &Options::METADATA)
        .unwrap_or_else(|errors| panic!("{}", render(&errors, &sources, Style::Plain)))
}

fn errors(text: &str) -> String {
    let sources = Sources::new([Source::new("a.rdl", text)]);
    match analyse(&sources, &Options::METADATA) {
        Ok(_) => String::new(),
        Err(errors) => render(&errors, &sources, Style::Plain),
    }
}

fn whole(text: &str) -> Whole {
    Whole::of(analysis(text).model, &Sources::default(), |_| true).expect("what is left is right")
}

fn item<'m>(analysis: &'m Analysis, name: &str) -> &'m Item {
    let found = analysis
        .model
        .items
        .iter()
        .find(|item| item.name.text == name);
    found.unwrap_or_else(|| panic!("{name} is not there"))
}

fn function<'m>(analysis: &'m Analysis, name: &str) -> &'m Function {
    match &item(analysis, name).kind {
        ItemKind::Function(function) => function,
        other => panic!("{name} is {other:?}"),
    }
}

fn record<'m>(analysis: &'m Analysis, name: &str) -> &'m Record {
    match &item(analysis, name).kind {
        ItemKind::Record(record) => record,
        other => panic!("{name} is {other:?}"),
    }
}

fn constant<'m>(analysis: &'m Analysis, name: &str) -> &'m Value {
    match &item(analysis, name).kind {
        ItemKind::Constant(constant) => &constant.value,
        other => panic!("{name} is {other:?}"),
    }
}

fn size(analysis: &Analysis, name: &str, arch: Arch) -> u64 {
    let id = analysis
        .index
        .type_item(name, Arches::ALL)
        .expect("the type is there");
    analysis
        .layouts
        .record(id, arch)
        .expect("it has a layout")
        .extent
        .size
}

fn text_of(whole: &Whole) -> String {
    whole
        .files("a test")
        .into_iter()
        .map(|file| file.text)
        .collect()
}

#[test]
fn names_are_looked_up_in_their_own_namespace_first() {
    let text = "mod A { struct T { a: u8, } }
        mod B { struct T { a: u64, } struct U { t: T, } struct V { t: super::A::T, } struct W { t: A::T, } }
        mod C { mod D { struct T { a: u16, } } struct X { t: D::T, } struct Y { t: ::B::T, } }";
    let found = analysis(text);
    for (name, size_) in [
        ("T", 1),
        ("B_T", 8),
        ("C_D_T", 2),
        ("U", 8),
        ("V", 1),
        ("W", 1),
        ("X", 2),
        ("Y", 8),
    ] {
        assert_eq!(size(&found, name, Arch::X64), size_, "{name}");
    }
    let was: Vec<_> = found
        .model
        .renamed
        .iter()
        .map(|of| of.was.as_str())
        .collect();
    assert_eq!(was, ["B::T", "C::D::T"]);
    assert_eq!(whole(text).skipped, []);
}

#[test]
fn namespaces_that_are_used_count_and_others_must_be_told_apart() {
    let two = "mod A { struct T { a: u8, } } mod B { struct T { a: u64, } }";
    let found = analysis(&format!(
        "use B::*; use A::{{T}}; {two} mod C {{ struct U {{ t: T, }} }}"
    ));
    assert_eq!(size(&found, "U", Arch::X64), 8);
    let several = errors(&format!("{two} mod C {{ struct U {{ t: T, }} }}"));
    assert!(
        several.contains("`T` is in several namespaces"),
        "{several}"
    );
    assert!(several.contains("`A`, `B`"), "{several}");
    let nowhere = errors("use Z::*; mod A { const B: u32 = 1; }");
    assert!(nowhere.contains("there is no namespace `Z`"), "{nowhere}");
}

#[test]
fn functions_of_one_name_are_both_there() {
    let found = analysis(
        "mod A { #[library(\"a.dll\")] extern fn F() -> u32; }
         mod B { #[library(\"b.dll\")] extern fn F() -> u64; #[library(\"b.dll\", import = \"#4\")] extern fn G(); }
         mod C { #[library(\"c.dll\", import = \"H\")] extern fn G(); }",
    );
    let of = |name| {
        let function = function(&found, name);
        (function.library.text.as_str(), function.import.as_deref())
    };
    assert_eq!(of("F"), ("a.dll", None));
    assert_eq!(of("B_F"), ("b.dll", Some("F")));
    assert_eq!(of("C_G"), ("c.dll", Some("H")));
}

#[test]
fn values_are_those_of_their_own_namespace() {
    let found = analysis(
        "mod A { const M: u32 = 1; const N: u32 = M; } mod B { const M: u32 = 2; const O: u32 = M; }",
    );
    let value = |name: &str| found.index.value(name);
    assert_eq!(value("N"), value("M"));
    assert_eq!(value("O"), value("B_M"));
    assert_ne!(value("N"), value("O"));
}

#[test]
fn an_enumeration_beside_a_constant_of_its_name_stays() {
    for text in [
        "mod A { const M: i32 = 5; #[repr(u8)] enum M { M1 = 1, M2 = 2, } struct S { m: M, } }",
        "mod A { #[repr(u8)] enum M { M1 = 1, M2 = 2, } const M: i32 = 5; struct S { m: M, } }",
    ] {
        let whole = whole(text);
        assert_eq!(whole.skipped, []);
        assert_eq!(whole.integers, ["M"]);
        assert_eq!(size(&whole.analysis, "S", Arch::X86), 1);
        let text = text_of(&whole);
        for line in [
            "pub const M: i32 = 5;",
            "pub type M = u8;",
            "pub const M1: M = 1;",
            "pub const M2: M = 2;",
        ] {
            assert!(text.contains(line), "{line}: {text}");
        }
    }
    let scoped = whole("mod A { const M: i32 = 5; #[repr(u8)] #[scoped] enum M { X = 1, } }");
    assert!(text_of(&scoped).contains("pub const M_X: M = 1;"));
}

#[test]
fn what_windows_rdl_has_built_in_needs_no_definition() {
    let found = analysis(
        "mod Test { struct S { g: GUID, r: HRESULT, c: Char16, o: Object, }
         const ID: GUID = 0x00000001_0002_0003_0004_000000000005;
         #[library(\"a.dll\")] extern fn F(a: String, b: &u32, c: &mut u32) -> HRESULT; }",
    );
    assert_eq!(size(&found, "S", Arch::X86), 28);
    assert_eq!(size(&found, "S", Arch::X64), 32);
    assert_eq!(
        constant(&found, "ID"),
        &Value::Guid(0x00000001_0002_0003_0004_000000000005)
    );
    let params = &function(&found, "F").signature.params;
    let pointer = |mutable, to| Type::Pointer {
        mutable,
        to: Box::new(to),
    };
    let number = Type::Primitive(Primitive::U32);
    let types: Vec<_> = params.iter().map(|param| param.ty.clone()).collect();
    assert_eq!(
        types,
        [
            pointer(true, Type::Void),
            pointer(false, number.clone()),
            pointer(true, number)
        ]
    );
    let directions: Vec<_> = params.iter().map(|param| param.direction).collect();
    assert_eq!(directions, [Direction::In, Direction::In, Direction::Out]);
    assert_eq!(
        function(&found, "F").signature.result,
        Type::Primitive(Primitive::I32)
    );
    // Whoever defines one of these has the last word.
    let own = analysis("mod Test { struct GUID { a: u8, } struct S { g: GUID, } }");
    assert_eq!(size(&own, "S", Arch::X64), 1);
}

#[test]
fn attributes_that_say_nothing_do_no_harm() {
    let whole = whole(
        "mod Test { attribute MAttribute { fn(); fn(a: String, b: u32); Named: u32, }
         attribute lower { fn(); }
         #[M] #[M(\"a\", 1, Named = 2)] #[lower] #[annotation(\"sal\", \"_Out_\")] struct S { #[M] a: u32, }
         #[repr(i32)] #[M] enum E { #[M] #[annotation(\"x\", \"y\")] A = 1, }
         #[associated_enum(\"E\", Flags = true)] const C: u32 = 1;
         #[library(\"a.dll\")] #[invoke(M)] extern fn F(#[M] #[retval] #[retval] a: *mut u32) -> #[M] i32;
         #[packed(1)] #[packed(2)] struct P { a: u8, b: u32, } #[scoped] struct Q { a: u8, }
         #[winrt] #[strange] #[strange(1)] struct R { a: u8, } }",
    );
    let found = &whole.analysis;
    assert_eq!(size(found, "P", Arch::X64), 5);
    let skipped: Vec<_> = whole.skipped.iter().map(|of| of.name.as_str()).collect();
    assert_eq!(skipped, ["#[strange]"]);
    assert!(
        whole.skipped[0].reason.contains("2 places"),
        "{:?}",
        whole.skipped
    );
}

#[test]
fn what_microsoft_writes_of_constants_is_read() {
    let found = analysis(
        "mod Test { struct H { Value: *mut void, } const INVALID: H = -1; const F: f32 = 1.0f32;
         const G: f64 = -2.5f64; const YES: bool = true; const NO: bool = false;
         const ID: GUID = 5; struct KEY { fmtid: GUID, pid: u32, } #[guid(0x1)] const K: KEY = 7;
         #[guid(0x00000001_0002_0003_0004_000000000006)] class Maker; const NONE: String; const GONE: GUID; }",
    );
    assert_eq!(constant(&found, "INVALID"), &Value::Int(-1));
    assert_eq!(constant(&found, "F"), &Value::Float("1.0".to_owned()));
    assert_eq!(constant(&found, "G"), &Value::Float("-2.5".to_owned()));
    assert_eq!(constant(&found, "ID"), &Value::Guid(5));
    assert_eq!(
        constant(&found, "K"),
        &Value::PropertyKey { format: 1, id: 7 }
    );
    assert_eq!(
        constant(&found, "Maker"),
        &Value::Guid(0x00000001_0002_0003_0004_000000000006)
    );
    let skipped: Vec<_> = found
        .model
        .skipped
        .iter()
        .map(|of| of.name.as_str())
        .collect();
    assert_eq!(skipped, ["NONE", "GONE"]);
    let text =
        text_of(&Whole::of(found.model, &Sources::default(), |_| true).expect("it is right"));
    for line in [
        "pub const YES: bool = true;",
        "pub const NO: bool = false;",
        "pub const INVALID: H = H {",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn functions_are_read_as_windows_rdl_reads_them() {
    let whole = whole(
        "mod Test { #[library(\"a.dll\", ordinal = 17)] extern \"C\" fn Ordinal();
         #[library(\"\")] extern fn Nowhere();
         #[library(\"a.dll\")] extern fn Variadic(a: u32, ...);
         #[library(\"a.dll\")] extern fn Length(#[len_param(9)] a: *mut u32); }",
    );
    let found = &whole.analysis;
    assert_eq!(function(found, "Ordinal").import.as_deref(), Some("#17"));
    assert_eq!(function(found, "Variadic").signature.abi, Abi::C);
    assert_eq!(
        function(found, "Length").signature.params[0].len,
        Some(Len::Param(9))
    );
    let skipped: Vec<_> = whole.skipped.iter().map(|of| of.name.as_str()).collect();
    assert_eq!(skipped, ["Nowhere"]);
}

#[test]
fn fields_need_no_names_and_bit_fields_no_bits() {
    let found = analysis(
        "mod Test { struct S { _: u32, _: u8, a: u32 { x: 3, _: 0, y: 0, z: 2, }, b: struct { _: u16, }, } }",
    );
    let fields = &record(&found, "S").fields;
    let names: Vec<_> = fields
        .iter()
        .map(|field| field.name.text.as_str())
        .collect();
    assert_eq!(names, ["_", "_1", "a", "b"]);
    let bits: Vec<_> = fields[2].bits.iter().map(|bits| bits.width).collect();
    assert_eq!(bits, [3, 2]);
    assert_eq!(size(&found, "S", Arch::X64), 16);
}

#[test]
fn classes_and_delegates_are_pointers() {
    let found = analysis(
        "#[winrt] mod Test { class A : Object { IB, } delegate fn C(a: IMap<String, u32>); interface IB {}
         struct S { a: A, c: C, b: IB, } }",
    );
    assert_eq!(size(&found, "S", Arch::X86), 12);
    assert_eq!(size(&found, "S", Arch::X64), 24);
}

#[test]
fn names_of_rusts_own_do_not_change_what_is_generated() {
    let whole = whole(
        "mod Test { struct u32 { a: u8, } struct S { a: super::Test::u32, b: u32, } const value: u32 = 1;
         struct Option { a: u8, } extern fn Call(a: *mut void) -> Option;
         struct Bits { a: u32 { value: 1, set_value: 2, } } }",
    );
    assert_eq!(size(&whole.analysis, "S", Arch::X64), 8);
    let text = text_of(&whole);
    for part in [
        "pub struct u32_ {",
        "a: u32_,",
        "pub const value_: u32 = 1;",
        "::core::option::Option<",
        "fn set_value_(",
        "fn set_value(&self)",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// The metadata of windows-bindgen 0.65, as windows-rdl prints it.
#[test]
fn the_previous_generation_says_by_attributes_what_others_say_by_words() {
    const M: &str = "Windows::Win32::Foundation::Metadata::";
    let text = format!(
        "mod Windows {{ mod Win32 {{ mod A {{
         #[{M}NativeEncoding(\"ansi\")] const NAME: String = \"a\";
         #[{M}Constant(\"{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}}, 12\")] const KEY: super::B::PROPERTYKEY;
         #[{M}Constant(\"-1\")] const INVALID: HANDLE;
         #[{M}Constant(\"{{0, 0, 0, 0, 0, 1}}\")] const SID: HANDLE;
         #[{M}NativeTypedef] struct HANDLE {{ Value: *mut void, }}
         #[repr(i32)] #[{M}ScopedEnum] enum E {{ X = 0, }}
         #[{M}Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)] struct Maker {{}}
         struct S {{ #[{M}NativeBitfield(\"b\", 3, 2)] #[{M}NativeBitfield(\"a\", 0, 1)] bits: u8, #[{M}Const] p: *mut u8, }}
         #[{M}SupportedArchitecture(X64 | Arm64)] struct W {{ a: u64, }} #[{M}SupportedArchitecture(X86)] struct W {{ a: u32, }}
         #[library(\"a.dll\")] extern fn F(#[{M}Const] #[in] a: *mut *mut u8, #[{M}NativeArrayInfo(CountParamIndex = 2)] b: *mut HANDLE,
         #[{M}Reserved] c: u32, #[{M}MemorySize(BytesParamIndex = 2)] #[{M}ComOutPtr] d: *mut void); }}
         mod B {{ struct PROPERTYKEY {{ fmtid: GUID, pid: u32, }} }} }} }}"
    );
    let found = analysis(&text);
    let guid = 0x00000001_0002_0003_0405_060708090A0B;
    let ansi = Value::Text {
        text: "a".to_owned(),
        encoding: Encoding::Ansi,
    };
    assert_eq!(constant(&found, "NAME"), &ansi);
    assert_eq!(
        constant(&found, "KEY"),
        &Value::PropertyKey {
            format: guid,
            id: 12
        }
    );
    assert_eq!(constant(&found, "INVALID"), &Value::Int(-1));
    assert_eq!(constant(&found, "Maker"), &Value::Guid(guid));
    let skipped: Vec<_> = found
        .model
        .skipped
        .iter()
        .map(|of| of.name.as_str())
        .collect();
    assert_eq!(skipped, ["SID"]);
    assert!(matches!(
        &item(&found, "HANDLE").kind,
        ItemKind::Alias(Type::Pointer { .. })
    ));
    assert!(matches!(&item(&found, "E").kind, ItemKind::Enum(of) if of.scoped));
    let [bits, pointer] = &record(&found, "S").fields[..] else {
        panic!()
    };
    let layout: Vec<_> = bits
        .bits
        .iter()
        .map(|of| (of.name.as_ref().map(|name| name.text.as_str()), of.width))
        .collect();
    assert_eq!(layout, [(Some("a"), 1), (None, 2), (Some("b"), 2)]);
    assert!(matches!(
        pointer,
        Field {
            ty: FieldType::Type(Type::Pointer { mutable: false, .. }),
            ..
        }
    ));
    let arches: Vec<_> = found
        .index
        .type_items("W")
        .map(|(_, arches)| arches)
        .collect();
    assert_eq!(arches, [Arches::X64.union(Arches::ARM64), Arches::X86]);
    let params = &function(&found, "F").signature.params;
    let Type::Pointer { mutable: false, to } = &params[0].ty else {
        panic!("{:?}", params[0])
    };
    assert!(matches!(**to, Type::Pointer { mutable: true, .. }));
    assert_eq!(
        (params[1].len, params[3].len),
        (Some(Len::Param(2)), Some(Len::Bytes(2)))
    );
    assert!(params[2].reserved && params[3].iid_is);
}

#[test]
fn modules_and_methods_leave_names_to_items() {
    let whole = whole(
        "mod Test { struct meta_data { a: u8, } #[repr(u32)] #[flags] enum F { all = 1, other = 2, } }",
    );
    assert_eq!(whole.analysis.model.modules[0].name, "meta_data_");
    let text = text_of(&whole);
    assert!(text.contains("pub const all: Self = Self(1);"), "{text}");
}

/// `struct S { char a; __declspec(align(16)) char b; char c; void *d; }`, the same with `#pragma pack(1)`
/// around an `int` that is aligned to 4, a `union` of a `char` and a `short` that is aligned to 8, and
/// one that holds `S`: sizes, alignments and offsets as clang 14 has them for x86_64-pc-windows-msvc.
#[test]
fn a_field_is_aligned_by_itself() {
    let whole = whole(
        "mod A {
            struct S { a: u8, #[align(16)] b: u8, c: u8, d: *mut void, }
            #[packed(1)] struct P { a: u8, #[align(4)] b: i32, c: u16, }
            union U { a: u8, #[align(8)] b: u16, }
            #[packed(1)] struct H { a: u8, s: S, b: u8, }
            struct N { a: u8, b: struct { a: u8, #[align(8)] b: u8, }, #[align(1)] c: u32, }
        }",
    );
    let analysis = &whole.analysis;
    for (name, size, align, offsets) in [
        ("S", 32, 16, &[0, 16, 17, 24][..]),
        ("P", 12, 4, &[0, 4, 8]),
        ("U", 8, 8, &[0, 0]),
        ("H", 64, 16, &[0, 16, 48]),
        ("N", 32, 8, &[0, 8, 24]),
    ] {
        let id = analysis.index.type_item(name, Arches::X64);
        let layout = analysis.layouts.record(id.expect(name), Arch::X64);
        let layout = layout.expect(name);
        assert_eq!(
            (layout.extent.size, layout.extent.align),
            (size, align),
            "{name}"
        );
        let found: Vec<u64> = layout.fields.iter().map(|field| field.offset).collect();
        assert_eq!(found, offsets, "{name}");
    }
    let text = text_of(&whole);
    assert!(
        text.contains("pub _align_b: super::packed::Aligned16,"),
        "{text}"
    );
}

#[test]
fn two_types_of_one_name_in_one_namespace_are_refused() {
    for second in [
        "struct T { b: u64, }",
        "union T { a: u8, }",
        "type T = u64;",
    ] {
        let text = format!("mod A {{ struct T {{ a: u8, }} {second} struct U {{ t: T, }} }}");
        let errors = errors(&text);
        assert!(errors.contains("the type `T` is defined twice"), "{errors}");
        assert!(errors.contains("first defined here"), "{errors}");
    }
    let apart =
        "mod A { #[arch(X86)] struct T { a: u8, } #[arch(X64 | Arm64)] struct T { a: u64, } }";
    assert_eq!(whole(apart).skipped, []);
}
