//! Specs that are wrong on purpose, each beside what the oracles must say of it.
//!
//! `BLESS=1 cargo test -p winsec-oracles --test fixtures` writes what they say.

use std::{env, fs, path::Path};

use winsec_codegen::{
    analyse,
    diagnostic::{Diagnostic, Style, render, sort},
    model::Model,
    options::{Docs, Options, Rules},
    source::{Source, Sources},
};
use winsec_oracles::{
    answers::{Answers, PARTIES},
    findings::findings,
    gather::gather,
    judge::judge,
    ours::Ours,
    report,
};

fn read(path: &Path) -> Sources {
    let text = fs::read(path).expect("the fixture can be read");
    let name = path.file_name().expect("a name").to_string_lossy();
    Sources::new([Source::new(name, text)])
}

fn model(sources: &Sources) -> Model {
    let options = Options {
        docs: Docs::Optional,
        rules: Rules::Metadata,
        ..Options::SPECS
    };
    analyse(sources, &options)
        .unwrap_or_else(|errors| panic!("{}", render(&errors, sources, Style::Plain)))
        .model
}

/// What the oracles say of a spec: the errors, then the table.
fn say(sources: &Sources, answers: &Answers) -> String {
    let model = model(sources);
    let ours = Ours::new(&model).expect("the model is right");
    let judgements = judge(&ours, answers);
    let findings = findings(&ours, answers, &judgements);
    let mut errors: Vec<Diagnostic> = findings
        .problems
        .iter()
        .map(winsec_oracles::findings::Problem::diagnostic)
        .collect();
    sort(&mut errors);
    let mut text = render(&errors, sources, Style::Plain);
    text.push('\n');
    for row in report::rows(&ours, &judgements) {
        text.push_str(&row.cells().join(" | "));
        text.push('\n');
    }
    text
}

#[test]
#[cfg_attr(
    not(target_os = "linux"),
    ignore = "the C compilers for all architectures are Debian's packages"
)]
fn each_wrong_spec_is_told_from_the_right_one() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixtures = folder.join("tests/fixtures");
    let right = read(&fixtures.join("right.rdl"));
    let answers = {
        let model = model(&right);
        let ours = Ours::new(&model).expect("the model is right");
        let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures");
        gather(&ours, &folder.join("../.."), &scratch)
    };
    for party in PARTIES {
        let gaps = &answers.of(party).gaps;
        assert!(gaps.is_empty(), "this test needs every party: {gaps:?}");
    }
    let bless = env::var_os("BLESS").is_some();
    let mut specs = vec![(fixtures.join("right.rdl"), right)];
    let mut wrong: Vec<_> = fs::read_dir(fixtures.join("wrong"))
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rdl"))
        .collect();
    wrong.sort();
    assert!(wrong.len() >= 7, "fixtures are missing");
    specs.extend(wrong.into_iter().map(|path| {
        let sources = read(&path);
        (path, sources)
    }));
    for (path, sources) in specs {
        let said = say(&sources, &answers);
        let expected = path.with_extension("txt");
        if bless {
            fs::write(&expected, &said).expect("the expectation can be written");
        }
        let expected = fs::read_to_string(&expected)
            .unwrap_or_default()
            .replace("\r\n", "\n");
        assert_eq!(
            said,
            expected,
            "{}: if the new words are right, BLESS=1 writes them",
            path.display()
        );
    }
}
