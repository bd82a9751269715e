//! The examples of each command's help work.
#![cfg(not(windows))]

mod common;

use common::{finish, run, stdout, winsec};

/// The words of a command line, as a shell reads them.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

#[test]
fn examples_of_help_work() {
    let folder = tempfile::tempdir().unwrap();
    for command in [
        "packages",
        "socket",
        "listen",
        "http",
        "report",
        "explain",
        "layout",
        "completions",
    ] {
        let help = stdout(&run(&[command, "--help"]));
        let (_, examples) = help.split_once("Examples:\n").expect(command);
        let examples: Vec<&str> = examples.lines().map(str::trim).collect();
        assert_eq!(examples.len(), 2, "{command}");
        for example in examples {
            let line = example.split('>').next().unwrap().trim();
            let words = words(line);
            let mut arguments: Vec<&str> = words.iter().map(String::as_str).collect();
            assert_eq!(arguments.remove(0), "winsec");
            arguments.extend(["--emulate", "demo"]);
            if arguments.contains(&"--watch") {
                arguments.extend(["--count", "1"]);
            }
            let output = finish(winsec(&arguments).current_dir(folder.path()));
            assert_eq!(output.status.code(), Some(0), "{example}: {output:?}");
            assert!(!output.stdout.is_empty(), "{example}");
        }
    }
}
