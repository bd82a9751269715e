//! The layouts of our specs, against what C compilers say of mingw-w64's headers.

use std::fs;
use std::path::{Path, PathBuf};

use winsec_bindgen::diagnostic::{Style, render};
use winsec_bindgen::layout::{Arch, RecordLayout};
use winsec_bindgen::model::{FieldType, ItemKind, Record, Type};
use winsec_bindgen::source::{Source, Sources};
use winsec_bindgen::{Analysis, Options, analyse};

fn analysis() -> Analysis {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the entry is read").path())
        .filter(|path| path.extension().is_some_and(|found| found == "rdl"))
        .collect();
    paths.sort();
    let sources = Sources::load(paths).expect("the specs are read");
    match analyse(&sources, &Options::SPECS) {
        Ok(analysis) => analysis,
        Err(diagnostics) => panic!("{}", render(&diagnostics, &sources, Style::Plain)),
    }
}

/// A record by its name or by another name for it, with its layout.
fn find<'a>(analysis: &'a Analysis, name: &str, arch: Arch) -> (&'a Record, &'a RecordLayout) {
    let id = analysis.index.type_item(name, arch.set());
    let id = id.unwrap_or_else(|| panic!("`{name}` is in no spec"));
    let item = &analysis.model.items[id.0 as usize];
    match &item.kind {
        ItemKind::Record(record) => {
            let layout = analysis.layouts.record(id, arch);
            (record, layout.expect("a record has a layout"))
        }
        ItemKind::Alias(Type::Named(other)) => find(analysis, &other.text, arch),
        _ => panic!("`{name}` is no record"),
    }
}

/// The offset of a field, which may be in records without a name.
fn offset(record: &Record, layout: &RecordLayout, name: &str) -> Option<u64> {
    record
        .fields
        .iter()
        .zip(&layout.fields)
        .find_map(|(field, place)| {
            if field.name.text == name {
                return Some(place.offset);
            }
            match (&field.ty, &place.nested) {
                (FieldType::Record(record), Some(layout)) => {
                    Some(place.offset + offset(record, layout, name)?)
                }
                _ => None,
            }
        })
}

/// Name, then for x86 and for the other two: size, alignment, offsets.
type Row = (
    &'static str,
    [u64; 2],
    [u64; 2],
    &'static [(&'static str, u64, u64)],
);

