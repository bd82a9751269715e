//! Which item a page's words go to, and that none of them is lost on the way.

use winsec_codegen::{
    Options, analyse,
    source::{Source, Sources},
};
use winsec_oracles::import::docs::{
    Counts, Documented, File, Note, Outcome, Reach, Request, describe, document,
};

/// The items that the pages are about.
const ITEMS: &str = "
type NTSTATUS = i32;
type BOOL = i32;
const TRUE: BOOL = 1;
const FALSE: BOOL = 0;
const NO_ERROR: u32 = 0;
const IDOK: i32 = 1;
const DRIVE_FIXED: u32 = 3;
const ERROR_ACCESS_DENIED: u32 = 5;
const ERROR_IO_PENDING: u32 = 997;
const SHAPE_BENT: u32 = 17;
const STATUS_PENDING: NTSTATUS = 259;
const HIDP_STATUS_SUCCESS: NTSTATUS = 1114112;
const STATUS_INVALID_PARAMETER: NTSTATUS = -1073741811;
const MB_OK: u32 = 0;
const MB_ICONHAND: u32 = 16;
struct SHAPE { Edges: u32, Size: u32 }
struct ROUND { Radius: u32 }
extern fn SHAPE_CALLBACK(Shape: *mut SHAPE) -> u32;
#[library(\"a.dll\")] extern fn Beep(Kind: u32, Wait: BOOL) -> BOOL;
#[library(\"a.dll\")] extern fn Box(Kind: u32, Text: *const u16) -> i32;
#[library(\"a.dll\")] extern fn Place(param0: u32, param1: *mut u32, Last: u32) -> u32;
#[library(\"a.dll\")] extern fn SizeOf(Shape: *mut SHAPE) -> u32;
";

fn specs() -> Sources {
    Sources::new([Source::new("items.rdl", ITEMS)])
}

fn run(pages: &[(&str, String)]) -> Documented {
    let files = pages.iter().map(|(name, text)| File {
        name: (*name).to_owned(),
        content: Ok(text.clone().into_bytes()),
    });
    let request = Request {
        names: &[],
        again: true,
    };
    document(files, specs(), &request).expect("the items are right")
}

/// A page with its UID, what else is in front, and its body.
fn page(uid: &str, front: &str, body: &str) -> String {
    let name = uid.rsplit('.').next().unwrap_or_default();
    format!("---\nUID: {uid}\n{front}---\n\n# {name}\n\n{body}")
}

fn table(rows: &[(&str, &str)]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|(code, words)| format!("| {code} | {words} |\n"))
        .collect();
    format!(
        "| Return code | Description |\n|---|---|\n{}",
        rows.concat()
    )
}

const CODES: [(&str, &str); 10] = [
    ("TRUE", "It sounded at once."),
    ("FALSE", "It made no sound at all."),
    ("NO_ERROR", "Nothing went wrong here."),
    ("IDOK", "The button was pressed twice."),
    ("DRIVE_FIXED", "The drive stays in place."),
    ("HIDP_STATUS_SUCCESS", "All usages were told."),
    ("STATUS_PENDING", "The call goes on later."),
    ("ERROR_IO_PENDING", "The sound follows later on."),
    ("STATUS_INVALID_PARAMETER", "The kind is not known."),
    ("ERROR_ACCESS_DENIED", "The caller may not sound."),
];

/// The specification of the codes: NTSTATUS fails below zero, Windows' own codes fail unless zero.
#[test]
fn only_failures_are_failures() {
    let body = format!("## -returns\n\nOne of these.\n\n{}", table(&CODES));
    let documented = run(&[("beep.md", page("NF:a.Beep", "", &body))]);
    let errors: Vec<&str> = documented
        .text
        .lines()
        .filter(|line| line.starts_with("#[error"))
        .collect();
    assert_eq!(
        errors,
        [
            "#[error(STATUS_INVALID_PARAMETER, \"The kind is not known.\")]",
            "#[error(ERROR_ACCESS_DENIED, \"The caller may not sound.\")]",
        ]
    );
    for (code, words) in &CODES[..8] {
        let row = format!("/// | {code} | {words} |");
        assert!(documented.text.contains(&row), "{row}: {}", documented.text);
    }
    assert!(!documented.text.contains("| The kind is not known."));
    let reach = Reach::of(&documented.pages);
    assert_eq!((reach.rows, reach.rows_lost, reach.losing), (10, 0, 0));
}

