//! Memory that the system never gives back is never freed.
//!
//! A file of its own, because it is the one test that leaks, as it should: a search for leaks leaves
//! it out.

mod common;

use common::{Connection, WITH_TOKENS};
use winsec_core::{StreamQuery, TokenAccess};

#[test]
fn memory_is_kept_for_ever_when_the_system_never_lets_go() {
    let connection = Connection::v4();
    let endless = format!("{WITH_TOKENS}\ncompletion = \"never\"\ncancel = \"too-late\"");
    let lab = connection.lab(&endless);
    let asked = StreamQuery::new().peer_tokens(TokenAccess::QUERY);
    drop(asked.start(&connection.client).unwrap());
    // The emulator looks at the memory that it was lent, and at what it was when it was lent.
    let findings = lab.findings();
    assert!(findings.contains("unfinished"), "{findings}");
    assert!(!findings.contains("changed too early"), "{findings}");
    assert!(!findings.contains("used after"), "{findings}");
    drop(lab);
}
