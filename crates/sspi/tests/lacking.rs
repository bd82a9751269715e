//! A secur32.dll that lacks a function still has the others: the declarations of this crate, found where
//! one function is missing.
#![cfg(windows)]

use std::ffi::c_void;
use std::ptr;

use widestring::{U16CStr, u16cstr};
use winsec_ffi::{
    FARPROC, PCWSTR, PSecPkgInfoW, SEC_E_UNSUPPORTED_FUNCTION, SECURITY_PACKAGE_OPTIONS,
    SECURITY_STATUS,
};

winsec_core::__functions! {
    found by older_secur32, winsec_emulator::secur32;
    fn EnumerateSecurityPackagesW(
        count: *mut u32, packages: *mut PSecPkgInfoW
    ) -> SECURITY_STATUS = SEC_E_UNSUPPORTED_FUNCTION;
    fn FreeContextBuffer(buffer: *mut c_void) -> SECURITY_STATUS = SEC_E_UNSUPPORTED_FUNCTION;
    fn AddSecurityPackageW(
        name: PCWSTR, options: *const SECURITY_PACKAGE_OPTIONS
    ) -> SECURITY_STATUS = SEC_E_UNSUPPORTED_FUNCTION;
}

/// The system's functions, but for the one that a system may lack.
fn older_secur32(function: &str) -> FARPROC {
    const DLL: &U16CStr = u16cstr!("secur32.dll");
    if function == "AddSecurityPackageW\0" {
        return None;
    }
    winsec_core::__private::find(DLL.as_slice_with_nul(), function)
}

#[test]
fn a_system_that_cannot_add_packages_lists_them() {
    let name = u16cstr!("winsec's test");
    // SAFETY: nothing is behind it, so nothing is called.
    let added = unsafe { AddSecurityPackageW(name.as_ptr(), ptr::null()) };
    assert_eq!(added, SEC_E_UNSUPPORTED_FUNCTION);

    let mut len = 0;
    let mut first = ptr::null_mut();
    // SAFETY: both places may be written.
    let status = unsafe { EnumerateSecurityPackagesW(&raw mut len, &raw mut first) };
    assert_eq!(status, SECURITY_STATUS(0));
    assert_ne!(len, 0);
    // SAFETY: the list was handed out just now, and nobody reads it any more.
    let freed = unsafe { FreeContextBuffer(first.cast()) };
    assert_eq!(freed, SECURITY_STATUS(0));
}
