//! The comparison with C headers, on answers that are right and on some that are wrong on purpose,
//! and the table that explains differences.

use winsec_codegen::layout::Arch;
use winsec_codegen::model::Primitive;
use winsec_codegen::source::{Source, Sources};
use winsec_codegen::{Analysis, Options, analyse};
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

const TABLE: &str = "# Title

Headers: mingw-w64 10.0.

## A cause

Wrong: the headers.

The page says so.

| record | on | differences |
|---|---|---|
| `PAIR` | x64 | size 24 here, 20 there |
";

fn wrong_size() -> [(Arch, Tally); 1] {
    let mut pair = pair();
    pair.size_align = Some((20, 8));
    [(Arch::X64, compare(pair))]
}

fn told(problems: &[Problem]) -> Vec<String> {
    let told = |problem: &Problem| match problem.line {
        Some(line) => format!("{line}: {}", problem.message),
        None => problem.message.clone(),
    };
    problems.iter().map(told).collect()
}

#[test]
fn a_difference_needs_its_row_and_a_row_its_difference() {
    let triage = Triage::read(TABLE).expect("the table is right");
    assert_eq!(triage.weigh(&wrong_size(), "10.0", true), []);
    let agreeing = [(Arch::X64, compare(pair()))];
    assert_eq!(
        told(&triage.weigh(&agreeing, "10.0", true)),
        ["13: `PAIR` does not differ so on x64: remove the row"]
    );
    // Only of what was compared can it be said, unless all was to be.
    let nothing = [(Arch::X64, judge(&analysis(), Arch::X64, &[], None))];
    assert_eq!(triage.weigh(&nothing, "10.0", false), []);
    assert_eq!(triage.weigh(&nothing, "10.0", true).len(), 1);
    assert_eq!(triage.weigh(&agreeing, "10.0", false).len(), 1);
    // Of other headers the table does not say that they differ.
    assert_eq!(triage.weigh(&agreeing, "11.0", true), []);
    let none = Triage::read("Headers: mingw-w64 10.0.\n").expect("it has no causes");
    let lacks = ["a row lacks for this: | `PAIR` | x64 | size 24 here, 20 there |"];
    assert_eq!(told(&none.weigh(&wrong_size(), "10.0", true)), lacks);
    let other = TABLE.replace("24 here", "25 here");
    let other = Triage::read(&other).expect("the table is right");
    assert_eq!(told(&other.weigh(&wrong_size(), "11.0", true)), lacks);
    assert_eq!(other.weigh(&wrong_size(), "10.0", true).len(), 2);
}

#[test]
fn a_bad_table_says_where_and_how_to_mend_it() {
    let errors = |from: &str, to: &str| {
        let text = TABLE.replace(from, to);
        assert_ne!(text, TABLE);
        told(&Triage::read(&text).expect_err("the table is wrong"))
    };
    assert_eq!(
        errors("the headers.", "nobody."),
        [
            "7: nobody is called `nobody`: write one of `the headers`, `the metadata`, `neither`, \
             `winsec`"
        ]
    );
    assert_eq!(
        errors("Wrong: the headers.\n", ""),
        ["10: say `Wrong: WHO.` before the table"]
    );
    assert_eq!(
        errors("The page says so.\n", ""),
        ["5: `A cause` has no evidence: say where one can see it"]
    );
    let row = "| `PAIR` | x64 | size 24 here, 20 there |\n";
    assert_eq!(
        errors(row, ""),
        ["5: `A cause` has no records: remove it, or give it a table"]
    );
    let both = [
        "13: `arm` is neither `x86` nor `x64`",
        "5: `A cause` has no records: remove it, or give it a table",
    ];
    assert_eq!(errors("x64 |", "arm |"), both);
    assert_eq!(
        errors(row, &format!("{row}{row}")),
        ["14: `PAIR` has a row for x64 before this one"]
    );
    assert!(errors("`PAIR`", "PAIR")[0].contains("stands in backquotes"));
    assert!(errors("| x64 |", "|")[0].contains("a row has three cells, and here are 2"));
    assert_eq!(
        errors("Headers: mingw-w64 10.0.\n", ""),
        ["1: no line says `Headers: mingw-w64 MAJOR.MINOR`"]
    );
}
