//! `InternetCrackUrlW`: an address taken apart.

mod common;

use std::ptr;

use common::{units, win32};
use winsec_emulator::wininet::InternetCrackUrlW;
use winsec_ffi::{
    ERROR_INSUFFICIENT_BUFFER, ERROR_INTERNET_INVALID_URL, ERROR_INTERNET_UNRECOGNIZED_SCHEME,
    ERROR_INVALID_PARAMETER, ICU_DECODE, ICU_ESCAPE, ICU_FLAGS, URL_COMPONENTSW, WIN32_ERROR,
};

const NONE: ICU_FLAGS = ICU_FLAGS::empty();

fn blank() -> URL_COMPONENTSW {
    URL_COMPONENTSW {
        dwStructSize: size_of::<URL_COMPONENTSW>() as u32,
        ..URL_COMPONENTSW::default()
    }
}

/// Components that are asked for as pointers into the address, all of them.
fn pointers() -> URL_COMPONENTSW {
    URL_COMPONENTSW {
        dwSchemeLength: 1,
        dwHostNameLength: 1,
        dwUserNameLength: 1,
        dwPasswordLength: 1,
        dwUrlPathLength: 1,
        dwExtraInfoLength: 1,
        ..blank()
    }
}

fn crack(url: &[u16], flags: ICU_FLAGS, parts: &mut URL_COMPONENTSW) -> Result<(), WIN32_ERROR> {
    // SAFETY: the address ends with a zero, and the buffers have the lengths beside them.
    win32(unsafe { InternetCrackUrlW(url.as_ptr(), 0, flags, parts) })
}

/// The component as text, and where in the address it begins.
fn text(url: &[u16], at: *mut u16, len: u32) -> Option<String> {
    if at.is_null() {
        assert_eq!(len, 0);
        return None;
    }
    let start = (at.addr() - url.as_ptr().addr()) / 2;
    Some(String::from_utf16_lossy(&url[start..start + len as usize]))
}

/// The parts of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    scheme: Option<String>,
    number: i32,
    user: Option<String>,
    password: Option<String>,
    host: Option<String>,
    port: u16,
    path: Option<String>,
    extra: Option<String>,
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn all(address: &str) -> Result<Parts, WIN32_ERROR> {
    let url = units(address);
    let mut parts = pointers();
    crack(&url, NONE, &mut parts)?;
    let part = |at, len| text(&url, at, len);
    Ok(Parts {
        scheme: part(parts.lpszScheme, parts.dwSchemeLength),
        number: parts.nScheme.0,
        user: part(parts.lpszUserName, parts.dwUserNameLength),
        password: part(parts.lpszPassword, parts.dwPasswordLength),
        host: part(parts.lpszHostName, parts.dwHostNameLength),
        port: parts.nPort,
        path: part(parts.lpszUrlPath, parts.dwUrlPathLength),
        extra: part(parts.lpszExtraInfo, parts.dwExtraInfoLength),
    })
}

#[test]
fn every_part_is_found() {
    let parts = all("HTTPS://al%20ice:pa:ss@www.example.com:8443/a/b.html?x=/y#z");
    let expected = Parts {
        scheme: some("HTTPS"),
        number: 4,
        user: some("al%20ice"),
        password: some("pa:ss"),
        host: some("www.example.com"),
        port: 8443,
        path: some("/a/b.html"),
        extra: some("?x=/y#z"),
    };
    assert_eq!(parts, Ok(expected));
}

#[test]
fn what_is_missing_is_empty() {
    for (address, path, extra) in [
        ("http://h", "", ""),
        ("http://h/", "/", ""),
        ("http://h?q", "", "?q"),
        ("http://h#f", "", "#f"),
        ("http://h:/p", "/p", ""),
    ] {
        let expected = Parts {
            scheme: some("http"),
            number: 3,
            user: None,
            password: None,
            host: some("h"),
            port: 80,
            path: some(path),
            extra: some(extra),
        };
        assert_eq!(all(address), Ok(expected), "{address}");
    }
    let user = all("ftp://user@h/p").expect("an address");
    assert_eq!(
        (user.number, user.user, user.password, user.port),
        (1, some("user"), None, 21)
    );
    let empty = all("http://:@h/").expect("an address");
    assert_eq!((empty.user, empty.password), (some(""), some("")));
}

#[test]
fn addresses_of_the_sixth_version_keep_their_brackets() {
    let parts = all("http://[2001:db8::1]:8080/").expect("an address");
    assert_eq!((parts.host, parts.port), (some("[2001:db8::1]"), 8080));
    assert_eq!(all("http://[::1]").expect("an address").port, 80);
    assert_eq!(all("http://[::1/"), Err(ERROR_INTERNET_INVALID_URL));
    assert_eq!(all("http://[::1]x/"), Err(ERROR_INTERNET_INVALID_URL));
}

