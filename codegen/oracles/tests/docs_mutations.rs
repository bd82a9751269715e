//! Whatever a page says, what is written of it is a spec.

use proptest::prelude::{ProptestConfig, prop, proptest};
use winsec_codegen::{
    Options, analyse,
    diagnostic::{Style, render},
    options::Docs,
    source::{Source, Sources},
};
use winsec_oracles::import::docs::{File, Request, document};

/// What the pages' bodies are made of.
const PIECES: &[&str] = &[
    "\n\n",
    "\n",
    " ",
    "word",
    "A_CODE",
    "(0x1)",
    "## -description\n\n",
    "## -parameters\n\n",
    "### -param First\n\n",
    "### -param Second\n\n",
    "#### A_CODE (0x2)\n\n",
    "## -returns\n\n",
    "## -remarks\n\n",
    "| A_CODE | \"quoted\" \\ |\n",
    "| a | b |\n| --- | --- |\n",
    "<table><tr><td>",
    "</td><td>",
    "</td></tr></table>",
    "<dl><dt>",
    "</dt><dd>",
    "</dd></dl>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<pre>",
    "</pre>",
    "```rust\n",
    "```\n",
    "`",
    "``",
    "*",
    "_",
    "\\",
    "[`A`]",
    "[a](https://b.c)",
    "- ",
    "1. ",
    "> ",
    "*/",
    "/*",
    "///",
    "//!",
    "#[page(\"",
    "\")]",
    "}",
    "{",
    "\"",
    "\r",
    "\u{202E}",
    "\u{2028}",
    "\u{0}",
    "&#13;",
    "&#x85;",
    "GetLastError",
];

/// How many pages a round has.
const PAGES: usize = 64;

/// A round takes long; what fails is small enough without further ones.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 8,
        max_shrink_iters: 32,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_written_is_a_spec(
        bodies in prop::collection::vec(
            prop::collection::vec(prop::sample::select(PIECES), 0..40),
            PAGES,
        ),
    ) {
        let mut functions = String::from("const A_CODE: u32 = 5;\n");
        let mut files = Vec::new();
        for (at, body) in bodies.iter().enumerate() {
            functions.push_str(&format!(
                "#[library(\"a.dll\")] extern fn F{at}(First: u32, Second: *mut u32) -> u32;\n"
            ));
            files.push(File {
                name: format!("{at}.md"),
                content: Ok(format!("# F{at} function\n\n{}", body.concat()).into_bytes()),
            });
        }
        let specs = || Sources::new([Source::new("a.rdl", functions.as_str())]);
        let request = Request {
            names: &[],
            again: true,
        };
        let documented = document(files, specs(), &request).expect("the specs are right");
        // The written items stand alone, as soon as the code is there.
        let mut text = documented.text;
        if !text.contains("const A_CODE") {
            text.push_str("const A_CODE: u32 = 5;\n");
        }
        let written = Sources::new([Source::new("written.rdl", text)]);
        let options = Options {
            docs: Docs::Optional,
                ..Options::SPECS
        };
        if let Err(errors) = analyse(&written, &options) {
            panic!("{}", render(&errors, &written, Style::Plain));
        }
    }
}
