//! What a spec says is what the model holds.

use winsec_bindgen::analyse;
use winsec_bindgen::model::{
    Abi, Arches, Direction, Encoding, Enum, Field, FieldType, Function, Item, ItemKind, LastError,
    Len, Model, Party, Primitive, Record, RecordKind, Type, Value,
};
use winsec_bindgen::options::{Docs, Interfaces, Options};
use winsec_bindgen::parse;
use winsec_bindgen::resolve::{Evaluated, Index};
use winsec_bindgen::source::{Source, Sources};

const UNDOCUMENTED: Options = Options {
    docs: Docs::Optional,
    ..Options::SPECS
};

fn model_with(text: &str, options: &Options) -> Model {
    let sources = Sources::new([Source::new("specs/example.rdl", text)]);
    parse(&sources, options).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

fn model(text: &str) -> Model {
    model_with(text, &UNDOCUMENTED)
}

fn only(model: &Model) -> &Item {
    assert_eq!(model.items.len(), 1);
    &model.items[0]
}

fn record(item: &Item) -> &Record {
    match &item.kind {
        ItemKind::Record(record) => record,
        other => panic!("{other:?}"),
    }
}

fn enumeration(item: &Item) -> &Enum {
    match &item.kind {
        ItemKind::Enum(item) => item,
        other => panic!("{other:?}"),
    }
}

fn function(item: &Item) -> &Function {
    match &item.kind {
        ItemKind::Function(function) => function,
        other => panic!("{other:?}"),
    }
}

fn constant(item: &Item) -> &Value {
    match &item.kind {
        ItemKind::Constant(constant) => &constant.value,
        other => panic!("{other:?}"),
    }
}

fn inline(field: &Field) -> &Record {
    match &field.ty {
        FieldType::Record(record) => record,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_says_what_its_items_share() {
    let model = model(
        "//! One line.\n//!\n//!     code\n#![header(\"a.h\")]\n#![client(\"Windows 7\")]\n\
         //! Last.\n#![server(\"Windows Server 2008 R2\")]\n\n\
         /// Shared.\nconst A: u32 = 1;\n\
         #[header(\"b.h\")] #[client(\"Windows 8\")] #[page(\"b/nf-b-b\")]\nconst B: u32 = 2;\n\
         #[page(\"https://example.com/x\")] const C: u32 = 3;\n",
    );
    assert_eq!(model.modules.len(), 1);
    assert_eq!(model.modules[0].name, "example");
    assert_eq!(model.modules[0].docs, "One line.\n\n    code\nLast.");
    let [a, b, c] = model.items.as_slice() else {
        panic!("{:?}", model.items);
    };
    assert_eq!(a.docs, "Shared.");
    assert_eq!(a.origin.header.as_deref(), Some("a.h"));
    assert_eq!(a.origin.client.as_deref(), Some("Windows 7"));
    assert_eq!(a.origin.page, None);
    assert_eq!(b.origin.header.as_deref(), Some("b.h"));
    assert_eq!(b.origin.client.as_deref(), Some("Windows 8"));
    assert_eq!(b.origin.server.as_deref(), Some("Windows Server 2008 R2"));
    assert_eq!(
        b.origin.page.as_deref(),
        Some("https://learn.microsoft.com/windows/win32/api/b/nf-b-b")
    );
    assert_eq!(c.origin.page.as_deref(), Some("https://example.com/x"));
}

#[test]
fn documentation_keeps_its_lines() {
    let model = model(
        "///First.\n///\n///  Indented.   \n/// Last.\n///\nstruct A {\n\
         /** One line. */ a: u32,\n\
         /**\n     * Several\n     *   lines.\n     */\n    b: u32,\n\
         /**\n        Plain\n          lines.\n    */\n    c: u32,\n}\n",
    );
    let item = only(&model);
    assert_eq!(item.docs, "First.\n\n Indented.\nLast.");
    let docs: Vec<_> = record(item)
        .fields
        .iter()
        .map(|field| &field.docs)
        .collect();
    assert_eq!(docs, ["One line.", "Several\n  lines.", "Plain\n  lines."]);
}

#[test]
fn records_nest_and_are_cut_into_bits() {
    let model = model(
        "#[packed(2)] struct A {\n  r#type: u32,\n  Anonymous: #[packed(1)] union {\n    a: [[u8; 3]; 2],\n\
         #[differs(c, \"why\")] b: *mut *const A,\n  },\n  bits: u32 { Low: 3, _: 4, /** H */ High: 25 },\n}",
    );
    let record_a = record(only(&model));
    assert_eq!(record_a.kind, RecordKind::Struct);
    assert_eq!((record_a.packed, record_a.align), (Some(2), None));
    assert_eq!(record_a.fields[0].name.text, "type");
    let union = inline(&record_a.fields[1]);
    assert_eq!((union.kind, union.packed), (RecordKind::Union, Some(1)));
    let byte = Type::Primitive(Primitive::U8);
    let row = Type::Array {
        of: Box::new(byte),
        len: 3,
    };
    let table = Type::Array {
        of: Box::new(row),
        len: 2,
    };
    assert_eq!(union.fields[0].ty, FieldType::Type(table));
    let FieldType::Type(Type::Pointer { mutable: true, to }) = &union.fields[1].ty else {
        panic!("{:?}", union.fields[1]);
    };
    assert!(matches!(**to, Type::Pointer { mutable: false, .. }));
    let (party, marker) = &union.fields[1].markers.differs[0];
    assert_eq!((*party, marker.reason.as_str()), (Party::C, "why"));
    let bits: Vec<_> = record_a.fields[2]
        .bits
        .iter()
        .map(|bit| (bit.name.as_ref().map(|name| name.text.as_str()), bit.width))
        .collect();
    assert_eq!(bits, [(Some("Low"), 3), (None, 4), (Some("High"), 25)]);
    assert_eq!(record_a.fields[2].bits[2].docs, "H");
}

#[test]
fn enumerations_keep_values_as_written() {
    let model = model(
        "#[repr(u16)] #[flags] #[scoped] #[arch(X86 | Arm64)] enum A {\n\
         A1 = 0x1, A2 = 0b10, A3 = 1_0, A4 = A1 | A2, A5 = !0, #[absent(\"why\")] A6 = -1 }",
    );
    let item = only(&model);
    assert_eq!(item.arches, Arches::X86.union(Arches::ARM64));
    let item = enumeration(item);
    assert_eq!(item.repr, Primitive::U16);
    assert!(item.flags && item.scoped);
    let values: Vec<_> = item.members.iter().map(|member| &member.value).collect();
    assert_eq!(
        values[..3],
        [&Value::Int(1), &Value::Int(2), &Value::Int(10)]
    );
    assert!(matches!(values[3], Value::Names(names) if names.len() == 2));
    assert_eq!(values[4..], [&Value::AllOnes, &Value::Int(-1)]);
    assert!(item.members[5].markers.absent.is_some());
}

#[test]
fn constants_are_of_every_kind() {
    let model = model(
        "const A: i32 = -5i32; const B: f32 = -1.5; const C: f64 = 1e3; const D: f64 = 1_000.5;\n\
         #[encoding(\"utf-16\")] const E: String = \"a\\\"b\\r\\n\\u{e9}\";\n\
         const F: String = r#\"a\\b\"#; const G: usize = 0o17;\n\
         const H: GUID = 0x00000000_0000_0000_C000_000000000046;\n\
         #[guid(0xf29f85e0_4ff9_1068_ab91_08002b27b3d9)] const I: PROPERTYKEY = 2;",
    );
    let values: Vec<_> = model.items.iter().map(constant).collect();
    let text = |text: &str, encoding| Value::Text {
        text: text.to_owned(),
        encoding,
    };
    let expected = [
        Value::Int(-5),
        Value::Float("-1.5".to_owned()),
        Value::Float("1e3".to_owned()),
        Value::Float("1000.5".to_owned()),
        text("a\"b\r\n\u{e9}", Encoding::Utf16),
        text("a\\b", Encoding::Unspecified),
        Value::Int(0o17),
        Value::Guid(0x0000_0000_0000_0000_C000_0000_0000_0046),
        Value::PropertyKey {
            format: 0xf29f_85e0_4ff9_1068_ab91_0800_2b27_b3d9,
            id: 2,
        },
    ];
    assert_eq!(values, expected.iter().collect::<Vec<_>>());
}

#[test]
fn functions_and_callbacks_differ_by_their_library() {
    let model = model(
        "#[library(\"a.dll\", import = \"#1\")] #[last_error(result)] #[noreturn]\n\
         #[error(E1, \"First.\")] #[error(E2, \"Second.\")]\n\
         extern \"C\" fn A(#[in] a: *mut u8, #[out] b: u32, c: *mut u8, #[r#in] #[out] d: *mut u8,\n\
         e: *const u8, #[opt] #[reserved] #[len_const(4)] f: u8, #[size_param(0)] #[retval] g: u8, ...);\n\
         extern \"fastcall\" fn B() -> *mut void;\nextern \"system\" fn C();",
    );
    let [a, b, c] = model.items.as_slice() else {
        panic!("{:?}", model.items);
    };
    let a = function(a);
    assert_eq!(a.library.text, "a.dll");
    assert_eq!(a.import.as_deref(), Some("#1"));
    assert_eq!(a.last_error, Some(LastError::Result));
    assert!(a.noreturn && a.signature.variadic);
    assert_eq!(a.signature.abi, Abi::C);
    assert_eq!(a.signature.result, Type::Void);
    let errors: Vec<_> = a
        .errors
        .iter()
        .map(|e| (e.code.text.as_str(), e.cause.as_str()))
        .collect();
    assert_eq!(errors, [("E1", "First."), ("E2", "Second.")]);
    let params = &a.signature.params;
    let directions: Vec<_> = params.iter().map(|param| param.direction).collect();
    use Direction::{In, InOut, Out};
    assert_eq!(directions, [In, Out, Out, InOut, In, In, In]);
    assert!(params[5].optional && params[5].reserved && params[6].retval);
    assert_eq!(params[5].len, Some(Len::Const(4)));
    assert_eq!(params[6].len, Some(Len::Bytes(0)));
    for (item, abi) in [(b, Abi::Fastcall), (c, Abi::System)] {
        let ItemKind::Callback(callback) = &item.kind else {
            panic!("{item:?}");
        };
        assert_eq!(callback.signature.abi, abi);
    }
}

#[test]
fn modules_and_opaque_interfaces_are_read() {
    let text = "#[win32]\nmod Windows {\n  mod Metadata { attribute A { fn(a: i32); B: i16, } }\n\
                mod Win32 {\n #[guid(0x00000000_0000_0000_c000_000000000046)] interface I: J {\n\
                #[special] fn Get(&self, x: IMap<String, Object>) -> HRESULT; }\n\
                struct S { i: I, v: super::Foundation :: Vector2 }\n }\n}\n";
    let model = model_with(text, &Options::METADATA);
    let [interface, s] = model.items.as_slice() else {
        panic!("{:?}", model.items);
    };
    assert_eq!(interface.kind, ItemKind::Interface);
    let FieldType::Type(Type::Named(name)) = &record(s).fields[1].ty else {
        panic!("{s:?}");
    };
    assert_eq!(name.text, "super::Foundation::Vector2");
    let options = Options {
        interfaces: Interfaces::Refuse,
        ..Options::METADATA
    };
    let sources = Sources::new([Source::new("a.rdl", text)]);
    let errors = parse(&sources, &options).expect_err("interfaces are refused");
    assert_eq!(errors.len(), 2);
}

#[test]
fn values_are_evaluated_within_their_types() {
    let sources = Sources::new([Source::new(
        "a.rdl",
        "type DWORD = u32;\ntype STATUS = i32;\ntype HANDLE = *mut void;\n\
         const A: DWORD = !0;\nconst B: STATUS = 0x80090305;\nconst C: usize = !0;\n\
         const D: HANDLE = -1;\nconst E: DWORD = B;\nconst F: F_FLAGS = F2 | F1;\n\
         const G: STATUS = B;\nconst H: f64 = 2.5;\n\
         #[repr(u8)] #[flags] enum F_FLAGS { F1 = 1, F2 = 2, F3 = F1 | F2, F4 = !0 }\n",
    )]);
    let analysis = analyse(&sources, &UNDOCUMENTED).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let value = |name| analysis.index.value(name);
    assert_eq!(value("A"), Some(Evaluated::Int(0xFFFF_FFFF)));
    assert_eq!(value("B"), Some(Evaluated::Int(-2_146_893_051)));
    assert_eq!(value("C"), Some(Evaluated::AllOnes));
    assert_eq!(value("D"), Some(Evaluated::Int(-1)));
    assert_eq!(value("E"), Some(Evaluated::Int(0x8009_0305)));
    assert_eq!(value("F"), Some(Evaluated::Int(3)));
    assert_eq!(value("G"), value("B"));
    assert_eq!(value("H"), Some(Evaluated::Float(2.5)));
    assert_eq!(value("F3"), Some(Evaluated::Int(3)));
    assert_eq!(value("F4"), Some(Evaluated::Int(255)));
    assert_eq!(value("NONE"), None);
}

#[test]
fn types_are_found_for_each_architecture() {
    let model = model(
        "#[arch(X86)] type WORD = u32;\n#[arch(X64 | Arm64)] type WORD = u64;\n\
         type SAME = WORD;\ntype BYTE = u8;\ntype BYTES = BYTE;\nstruct S { s: SAME, b: BYTES }",
    );
    let (index, errors) = Index::new(&model);
    assert_eq!(errors, []);
    let fields = &record(&model.items[5]).fields;
    let types: Vec<_> = fields
        .iter()
        .map(|field| match &field.ty {
            FieldType::Type(ty) => ty,
            FieldType::Record(_) => panic!("{field:?}"),
        })
        .collect();
    assert_eq!(index.underlying(types[0]), None);
    assert_eq!(
        index.underlying_on(types[0], Arches::X86),
        Some(Primitive::U32)
    );
    assert_eq!(
        index.underlying_on(types[0], Arches::X64),
        Some(Primitive::U64)
    );
    assert_eq!(index.underlying(types[1]), Some(Primitive::U8));
    assert_eq!(index.type_items("WORD").count(), 2);
    assert_eq!(index.type_item("S", Arches::ALL).map(|id| id.0), Some(5));
}

#[test]
fn long_chains_of_values_and_types_end() {
    let count = 20_000;
    let mut text = String::from("const C0: u32 = 7;\ntype T0 = u32;\nstruct S0 { a: u32 }\n");
    for at in 1..count {
        let before = at - 1;
        text.push_str(&format!(
            "const C{at}: u32 = C{before};\nstruct S{at} {{ a: S{before} }}\n"
        ));
    }
    let last = count - 1;
    text.push_str(&format!(
        "const LAST: u32 = C{last}; struct USER {{ a: S{last} }}"
    ));
    // The longest chain first: what comes first names what comes later.
    let lines: Vec<_> = text.lines().rev().collect();
    let sources = Sources::new([Source::new("a.rdl", lines.join("\n"))]);
    let analysis = analyse(&sources, &UNDOCUMENTED).unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!(analysis.index.value("LAST"), Some(Evaluated::Int(7)));
}