#[test]
fn every_scheme_has_its_number() {
    for (address, number, port) in [
        ("ftp://h", 1, 21),
        ("gopher://h", 2, 70),
        ("http://h", 3, 80),
        ("https://h", 4, 443),
        ("file:///c:/x", 5, 0),
        ("news:comp.os", 6, 0),
        ("mailto:a@b", 7, 0),
        ("javascript:alert", 9, 0),
        ("res://x/y", 11, 0),
        ("x-other+1.2://h:9/", -1, 9),
    ] {
        let parts = all(address).expect(address);
        assert_eq!((parts.number, parts.port), (number, port), "{address}");
    }
    assert_eq!(
        all("mailto:a@b?subject=x").expect("an address").path,
        some("a@b")
    );
}

#[test]
fn what_is_no_address_is_refused() {
    for (address, code) in [
        ("", ERROR_INVALID_PARAMETER),
        ("www.example.com/path", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("://h", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("1http://h", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("ht tp://h", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("höchst://h", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("http:h", ERROR_INTERNET_INVALID_URL),
        ("http:/h", ERROR_INTERNET_INVALID_URL),
        ("http://h:65536/", ERROR_INTERNET_INVALID_URL),
        ("http://h:+1/", ERROR_INTERNET_INVALID_URL),
        ("http://h:8x/", ERROR_INTERNET_INVALID_URL),
    ] {
        assert_eq!(all(address).map(|_| ()), Err(code), "{address}");
    }
}

#[test]
fn the_extra_information_stays_with_the_path_unless_it_is_asked_for() {
    let url = units("http://h/p?q#f");
    let mut parts = URL_COMPONENTSW {
        dwUrlPathLength: 1,
        ..blank()
    };
    crack(&url, NONE, &mut parts).expect("an address");
    assert_eq!(
        text(&url, parts.lpszUrlPath, parts.dwUrlPathLength),
        some("/p?q#f")
    );
    assert!(parts.lpszHostName.is_null());
}

#[test]
fn components_are_copied_to_the_callers_buffers() {
    let url = units("http://www.example.com/a%20b%zz");
    let mut host = [0xEEEE_u16; 20];
    let mut path = [0xEEEE_u16; 20];
    for (flags, expected) in [
        (NONE, "/a%20b%zz"),
        (ICU_DECODE, "/a b%zz"),
        (ICU_ESCAPE, "/a b%zz"),
    ] {
        let mut parts = URL_COMPONENTSW {
            lpszHostName: host.as_mut_ptr(),
            dwHostNameLength: 20,
            lpszUrlPath: path.as_mut_ptr(),
            dwUrlPathLength: 20,
            ..blank()
        };
        crack(&url, flags, &mut parts).expect("an address");
        assert_eq!(parts.dwHostNameLength, 15);
        assert_eq!(host[..16], units("www.example.com"));
        assert_eq!(parts.dwUrlPathLength as usize, expected.len());
        assert_eq!(path[..=expected.len()], units(expected));
        assert_eq!(host[16..], [0xEEEE; 4]);
    }
}

#[test]
fn a_buffer_that_is_too_small_is_told_the_size() {
    let url = units("http://h/path");
    let mut path = [0xEEEE_u16; 20];
    for room in [1, 4, 5] {
        let mut parts = URL_COMPONENTSW {
            lpszUrlPath: path.as_mut_ptr(),
            dwUrlPathLength: room,
            ..blank()
        };
        assert_eq!(
            crack(&url, NONE, &mut parts),
            Err(ERROR_INSUFFICIENT_BUFFER)
        );
        assert_eq!(parts.dwUrlPathLength, 6);
    }
    assert_eq!(path, [0xEEEE; 20]);
}

#[test]
fn decoding_needs_buffers() {
    let url = units("http://h/p");
    assert_eq!(
        crack(&url, ICU_DECODE, &mut pointers()),
        Err(ERROR_INVALID_PARAMETER)
    );
}

#[test]
fn the_length_of_the_address_can_be_given() {
    let url: Vec<u16> = "http://h/pathological".encode_utf16().collect();
    let mut parts = pointers();
    // SAFETY: the address is longer than that.
    let done = unsafe { InternetCrackUrlW(url.as_ptr(), 13, NONE, &raw mut parts) };
    assert_eq!(win32(done), Ok(()));
    assert_eq!(
        text(&url, parts.lpszUrlPath, parts.dwUrlPathLength),
        some("/path")
    );
}

#[test]
fn bad_arguments_are_refused() {
    let url = units("http://h/");
    let mut parts = pointers();
    parts.dwStructSize -= 1;
    assert_eq!(crack(&url, NONE, &mut parts), Err(ERROR_INVALID_PARAMETER));
    // SAFETY: null pointers are what is tested.
    let done = unsafe { InternetCrackUrlW(url.as_ptr(), 0, NONE, ptr::null_mut()) };
    assert_eq!(win32(done), Err(ERROR_INVALID_PARAMETER));
    // SAFETY: null pointers are what is tested.
    let done = unsafe { InternetCrackUrlW(ptr::null(), 0, NONE, &raw mut parts) };
    assert_eq!(win32(done), Err(ERROR_INVALID_PARAMETER));
}
