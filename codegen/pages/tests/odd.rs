//! What stands on real pages although nobody planned it so.

use winsec_pages::declaration::{Declaration, read as read_declaration};
use winsec_pages::{Kind, Known, Page, Part, measure, read};

fn page(text: &str) -> Page {
    match read(text.as_bytes()) {
        Ok(Known::Page(page)) => *page,
        other => panic!("{other:?}"),
    }
}

fn record(body: &str) -> Page {
    page(&format!(
        "---\nUID: NS:shape._SHAPE\n---\n\n# _SHAPE structure\n\n{body}"
    ))
}

fn description(text: &str) -> String {
    record(&format!("## -description\n\n{text}")).description
}

fn names(page: &Page) -> Vec<&str> {
    page.entries
        .iter()
        .map(|entry| entry.name.as_str())
        .collect()
}

#[test]
fn a_description_may_begin_with_tabs() {
    let text = "\t\t\tThe \n<b>GetShape</b> function tells what is\n    round.\n\n    It is <i>fast</i>.\n";
    assert_eq!(
        description(text),
        "The `GetShape` function tells what is round.\n\nIt is *fast*."
    );
    let list = "1. One\n\n    Still one.\n2. Two\n";
    assert_eq!(description(list), "1. One\n\n   Still one.\n1. Two");
}

#[test]
fn raised_and_lowered_letters_stay_apart() {
    assert_eq!(description("2<sup>32</sup> bytes"), "2^32 bytes");
    assert_eq!(description("2<sup>n - 1</sup>"), "2^(n \\- 1)");
    assert_eq!(description("10<sup>(a)</sup>"), "10^(a)");
    assert_eq!(
        description("the <i>i</i><sup>th</sup> bit"),
        "the *i*th bit"
    );
    assert_eq!(description("A<sub>11 </sub>and B"), "A\\_11 and B");
}

#[test]
fn the_words_of_a_picture_are_kept() {
    assert_eq!(description("![Two circles](a.png \"t\")"), "Two circles");
    assert_eq!(
        description("<img src=\"a.png\" alt=\"A square\"/>"),
        "A square"
    );
}

#[test]
fn a_cast_is_no_name() {
    let page = record(
        "## -struct-fields\n\n### -field Edge\n\nOne of these.\n\n| Value | Meaning |\n|---|---|\n\
         | EDGE_ALL<br/>(DWORD)0xFFFFFFFF | Every edge. |\n\
         | EDGE_NONE ((HANDLE)(LONG_PTR)-1) | No edge. |\n| (ULONG) 7 | Some. |\n",
    );
    let values = page.entries[0].values.iter();
    let values: Vec<_> = values.map(|of| (of.name.as_str(), of.number)).collect();
    assert_eq!(
        values,
        [("EDGE_ALL", Some(0xFFFF_FFFF)), ("EDGE_NONE", Some(-1))]
    );
    // The rows stay where they are, that of no name among them.
    for words in ["Every edge.", "No edge.", "Some."] {
        assert!(page.entries[0].docs.contains(words), "{words}");
    }
}

#[test]
fn headings_name_their_entries_in_many_ways() {
    let page = record(
        "## -struct-fields\n\n### -field Kind:KIND_ROUND\n\na\n\n### -field ( unnamed union )\n\nb\n\n\
         ### -field Reserved.[8]\n\nc\n\n### -Field Two::0x10\n\nd\n\n#### - Flag : 1\n\ne\n\n\
         ##### - Flag.High\n\nf\n\n## -Last\n\ng\n",
    );
    assert_eq!(
        names(&page),
        [
            "Kind",
            "( unnamed union )",
            "Reserved",
            "Two",
            "Flag",
            "Flag.High",
            "Last"
        ]
    );
    let docs: String = page
        .entries
        .iter()
        .map(|entry| entry.docs.as_str())
        .collect();
    assert_eq!(docs, "abcdefg");
    let page =
        record("## -parameters\n\n### -param a\n\n1\n\n#### - b [in]\n\n2\n\n### -returns\n\nx");
    assert_eq!(names(&page), ["a", "b"]);
    assert_eq!(page.result.markdown(), "x");
}

#[test]
fn marks_of_the_source_do_not_show() {
    let page = page(
        "---\nUID: NI:shape.IOCTL_DRAW\n---\n\n# IOCTL_DRAW IOCTL\n\n## -description\n\nDraws.\n\n\
         ## -prototype\n\n```cpp\nint Draw(void);\n```\n\n## -ioctlparameters\n\n### -input-buffer\n\n\
         A shape.\n\n### -inout-buffer-length\n\n### -status-block\n\nThe status.\n",
    );
    assert_eq!(
        page.remarks,
        "**Input buffer**\n\nA shape.\n\n**Status block**\n\nThe status."
    );
    assert!(page.syntax.is_some());
}

#[test]
fn breaks_of_lines_may_be_missing_in_front() {
    let body = "\n# _SHAPE structure\n\n## -description\n\nRound.\n";
    for front in [
        "---\nUID: NS:shape._SHAPE\nms.date: 12/05/2018req.header: shape.h\nreq.dll: a.dll\n---\n",
        "---\nUID: NS:shape._SHAPE\nreq.header: shape.h\nreq.dll: a.dll\napi_name:\n - SHAPE---\n",
        "---\nUID: NS:shape._SHAPE\nreq.header: shape.h\nreq.dll: a.dll\n--- # _SHAPE structure\n",
        "---UID: NS:shape._SHAPE\nreq.header: shape.h\nreq.dll: a.dll\n---\n",
    ] {
        let page = page(&format!("{front}{body}"));
        assert_eq!(page.names, ["_SHAPE", "SHAPE"], "{front}");
        assert_eq!(page.origin.header.as_deref(), Some("shape.h"), "{front}");
        assert_eq!(page.origin.library.as_deref(), Some("a.dll"), "{front}");
        assert_eq!(page.description, "Round.", "{front}");
    }
}

