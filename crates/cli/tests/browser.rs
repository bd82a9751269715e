//! The report's web page in a real browser: nothing is cut off, unseen or hard to read, whether it is
//! narrow or wide, light or dark; and it can be printed.
//!
//! `cargo xtask test` runs these where there is a Chromium, and says where there is none.
#![cfg(not(windows))]

mod common;

use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs};

use common::{run, stdout};

/// A scenario's page, by what is made of it.
fn page(scenario: &str) -> String {
    let output = run(&["report", "--emulate", scenario, "--html", "-"]);
    // A scenario in which nothing works ends with a status that says so.
    assert!(output.stderr.is_empty(), "{output:?}");
    stdout(&output)
}

/// Runs Chromium without a window, on a file.
fn browse(arguments: &[&str], profile: &Path, file: &Path) -> Output {
    let browser = env::var_os("WINSEC_BROWSER").unwrap_or_else(|| "chromium".into());
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(arguments)
        .arg(format!("file://{}", file.display()))
        .output()
        .expect("there is a Chromium");
    assert!(output.status.success(), "{output:?}");
    output
}

/// What is found when the page is looked at in several widths, a finding each.
fn findings(page: &str, arguments: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("looks.html");
    let text = serde_json::to_string(page).unwrap().replace("</", "<\\/");
    let looks = include_str!("browser.html").replacen("PAGE", &text, 1);
    fs::write(&file, looks).unwrap();
    let arguments = [&["--dump-dom", "--virtual-time-budget=10000"], arguments].concat();
    let dom = stdout(&browse(&arguments, folder.path(), &file));
    let (_, found) = dom
        .split_once("data-findings=\"")
        .expect("the page was looked at");
    let (found, _) = found.split_once('"').unwrap();
    found.split("; ").map(ToOwned::to_owned).collect()
}

/// What is found when nothing is wrong, one after the other.
fn all_well(colours: &str) -> Vec<String> {
    ["1280", "2200", "320", "390", "768"]
        .map(|width| format!("{width}: looked at, {colours}"))
        .to_vec()
}

const SCENARIOS: [&str; 3] = [
    "demo",
    "tests/scenarios/odd.toml",
    "tests/scenarios/old.toml",
];

#[test]
#[ignore = "it needs a Chromium"]
fn pages_read_well_in_light_colours() {
    for scenario in SCENARIOS {
        assert_eq!(
            findings(&page(scenario), &[]),
            all_well("light"),
            "{scenario}"
        );
    }
}

#[test]
#[ignore = "it needs a Chromium"]
fn pages_read_well_in_dark_colours() {
    let dark = ["--blink-settings=preferredColorScheme=0"];
    for scenario in SCENARIOS {
        assert_eq!(
            findings(&page(scenario), &dark),
            all_well("dark"),
            "{scenario}"
        );
    }
}

#[test]
#[ignore = "it needs a Chromium"]
fn a_page_that_is_wrong_is_found_out() {
    let wrong = page("demo")
        .replace("--faint: #566573", "--faint: #c0c6cc")
        .replace("<h2>", "<h2 style=\"width: 500px\">");
    let found = findings(&wrong, &[]).join("\n");
    assert!(found.contains("has a contrast of"), "{found}");
    assert!(found.contains("320: H2. is cut off"), "{found}");
    assert!(!found.contains("768: H2. is cut off"), "{found}");
}

#[test]
#[ignore = "it needs a Chromium"]
fn pages_are_printed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.html");
    fs::write(&file, page("demo")).unwrap();
    let sheets = folder.path().join("report.pdf");
    let to = format!("--print-to-pdf={}", sheets.display());
    browse(&[&to], folder.path(), &file);
    let sheets = fs::read(&sheets).unwrap();
    assert!(sheets.starts_with(b"%PDF-"));
}
