//! The whole of Win32, as windows-rdl prints Microsoft's metadata, parses; counts of what it holds
//! are taken from its lines, which know nothing of the parser.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use winsec_bindgen::diagnostic::{Style, render};
use winsec_bindgen::model::{
    Abi, Arches, Direction, Encoding, FieldType, Item, ItemKind, Len, Model, Param, Primitive,
    Record, RecordKind, Signature, Type, Value,
};
use winsec_bindgen::options::{Options, Rules};
use winsec_bindgen::resolve::Evaluated;
use winsec_bindgen::source::{Source, Sources};
use winsec_bindgen::{Analysis, analyse};

/// How far windows-rdl indents the items of `mod Windows { mod Win32 { .. } }`.
const ITEM: &str = "        ";

/// Prints the metadata of all Win32.
fn print_win32() -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("win32.rdl");
    windows_rdl::writer()
        .input_bytes(windows_default::WIN32)
        .output(&path)
        .write()
        .expect("windows-rdl prints its own metadata");
    fs::read_to_string(&path).expect("what was printed can be read")
}

/// What the lines of items start with, counted; and every attribute of functions' parameters.
fn count_lines(text: &str) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    let mut in_enum = false;
    let mut library = false;
    for line in text.lines() {
        let Some(line) = line.strip_prefix(ITEM) else {
            continue;
        };
        if line.starts_with(' ') {
            if in_enum && line.contains(" = ") {
                *counts.entry("member").or_default() += 1;
            }
            continue;
        }
        in_enum = line.starts_with("enum ");
        if line.starts_with("#[arch(") {
            *counts.entry("arch").or_default() += 1;
        }
        if line.starts_with("#[library(") {
            library = true;
        }
        let word = line.split(' ').next().unwrap_or_default();
        let kind = match word {
            "struct" => "struct",
            "union" => "union",
            "enum" => "enum",
            "const" => "const",
            "type" => "type",
            "interface" => "interface",
            "extern" if library => "function",
            "extern" => "callback",
            _ => continue,
        };
        *counts.entry(kind).or_default() += 1;
        if word == "extern" {
            library = false;
            for attribute in [
                "#[in]",
                "#[out]",
                "#[opt]",
                "#[reserved]",
                "#[retval]",
                "#[iid_is]",
                "#[len_param(",
                "#[size_param(",
                "#[len_const(",
                "...)",
                "extern \"C\"",
            ] {
                *counts.entry(attribute).or_default() += line.matches(attribute).count();
            }
        }
    }
    counts
}

/// The same counts, of a model.
fn count_items(model: &Model) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    let mut add = |name, count: usize| *counts.entry(name).or_default() += count;
    for item in &model.items {
        add("arch", usize::from(item.arches != Arches::ALL));
        match &item.kind {
            ItemKind::Record(record) if record.kind == RecordKind::Struct => add("struct", 1),
            ItemKind::Record(_) => add("union", 1),
            ItemKind::Enum(item) => {
                add("enum", 1);
                add("member", item.members.len());
            }
            ItemKind::Constant(_) => add("const", 1),
            ItemKind::Alias(_) => add("type", 1),
            ItemKind::Interface => add("interface", 1),
            ItemKind::Function(function) => {
                add("function", 1);
                count_signature(&function.signature, &mut add);
            }
            ItemKind::Callback(callback) => {
                add("callback", 1);
                count_signature(&callback.signature, &mut add);
            }
        }
    }
    counts
}

fn count_signature(signature: &Signature, add: &mut impl FnMut(&'static str, usize)) {
    add("...)", usize::from(signature.variadic));
    add("extern \"C\"", usize::from(signature.abi == Abi::C));
    for param in &signature.params {
        let mutable = matches!(param.ty, Type::Pointer { mutable: true, .. });
        // The printer writes a direction when it is not the default of the type.
        let (input, output) = match (param.direction, mutable) {
            (Direction::InOut, _) => (1, 1),
            (Direction::In, true) => (1, 0),
            (Direction::Out, false) => (0, 1),
            (Direction::In, false) | (Direction::Out, true) => (0, 0),
        };
        add("#[in]", input);
        add("#[out]", output);
        add("#[opt]", usize::from(param.optional));
        add("#[reserved]", usize::from(param.reserved));
        add("#[retval]", usize::from(param.retval));
        add("#[iid_is]", usize::from(param.iid_is));
        add(
            "#[len_param(",
            usize::from(matches!(param.len, Some(Len::Param(_)))),
        );
        add(
            "#[size_param(",
            usize::from(matches!(param.len, Some(Len::Bytes(_)))),
        );
        add(
            "#[len_const(",
            usize::from(matches!(param.len, Some(Len::Const(_)))),
        );
    }
}

fn item<'m>(analysis: &'m Analysis, name: &str) -> &'m Item {
    let mut items = analysis.model.items.iter();
    items
        .find(|item| item.name.text == name)
        .unwrap_or_else(|| panic!("{name} is missing"))
}

fn record<'m>(analysis: &'m Analysis, name: &str) -> &'m Record {
    match &item(analysis, name).kind {
        ItemKind::Record(record) => record,
        other => panic!("{name} is {other:?}"),
    }
}

