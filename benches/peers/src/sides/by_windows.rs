//! The `windows` crate, as its users use it: texts are copied to Strings.

use std::net::TcpStream;
use std::os::windows::io::AsRawSocket;
use std::slice;

use windows::Win32::Networking::WinInet::{
    INTERNET_DIAGNOSTIC_SOCKET_INFO, INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, InternetQueryOptionW,
};
use windows::Win32::Networking::WinSock::{
    SIO_QUERY_SECURITY, SOCKET, SOCKET_SECURITY_QUERY_INFO, WSAGetLastError, WSAIoctl,
};
use windows::Win32::Security::Authentication::Identity::{
    EnumerateSecurityPackagesW, FreeContextBuffer, QuerySecurityPackageInfoW, SecPkgInfoW,
};
use windows::core::{HSTRING, PCWSTR};
use winsec_benches::calls::packages::{PACKAGE, Seen, both};
use winsec_benches::calls::{diagnostic, machine};

/// What a program that knows the packages keeps of one.
struct Package {
    name: String,
    comment: String,
    capabilities: u32,
    max_token: u32,
}

/// All packages.
pub(crate) fn walk() -> impl FnMut() -> Seen + 'static {
    || list().iter().map(seen).fold(Seen::default(), both)
}

/// The names of all packages.
pub(crate) fn names() -> Vec<String> {
    list().into_iter().map(|package| package.name).collect()
}

fn list() -> Vec<Package> {
    let mut count = 0;
    let mut first = std::ptr::null_mut();
    // SAFETY: both are places that may be written.
    unsafe { EnumerateSecurityPackagesW(&mut count, &mut first) }.expect("the machine lists them");
    // SAFETY: the call succeeded, so there are that many.
    let packages = unsafe { slice::from_raw_parts(first, count as usize) };
    let packages = packages.iter().map(copy).collect();
    // SAFETY: the call gave it, and nobody uses it after this.
    unsafe { FreeContextBuffer(first.cast()) }.expect("it can be freed");
    packages
}

/// One package, by a name in UTF-8.
pub(crate) fn one() -> impl FnMut() -> Seen + 'static {
    || {
        // SAFETY: the crate passes a terminated name and a place that may be written.
        let first = unsafe { QuerySecurityPackageInfoW(&HSTRING::from(PACKAGE)) }
            .expect("the machine has it");
        // SAFETY: the call succeeded, so there is one.
        let package = copy(unsafe { &*first });
        // SAFETY: the call gave it, and nobody uses it after this.
        unsafe { FreeContextBuffer(first.cast()) }.expect("it can be freed");
        seen(&package)
    }
}

fn copy(package: &SecPkgInfoW) -> Package {
    // SAFETY: the call that gave the description says that its texts are terminated.
    let name = unsafe { PCWSTR(package.Name).to_string() };
    // SAFETY: as above.
    let comment = unsafe { PCWSTR(package.Comment).to_string() };
    Package {
        name: name.expect("the name is UTF-16"),
        comment: comment.expect("the comment is UTF-16"),
        capabilities: package.fCapabilities,
        max_token: package.cbMaxToken,
    }
}

/// The texts are ASCII, so that bytes and UTF-16 units are as many.
fn seen(package: &Package) -> Seen {
    (
        package.name.len() + package.comment.len(),
        package.capabilities,
        package.max_token,
    )
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
                SOCKET(stream.as_raw_socket() as usize),
                SIO_QUERY_SECURITY,
                None,
                0,
                Some((&raw mut info).cast()),
                size_of_val(&info) as u32,
                &mut len,
                None,
                None,
            )
        };
        if result == 0 {
            return Ok(info.Flags);
        }
        // SAFETY: it takes nothing and reads this thread's last code.
        Err(unsafe { WSAGetLastError() }.0)
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
                Some(request),
                INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO,
                Some((&raw mut info).cast()),
                &mut len,
            )
        };
        match queried {
            Ok(()) => Ok((info.Flags, info.DestPort)),
            Err(error) => Err(error.code().0 as u32 & 0xFFFF),
        }
    }
}