#[test]
fn versions_are_told_in_sentences() {
    let first = |text: &str| {
        let page = page(&format!(
            "---\nUID: NS:shape._SHAPE\nreq.target-min-winverclnt: {text}\n---\n"
        ));
        page.origin.client
    };
    for (text, version) in [
        ("Windows Vista [desktop apps only]", "Windows Vista"),
        ("Available in Windows Vista and later", "Windows Vista"),
        (
            "Available in Windows Vista and later versions of the Windows operating systems.",
            "Windows Vista",
        ),
        ("Supported starting with  Windows 8.", "Windows 8"),
        (
            "Available in Microsoft Windows XP and later operating systems.",
            "Windows XP",
        ),
        (
            "Windows 10, version 1709 and later versions.",
            "Windows 10, version 1709",
        ),
        ("Windows 8.1", "Windows 8.1"),
        ("Windows\u{a0}2000 Server", "Windows 2000 Server"),
    ] {
        assert_eq!(first(text).as_deref(), Some(version), "{text}");
    }
    for text in [
        "Obsolete in Windows 7",
        "Not available in Windows 8",
        "None supported",
        "Until Windows XP",
    ] {
        assert_eq!(first(text), None, "{text}");
    }
}

#[test]
fn a_macro_is_a_number_or_none() {
    let constant = |text: &str| match read_declaration(text, 1) {
        Ok(Declaration::Constant(of)) => Some((of.name, of.value)),
        Ok(Declaration::Macro) => None,
        other => panic!("{other:?}"),
    };
    let is = |name: &str, value| Some((name.to_owned(), value));
    assert_eq!(
        constant("#define MOST_EDGES 0x10 // all"),
        is("MOST_EDGES", 16)
    );
    assert_eq!(constant("\n# define ALL ((DWORD)-1)\n"), is("ALL", -1));
    assert_eq!(constant("#define EDGE(n) (1 << n)"), None);
    assert_eq!(constant("#define NAME L\"shape\""), None);
    let page = page("---\nUID: NF:shape.EDGE\ntitle: EDGE macro (shape.h)\n---\n\n# EDGE macro\n");
    assert_eq!(page.kind, Kind::Macro);
}

#[test]
fn names_of_types_are_those_of_types() {
    let front = "req.typenames: SHAPE, *PSHAPE\napi_name:\n - SHAPE\n---\n";
    let page_of = |uid: &str| page(&format!("---\nUID: {uid}\n{front}"));
    assert_eq!(page_of("NS:shape.tagSHAPE").names, ["tagSHAPE", "SHAPE"]);
    // Left over on the page of a function.
    let stale = front.replace(" - SHAPE", " - Draw");
    let page = page(&format!("---\nUID: NF:shape.Draw\n{stale}"));
    assert_eq!(page.names, ["Draw"]);
}

const COUNTED: &str = "---\nUID: NF:shape.Draw\n---\n\n# Draw function\n\n## -description\n\n\
    Draws a <b>very</b> round shape, 2<sup>32</sup> times.\n\n## -parameters\n\n### -param Edge [in]\n\n\
    The edge.\n\n<table>\n<tr><th>Value</th><th>Meaning</th></tr>\n<tr><td>TRUE</td><td>It is sharp \
    and clean.</td></tr>\n<tr><td>FALSE</td><td>It is blunt and smooth.</td></tr>\n</table>\n\n\
    ## -remarks\n\n1. Take [a pencil](/pencils).\n2. Draw on paper.\n\n## -see-also\n\nNothing here counts.\n";

#[test]
fn what_reaches_the_output_is_counted_on_the_page_itself() {
    let made = "Draws a **very** round shape, 2^32 times.\n\nThe edge.\n\n| Value | Meaning |\n\
        | --- | --- |\n| `TRUE` | It is sharp and clean. |\n| `FALSE` | It is blunt and smooth. |\n\n\
        1. Take a pencil.\n1. Draw on paper.";
    let all = measure(COUNTED, made);
    assert_eq!(all.losses, []);
    assert_eq!(all.words(), (8 + 2 + 2 + 6 + 6 + 6, 0));
    assert_eq!((all.rows, &all.rows_lost[..]), (2, &[][..]));
    // A row that is left out is found out, with its line; so is one whose words stand in another order.
    let row = "| `FALSE` | It is blunt and smooth. |\n";
    for less in [
        made.replace(row, ""),
        made.replace(row, "smooth and blunt is It FALSE\n"),
    ] {
        let less = measure(COUNTED, &less);
        assert_eq!(less.words().1, 6);
        assert_eq!(less.rows_lost, [20]);
        let [loss] = &less.losses[..] else {
            panic!("{less:?}");
        };
        assert_eq!((loss.line, loss.part, loss.words), (20, Part::Entries, 6));
        assert_eq!(loss.text, "false it is blunt and smooth");
    }
    assert_eq!(measure(COUNTED, "").words(), (30, 30));
}