#[test]
fn a_code_without_a_known_meaning_fails_where_the_page_says_so() {
    let row = [("SHAPE_BENT", "It is bent too far.")];
    for (before, fails) in [
        ("The function returns one of these.", false),
        ("If it fails, it returns one of these error codes.", true),
        ("On success it returns zero, or an error otherwise.", false),
    ] {
        let body = format!("## -returns\n\n{before}\n\n{}", table(&row));
        let documented = run(&[("beep.md", page("NF:a.Beep", "", &body))]);
        assert_eq!(
            documented.text.contains("#[error(SHAPE_BENT"),
            fails,
            "{before}"
        );
        assert_eq!(
            documented.text.contains("| It is bent too far."),
            !fails,
            "{before}"
        );
    }
}

#[test]
fn words_of_one_page_stay_on_its_parameter() {
    let kinds = |ok: &str| {
        format!(
            "## -parameters\n\n### -param Kind [in]\n\nA kind.\n\n| Value | Meaning |\n|---|---|\n\
             | MB_OK | {ok} |\n| MB_ICONHAND | A hand is shown. |\n\n"
        )
    };
    let wait = "### -param Wait [in]\n\n| Value | Meaning |\n|---|---|\n| TRUE | It waits for the end. |\n\
                | FALSE | It returns at once. |\n";
    let beep = kinds("The default beep sounds.") + wait;
    let documented = run(&[
        ("beep.md", page("NF:a.Beep", "", &beep)),
        (
            "box.md",
            page("NF:a.Box", "", &kinds("There is one button.")),
        ),
    ]);
    let text = &documented.text;
    for words in [
        "The default beep sounds.",
        "There is one button.",
        "It waits for the end.",
        "It returns at once.",
    ] {
        assert_eq!(text.matches(words).count(), 1, "{words}: {text}");
    }
    // The pages agree on one constant alone.
    assert!(text.contains("/// A hand is shown.\n"), "{text}");
    assert!(text.contains("///\nconst MB_OK"), "{text}");
    assert!(text.contains("///\nconst TRUE"), "{text}");
    assert_eq!(Reach::of(&documented.pages).rows_lost, 0);
    assert!(
        Reach::of(&documented.pages)
            .to_string()
            .contains("rows of tables 6 of 6; 0 of 2 pages")
    );
}

#[test]
fn a_page_is_about_an_item_of_its_kind_with_its_parts() {
    let fields = "## -struct-fields\n\n### -field Edges\n\nIts edges.\n";
    let others = "## -struct-fields\n\n### -field Colour\n\nIts colour.\n";
    let words = "## -description\n\nThe page's words.\n";
    for (uid, front, body, written) in [
        // Left over from another page.
        (
            "NF:a.SizeOf",
            "req.typenames: ROUND\n",
            words,
            Some("SizeOf"),
        ),
        (
            "NF:a.Unheard",
            "req.typenames: SHAPE\napi_name:\n - SHAPE\n",
            words,
            None,
        ),
        ("NC:a.Unheard", "req.typenames: SHAPE\n", words, None),
        ("NC:a.SHAPE", "", words, None),
        ("NS:a.SHAPE_CALLBACK", "", fields, None),
        (
            "NS:a.tagShape",
            "req.typenames: SHAPE, *PSHAPE\n",
            fields,
            Some("SHAPE"),
        ),
        ("NS:a.SHAPE", "", others, None),
        (
            "NS:a.ROUND",
            "req.typenames: ROUND, SHAPE\n",
            fields,
            Some("SHAPE"),
        ),
    ] {
        let documented = run(&[("page.md", page(uid, front, body))]);
        let told = &documented.pages[0];
        match written {
            Some(name) => assert_eq!(
                told.outcome,
                Outcome::Known(name.to_owned()),
                "{uid}: {told:?}"
            ),
            None => {
                assert_eq!(told.outcome, Outcome::Failed, "{uid}: {told:?}");
                assert!(!documented.text.contains("The page's words."), "{uid}");
            }
        }
    }
}

