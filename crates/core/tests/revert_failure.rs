//! A guard that cannot go back when it is dropped prints why and ends the process.

mod common;

use std::process::Command;

use common::{Connection, WITH_TOKENS};
use winsec_core::Impersonation;

/// Set in the process that is to end.
const CHILD: &str = "WINSEC_TEST_REVERT_FAILS";

#[test]
fn a_failed_revert_on_drop_ends_the_process() {
    if std::env::var_os(CHILD).is_some() {
        let connection = Connection::v4();
        let fault = "[[fault]]\ncall = \"WSARevertImpersonation\"\nfail = 10107";
        let _lab = connection.lab_with(WITH_TOKENS, fault);
        drop(Impersonation::of_stream(&connection.client).unwrap());
        println!("still here");
        return;
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "a_failed_revert_on_drop_ends_the_process",
            "--nocapture",
        ])
        .env(CHILD, "1")
        .output()
        .unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("a thread cannot stop acting as its peer"),
        "{said}"
    );
    assert!(said.contains("(WSASYSCALLFAILURE, 10107)"), "{said}");
    assert!(!String::from_utf8_lossy(&output.stdout).contains("still here"));
}
