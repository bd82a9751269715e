//! What terminals, pipes and scripts expect: colours, widths, closed pipes, help on one screen.

mod common;

use std::io::Read;
use std::process::Stdio;

use common::{finish, run, start, stderr, stdout, winsec};

const COMMANDS: [&str; 8] = [
    "packages",
    "socket",
    "listen",
    "http",
    "report",
    "explain",
    "layout",
    "completions",
];

#[test]
fn redirected_output_is_plain() {
    let output = run(&["explain", "WSAEMSGSIZE", "0x80090305"]);
    assert!(!stdout(&output).contains('\u{1b}'));
    let output = run(&["explain", "WSAEMSGSIZ"]);
    assert!(!stderr(&output).contains('\u{1b}'));
}

#[test]
fn colours_can_be_forced_and_no_color_wins() {
    let colours = |no_color: bool| {
        let mut command = winsec(&["explain", "WSAEMSGSIZE"]);
        command.env("CLICOLOR_FORCE", "1");
        if no_color {
            command.env("NO_COLOR", "1");
        }
        stdout(&finish(&mut command)).contains('\u{1b}')
    };
    assert!(colours(false));
    assert!(!colours(true));
}

#[test]
fn colours_change_nothing_else() {
    let coloured = finish(winsec(&["explain", "SECPKG_FLAGS"]).env("CLICOLOR_FORCE", "1"));
    let plain = run(&["explain", "SECPKG_FLAGS"]);
    assert_eq!(without_styles(&stdout(&coloured)), stdout(&plain));
}

/// A text without its escape sequences, all of which end in `m`.
fn without_styles(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once('m').map_or(part, |(_, rest)| rest)
    })
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    // More than a pipe holds, so that the program does meet the closed end.
    let mut arguments = vec!["explain", "--all"];
    arguments.resize(200, "WSAQuerySocketSecurity");
    let mut command = winsec(&arguments);
    let mut child = start(command.stdout(Stdio::piped()).stderr(Stdio::piped()));
    let mut first = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn help_fits_one_screen() {
    for command in COMMANDS {
        let help = stdout(&run(&[command, "--help"]));
        let lines: Vec<&str> = help.lines().collect();
        assert!(lines.len() <= 24, "{command}: {} lines", lines.len());
        for line in lines {
            assert!(line.chars().count() <= 80, "{command}: {line}");
        }
    }
}

#[test]
fn forty_columns_are_enough() {
    for arguments in [
        ["explain", "WSAQuerySocketSecurity"],
        ["explain", "SECPKG_FLAGS"],
        ["explain", "1"],
        ["layout", "SecPkgInfoW"],
        ["layout", "WSADATA"],
    ] {
        let output = finish(winsec(&arguments).env("COLUMNS", "40"));
        for line in stdout(&output).lines() {
            // A name or an address that does not fit, indented as it is, is not broken.
            let indent = line.len() - line.trim_start().len();
            let words = line.split(' ').map(|word| word.chars().count());
            let unbreakable = words.max().is_some_and(|longest| indent + longest > 40);
            assert!(
                line.chars().count() <= 40 || unbreakable,
                "{arguments:?}: {line:?}"
            );
        }
    }
}

#[test]
fn nonsense_widths_change_nothing() {
    let usual = stdout(&run(&["explain", "WSAEMSGSIZE"]));
    for width in ["", "0", "-5", "wide", "99999999999999999999"] {
        let output = finish(winsec(&["explain", "WSAEMSGSIZE"]).env("COLUMNS", width));
        assert_eq!(stdout(&output), usual, "COLUMNS={width}");
    }
}

#[test]
fn every_shell_gets_its_script() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(&["completions", shell]);
        assert!(output.status.success());
        let script = stdout(&output);
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
}
