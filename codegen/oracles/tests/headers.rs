//! The comparison with C headers, on answers that are right and on some that are wrong on purpose,
//! and the table that explains differences.

use std::collections::BTreeMap;
use std::path::Path;

use winsec_codegen::layout::Arch;
use winsec_codegen::model::{Arches, Primitive};
use winsec_codegen::source::{Source, Sources};
use winsec_codegen::{Analysis, Options, analyse};
use winsec_oracles::c::{self, Prelude, Probe, ProbeKind};
use winsec_oracles::fact::{BitsFact, Fact, FactKind, Facts, FieldFact, RecordFact, Ty};
use winsec_oracles::whole::headers::triage::{Problem, Triage};
use winsec_oracles::whole::headers::{Tally, judge};

const METADATA: &str = "#[win32]
mod Windows {
    mod Win32 {
        struct PAIR {
            one: u8,
            other: u64,
            Anonymous: union {
                word: u32,
                byte: u8,
            },
        }
        struct FLAGS {
            _bitfield: u32 {
                Low: 3,
                High: 29,
            },
        }
        struct OPAQUE {}
        struct ELSEWHERE {
            one: u8,
        }
    }
}
";

fn analysis() -> Analysis {
    let sources = Sources::new([Source::new("a.rdl", METADATA)]);
    analyse(&sources, &Options::METADATA).expect("the metadata is right")
}

fn field(name: Option<&str>, ty: Ty, offset: u64, size: u64) -> FieldFact {
    FieldFact {
        name: name.map(str::to_owned),
        ty,
        bits: Some(Vec::new()),
        offset_size: Some((offset, size)),
    }
}

fn record(fields: Vec<FieldFact>, size: u64, align: u64) -> RecordFact {
    RecordFact {
        union: false,
        packed: None,
        fields,
        size_align: Some((size, align)),
    }
}

/// The headers' `PAIR`, as they should have it.
fn pair() -> RecordFact {
    let of = |primitive| Ty::Primitive(primitive);
    let inner = RecordFact {
        union: true,
        ..record(
            vec![
                field(Some("word"), of(Primitive::U32), 0, 4),
                field(Some("byte"), of(Primitive::U8), 0, 1),
            ],
            4,
            4,
        )
    };
    let fields = vec![
        field(Some("one"), of(Primitive::U8), 0, 1),
        field(Some("other"), of(Primitive::U64), 8, 8),
        field(None, Ty::Record(Box::new(inner)), 16, 4),
    ];
    record(fields, 24, 8)
}

fn compare(pair: RecordFact) -> Tally {
    let mut facts = Facts::default();
    facts.insert("PAIR", Fact::everywhere(FactKind::Record(pair)));
    let opaque = record(Vec::new(), 4, 4);
    facts.insert("OPAQUE", Fact::everywhere(FactKind::Record(opaque)));
    judge(&analysis(), Arch::X64, &[Facts::default(), facts], None)
}

#[test]
fn every_record_is_in_one_list() {
    let tally = compare(pair());
    assert_eq!(tally.agreeing, ["PAIR"]);
    assert_eq!(tally.absent, ["FLAGS", "ELSEWHERE"]);
    let reasons = tally.reasons();
    assert_eq!(reasons.get("the metadata has it without fields"), Some(&1));
    assert_eq!(tally.all(), 4);
    let tally = judge(&analysis(), Arch::X64, &[], Some(&["PAIR"]));
    assert_eq!((tally.absent.len(), tally.left_out.len()), (1, 2));
}

