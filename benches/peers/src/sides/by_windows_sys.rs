//! windows-sys, called by hand.

use std::net::TcpStream;
use std::os::windows::io::AsRawSocket;
use std::{ptr, slice};

use windows_sys::Win32::Foundation::GetLastError;
use windows_sys::Win32::Networking::WinInet::{
    INTERNET_DIAGNOSTIC_SOCKET_INFO, INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, InternetQueryOptionW,
};
use windows_sys::Win32::Networking::WinSock::{
    SIO_QUERY_SECURITY, SOCKET_SECURITY_QUERY_INFO, WSAGetLastError, WSAIoctl,
};
use windows_sys::Win32::Security::Authentication::Identity::{
    EnumerateSecurityPackagesW, FreeContextBuffer, QuerySecurityPackageInfoW, SecPkgInfoW,
};
use winsec_benches::calls::packages::{PACKAGE, Seen, both};
use winsec_benches::calls::{diagnostic, machine};

/// All packages.
pub(crate) fn walk() -> impl FnMut() -> Seen + 'static {
    || with_packages(|packages| packages.iter().map(read).fold(Seen::default(), both))
}

/// All packages, and none of them looked at.
pub(crate) fn enumerate() -> impl FnMut() -> usize + 'static {
    || with_packages(<[_]>::len)
}

fn with_packages<T>(look: impl FnOnce(&[SecPkgInfoW]) -> T) -> T {
    let mut count = 0;
    let mut first = ptr::null_mut();
    // SAFETY: both are places that may be written.
    let status = unsafe { EnumerateSecurityPackagesW(&mut count, &mut first) };
    assert_eq!(status, 0);
    // SAFETY: the call succeeded, so there are that many.
    let result = look(unsafe { slice::from_raw_parts(first, count as usize) });
    // SAFETY: the call gave it, and nobody uses it after this.
    unsafe { FreeContextBuffer(first.cast()) };
    result
}

/// One package, by a name in UTF-8.
pub(crate) fn one() -> impl FnMut() -> Seen + 'static {
    || {
        let name: Vec<u16> = PACKAGE.encode_utf16().chain([0]).collect();
        let mut first = ptr::null_mut();
        // SAFETY: the name is terminated, and the pointer may be written.
        let status = unsafe { QuerySecurityPackageInfoW(name.as_ptr(), &mut first) };
        assert_eq!(status, 0);
        // SAFETY: the call succeeded, so there is one.
        let package = read(unsafe { &*first });
        // SAFETY: the call gave it, and nobody uses it after this.
        unsafe { FreeContextBuffer(first.cast()) };
        package
    }
}

fn read(package: &SecPkgInfoW) -> Seen {
    let units = length(package.Name) + length(package.Comment);
    (units, package.fCapabilities, package.cbMaxToken)
}

/// The units before the terminator.
fn length(text: *const u16) -> usize {
    let mut length = 0;
    loop {
        // SAFETY: the text ends with a terminator, which has not come yet.
        let unit = unsafe { text.add(length) };
        // SAFETY: as above.
        if unsafe { *unit } == 0 {
            return length;
        }
        length += 1;
    }
}

/// How a connection is secured: its flags, or the error's code.
pub(crate) fn query() -> impl FnMut() -> Result<u32, i32> + 'static {
    let stream: TcpStream = machine::connected();
    move || {
        let mut info = SOCKET_SECURITY_QUERY_INFO::default();
        let mut len = 0;
        // SAFETY: the answer is as long as its length says; a stream socket needs no template.
        let result = unsafe {
            WSAIoctl(
                stream.as_raw_socket() as usize,
                SIO_QUERY_SECURITY,
                ptr::null(),
                0,
                (&raw mut info).cast(),
                size_of_val(&info) as u32,
                &mut len,
                ptr::null_mut(),
                None,
            )
        };
        if result == 0 {
            return Ok(info.Flags);
        }
        // SAFETY: it takes nothing and reads this thread's last code.
        Err(unsafe { WSAGetLastError() })
    }
}

/// The socket behind a request: flags and the server's port, or the error's code.
pub(crate) fn diagnose() -> impl FnMut() -> Result<(u32, u32), u32> + 'static {
    let request = diagnostic::request();
    move || {
        let mut info = INTERNET_DIAGNOSTIC_SOCKET_INFO::default();
        let mut len = size_of_val(&info) as u32;
        // SAFETY: the request is open; the structure is as long as `len` says.
        let queried = unsafe {
            InternetQueryOptionW(
                request,
                INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO,
                (&raw mut info).cast(),
                &mut len,
            )
        };
        if queried == 0 {
            // SAFETY: it takes nothing and reads this thread's last code.
            return Err(unsafe { GetLastError() });
        }
        Ok((info.Flags, info.DestPort))
    }
}
