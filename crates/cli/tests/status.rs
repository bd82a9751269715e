//! The exit statuses are those of docs/cli.md, row by row.
#![cfg(not(windows))]

mod common;

use std::collections::BTreeSet;
use std::fs::{self, File};

use common::{finish, winsec};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/cli.md");

/// Ctrl-C is pressed in tests/interrupt.rs, where something waits to be interrupted.
const INTERRUPTED: i32 = 130;

/// Command lines, and how each ends.
const CASES: &[(i32, &str)] = &[
    (0, "packages --emulate demo"),
    (0, "packages Kerberos --emulate demo"),
    (
        0,
        "packages --emulate demo --choose ntlm,kerberos --require mutual-auth",
    ),
    (
        1,
        "packages --emulate demo --choose ntlm --require mutual-auth",
    ),
    (1, "packages --emulate demo --choose nothing"),
    (2, "packages --emulate demo --with nonsense"),
    (2, "packages --emulate tests/scenarios/missing.toml"),
    (3, "packages nothing --emulate demo"),
    (4, "packages"),
    (
        0,
        "socket fileserver:445 --emulate demo --require encrypted",
    ),
    (
        0,
        "socket several:445 --emulate tests/scenarios/broken.toml",
    ),
    (
        0,
        "socket fileserver:445 --emulate demo --watch 0.01 --count 2",
    ),
    (1, "socket 10.0.0.9:9100 --emulate demo --require secured"),
    (
        1,
        "socket 10.0.0.9:9100 --emulate demo --require secured --watch 0.01 --count 2",
    ),
    (2, "socket fileserver --emulate demo"),
    (2, "socket fileserver:445 --emulate demo --tokens nonsense"),
    (3, "socket nowhere:1 --emulate demo"),
    (3, "socket none:445 --emulate tests/scenarios/broken.toml"),
    (
        3,
        "socket 10.0.0.5:445 --emulate tests/scenarios/flaky.toml --watch 0.01 --count 8",
    ),
    (
        4,
        "socket 10.0.0.5:445 --emulate tests/scenarios/old.toml --require secured",
    ),
    (4, "socket fileserver:445"),
    (0, "listen 8443 --emulate demo"),
    (0, "listen 9999 --emulate demo"),
    (2, "listen 70000 --emulate demo"),
    (3, "listen 8443 --emulate tests/scenarios/broken.toml"),
    (4, "listen 8443"),
    (0, "http http://intranet/ --emulate demo"),
    (2, "http nonsense --emulate demo"),
    (3, "http https://intranet/ --emulate demo"),
    (3, "http http://nowhere/ --emulate demo"),
    (
        4,
        "http http://intranet/ --emulate tests/scenarios/old.toml",
    ),
    (4, "http http://intranet/"),
    (0, "report --emulate demo"),
    (0, "report --emulate demo --only"),
    (
        0,
        "report --emulate demo --only --socket fileserver:445 --http http://intranet/",
    ),
    (2, "report --emulate demo --socket nonsense"),
    (2, "report --emulate demo --http nonsense"),
    (
        2,
        "report --emulate demo --http http://intranet/ --http ftp://intranet/",
    ),
    (3, "report --emulate demo --only --socket nowhere:1"),
    (
        3,
        "report --emulate demo --socket nowhere:1 --socket fileserver:445",
    ),
    (3, "report --emulate demo --http https://intranet/"),
    (3, "report --emulate demo --http https://intranet/ --html -"),
    (3, "report --emulate tests/scenarios/refusing.toml"),
    (3, "report --emulate demo --html no-such-folder/report.html"),
    (4, "report --emulate tests/scenarios/old.toml"),
    (4, "report"),
    (0, "explain 10054"),
    (2, "explain nonsense"),
    (2, "explain 12999"),
    (3, "explain 10054 > /dev/full"),
    (0, "layout OVERLAPPED"),
    (2, "layout nonsense"),
    (3, "layout OVERLAPPED --svg no-such-folder/picture.svg"),
    (0, "completions bash"),
    (2, "completions nonsense"),
    (3, "completions bash > /dev/full"),
    (0, "--help"),
    (2, "--nonsense"),
    (3, "--help > /dev/full"),
];

/// How a command line ends.
fn status(line: &str) -> Option<i32> {
    let (line, full) = match line.strip_suffix(" > /dev/full") {
        Some(line) => (line, true),
        None => (line, false),
    };
    let arguments: Vec<&str> = line.split(' ').collect();
    let mut command = winsec(&arguments);
    if full {
        command.stdout(File::options().write(true).open("/dev/full").unwrap());
    }
    finish(&mut command).status.code()
}

/// The rows of the table that is headed so: the first cell, and the second one.
fn rows<'a>(page: &'a str, heading: &str) -> Vec<(&'a str, &'a str)> {
    let (_, table) = page.split_once(heading).expect(heading);
    let rows = table.lines().skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let mut cells = row.trim_matches('|').split(" | ").map(str::trim);
        (cells.next().unwrap(), cells.next().unwrap())
    })
    .collect()
}

#[test]
fn commands_end_as_they_should() {
    for (expected, line) in CASES {
        assert_eq!(status(line), Some(*expected), "winsec {line}");
    }
}

#[test]
fn quiet_and_json_change_no_status() {
    for (expected, line) in CASES.iter().filter(|(_, line)| !line.contains(['>', '-'])) {
        for form in ["--quiet", "--json"] {
            let line = format!("{line} {form}");
            assert_eq!(status(&line), Some(*expected), "winsec {line}");
        }
    }
}

#[test]
fn the_page_names_every_status_and_no_other() {
    let page = fs::read_to_string(PAGE).unwrap();
    let told: BTreeSet<i32> = rows(&page, "| status | meaning |")
        .into_iter()
        .map(|(status, _)| status.parse().unwrap())
        .collect();
    let mut tried: BTreeSet<i32> = CASES.iter().map(|(status, _)| *status).collect();
    tried.insert(INTERRUPTED);
    assert_eq!(told, tried);
}

#[test]
fn the_page_says_which_command_ends_how() {
    let page = fs::read_to_string(PAGE).unwrap();
    let commands = rows(&page, "| command | ends with | when |");
    let mut described = BTreeSet::new();
    for (command, statuses) in commands {
        let command = command.trim_matches('`');
        described.insert(command);
        let told: BTreeSet<i32> = statuses
            .split(", ")
            .map(|status| status.parse().unwrap())
            .filter(|status| *status != INTERRUPTED)
            .collect();
        let of = |line: &&(i32, &str)| line.1.split(' ').next() == Some(command);
        let tried: BTreeSet<i32> = CASES.iter().filter(of).map(|(status, _)| *status).collect();
        assert_eq!(told, tried, "{command}");
    }
    let all: BTreeSet<&str> = CASES
        .iter()
        .filter_map(|(_, line)| line.split(' ').next())
        .filter(|command| !command.starts_with('-'))
        .collect();
    assert_eq!(described, all);
}
