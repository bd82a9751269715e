//! Running the program, for every test.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::io;
use std::process::{Child, Command, Output};

use jsonschema::Validator;
use serde_json::Value;

/// What documents are checked against.
pub fn schema() -> Validator {
    let schema = include_str!("../../schema/winsec-2.schema.json");
    let schema = serde_json::from_str(schema).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is one")
}

/// Fails unless a document is what the schema says.
pub fn check(schema: &Validator, document: &Value) {
    let errors: Vec<String> = schema
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{document:#}\n{}", errors.join("\n"));
}

/// The program with these arguments, without what the environment would change.
pub fn winsec(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_winsec"));
    command
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env("COLUMNS", "80")
        .env("SOURCE_DATE_EPOCH", "1767225600");
    command
}

/// Runs the program with these arguments alone.
pub fn run(arguments: &[&str]) -> Output {
    finish(&mut winsec(arguments))
}

/// What a program printed, how it ended.
pub fn finish(command: &mut Command) -> Output {
    started(|| command.output())
}

/// A program that runs.
pub fn start(command: &mut Command) -> Child {
    started(|| command.spawn())
}

/// What comes of starting a program, which Wine 8 now and then fails to do at all.
fn started<T>(mut start: impl FnMut() -> io::Result<T>) -> T {
    const INTERNAL_ERROR: i32 = 1359;
    let mut result = start();
    for _ in 0..2 {
        match &result {
            Err(error) if cfg!(windows) && error.raw_os_error() == Some(INTERNAL_ERROR) => {
                result = start();
            }
            _ => break,
        }
    }
    result.expect("the program starts")
}

/// What it printed, as text.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("output is UTF-8")
}

/// Its complaints, as text.
pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("errors are UTF-8")
}