/// `PROUND` points at `ROUND` as headers have it, and the words are about the struct.
#[test]
fn words_are_about_what_a_pointer_leads_to() {
    let items = format!("{ITEMS}struct PROUND {{ Radius: u32 }}\n");
    let sources = Sources::new([Source::new("items.rdl", items)]);
    let mut model = analyse(&sources, &Options::METADATA)
        .unwrap_or_else(|_| panic!("right"))
        .model;
    let body = "## -description\n\nRound.\n\n## -struct-fields\n\n### -field Radius\n\nHow far.\n";
    let text = page("NS:a.tagROUND", "api_name:\n - PROUND\n - ROUND\n", body);
    let file = File {
        name: "round.md".to_owned(),
        content: Ok(text.into_bytes()),
    };
    let pages = describe([file], &mut model);
    assert_eq!(pages[0].outcome, Outcome::Written("ROUND".to_owned()));
    let docs = |name: &str| {
        model
            .items
            .iter()
            .find(|item| item.name.text == name)
            .map(|item| item.docs.as_str())
    };
    assert_eq!((docs("ROUND"), docs("PROUND")), (Some("Round."), Some("")));
}

#[test]
fn parameters_without_a_name_go_by_their_place() {
    let body = "## -parameters\n\n### -param unnamedParam2 [out]\n\nThe second.\n\n\
                ### -param unnamedParam1\n\nThe first.\n\n### -param Last\n\nThe last.\n";
    let documented = run(&[("place.md", page("NF:a.Place", "", body))]);
    for (words, name) in [
        ("The first.", "param0"),
        ("The second.", "param1"),
        ("The last.", "Last"),
    ] {
        let at = documented
            .text
            .find(&format!("/// {words}\n"))
            .expect(words);
        let next = documented.text[at..].lines().nth(1).unwrap_or_default();
        assert!(next.contains(&format!("{name}:")), "{words} {next}");
    }
    let unknown = |note: &Note| note.message.contains("has no parameter");
    assert!(!documented.pages[0].notes.iter().any(unknown));
    // As many as there are: each has its place, whatever it is called.
    let body = "## -parameters\n\n### -param One\n\nThe first.\n\n### -param Two\n\nThe second.\n\n\
                ### -param Last\n\nThe last.\n";
    let other = run(&[("place.md", page("NF:a.Place", "", body))]);
    assert_eq!(other.text, documented.text);
}

#[test]
fn words_without_a_place_stay_with_the_item() {
    let body = "## -struct-fields\n\n### -field Edges\n\nIts edges.\n\n### -field ( unnamed union )\n\n\
                Either of two things.\n\n### -field Colour\n\nIts colour came later.\n\n### -field Edges\n\n\
                More of its edges.\n";
    let documented = run(&[("shape.md", page("NS:a.SHAPE", "", body))]);
    for words in [
        "Its edges.",
        "Either of two things.",
        "Its colour came later.",
        "More of its edges.",
    ] {
        assert_eq!(
            documented.text.matches(words).count(),
            1,
            "{words}: {}",
            documented.text
        );
    }
    assert_eq!(documented.pages[0].measure.losses, []);
    let mut lines: Vec<usize> = documented.pages[0]
        .notes
        .iter()
        .map(|note| note.line)
        .collect();
    // The comparison with the specs tells of the same lines.
    lines.dedup();
    assert_eq!(lines, [2, 13, 17, 21]);
}

