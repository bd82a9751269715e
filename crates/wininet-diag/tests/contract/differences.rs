//! The table of Wine's differences: each entry is met by a test, and told in the README.

use crate::scenes::{Scene, Stage, documented};
use crate::wine::{Difference, FLAGS};

const README: &str = include_str!("../../README.md");
const TESTS: [&str; 2] = [include_str!("diagnosis.rs"), include_str!("failures.rs")];

#[track_caller]
fn a_test_has(words: &str) {
    assert!(TESTS.iter().any(|test| test.contains(words)), "{words}");
}

#[track_caller]
fn the_readme_has(row: &[&str]) {
    let row = format!("| {} |", row.join(" | "));
    assert!(README.lines().any(|line| line == row), "{row}");
}

const fn words(scene: Scene) -> &'static str {
    match scene {
        Scene::Plain => "plain",
        Scene::Reused => "the next one to the same server",
        Scene::Closing => "the server closes after its answer",
        Scene::Proxied => "through a proxy",
        Scene::Secure => "with TLS",
        Scene::Tunnelled => "with TLS, through a proxy",
        Scene::Refused => "nobody listens",
    }
}

#[test]
fn flags() {
    for (scene, wine) in FLAGS {
        a_test_has(&format!("Scene::{scene:?}"));
        let stages = Stage::ALL.iter().take(wine.len());
        let documented: Vec<_> = stages
            .map(|stage| documented(scene, *stage).flags.bits())
            .collect();
        let list = |flags: &[u32]| {
            let flags = flags.iter().map(|flags| format!("{flags:X}"));
            flags.collect::<Vec<_>>().join(" ")
        };
        the_readme_has(&[words(scene), &list(&documented), &list(wine)]);
    }
}

#[test]
fn outcomes() {
    for difference in Difference::ALL {
        a_test_has(&format!("Difference::{difference:?}.check("));
        let words = match difference {
            Difference::ClosesEarly => "the server closes in place of an answer",
            Difference::ClosesInBody => "the server closes in the midst of the body",
            Difference::NeverAnswers => "the server says nothing",
        };
        let kind = |kind| match kind {
            None => "no error".to_owned(),
            Some(kind) => format!("`{kind:?}`"),
        };
        let (documented, wine) = (kind(difference.documented()), kind(difference.wine()));
        the_readme_has(&[words, &documented, &wine]);
    }
}