#[test]
fn a_wrong_number_is_a_difference() {
    let wrong = |change: fn(&mut RecordFact)| {
        let mut pair = pair();
        change(&mut pair);
        compare(pair).words("PAIR")
    };
    assert_eq!(
        wrong(|pair| pair.size_align = Some((20, 8))),
        "size 24 here, 20 there"
    );
    assert_eq!(
        wrong(|pair| pair.size_align = Some((24, 4))),
        "alignment 8 here, 4 there"
    );
    // The inner fields are shifted by it, too.
    assert_eq!(
        wrong(|pair| {
            pair.fields[1].offset_size = Some((4, 8));
            pair.fields[2].offset_size = Some((12, 4));
        }),
        "offset of other 8 here, 4 there"
    );
    assert_eq!(
        wrong(|pair| pair.fields[2].offset_size = Some((20, 4))),
        "offset of word 16 here, 20 there"
    );
}

#[test]
fn bit_fields_are_compared_bit_by_bit() {
    let words = |offset, width| {
        let bits = |name: &str, offset, width| BitsFact {
            name: name.to_owned(),
            offset,
            width,
        };
        let unit = FieldFact {
            bits: Some(vec![bits("Low", 0, offset), bits("High", offset, width)]),
            ..field(None, Ty::Primitive(Primitive::U32), 0, 4)
        };
        let mut facts = Facts::default();
        let flags = FactKind::Record(record(vec![unit], 4, 4));
        facts.insert("FLAGS", Fact::everywhere(flags));
        judge(&analysis(), Arch::X64, &[facts], None).words("FLAGS")
    };
    assert_eq!(words(3, 29), "");
    assert_eq!(words(4, 28), "width of Low 3 here, 4 there");
    assert_eq!(words(3, 28), "width of High 29 here, 28 there");
}

#[test]
fn other_names_are_compared_in_what_both_name() {
    let mut other = pair();
    other.fields[0].name = Some("first".to_owned());
    let tally = compare(other.clone());
    assert_eq!(tally.partly["PAIR"], ["one"]);
    other.fields[1].bits = Some(vec![BitsFact {
        name: "other".to_owned(),
        offset: 0,
        width: 64,
    }]);
    assert_eq!(compare(other.clone()).partly["PAIR"], ["one", "other"]);
    other.size_align = Some((32, 8));
    assert_eq!(compare(other).words("PAIR"), "size 24 here, 32 there");
}

/// dbghelp.h's, windns.h's and winsock2.h's, each as it is and, on x64, as a mistake would have it.
const PLANTED: [(&str, &str, &str); 4] = [
    (
        "#[packed(4)] struct MINIDUMP_THREAD_CALLBACK",
        "struct MINIDUMP_THREAD_CALLBACK",
        "offset of ThreadHandle 8 here, 4 there",
    ),
    (
        "#[align(16)] struct CONTEXT",
        "struct CONTEXT",
        "1280 there",
    ),
    (
        "#[packed(1)] struct DNS_HEADER_EXT",
        "struct DNS_HEADER_EXT",
        "alignment 2 here, 1 there",
    ),
    (
        "Token: u64",
        "Token: u32",
        "size 8 here, 16 there; alignment 4 here, 8 there",
    ),
];

const RIGHT: &str = "#[win32] mod Windows { mod Win32 {
    #[align(16)] struct CONTEXT { bytes: [u8; 1232] }
    #[packed(4)] struct MINIDUMP_THREAD_CALLBACK {
        ThreadId: u32, ThreadHandle: *mut u8, Context: CONTEXT, SizeOfContext: u32, StackBase: u64, StackEnd: u64,
    }
    #[packed(1)] struct DNS_HEADER_EXT {
        _bitfield: u16 { Reserved: 15, DnssecOk: 1 }, chRcode: u8, chVersion: u8,
    }
    struct INET_PORT_RESERVATION_INSTANCE { StartPort: u16, NumberOfPorts: u16, Token: u64 }
} }";

/// The records of [`RIGHT`], and one that no header has.
const NAMES: [&str; 4] = [
    "DNS_HEADER_EXT",
    "INET_PORT_RESERVATION_INSTANCE",
    "MINIDUMP_THREAD_CALLBACK",
    "NO_SUCH_RECORD",
];