#[test]
fn of_two_pages_the_one_that_fits_better_is_taken() {
    let one = "## -description\n\nThe poorer one.\n\n## -struct-fields\n\n### -field Edges\n\nIts edges.\n";
    let both = format!(
        "{}### -field Size\n\nIts size.\n",
        one.replace("poorer", "better")
    );
    let pages = [
        ("a.md", page("NS:a.SHAPE", "", one)),
        ("b.md", page("NS:b.SHAPE", "", &both)),
    ];
    let other_way = [pages[1].clone(), pages[0].clone()];
    for pages in [&pages, &other_way] {
        let documented = run(pages);
        assert!(
            documented.text.contains("The better one."),
            "{}",
            documented.text
        );
        assert!(
            !documented.text.contains("The poorer one."),
            "{}",
            documented.text
        );
        let counts = Counts::of(&documented.pages);
        assert_eq!((counts.known, counts.second, counts.failed), (1, 1, 0));
    }
}

#[test]
fn an_address_is_that_of_the_file() {
    let text = page("NS:a._SHAPE", "", "## -description\n\nRound.\n");
    for (file, address) in [
        ("x/content/a/ns-a-shape.md", "a/ns-a-shape"),
        ("x/content/a/ns-a-_SHAPE~r1.md", "a/ns-a-_SHAPE~r1"),
        (
            "x/wdk-ddi-src/content/a/ns-a-_shape.md",
            "https://learn.microsoft.com/windows-hardware/drivers/ddi/a/ns-a-_shape",
        ),
        ("elsewhere.md", "a/ns-a-shape"),
    ] {
        let documented = run(&[(file, text.clone())]);
        let wanted = format!("#[page(\"{address}\")]");
        assert!(
            documented.text.contains(&wanted),
            "{wanted}: {}",
            documented.text
        );
    }
}

#[test]
fn a_macro_is_a_constant_or_is_listed() {
    let syntax =
        |code: &str| format!("## -description\n\nA macro.\n\n## -syntax\n\n```cpp\n{code}\n```\n");
    let titled = "title: EDGES macro (a.h)\n";
    let of = |body: &str| {
        let documented = run(&[(
            "m.md",
            page("NF:a.EDGES_MOST", titled, body).replace("# EDGES_MOST", "# EDGES_MOST macro"),
        )]);
        (documented.pages[0].outcome.clone(), documented.text)
    };
    let (outcome, text) = of(&syntax("#define EDGES_MOST 0x10"));
    assert_eq!(outcome, Outcome::Written("EDGES_MOST".to_owned()));
    assert!(
        text.contains("/// A macro.\n") && text.contains("const EDGES_MOST: u32 = 16;"),
        "{text}"
    );
    for body in [
        syntax("#define EDGES_MOST(n) (n)"),
        syntax("void EDGES_MOST(n);") + "\n## -parameters\n\n### -param n\n\nA number.\n",
        "## -description\n\nA macro.\n".to_owned(),
    ] {
        assert!(matches!(of(&body).0, Outcome::Article(_)), "{body}");
    }
}

#[test]
fn a_number_that_pages_contradict_is_not_written() {
    let value = |number: &str| {
        format!(
            "## -parameters\n\n### -param Kind\n\n| Value | Meaning |\n|---|---|\n| EDGES_NEW {number} | New. |\n| DWORD 4 | A type. |\n"
        )
    };
    let same = [
        ("a.md", page("NF:a.Beep", "", &value("0x1"))),
        ("b.md", page("NF:a.Box", "", &value("1"))),
    ];
    let documented = run(&same);
    assert!(
        documented.text.contains("const EDGES_NEW: u32 = 1;"),
        "{}",
        documented.text
    );
    assert!(!documented.text.contains("const DWORD"));
    let other = [same[0].clone(), ("b.md", page("NF:a.Box", "", &value("2")))];
    let documented = run(&other);
    assert!(
        !documented.text.contains("const EDGES_NEW"),
        "{}",
        documented.text
    );
    assert!(
        documented.pages[1]
            .notes
            .iter()
            .any(|note| note.message.contains("different numbers"))
    );
}
