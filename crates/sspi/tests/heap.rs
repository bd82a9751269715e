//! Under Wine: every buffer is freed exactly once, as Wine's own heap sees it.
//!
//! A child of this program lists the packages with Wine's heap warnings on: a second free of a block
//! is reported there, and nowhere else. So that this cannot pass for want of a report, another
//! child frees a block twice on purpose.
#![cfg(windows)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use winsec_core::{Backend, backend};
use winsec_ffi::{EnumerateSecurityPackagesW, FreeContextBuffer};

/// What the child is asked to do.
const ORDER: &str = "WINSEC_HEAP_TEST";

/// Longer than any child takes, unless it hangs.
const LIMIT: Duration = Duration::from_secs(120);

/// What Wine says of a block that is freed again.
const REPORT: &str = "freed block";

/// Runs a child on the system below, and keeps everything that it says. Wine writes its warnings
/// where its own process has its error output, which a shell can redirect and a Windows program
/// cannot; and it gives no handle to wait for a shell with, so the file's last name says the end.
const SCRIPT: &str = r#"
WINSEC_HEAP_TEST="$1" WINEDEBUG=-all,warn+heap "$3" "$0" --nocapture >"$2.part" 2>&1
echo "status $?" >>"$2.part"
mv "$2.part" "$2"
"#;

/// Wine's loader, which cargo has started this program with.
fn loader() -> String {
    let is_runner = |name: &str| name.starts_with("CARGO_TARGET_") && name.ends_with("_RUNNER");
    let runner = env::vars().find(|(name, _)| is_runner(name));
    runner.map_or_else(|| "wine".to_owned(), |(_, loader)| loader)
}

/// How many reports a child's run leaves.
fn reports(order: &str) -> usize {
    let said = format!("{}/heap-{order}.log", env!("CARGO_TARGET_TMPDIR"));
    let _ = fs::remove_file(&said);
    let shell = Command::new(r"Z:\bin\sh")
        .args(["-c", SCRIPT])
        .arg(env::current_exe().unwrap())
        .args([order, &said, &loader()])
        .stdin(Stdio::null())
        .spawn();
    drop(shell.expect("a shell starts"));
    let begin = Instant::now();
    while !Path::new(&said).exists() {
        assert!(begin.elapsed() < LIMIT, "no child has ended");
        thread::sleep(Duration::from_millis(20));
    }
    let text = fs::read_to_string(&said).unwrap();
    assert!(text.ends_with("status 0\n"), "{text}");
    assert!(text.contains(&format!("child did: {order}")), "{text}");
    text.lines().filter(|line| line.contains(REPORT)).count()
}

#[test]
fn each_buffer_is_freed_exactly_once() {
    if let Ok(order) = env::var(ORDER) {
        return child(&order);
    }
    if backend() != Backend::Wine {
        return;
    }
    assert_eq!(reports("twice"), 1, "a double free is reported");
    assert_eq!(reports("once"), 0);
    assert_eq!(reports("crate"), 0);
}

/// What a child of the test does.
fn child(order: &str) {
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
