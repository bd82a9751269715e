//! Tokens for peers: duplicates of the process's own, each of which is known again.

use std::ptr;

use windows_sys::Win32::Foundation::{
    CloseHandle, DUPLICATE_HANDLE_OPTIONS, DuplicateHandle, ERROR_ACCESS_DENIED,
    GetHandleInformation, GetLastError, HANDLE,
};
use windows_sys::Win32::Security::{
    DuplicateTokenEx, GetTokenInformation, SecurityImpersonation, TOKEN_DUPLICATE, TOKEN_QUERY,
    TOKEN_STATISTICS, TokenImpersonation, TokenStatistics,
};
use windows_sys::Win32::System::Threading::{GetCurrentProcess, OpenProcessToken};

/// What identifies a token, whatever its handle is.
pub(crate) type Identity = (u32, i32);

/// A handle that is closed when it is dropped.
struct Handle(HANDLE);

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: open, and owned by `self`.
        unsafe { CloseHandle(self.0) };
    }
}

/// Opens a new token with this access. `None` if Windows refuses.
pub(crate) fn open(access: u32) -> Option<(usize, Identity)> {
    let own = own()?;
    let mut duplicate = ptr::null_mut();
    // SAFETY: the token is open, the result can be written to, and no attributes are given.
    let made = unsafe {
        DuplicateTokenEx(
            own.0,
            access | TOKEN_QUERY,
            ptr::null(),
            SecurityImpersonation,
            TokenImpersonation,
            &raw mut duplicate,
        )
    };
    let duplicate = Handle((made != 0).then_some(duplicate)?);
    let identity = identity(duplicate.0)?;
    Some((narrowed(&duplicate, access)?, identity))
}

/// The process's own token.
fn own() -> Option<Handle> {
    let mut token = ptr::null_mut();
    // SAFETY: it takes nothing, and gives a handle that need not be closed.
    let process = unsafe { GetCurrentProcess() };
    // SAFETY: the process is this one, and the result can be written to.
    let opened = unsafe { OpenProcessToken(process, TOKEN_DUPLICATE, &raw mut token) };
    (opened != 0).then_some(Handle(token))
}

/// Another handle of the same token, with no more than this access.
fn narrowed(token: &Handle, access: u32) -> Option<usize> {
    const NO_OPTIONS: DUPLICATE_HANDLE_OPTIONS = 0;
    let mut handle = ptr::null_mut();
    // SAFETY: it takes nothing, and gives a handle that need not be closed.
    let process = unsafe { GetCurrentProcess() };
    // SAFETY: the handle is this process's, and the result can be written to.
    let made = unsafe {
        DuplicateHandle(
            process,
            token.0,
            process,
            &raw mut handle,
            access,
            0,
            NO_OPTIONS,
        )
    };
    (made != 0).then(|| handle.addr())
}

fn identity(token: HANDLE) -> Option<Identity> {
    let mut statistics = TOKEN_STATISTICS::default();
    let size = size_of_val(&statistics) as u32;
    let mut needed = 0;
    let at = (&raw mut statistics).cast();
    // SAFETY: the buffer has that length; any handle will do.
    let told = unsafe { GetTokenInformation(token, TokenStatistics, at, size, &raw mut needed) };
    let id = statistics.TokenId;
    (told != 0).then_some((id.LowPart, id.HighPart))
}

/// Whether a handle is still open and of this token, and its number not another object's by now. A
/// token that may not be asked is believed.
pub(crate) fn is_open(handle: usize, known: Identity) -> bool {
    let handle = ptr::without_provenance_mut(handle);
    let mut flags = 0;
    // SAFETY: any handle will do, and the flags can be written to.
    let open = unsafe { GetHandleInformation(handle, &raw mut flags) } != 0;
    if !open {
        return false;
    }
    match identity(handle) {
        Some(found) => found == known,
        // SAFETY: it takes nothing.
        None => unsafe { GetLastError() == ERROR_ACCESS_DENIED },
    }
}