fn value<'m>(analysis: &'m Analysis, name: &str) -> &'m Value {
    match &item(analysis, name).kind {
        ItemKind::Constant(constant) => &constant.value,
        other => panic!("{name} is {other:?}"),
    }
}

fn params<'m>(analysis: &'m Analysis, name: &str) -> &'m [Param] {
    match &item(analysis, name).kind {
        ItemKind::Function(function) => &function.signature.params,
        other => panic!("{name} is {other:?}"),
    }
}

#[test]
fn all_of_win32_parses_and_is_right() {
    let text = print_win32();
    let lines = count_lines(&text);
    let sources = Sources::new([Source::new("win32.rdl", text)]);
    let analysis = match analyse(&sources, &Options::METADATA) {
        Ok(analysis) => analysis,
        Err(errors) => panic!("{}", render(&errors, &sources, Style::Plain)),
    };
    assert_eq!(count_items(&analysis.model), lines);
    assert!(
        analysis.model.items.len() > 130_000,
        "{}",
        analysis.model.items.len()
    );

    values_are_as_printed(&analysis);
    records_are_as_printed(&analysis);
    functions_are_as_printed(&analysis);
    house_rules_find_what_microsoft_does_not_keep(&sources);
}

fn values_are_as_printed(analysis: &Analysis) {
    let index = &analysis.index;
    assert_eq!(index.value("E_FAIL"), Some(Evaluated::Int(-2_147_467_259)));
    assert_eq!(
        index.value("INVALID_HANDLE_VALUE"),
        Some(Evaluated::Int(-1))
    );
    assert_eq!(
        index.value("D2D1_DEFAULT_FLATTENING_TOLERANCE"),
        Some(Evaluated::Float(0.25))
    );
    assert_eq!(
        index.value("AMF_AUTOMATICGAIN"),
        Some(Evaluated::Float(-1.0))
    );
    assert_eq!(
        value(analysis, "AACMFTEncoder"),
        &Value::Guid(0x93af_0c51_2275_45d2_a35b_f2ba_21ca_ed00)
    );
    assert_eq!(
        value(analysis, "ACCCTRL_DEFAULT_PROVIDERW"),
        &Value::Text {
            text: "Windows NT Access Provider".to_owned(),
            encoding: Encoding::Utf16
        }
    );
    assert!(matches!(
        value(analysis, "PKEY_Title"),
        Value::PropertyKey { id: 2, .. }
    ));
    let handle = match &item(analysis, "INVALID_HANDLE_VALUE").kind {
        ItemKind::Constant(constant) => constant.ty.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(index.underlying(&handle), None);
    let status = Type::Named(item(analysis, "NTSTATUS").name.clone());
    assert_eq!(index.underlying(&status), Some(Primitive::I32));
}

fn records_are_as_printed(analysis: &Analysis) {
    let guid = record(analysis, "GUID");
    assert_eq!(guid.fields.len(), 4);
    assert!(matches!(
        &guid.fields[3].ty,
        FieldType::Type(Type::Array { len: 8, .. })
    ));
    // What C leaves without a name is defined in place, packing and bit-fields included.
    let mut bits = 0;
    let mut packed_inside = 0;
    let mut stack: Vec<&Record> = Vec::new();
    for item in &analysis.model.items {
        if let ItemKind::Record(record) = &item.kind {
            stack.push(record);
        }
    }
    while let Some(record) = stack.pop() {
        for field in &record.fields {
            bits += field.bits.iter().filter(|bit| bit.name.is_some()).count();
            if let FieldType::Record(inner) = &field.ty {
                packed_inside += usize::from(inner.packed.is_some());
                stack.push(inner);
            }
        }
    }
    assert!(bits > 1000, "{bits} bit-fields");
    assert!(
        packed_inside > 50,
        "{packed_inside} packed records in records"
    );
}

fn functions_are_as_printed(analysis: &Analysis) {
    let function = match &item(analysis, "WSAIoctl").kind {
        ItemKind::Function(function) => function,
        other => panic!("{other:?}"),
    };
    assert_eq!(function.library.text.to_ascii_lowercase(), "ws2_32.dll");
    let params = params(analysis, "InternetReadFile");
    assert_eq!(params[1].direction, Direction::Out);
    assert_eq!(params[2].direction, Direction::In);
    assert_eq!(params[1].len, Some(Len::Bytes(2)));
}

/// The rules of the house are more than Microsoft's metadata keeps: each of these is a rule that
/// [`Rules::Metadata`] leaves out, and a reason why.
fn house_rules_find_what_microsoft_does_not_keep(sources: &Sources) {
    let options = Options {
        rules: Rules::House,
        ..Options::METADATA
    };
    let errors = analyse(sources, &options).expect_err("the metadata breaks rules of the house");
    for reason in [
        "has bits that",
        "is defined twice",
        "has no members",
        "is an array without elements",
        "has the type `void`",
        "does not fit `usize`",
        "need 64 bits or more",
    ] {
        assert!(
            errors.iter().any(|error| error.message.contains(reason)),
            "no error says: {reason}"
        );
    }
    assert!(errors.len() < 200, "{} errors", errors.len());
}
