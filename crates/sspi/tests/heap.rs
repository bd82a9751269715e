//! Under Wine: every buffer is freed exactly once, as Wine's own heap sees it.
//!
//! A child of this program lists the packages with Wine's heap warnings on: a second free of a block
//! is reported there, and nowhere else. So that this cannot pass for want of a report, another
//! child frees a block twice on purpose.
#![cfg(windows)]

use std::env;
use std::process::Command;

use winsec_core::{Backend, backend};
use winsec_ffi::{EnumerateSecurityPackagesW, FreeContextBuffer};

/// What the child is asked to do.
const ORDER: &str = "WINSEC_HEAP_TEST";

/// What Wine says of a block that is freed again.
const REPORT: &str = "freed block";

/// How many reports a child's run leaves.
fn reports(order: &str) -> usize {
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--nocapture"])
        .env(ORDER, order)
        .env("WINEDEBUG", "-all,warn+heap")
        .output()
        .expect("this program starts again");
    let errors = String::from_utf8_lossy(&output.stderr);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}\n{errors}");
    assert!(text.contains("child did: "), "{text}\n{errors}");
    errors.lines().filter(|line| line.contains(REPORT)).count()
}

#[test]
fn each_buffer_is_freed_exactly_once() {
    if backend() != Backend::Wine {
        return;
    }
    assert_eq!(reports("twice"), 1, "a double free is reported");
    assert_eq!(reports("once"), 0);
    assert_eq!(reports("crate"), 0);
}

#[test]
#[ignore = "run by the test above, in a process of its own"]
fn child() {
    let Ok(order) = env::var(ORDER) else {
        return;
    };
    if order == "crate" {
        for _ in 0..100 {
            let list = winsec_sspi::packages().unwrap();
            for package in &list {
                let name = package.name().to_string().unwrap();
                let one = winsec_sspi::package(&name).unwrap();
                assert_eq!(one.info().name(), package.name());
            }
            assert!(winsec_sspi::package("no such package").is_err());
        }
    } else {
        let mut len = 0;
        let mut first = std::ptr::null_mut();
        // SAFETY: both can be written to.
        let _ = unsafe { EnumerateSecurityPackagesW(&raw mut len, &raw mut first) };
        // SAFETY: nothing uses the buffer any more.
        let _ = unsafe { FreeContextBuffer(first.cast()) };
        if order == "twice" {
            // SAFETY: Wine's heap keeps a freed block aside for a while, and reports this.
            let _ = unsafe { FreeContextBuffer(first.cast()) };
        }
    }
    println!("child did: {order}");
}
