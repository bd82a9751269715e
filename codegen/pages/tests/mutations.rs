//! Whatever becomes of a page, reading it has an outcome, whose places are in the page.

use std::fs;
use std::path::Path;

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use proptest::sample::Index;
use winsec_pages::{Known, Page, read};

/// What pages are made of, and what spoils them.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "\t",
    "---\n",
    "UID: NS:a.B\n",
    "# ",
    "## -description\n",
    "### -field A\n",
    "## -returns\n",
    "| a | b |\n|---|---|\n",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<dl>",
    "<dt>",
    "</dl>",
    "<pre>",
    "</pre>",
    "<b>",
    "</b>",
    "<a href=\"",
    "\">",
    "<!--",
    "-->",
    "<script>",
    "&amp;",
    "&#0;",
    "&#x202E;",
    "```",
    "`",
    "*",
    "**",
    "_",
    "\\",
    "[",
    "](",
    ")",
    "> ",
    "- ",
    "1. ",
    "\u{0}",
    "\u{e9}",
    "\u{1F980}",
    "\r",
    "\u{FEFF}",
    "0x1",
    "A_B",
    "...",
    "<![CDATA[",
    "<!",
    "<?",
];

fn fixtures() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let entries = fs::read_dir(folder).expect("the fixtures are there");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("the entry is read").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .collect();
    paths.sort();
    let read = |path| fs::read(path).expect("the fixture is read");
    paths.into_iter().map(read).collect()
}

/// A change of a page.
#[derive(Debug, Clone)]
enum Change {
    Cut(Index),
    Remove(Index, Index),
    Insert(Index, &'static str),
    Byte(Index, u8),
    Repeat(Index, Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Change::Cut),
        (at(), at()).prop_map(|(from, to)| Change::Remove(from, to)),
        (at(), prop::sample::select(PIECES)).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (at(), at(), 2..20_usize).prop_map(|(from, to, times)| Change::Repeat(from, to, times)),
    ]
}

fn apply(page: &mut Vec<u8>, change: &Change) {
    let place = |index: &Index| index.index(page.len() + 1);
    let range = |from: &Index, to: &Index| {
        let (from, to) = (place(from), place(to));
        from.min(to)..from.max(to)
    };
    match change {
        Change::Cut(at) => {
            let at = place(at);
            page.truncate(at);
        }
        Change::Remove(from, to) => {
            let range = range(from, to);
            let end = range.end.min(range.start + 200);
            page.drain(range.start..end);
        }
        Change::Insert(at, piece) => {
            let at = place(at);
            page.splice(at..at, piece.bytes());
        }
        Change::Byte(at, byte) => {
            let at = place(at);
            page.splice(at..at, [*byte]);
        }
        Change::Repeat(from, to, times) => {
            let range = range(from, to);
            let end = range.end.min(range.start + 200);
            let piece = page[range.start..end].repeat(*times);
            page.splice(end..end, piece);
        }
    }
}

/// Every text of a page, each with the line of what it is of.
fn texts(page: &Page) -> Vec<(usize, String)> {
    let mut texts = vec![
        (page.line, page.description.clone()),
        (page.line, page.result.markdown()),
        (page.line, page.remarks.clone()),
    ];
    for entry in &page.entries {
        texts.push((entry.line, entry.docs.clone()));
        texts.extend(entry.values.iter().map(|of| (of.line, of.docs.clone())));
    }
    texts.extend(page.values.iter().map(|of| (of.line, of.docs.clone())));
    texts.extend(page.failures.iter().map(|of| (of.line, of.cause.clone())));
    texts
}

/// Reads a page, and holds what comes of it against what is promised.
fn check(bytes: &[u8]) {
    // Any of the three ends a line.
    let lines = 1 + bytes.iter().filter(|byte| b"\r\n".contains(byte)).count();
    match read(bytes) {
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in faults {
                assert!((1..=lines).contains(&fault.line), "{fault}");
                assert!(fault.message.len() < 512, "{fault}");
            }
        }
        Ok(Known::Page(page)) => {
            assert!(!page.names.is_empty());
            for (line, text) in texts(&page) {
                assert!((1..=lines).contains(&line), "{line}: {text}");
                let control = |ch: char| ch.is_control() && ch != '\n';
                assert!(!text.contains(control), "{text:?}");
            }
        }
        Ok(Known::Article(_)) => {}
    }
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_changed_page_has_an_outcome(
        fixture in prop::sample::select(fixtures()),
        changes in prop::collection::vec(change(), 1..8),
    ) {
        let mut page = fixture;
        changes.iter().for_each(|change| apply(&mut page, change));
        check(&page);
    }

    #[test]
    fn pieces_in_any_order_have_an_outcome(
        head in prop_oneof![Just(""), Just("---\nUID: NF:a.B\n---\n"), Just("# A_B function\n\n")],
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60),
    ) {
        check(format!("{head}{}", pieces.concat()).as_bytes());
    }

    #[test]
    fn any_bytes_have_an_outcome(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }
}

#[test]
fn a_page_cut_at_any_byte_has_an_outcome() {
    for page in fixtures() {
        for end in 0..page.len() {
            check(&page[..end]);
        }
    }
}