/// What clang says of these on x64.
fn ask_clang() -> Facts {
    let compilers = c::microsoft(None).into_iter();
    let mut compilers = compilers.map(|found| found.expect("clang and the headers are there"));
    let compiler = compilers.find(|compiler| compiler.arch == Arches::X64);
    let compiler = compiler.expect("it compiles for x64");
    let headers = ["dbghelp.h", "windns.h", "winsock2.h"].map(str::to_owned);
    let probes = NAMES.map(|name| Probe {
        name: name.to_owned(),
        kind: ProbeKind::Type,
    });
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("microsoft");
    c::gather(&compiler, &probes, &Prelude::of_types(&headers), &scratch).expect("clang answers")
}

/// What comes of a metadata's records.
fn held(metadata: &str, facts: &Facts) -> Tally {
    let sources = Sources::new([Source::new("win32.rdl", metadata)]);
    let analysis = analyse(&sources, &Options::METADATA).expect("the metadata is right");
    judge(
        &analysis,
        Arch::X64,
        std::slice::from_ref(facts),
        Some(&NAMES),
    )
}

#[test]
#[cfg_attr(
    not(target_os = "linux"),
    ignore = "clang and the headers are Debian's packages"
)]
fn clang_lays_out_as_microsoft_does_and_finds_what_is_planted() {
    let facts = ask_clang();
    assert!(!facts.contains("NO_SUCH_RECORD"));
    let right = held(RIGHT, &facts);
    assert_eq!(right.differing, BTreeMap::new());
    assert_eq!(right.compared(), 3);
    for (of, planted, words) in PLANTED {
        assert!(RIGHT.contains(of), "{of}");
        let wrong = held(&RIGHT.replace(of, planted), &facts);
        let found: Vec<String> = wrong
            .differing
            .keys()
            .map(|name| wrong.words(name))
            .collect();
        assert!(
            found.iter().any(|found| found.contains(words)),
            "{planted}: {found:?}"
        );
    }
}

const DOCUMENT: &str = "# Title

## A cause

Wrong: the headers.

The page says so.

## A compiler's own way

Wrong: gcc.

The ABI says so.
";

const DATA: &str = "# record | on | seen with mingw-w64 | differences

## A cause

PAIR | x64 | 10.0, 12.0 | size 24 here, 20 there

## A compiler's own way

ELSEWHERE | x64 | 10.0 | nothing differs
";

/// What comes of a `PAIR` of a size.
fn sized(size: u64) -> [(Arch, Tally); 1] {
    let mut pair = pair();
    pair.size_align = Some((size, 8));
    [(Arch::X64, compare(pair))]
}

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

fn triage() -> Triage {
    Triage::read(DOCUMENT, DATA).expect("what is expected can be read")
}

#[test]
fn of_known_headers_a_difference_needs_its_row_and_a_row_its_difference() {
    let (wrong, right) = (sized(20), sized(24));
    let problems = |tallies: &[(Arch, Tally)], version: &str| {
        told(&triage().weigh(tallies, &[], version, false).problems)
    };
    assert_eq!(problems(&wrong, "10.0"), [""; 0]);
    assert_eq!(
        problems(&right, "12.0"),
        ["docs/win32-headers.txt:5: `PAIR` does not differ so on x64 with 12.0: take that out"]
    );
    assert_eq!(
        problems(&sized(16), "10.0"),
        [
            "docs/win32-headers.txt: a row lacks for this: PAIR | x64 | 10.0 | size 24 here, 16 there",
            "docs/win32-headers.txt:5: `PAIR` does not differ so on x64 with 10.0: take that out",
        ]
    );
    // Only of what was compared can it be said, unless all was to be.
    let nothing = [(Arch::X64, judge(&analysis(), Arch::X64, &[], None))];
    assert_eq!(problems(&nothing, "12.0"), [""; 0]);
    let all = triage().weigh(&nothing, &[], "12.0", true);
    assert_eq!(all.problems.len(), 1);
}

