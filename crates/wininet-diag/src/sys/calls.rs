//! The calls, each made once, with Rust's types on this side and the error code read at once.

use core::ffi::c_void;
use core::ptr;
use std::sync::Arc;

use widestring::U16CStr;
use winsec_ffi::{
    BOOL, ERROR_HTTP_HEADER_NOT_FOUND, ERROR_INSUFFICIENT_BUFFER, HINTERNET, HTTP_QUERY,
    HTTP_QUERY_FLAG_NUMBER, HTTP_QUERY_STATUS_CODE, INTERNET_ACCESS_TYPE,
    INTERNET_DIAGNOSTIC_SOCKET_INFO, INTERNET_FLAGS, INTERNET_HANDLE_TYPE_HTTP_REQUEST,
    INTERNET_OPTION, INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, INTERNET_OPTION_HANDLE_TYPE,
    INTERNET_PORT, INTERNET_SERVICE_HTTP, SOCKET,
};

use crate::handle::Handle;
use crate::{Call, Error, ErrorKind, Result, sys as system};

/// The most bytes of an answer's head that are taken.
const LONGEST_HEAD: u32 = 1 << 20;

fn pointer(text: Option<&U16CStr>) -> *const u16 {
    text.map_or(ptr::null(), U16CStr::as_ptr)
}

/// The error of a call that has just failed on this thread.
#[cold]
fn last_error(call: Call) -> Error {
    // SAFETY: it takes nothing and reads the thread's own code.
    Error::wininet(call, unsafe { system::GetLastError() })
}

#[inline]
fn check(call: Call, succeeded: BOOL) -> Result<()> {
    if succeeded == 0 {
        Err(last_error(call))
    } else {
        Ok(())
    }
}

fn own(call: Call, handle: HINTERNET, parent: Option<Arc<Handle>>) -> Result<Handle> {
    // SAFETY: a call that opens handles has just returned it, made of that parent, and nobody else
    // has it.
    unsafe { Handle::adopt(handle, parent) }.ok_or_else(|| last_error(call))
}

/// `InternetOpenW`
pub(crate) fn open_session(
    agent: &U16CStr,
    access: INTERNET_ACCESS_TYPE,
    proxy: Option<&U16CStr>,
    bypass: Option<&U16CStr>,
) -> Result<Handle> {
    // SAFETY: the texts are terminated or null, and outlive the call, which copies them.
    let handle = unsafe {
        system::InternetOpenW(
            agent.as_ptr(),
            access,
            pointer(proxy),
            pointer(bypass),
            INTERNET_FLAGS::empty(),
        )
    };
    own(Call::OpenSession, handle, None)
}

/// `InternetConnectW`, for HTTP.
pub(crate) fn connect(
    session: &Arc<Handle>,
    host: &U16CStr,
    port: INTERNET_PORT,
) -> Result<Handle> {
    // SAFETY: the session is open; the texts are terminated or null, and outlive the call.
    let handle = unsafe {
        system::InternetConnectW(
            session.raw(),
            host.as_ptr(),
            port,
            ptr::null(),
            ptr::null(),
            INTERNET_SERVICE_HTTP,
            INTERNET_FLAGS::empty(),
            0,
        )
    };
    own(Call::Connect, handle, Some(Arc::clone(session)))
}

/// `HttpOpenRequestW`
pub(crate) fn open_request(
    connection: Handle,
    verb: &U16CStr,
    object: &U16CStr,
    flags: INTERNET_FLAGS,
) -> Result<Handle> {
    // SAFETY: the connection is open; the texts are terminated or null, and outlive the call; a
    // null list of media types means that none is sent.
    let handle = unsafe {
        system::HttpOpenRequestW(
            connection.raw(),
            verb.as_ptr(),
            object.as_ptr(),
            ptr::null(),
            ptr::null(),
            ptr::null(),
            flags,
            0,
        )
    };
    own(Call::OpenRequest, handle, Some(Arc::new(connection)))
}

