//! The options by which a handle of WinINet's tells of itself.

mod common;

use std::ptr;

use common::internet::{close, connect, open, request};
use common::{win32, world};
use winsec_emulator::wininet::InternetQueryOptionW;
use winsec_ffi::{
    ERROR_INTERNET_INCORRECT_HANDLE_TYPE, HINTERNET, INTERNET_FLAGS, INTERNET_OPTION_PARENT_HANDLE,
    INTERNET_OPTION_VERSION, INTERNET_VERSION_INFO, WIN32_ERROR,
};

fn parent(handle: HINTERNET) -> Result<HINTERNET, WIN32_ERROR> {
    let mut parent: HINTERNET = ptr::null_mut();
    let mut len = size_of_val(&parent) as u32;
    let at = (&raw mut parent).cast();
    // SAFETY: the buffer has that length.
    let done =
        unsafe { InternetQueryOptionW(handle, INTERNET_OPTION_PARENT_HANDLE, at, &raw mut len) };
    win32(done).map(|()| parent)
}

#[test]
fn a_handle_knows_its_parent() {
    let (_world, _entered) = world();
    let session = open();
    let connection = connect(session, "www.example.com", 80).expect("a connection");
    let page = request(connection, "/", INTERNET_FLAGS::empty()).expect("a request");
    assert_eq!(parent(page), Ok(connection));
    assert_eq!(parent(connection), Ok(session));
    assert_eq!(parent(session), Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE));
    close(session).expect("closes everything");
}

#[test]
fn the_version_needs_no_handle() {
    let (_world, _entered) = world();
    let mut version = INTERNET_VERSION_INFO::default();
    let mut len = size_of_val(&version) as u32;
    let at = (&raw mut version).cast();
    let null = ptr::null_mut();
    // SAFETY: the buffer has that length.
    let done = unsafe { InternetQueryOptionW(null, INTERNET_OPTION_VERSION, at, &raw mut len) };
    assert_eq!((win32(done), version.dwMajorVersion), (Ok(()), 1));
}