#[test]
fn of_unknown_headers_nothing_is_expected() {
    let weighed = |size| triage().weigh(&sized(size), &[], "13.0", true);
    let same = weighed(20);
    assert_eq!((same.problems.len(), same.new.len(), same.seen), (0, 0, 1));
    let none = weighed(24);
    assert_eq!((none.problems.len(), none.new.len(), none.seen), (0, 0, 0));
    let other = weighed(16);
    assert_eq!(other.new, ["PAIR | x64 | 13.0 | size 24 here, 16 there"]);
    assert_eq!((other.problems.len(), other.seen), (0, 0));
}

#[test]
fn gcc_may_not_lay_out_otherwise_than_microsoft_unless_a_row_says_so() {
    let otherwise = |microsoft, gcc, version| {
        let weighed = triage().weigh(&sized(microsoft), &sized(gcc), version, false);
        told(&weighed.problems)
    };
    assert_eq!(otherwise(20, 20, "10.0"), [""; 0]);
    for version in ["12.0", "13.0"] {
        let words = format!(
            "docs/win32-headers.txt: gcc lays it out otherwise than Microsoft's rules: \
             PAIR | x64 | {version} | nothing differs"
        );
        assert_eq!(otherwise(20, 24, version), [words]);
    }
    let data = DATA.replace("ELSEWHERE", "PAIR");
    let known = Triage::read(DOCUMENT, &data).expect("what is expected can be read");
    let (wrong, right) = (sized(20), sized(24));
    assert_eq!(known.weigh(&wrong, &right, "10.0", false).problems, []);
    assert_eq!(known.weigh(&wrong, &right, "13.0", false).problems, []);
    let agreeing = known.weigh(&wrong, &wrong, "10.0", false).problems;
    assert_eq!(
        told(&agreeing),
        ["docs/win32-headers.txt:9: `PAIR` does not differ so on x64 with 10.0: take that out"]
    );
}

#[test]
fn what_is_wrong_with_the_rows_or_the_document_is_told_with_its_place() {
    let errors = |file: &str, from: &str, to: &str| {
        let (mut document, mut data) = (DOCUMENT.to_owned(), DATA.to_owned());
        let text = if file == "document" {
            &mut document
        } else {
            &mut data
        };
        assert!(text.contains(from), "{from}");
        *text = text.replacen(from, to, 1);
        told(&Triage::read(&document, &data).expect_err("it is wrong"))
    };
    assert_eq!(
        errors("document", "the headers.", "nobody."),
        [
            "docs/win32-headers.md:5: nobody is called `nobody`: write one of `the headers`, `the \
             metadata`, `neither`, `winsec`, `gcc`"
        ]
    );
    assert_eq!(
        errors("document", "Wrong: the headers.\n", ""),
        [
            "docs/win32-headers.txt:3: docs/win32-headers.md has no section `A cause` with a line \
             `Wrong: WHO.`"
        ]
    );
    assert_eq!(
        errors("document", "The page says so.\n", ""),
        ["docs/win32-headers.md:7: `A cause` has no evidence: say where one can see it"]
    );
    let row = "PAIR | x64 | 10.0, 12.0 | size 24 here, 20 there\n";
    assert_eq!(
        errors("data", row, ""),
        ["docs/win32-headers.md:3: `A cause` has no records in docs/win32-headers.txt: remove it"]
    );
    assert_eq!(
        errors("data", "x64 |", "arm |")[0],
        "docs/win32-headers.txt:5: `arm` is none of `x86`, `x64` and `arm64`"
    );
    assert_eq!(
        errors("data", "12.0 |", "new |")[0],
        "docs/win32-headers.txt:5: `new` is no version: write `12.0`"
    );
    assert_eq!(
        errors(
            "data",
            row,
            &format!("{row}PAIR | x64 | 12.0 | size 24 here, 16 there\n")
        ),
        ["docs/win32-headers.txt:6: `PAIR` has a row for x64 with 12.0 before this one"]
    );
    assert!(errors("data", "| x64 |", "|")[0].contains("a row has four cells, and here are 3"));
}