/// `HttpSendRequestW`, without headers or body of the caller's.
pub(crate) fn send(request: &Handle) -> Result<()> {
    // SAFETY: the request is open; null headers and body of length 0 are what the call documents
    // for none.
    let sent = unsafe { system::HttpSendRequestW(request.raw(), ptr::null(), 0, ptr::null(), 0) };
    check(Call::Send, sent)
}

/// `HttpQueryInfoW`, for the status code.
pub(crate) fn status(request: &Handle) -> Result<u32> {
    let level = HTTP_QUERY(HTTP_QUERY_STATUS_CODE.0 | HTTP_QUERY_FLAG_NUMBER.bits());
    let mut status = 0_u32;
    let mut len = size_of::<u32>() as u32;
    // SAFETY: the request is open; the buffer is as long as `len` says; both may be written; a null
    // index asks for the first header.
    let queried = unsafe {
        system::HttpQueryInfoW(
            request.raw(),
            level,
            (&raw mut status).cast(),
            &raw mut len,
            ptr::null_mut(),
        )
    };
    check(Call::QueryHeaders, queried)?;
    if status == 0 {
        // Wine's way to say that there is none.
        return Err(Error::no_answer_yet());
    }
    Ok(status)
}

/// `HttpQueryInfoW`, for a part of the head that is text; `None` where it is not there.
pub(crate) fn header(request: &Handle, level: HTTP_QUERY) -> Result<Option<String>> {
    let mut units = vec![0_u16; 256];
    loop {
        let room = u32::try_from(size_of_val(&*units)).unwrap_or(u32::MAX);
        let mut len = room;
        // SAFETY: the request is open; the buffer has as many bytes as `len` says; both may be
        // written; a null index asks for the first header.
        let queried = unsafe {
            system::HttpQueryInfoW(
                request.raw(),
                level,
                units.as_mut_ptr().cast(),
                &raw mut len,
                ptr::null_mut(),
            )
        };
        match check(Call::QueryHeaders, queried) {
            // The length is in bytes, without the NUL that ends the text.
            Ok(()) => {
                let text = units.get(..len as usize / size_of::<u16>());
                let text = text.ok_or(Error::invalid_answer(Call::QueryHeaders))?;
                return Ok(Some(String::from_utf16_lossy(text)));
            }
            Err(error) if error.code() == Some(ERROR_HTTP_HEADER_NOT_FOUND.0 as i32) => {
                return Ok(None);
            }
            // A system that asks for as much as it was given, or for no end, is not asked again.
            Err(error)
                if error.code() == Some(ERROR_INSUFFICIENT_BUFFER.0 as i32)
                    && (room..LONGEST_HEAD).contains(&len) =>
            {
                units.resize(len as usize / size_of::<u16>() + 1, 0);
            }
            Err(error) => return Err(error),
        }
    }
}

/// `InternetReadFile`
pub(crate) fn read(request: &Handle, buffer: &mut [u8]) -> Result<usize> {
    let room = u32::try_from(buffer.len()).unwrap_or(u32::MAX);
    let mut read = 0;
    // SAFETY: the request is open; the buffer has at least `room` bytes that may be written.
    let succeeded = unsafe {
        system::InternetReadFile(
            request.raw(),
            buffer.as_mut_ptr().cast(),
            room,
            &raw mut read,
        )
    };
    check(Call::Read, succeeded)?;
    if read > room {
        return Err(Error::invalid_answer(Call::Read));
    }
    Ok(read as usize)
}

/// `InternetSetOptionW`, for an option whose value is 32 bits.
pub(crate) fn set_number(handle: &Handle, option: INTERNET_OPTION, value: u32) -> Result<()> {
    // SAFETY: the handle is open; the buffer has the four bytes that its length says, and the call
    // copies them.
    let set = unsafe {
        system::InternetSetOptionW(
            handle.raw(),
            option,
            (&raw const value).cast(),
            size_of::<u32>() as u32,
        )
    };
    check(Call::SetOption, set)
}

/// `InternetQueryOptionW`, for an option whose value is 32 bits.
pub(crate) fn number(handle: &Handle, option: INTERNET_OPTION) -> Result<u32> {
    let mut value = 0_u32;
    // SAFETY: the handle is open, and the buffer is the value's own.
    unsafe { query(handle.raw(), option, &mut value) }?;
    Ok(value)
}

