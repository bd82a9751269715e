//! Running the program, for every test.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::process::{Command, Output};

use jsonschema::Validator;
use serde_json::Value;

/// What documents are checked against.
pub fn schema() -> Validator {
    let schema = include_str!("../../schema/winsec-1.schema.json");
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

/// What it printed, how it ended.
pub fn run(arguments: &[&str]) -> Output {
    // Wine 8 now and then fails to start a program at all.
    const INTERNAL_ERROR: i32 = 1359;
    let mut output = winsec(arguments).output();
    for _ in 0..2 {
        let failed = |error: &std::io::Error| error.raw_os_error() == Some(INTERNAL_ERROR);
        if cfg!(windows) && output.as_ref().is_err_and(failed) {
            output = winsec(arguments).output();
        }
    }
    output.expect("the program starts")
}

/// What it printed, as text.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("output is UTF-8")
}

/// Its complaints, as text.
pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("errors are UTF-8")
}
