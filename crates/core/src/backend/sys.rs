//! Finding functions of the system's DLLs at run time, and recognising Wine.

use core::ptr;
use std::sync::OnceLock;

use winsec_ffi::{
    FARPROC, GetModuleHandleW, GetProcAddress, HMODULE, LOAD_LIBRARY_SEARCH_SYSTEM32,
    LoadLibraryExW,
};

use super::Backend;

const FWPUCLNT: &[u16] = &wide::<13>(b"fwpuclnt.dll");
const NTDLL: &[u16] = &wide::<10>(b"ntdll.dll");

/// A function that the emulator's DLL exports and no other.
const EMULATOR_MARK: &str = "WinsecEmulatorAudit\0";

/// What Wine writes behind the DOS header of each DLL that it builds.
const SIGNATURE: [u8; 16] = *b"Wine builtin DLL";

/// Where the DOS header ends.
const SIGNATURE_OFFSET: usize = 0x40;

/// A function of one of the system's DLLs. Both names end in a NUL.
///
/// The DLL is loaded with the first function that is looked for, not with the program: on some
/// systems that takes longer than all the rest of a program's start.
#[must_use]
pub fn find(dll: &[u16], function: &str) -> FARPROC {
    export(load(dll)?, function)
}

/// A function of fwpuclnt.dll that can be called. Wine's own DLL exports all six names, and each
/// function ends the process when it is called.
pub(crate) fn fwpuclnt(function: &str) -> FARPROC {
    let module = load(FWPUCLNT).filter(|&module| !is_wine_builtin(module))?;
    export(module, function)
}

pub(super) fn backend() -> Backend {
    static BACKEND: OnceLock<Backend> = OnceLock::new();
    *BACKEND.get_or_init(|| {
        // Tests alone turn the feature on: the emulator's DLL is theirs.
        if cfg!(feature = "emulator") && find(FWPUCLNT, EMULATOR_MARK).is_some() {
            Backend::Emulator
        } else if is_wine() {
            Backend::Wine
        } else {
            Backend::Windows
        }
    })
}

/// A DLL, as the process has it already or from the system's folder, where no other program can have
/// put a file of that name. Loading it takes a reference that is never given back, so that it stays.
fn load(dll: &[u16]) -> Option<HMODULE> {
    dll.last().filter(|unit| **unit == 0)?;
    // SAFETY: the name ends in a NUL, and the reserved parameter is null.
    let module =
        unsafe { LoadLibraryExW(dll.as_ptr(), ptr::null_mut(), LOAD_LIBRARY_SEARCH_SYSTEM32) };
    (!module.is_null()).then_some(module)
}

fn export(module: HMODULE, function: &str) -> FARPROC {
    let name = core::ffi::CStr::from_bytes_with_nul(function.as_bytes()).ok()?;
    // SAFETY: the module stays loaded, and the name ends in a NUL.
    unsafe { GetProcAddress(module, name.as_ptr()) }
}

/// Whether this process runs under Wine.
fn is_wine() -> bool {
    // SAFETY: the name ends in a NUL. The module stays loaded: no process can do without it.
    let ntdll = unsafe { GetModuleHandleW(NTDLL.as_ptr()) };
    !ntdll.is_null() && export(ntdll, "wine_get_version\0").is_some()
}

/// Whether a module is one of Wine's own.
fn is_wine_builtin(module: HMODULE) -> bool {
    if !is_wine() {
        return false;
    }
    // SAFETY: a module's handle is the address of its headers, of which at least a page is mapped.
    let at = unsafe { module.cast::<u8>().add(SIGNATURE_OFFSET) };
    // SAFETY: as above; the headers are readable and nobody writes to them.
    let found = unsafe { at.cast::<[u8; 16]>().read_unaligned() };
    found == SIGNATURE
}

/// An ASCII text as UTF-16 with a NUL behind it.
const fn wide<const N: usize>(text: &[u8]) -> [u16; N] {
    let mut units = [0; N];
    let mut at = 0;
    while at < text.len() {
        units[at] = text[at] as u16;
        at += 1;
    }
    assert!(at < N, "room for the NUL");
    units
}
