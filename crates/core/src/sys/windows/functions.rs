//! Finding the six functions of fwpuclnt.dll at run time, where they can be called at all.

use core::ffi::CStr;
use core::mem::transmute;
use core::ptr;
use std::sync::OnceLock;

use winsec_ffi::{
    FARPROC, GetModuleHandleW, GetProcAddress, HMODULE, LOAD_LIBRARY_SEARCH_SYSTEM32,
    LPWSAOVERLAPPED_COMPLETION_ROUTINE, LoadLibraryExW, OVERLAPPED, SOCKADDR, SOCKET,
    SOCKET_PEER_TARGET_NAME, SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_TEMPLATE,
    SOCKET_SECURITY_SETTINGS,
};

use super::wine;
use crate::backend::Backend;

type Query = unsafe extern "system" fn(
    SOCKET,
    *const SOCKET_SECURITY_QUERY_TEMPLATE,
    u32,
    *mut SOCKET_SECURITY_QUERY_INFO,
    *mut u32,
    *mut OVERLAPPED,
    LPWSAOVERLAPPED_COMPLETION_ROUTINE,
) -> i32;
type Set<T> = unsafe extern "system" fn(
    SOCKET,
    *const T,
    u32,
    *mut OVERLAPPED,
    LPWSAOVERLAPPED_COMPLETION_ROUTINE,
) -> i32;
type Impersonate = unsafe extern "system" fn(SOCKET, *const SOCKADDR, u32) -> i32;
type Revert = unsafe extern "system" fn() -> i32;

/// The six functions.
pub(super) struct Functions {
    pub(super) query: Query,
    pub(super) set: Set<SOCKET_SECURITY_SETTINGS>,
    pub(super) set_name: Set<SOCKET_PEER_TARGET_NAME>,
    pub(super) delete_name: Set<SOCKADDR>,
    pub(super) impersonate: Impersonate,
    pub(super) revert: Revert,
}

/// What this process found, once.
struct Found {
    functions: Option<Functions>,
    backend: Backend,
}

/// A function that the emulator's DLL exports and no other.
const EMULATOR_MARK: &CStr = c"WinsecEmulatorAudit";

/// fwpuclnt.dll, in UTF-16.
const NAME: &[u16] = &utf16_nul::<13>(b"fwpuclnt.dll");

fn found() -> &'static Found {
    static FOUND: OnceLock<Found> = OnceLock::new();
    FOUND.get_or_init(look)
}

/// The six functions, unless this system lacks them or merely pretends to have them.
pub(super) fn functions() -> Option<&'static Functions> {
    found().functions.as_ref()
}

pub(crate) fn has_functions() -> bool {
    functions().is_some()
}

pub(crate) fn backend() -> Backend {
    found().backend
}

fn look() -> Found {
    let module = module();
    let emulated = module.is_some_and(|module| export(module, EMULATOR_MARK).is_some());
    let backend = if emulated {
        Backend::Emulator
    } else if wine::is_wine() {
        Backend::Wine
    } else {
        Backend::Windows
    };
    // Wine's own DLL exports all six names, and each ends the process when called.
    let usable = module.filter(|&module| !wine::is_builtin(module));
    Found {
        functions: usable.and_then(resolve),
        backend,
    }
}

/// fwpuclnt.dll: as this process has it already, or from the system's folder, where no other
/// program can have put a file of that name. It stays loaded.
fn module() -> Option<HMODULE> {
    // SAFETY: the name ends in a NUL.
    let loaded = unsafe { GetModuleHandleW(NAME.as_ptr()) };
    if !loaded.is_null() {
        return Some(loaded);
    }
    // SAFETY: the name ends in a NUL, and the reserved parameter is null.
    let module =
        unsafe { LoadLibraryExW(NAME.as_ptr(), ptr::null_mut(), LOAD_LIBRARY_SEARCH_SYSTEM32) };
    (!module.is_null()).then_some(module)
}

pub(super) fn export(module: HMODULE, name: &CStr) -> FARPROC {
    // SAFETY: the module stays loaded, and the name ends in a NUL.
    unsafe { GetProcAddress(module, name.as_ptr()) }
}

fn resolve(module: HMODULE) -> Option<Functions> {
    macro_rules! typed {
        ($name:literal as $ty:ty) => {{
            let address = export(module, $name)?;
            // SAFETY: this is the type that the function of this name is documented with, and
            // function pointers are all of one size.
            unsafe { transmute::<unsafe extern "system" fn() -> isize, $ty>(address) }
        }};
    }
    Some(Functions {
        query: typed!(c"WSAQuerySocketSecurity" as Query),
        set: typed!(c"WSASetSocketSecurity" as Set<SOCKET_SECURITY_SETTINGS>),
        set_name: typed!(c"WSASetSocketPeerTargetName" as Set<SOCKET_PEER_TARGET_NAME>),
        delete_name: typed!(c"WSADeleteSocketPeerTargetName" as Set<SOCKADDR>),
        impersonate: typed!(c"WSAImpersonateSocketPeer" as Impersonate),
        revert: typed!(c"WSARevertImpersonation" as Revert),
    })
}

/// An ASCII text as UTF-16 with a NUL behind it.
pub(super) const fn utf16_nul<const N: usize>(text: &[u8]) -> [u16; N] {
    let mut units = [0; N];
    let mut at = 0;
    while at < text.len() {
        units[at] = text[at] as u16;
        at += 1;
    }
    assert!(at < N, "room for the NUL");
    units
}
