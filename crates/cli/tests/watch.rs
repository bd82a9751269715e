//! Watching a connection: what changes is told, and Ctrl-C ends it with a summary.
#![cfg(unix)]

mod common;

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use common::{run, start, stdout, winsec};
use serde_json::Value;

const FLAKY: &str = "tests/scenarios/flaky.toml";

/// Longer than a program needs to notice, on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn changes_and_losses_are_told_once_each() {
    let output = run(&[
        "socket",
        "10.0.0.5:445",
        "--emulate",
        FLAKY,
        "--watch",
        "0.01",
        "--count",
        "8",
        "--json",
    ]);
    let events: Vec<Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let told: Vec<String> = events
        .iter()
        .map(|event| {
            let result = &event["result"];
            let encrypted = &result["security"]["encrypted"];
            format!("{} {encrypted}", result["event"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        told,
        [
            "state true",
            "state false",
            "state true",
            "lost null",
            "state true",
            "summary null"
        ]
    );
    let summary = &events[5]["result"];
    assert_eq!(summary["queries"], 8);
    assert_eq!(summary["lost"], 1);
    assert_eq!(
        output.status.code(),
        Some(3),
        "a lost connection is no success"
    );
}

#[test]
fn a_requirement_that_is_missed_once_is_missed() {
    let output = run(&[
        "socket",
        "10.0.0.5:445",
        "--emulate",
        FLAKY,
        "--watch",
        "0.01",
        "--count",
        "4",
        "--require",
        "encrypted",
        "--quiet",
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output), "");
}

/// Presses Ctrl-C for a program.
fn interrupt(process: u32) {
    let status = Command::new("kill")
        .args(["-INT", &process.to_string()])
        .status();
    assert!(status.unwrap().success());
}

/// The program, which Ctrl-C reaches even where whoever started the tests has it ignored.
fn interruptible(arguments: &[&str]) -> Command {
    let program = winsec(arguments);
    if cfg!(not(target_os = "linux")) {
        return program;
    }
    let mut command = Command::new("env");
    command
        .arg("--default-signal=INT")
        .arg(program.get_program())
        .args(program.get_args());
    command
}

#[test]
fn ctrl_c_ends_a_watch_with_a_summary() {
    let mut command = interruptible(&[
        "socket",
        "fileserver:445",
        "--emulate",
        "demo",
        "--watch",
        "30",
        "--json",
    ]);
    let mut child = start(command.stdout(Stdio::piped()));
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    output.read_line(&mut first).unwrap();
    assert!(first.contains("\"event\":\"state\""), "{first}");
    interrupt(child.id());
    let mut rest = String::new();
    output.read_to_string(&mut rest).unwrap();
    assert!(
        rest.contains("\"event\":\"summary\"") && rest.contains("\"queries\":1"),
        "{rest}"
    );
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_watch_ends_when_its_reader_has_gone() {
    for form in [&["--json"][..], &[]] {
        let line = [
            "socket",
            "fileserver:445",
            "--emulate",
            "demo",
            "--watch",
            "3600",
        ];
        let mut command = winsec(&[&line[..], form].concat());
        let mut child = start(command.stdout(Stdio::piped()).stderr(Stdio::piped()));
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        output.read_line(&mut first).unwrap();
        drop(output);
        let (ended, told) = mpsc::channel();
        let process = child.id();
        let waiter = thread::spawn(move || {
            let output = child.wait_with_output().unwrap();
            ended.send(output).unwrap();
        });
        let Ok(output) = told.recv_timeout(PATIENCE) else {
            interrupt(process);
            panic!("it watches for nobody");
        };
        waiter.join().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        assert_eq!(output.status.code(), Some(0));
    }
}
