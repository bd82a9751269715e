//! The DLL from outside: its control exports, found by name, and what the tests share.
#![allow(dead_code, reason = "each test file uses its part")]

use std::net::{TcpListener, TcpStream};
use std::os::windows::io::AsRawSocket;
use std::ptr;

use winsec_ffi::{
    BOOL, GetLastError, GetModuleHandleW, GetProcAddress, SOCKET, SOCKET_SECURITY_QUERY_INFO,
    SOCKET_SECURITY_QUERY_TEMPLATE, WSA_ERROR, WSAGetLastError, WSAQuerySocketSecurity,
};

/// An export of the DLL, which the tests' own imports have loaded.
fn export(name: &str) -> unsafe extern "system" fn() -> isize {
    let dll: Vec<u16> = "fwpuclnt.dll\0".encode_utf16().collect();
    // SAFETY: the name ends with a zero.
    let module = unsafe { GetModuleHandleW(dll.as_ptr()) };
    assert!(!module.is_null(), "fwpuclnt.dll is loaded");
    let name = format!("{name}\0");
    // SAFETY: the module is loaded, and the name ends with a zero.
    let found = unsafe { GetProcAddress(module, name.as_ptr().cast()) };
    found.unwrap_or_else(|| panic!("{name} is exported: it is the stand-in"))
}

/// Sets the scenario, and gives what is wrong with it.
pub fn set_scenario(text: &str) -> Result<(), String> {
    type Set = unsafe extern "system" fn(*const u8, usize, *mut u8, usize) -> usize;
    // SAFETY: the export has this signature.
    let set: Set = unsafe { std::mem::transmute(export("WinsecEmulatorSetScenario")) };
    let mut message = vec![0; 4096];
    // SAFETY: both buffers have the lengths beside them.
    let len = unsafe {
        set(
            text.as_ptr(),
            text.len(),
            message.as_mut_ptr(),
            message.len(),
        )
    };
    message.truncate(len);
    match len {
        0 => Ok(()),
        _ => Err(String::from_utf8(message).expect("text")),
    }
}

/// How often a function was called.
pub fn calls(name: &str) -> u64 {
    type Calls = unsafe extern "system" fn(*const u8, usize) -> u64;
    // SAFETY: the export has this signature.
    let calls: Calls = unsafe { std::mem::transmute(export("WinsecEmulatorCalls")) };
    // SAFETY: the name has that length.
    unsafe { calls(name.as_ptr(), name.len()) }
}

/// What is wrong in the books; nothing if they balance.
pub fn audit() -> String {
    type Audit = unsafe extern "system" fn(*mut u8, usize) -> usize;
    // SAFETY: the export has this signature.
    let audit: Audit = unsafe { std::mem::transmute(export("WinsecEmulatorAudit")) };
    let mut message = vec![0; 4096];
    // SAFETY: the buffer has that length.
    let len = unsafe { audit(message.as_mut_ptr(), message.len()) };
    message.truncate(len);
    String::from_utf8(message).expect("text")
}

/// Completes what waits for it.
pub fn advance() -> usize {
    type Advance = unsafe extern "system" fn() -> usize;
    // SAFETY: the export has this signature.
    let advance: Advance = unsafe { std::mem::transmute(export("WinsecEmulatorAdvance")) };
    // SAFETY: it takes nothing.
    unsafe { advance() }
}

/// Both ends of a connection, and the listener.
pub fn connection() -> (TcpStream, TcpStream, TcpListener) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let client = TcpStream::connect(listener.local_addr().expect("an address"));
    let (server, _) = listener.accept().expect("a connection");
    (client.expect("a connection"), server, listener)
}

pub fn raw(socket: &impl AsRawSocket) -> SOCKET {
    socket.as_raw_socket() as SOCKET
}

pub fn winsock(result: i32) -> Result<(), WSA_ERROR> {
    if result == 0 {
        return Ok(());
    }
    assert_eq!(result, -1);
    // SAFETY: it takes nothing.
    Err(unsafe { WSAGetLastError() })
}

pub fn win32(result: BOOL) {
    // SAFETY: it takes nothing.
    assert_ne!(result, 0, "{:?}", unsafe { GetLastError() });
}

/// A synchronous query with a template, or without one.
pub fn query(
    socket: SOCKET,
    template: Option<&SOCKET_SECURITY_QUERY_TEMPLATE>,
) -> Result<(SOCKET_SECURITY_QUERY_INFO, u32), WSA_ERROR> {
    let mut info = SOCKET_SECURITY_QUERY_INFO::default();
    let mut len = size_of_val(&info) as u32;
    let template_len = template.map_or(0, |given| size_of_val(given) as u32);
    let template = template.map_or(ptr::null(), ptr::from_ref);
    // SAFETY: every pointer is null or valid for the length beside it.
    let result = unsafe {
        WSAQuerySocketSecurity(
            socket,
            template,
            template_len,
            &raw mut info,
            &raw mut len,
            ptr::null_mut(),
            None,
        )
    };
    winsock(result).map(|()| (info, len))
}
