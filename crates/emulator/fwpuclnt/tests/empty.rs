//! The DLL without a scenario, and with a wrong one: it makes nothing up.
#![cfg(windows)]

mod common;

use common::{audit, calls, connection, query, raw, set_scenario};
use winsec_ffi::{WSAENOTSOCK, WSAEOPNOTSUPP};

/// One test: the world is the process's.
#[test]
fn nothing_is_made_up() {
    let (client, _server, _listener) = connection();
    assert_eq!(query(raw(&client), None).map(|_| ()), Err(WSAEOPNOTSUPP));
    assert_eq!(query(0x4444_4444, None).map(|_| ()), Err(WSAENOTSOCK));
    assert_eq!(calls("WSAQuerySocketSecurity"), 2);
    assert_eq!(calls("NoSuchFunction"), u64::MAX);

    let wrong = set_scenario("[[socket]]\nfamilly = \"inet\"\n").expect_err("it is wrong");
    assert!(wrong.contains("line 2"), "{wrong}");
    assert!(wrong.contains("unknown field `familly`"), "{wrong}");
    assert_eq!(calls("WSAQuerySocketSecurity"), 2, "the old world stays");
    assert_eq!(audit(), "");
}