/// `InternetQueryOptionW`, for what is behind a request.
///
/// # Safety
///
/// The handle is one that this thread may use now; that it is a request's is for the system to
/// check.
#[inline]
pub(crate) unsafe fn diagnose(request: HINTERNET) -> Result<INTERNET_DIAGNOSTIC_SOCKET_INFO> {
    let mut info = INTERNET_DIAGNOSTIC_SOCKET_INFO::default();
    // SAFETY: as the caller vouches; every pattern of bits is a value of the structure.
    let queried = unsafe { query(request, INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, &mut info) };
    queried.map_err(|error| {
        // SAFETY: as the caller vouches.
        unsafe { distinguish(request, error) }
    })?;
    Ok(info)
}

/// Tells an option that the system lacks from one that is asked of the wrong handle: systems use
/// the same codes for both, so the handle's type decides.
///
/// # Safety
///
/// The handle is one that this thread may use now.
#[cold]
unsafe fn distinguish(handle: HINTERNET, error: Error) -> Error {
    let either = [ErrorKind::OptionNotSupported, ErrorKind::WrongHandleType];
    if !either.contains(&error.kind()) {
        return error;
    }
    let mut handle_type = 0_u32;
    // SAFETY: as the caller vouches; the buffer is the value's own.
    let queried = unsafe { query(handle, INTERNET_OPTION_HANDLE_TYPE, &mut handle_type) };
    match queried {
        Ok(()) if handle_type == INTERNET_HANDLE_TYPE_HTTP_REQUEST.0 => {
            error.meaning(ErrorKind::OptionNotSupported)
        }
        Ok(()) => error.meaning(ErrorKind::WrongHandleType),
        Err(_) => error,
    }
}

/// `InternetQueryOptionW`, into a value of fixed size.
///
/// # Safety
///
/// The handle is one that this thread may use now, and every pattern of bits is a value of `T`.
unsafe fn query<T>(handle: HINTERNET, option: INTERNET_OPTION, value: &mut T) -> Result<()> {
    const { assert!(size_of::<T>() <= 0xFFFF) };
    let mut len = size_of::<T>() as u32;
    let buffer: *mut c_void = (&raw mut *value).cast();
    // SAFETY: the buffer has as many bytes as `len` says, and both may be written.
    let queried = unsafe { system::InternetQueryOptionW(handle, option, buffer, &raw mut len) };
    check(Call::QueryOption, queried)?;
    if len as usize == size_of::<T>() {
        Ok(())
    } else {
        Err(Error::invalid_answer(Call::QueryOption))
    }
}

/// A socket's address in the system's layout, of whatever family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Address([u64; 16]);

impl Address {
    /// The port, which IPv4 and IPv6 have in the same place.
    pub(crate) const fn port(self) -> u16 {
        let [_, _, high, low, ..] = self.0[0].to_ne_bytes();
        u16::from_be_bytes([high, low])
    }
}

/// `getsockname` and `getpeername`; `None` for what is not a connected socket. Any number may be
/// asked about.
pub(crate) fn ends(socket: SOCKET) -> Option<[Address; 2]> {
    let (mut local, mut peer) = (Address([0; 16]), Address([0; 16]));
    let mut local_len = size_of::<Address>() as i32;
    let mut peer_len = local_len;
    // SAFETY: the buffer has as many bytes as its length says, and is aligned for every family; the
    // system checks the socket.
    let bound =
        unsafe { system::getsockname(socket, (&raw mut local.0).cast(), &raw mut local_len) };
    // SAFETY: as above.
    let connected =
        unsafe { system::getpeername(socket, (&raw mut peer.0).cast(), &raw mut peer_len) };
    (bound == 0 && connected == 0).then_some([local, peer])
}

/// `InternetCloseHandle`. Its outcome says nothing that could be acted upon.
///
/// # Safety
///
/// The handle is open, is the caller's, and nobody uses it afterwards.
pub(crate) unsafe fn close(handle: HINTERNET) {
    // SAFETY: as the caller vouches.
    let _ = unsafe { system::InternetCloseHandle(handle) };
}
