//! Ctrl-C in a console: it ends what goes on for ever with a summary, and what waits with a status
//! of its own.
#![cfg(windows)]

mod common;

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::windows::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use common::{check, finish, schema, start, winsec};
use serde_json::Value;
use windows_sys::Win32::System::Console::{
    AttachConsole, CTRL_C_EVENT, FreeConsole, GenerateConsoleCtrlEvent,
};
use windows_sys::Win32::System::Threading::{CREATE_NEW_CONSOLE, DETACHED_PROCESS};

/// Set in the process that presses Ctrl-C: whom it is for.
const PRESS: &str = "WINSEC_TEST_PRESS_CTRL_C";

/// Longer than a program needs to notice, on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program in a console of its own.
struct Running {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Running {
    fn start(arguments: &[&str]) -> Self {
        let mut command = winsec(arguments);
        command.arg("--json");
        command.creation_flags(CREATE_NEW_CONSOLE);
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = start(&mut command);
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, output }
    }

    /// The result of the next document that it prints.
    fn next(&mut self) -> Value {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        let mut document: Value =
            serde_json::from_str(&line).unwrap_or_else(|_| panic!("{line:?}"));
        document["result"].take()
    }

    /// Presses Ctrl-C, and gives the last document and the exit status. A program that does not heed
    /// it is ended.
    fn interrupt(mut self) -> (Value, Option<i32>) {
        press_ctrl_c(self.child.id());
        let (sender, rest) = mpsc::channel();
        thread::spawn(move || {
            let mut text = String::new();
            self.output.read_to_string(&mut text).unwrap();
            sender.send(text)
        });
        let Ok(rest) = rest.recv_timeout(PATIENCE) else {
            self.child.kill().unwrap();
            panic!("Ctrl-C has not ended it");
        };
        let last = rest.lines().last().unwrap_or_default();
        let last = serde_json::from_str(last).unwrap_or_else(|_| panic!("{rest:?}"));
        check(&schema(), &last);
        (last, self.child.wait().unwrap().code())
    }
}

/// Presses Ctrl-C in a program's console. Only who is attached to a console can do so, and Ctrl-C is
/// for all who are: it is done by a process that may well end of it.
fn press_ctrl_c(process: u32) {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", "ctrl_c_ends_a_watch_with_a_summary"])
        .env(PRESS, process.to_string())
        .creation_flags(DETACHED_PROCESS);
    finish(&mut command);
}

/// Does so, in a process that began without a console.
fn press(process: u32) {
    // SAFETY: no handle of the console that is left, if there is one, is used here.
    unsafe { FreeConsole() };
    // SAFETY: it takes a number, and fails if that is nobody's.
    let attached = unsafe { AttachConsole(process) };
    assert_eq!(attached, 1, "the program has a console");
    // SAFETY: it takes numbers, and fails without a console.
    let pressed = unsafe { GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0) };
    assert_eq!(pressed, 1, "Ctrl-C can be pressed");
}

/// Where somebody listens who says nothing.
fn silent() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    (listener, address)
}

#[test]
fn ctrl_c_ends_a_watch_with_a_summary() {
    if let Some(process) = env::var_os(PRESS) {
        press(process.to_str().unwrap().parse().unwrap());
        return;
    }
    let (_listener, target) = silent();
    let mut watch = Running::start(&["socket", &target, "--watch", "3600"]);
    let state = watch.next();
    assert_eq!(state["event"], "state", "{state:#}");
    let (last, status) = watch.interrupt();
    assert_eq!(last["result"]["event"], "summary", "{last:#}");
    assert_eq!(last["result"]["queries"], 1);
    // Under Wine nothing is known of the connection, which is the worst that the watch has met.
    assert_eq!(status, Some(if state["unknown"].is_null() { 0 } else { 4 }));
}

#[test]
fn ctrl_c_ends_listening_with_a_summary() {
    let mut listen = Running::start(&["listen", "127.0.0.1:0"]);
    let listening = listen.next();
    let address = listening["addresses"][0].as_str().unwrap();
    let peer = TcpStream::connect(address).unwrap();
    let told = listen.next();
    assert_eq!(told["peer"], *peer.local_addr().unwrap().to_string());
    let (last, status) = listen.interrupt();
    assert_eq!(last["result"]["event"], "summary", "{last:#}");
    assert_eq!(last["result"]["connections"], 1);
    assert_eq!(status, Some(if told["unknown"].is_null() { 0 } else { 4 }));
}

#[test]
fn ctrl_c_ends_what_waits_with_a_status_of_its_own() {
    let (listener, address) = silent();
    let url = format!("http://{address}/");
    let http = Running::start(&["http", &url, "--timeout", "3600"]);
    let (mut request, _) = listener.accept().unwrap();
    let mut begun = [0; 3];
    request.read_exact(&mut begun).unwrap();
    assert_eq!(&begun, b"GET");
    let (last, status) = http.interrupt();
    assert_eq!(last["error"]["status"], "interrupted", "{last:#}");
    assert_eq!(status, Some(130));
}

#[test]
fn ctrl_c_loses_nothing_that_was_answered() {
    let (listener, address) = silent();
    let url = format!("http://{address}/");
    let http = Running::start(&["http", &url, "--repeat", "2", "--timeout", "3600"]);
    let (request, _) = listener.accept().unwrap();
    let mut request = BufReader::new(request);
    read_head(&mut request);
    let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
    request.get_mut().write_all(answer).unwrap();
    read_head(&mut request);
    let (last, status) = http.interrupt();
    let requests = &last["result"]["requests"];
    assert_eq!(requests[0]["status"], 200, "{last:#}");
    assert_eq!(requests[1]["error"]["status"], "interrupted", "{last:#}");
    assert_eq!(status, Some(130));
}

/// Reads a request, which has no body.
fn read_head(request: &mut impl BufRead) {
    let mut line = String::new();
    while line != "\r\n" {
        line.clear();
        assert_ne!(request.read_line(&mut line).unwrap(), 0, "a request comes");
    }
}