/// What mingw-w64's gcc says for x86 and x64; arm64 is as x64.
const COMPILED: &[Row] = &[
    (
        "SOCKADDR",
        [16, 2],
        [16, 2],
        &[("sa_family", 0, 0), ("sa_data", 2, 2)],
    ),
    (
        "SOCKADDR_STORAGE",
        [128, 8],
        [128, 8],
        &[
            ("ss_family", 0, 0),
            ("__ss_pad1", 2, 2),
            ("__ss_align", 8, 8),
            ("__ss_pad2", 16, 16),
        ],
    ),
    (
        "SOCKADDR_IN",
        [16, 4],
        [16, 4],
        &[
            ("sin_family", 0, 0),
            ("sin_port", 2, 2),
            ("sin_addr", 4, 4),
            ("sin_zero", 8, 8),
        ],
    ),
    (
        "SOCKADDR_IN6",
        [28, 4],
        [28, 4],
        &[
            ("sin6_family", 0, 0),
            ("sin6_port", 2, 2),
            ("sin6_flowinfo", 4, 4),
            ("sin6_addr", 8, 8),
        ],
    ),
    (
        "OVERLAPPED",
        [20, 4],
        [32, 8],
        &[
            ("Internal", 0, 0),
            ("InternalHigh", 4, 8),
            ("Offset", 8, 16),
            ("OffsetHigh", 12, 20),
            ("Pointer", 8, 16),
            ("hEvent", 16, 24),
        ],
    ),
    (
        "GUID",
        [16, 4],
        [16, 4],
        &[("Data2", 4, 4), ("Data3", 6, 6), ("Data4", 8, 8)],
    ),
    ("WSABUF", [8, 4], [16, 8], &[("len", 0, 0), ("buf", 4, 8)]),
    (
        "WSADATA",
        [400, 4],
        [408, 8],
        &[
            ("wVersion", 0, 0),
            ("wHighVersion", 2, 2),
            ("szDescription", 4, 16),
            ("szSystemStatus", 261, 273),
            ("iMaxSockets", 390, 4),
            ("iMaxUdpDg", 392, 6),
            ("lpVendorInfo", 396, 8),
        ],
    ),
    (
        "SOCKET_SECURITY_QUERY_INFO",
        [24, 8],
        [24, 8],
        &[
            ("SecurityProtocol", 0, 0),
            ("Flags", 4, 4),
            ("PeerApplicationAccessTokenHandle", 8, 8),
            ("PeerMachineAccessTokenHandle", 16, 16),
        ],
    ),
    (
        "SOCKET_SECURITY_QUERY_TEMPLATE",
        [144, 8],
        [144, 8],
        &[
            ("SecurityProtocol", 0, 0),
            ("PeerAddress", 8, 8),
            ("PeerTokenAccessMask", 136, 136),
        ],
    ),
    (
        "SOCKET_SECURITY_SETTINGS",
        [8, 4],
        [8, 4],
        &[("SecurityProtocol", 0, 0), ("SecurityFlags", 4, 4)],
    ),
    (
        "SOCKET_SECURITY_SETTINGS_IPSEC",
        [88, 8],
        [88, 8],
        &[
            ("IpsecFlags", 8, 8),
            ("AuthipMMPolicyKey", 12, 12),
            ("AuthipQMPolicyKey", 28, 28),
            ("Reserved", 44, 44),
            ("Reserved2", 64, 64),
            ("UserNameStringLen", 72, 72),
            ("DomainNameStringLen", 76, 76),
            ("PasswordStringLen", 80, 80),
            ("AllStrings", 84, 84),
        ],
    ),
    (
        "SOCKET_PEER_TARGET_NAME",
        [144, 8],
        [144, 8],
        &[
            ("PeerAddress", 8, 8),
            ("PeerTargetNameStringLen", 136, 136),
            ("AllStrings", 140, 140),
        ],
    ),
    (
        "SOCKET_SECURITY_QUERY_INFO_IPSEC2",
        [64, 8],
        [64, 8],
        &[
            ("MmSaId", 24, 24),
            ("QmSaId", 32, 32),
            ("NegotiationWinerr", 40, 40),
            ("SaLookupContext", 44, 44),
        ],
    ),
    (
        "SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2",
        [152, 8],
        [152, 8],
        &[
            ("PeerAddress", 8, 8),
            ("Flags", 140, 140),
            ("FieldMask", 144, 144),
        ],
    ),
    (
        "SecPkgInfoW",
        [20, 4],
        [32, 8],
        &[
            ("fCapabilities", 0, 0),
            ("wVersion", 4, 4),
            ("wRPCID", 6, 6),
            ("cbMaxToken", 8, 8),
            ("Name", 12, 16),
            ("Comment", 16, 24),
        ],
    ),
    (
        "SecPkgInfoA",
        [20, 4],
        [32, 8],
        &[("Name", 12, 16), ("Comment", 16, 24)],
    ),
    (
        "SECURITY_PACKAGE_OPTIONS",
        [20, 4],
        [24, 8],
        &[
            ("Size", 0, 0),
            ("Flags", 8, 8),
            ("SignatureSize", 12, 12),
            ("Signature", 16, 16),
        ],
    ),
    (
        "INTERNET_DIAGNOSTIC_SOCKET_INFO",
        [16, 4],
        [24, 8],
        &[
            ("Socket", 0, 0),
            ("SourcePort", 4, 8),
            ("DestPort", 8, 12),
            ("Flags", 12, 16),
        ],
    ),
    (
        "URL_COMPONENTSW",
        [60, 4],
        [104, 8],
        &[
            ("dwStructSize", 0, 0),
            ("lpszScheme", 4, 8),
            ("nScheme", 12, 20),
            ("lpszHostName", 16, 24),
            ("nPort", 24, 36),
            ("lpszUrlPath", 44, 72),
            ("dwExtraInfoLength", 56, 96),
        ],
    ),
];

#[test]
fn specs_lie_in_memory_as_c_compilers_say() {
    let analysis = analysis();
    for (name, x86, wide, fields) in COMPILED {
        for arch in Arch::ALL {
            let (record, layout) = find(&analysis, name, arch);
            let narrow = arch == Arch::X86;
            let extent = if narrow { *x86 } else { *wide };
            assert_eq!(
                [layout.extent.size, layout.extent.align],
                extent,
                "{name} on {}",
                arch.name()
            );
            for (field, x86, wide) in *fields {
                let found = offset(record, layout, field);
                let expected = if narrow { *x86 } else { *wide };
                assert_eq!(found, Some(expected), "{name}.{field} on {}", arch.name());
            }
        }
    }
}

#[test]
fn a_long_chain_of_records_is_no_deep_recursion() {
    const LENGTH: usize = 100_000;
    let mut text = String::from("struct R0 { a: u8, b: u16 }\n");
    for at in 1..LENGTH {
        // The one that is held comes later as often as earlier.
        text.push_str(&format!("struct R{at} {{ r: R{} }}\n", at - 1));
    }
    let lines: Vec<&str> = text.lines().rev().collect();
    let sources = Sources::new([Source::new("chain.rdl", lines.join("\n"))]);
    let analysis = match analyse(&sources, &Options::METADATA) {
        Ok(analysis) => analysis,
        Err(diagnostics) => panic!("{}", render(&diagnostics, &sources, Style::Plain)),
    };
    let (_, layout) = find(&analysis, &format!("R{}", LENGTH - 1), Arch::X86);
    assert_eq!((layout.extent.size, layout.extent.align), (4, 2));
}
