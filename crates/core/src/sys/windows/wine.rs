//! Recognising Wine, and the DLLs that Wine brings itself.

use winsec_ffi::{GetModuleHandleW, HMODULE};

use super::functions::{export, utf16_nul};

/// ntdll.dll, in UTF-16.
const NTDLL: &[u16] = &utf16_nul::<10>(b"ntdll.dll");

/// What Wine writes behind the DOS header of each DLL that it builds.
const SIGNATURE: [u8; 16] = *b"Wine builtin DLL";

/// Where the DOS header ends.
const SIGNATURE_OFFSET: usize = 0x40;

/// Whether this process runs under Wine.
pub(super) fn is_wine() -> bool {
    // SAFETY: the name ends in a NUL.
    let ntdll = unsafe { GetModuleHandleW(NTDLL.as_ptr()) };
    !ntdll.is_null() && export(ntdll, c"wine_get_version").is_some()
}

/// Whether a module is one of Wine's own.
pub(super) fn is_builtin(module: HMODULE) -> bool {
    if !is_wine() {
        return false;
    }
    // SAFETY: a module's handle is the address of its headers, of which at least a page is mapped.
    let at = unsafe { module.cast::<u8>().add(SIGNATURE_OFFSET) };
    // SAFETY: as above; the headers are readable and nobody writes to them.
    let found = unsafe { at.cast::<[u8; 16]>().read_unaligned() };
    found == SIGNATURE
}
