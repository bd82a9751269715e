//! Where calls leave this crate: to the operating system, to the emulator, or nowhere.

use core::ffi::c_void;

#[cfg(windows)]
use widestring::{U16CStr, u16cstr};
#[cfg(windows)]
use winsec_ffi::FARPROC;
use winsec_ffi::{
    PCWSTR, PSecPkgInfoW, SEC_E_UNSUPPORTED_FUNCTION, SECURITY_PACKAGE_OPTIONS, SECURITY_STATUS,
};

winsec_core::__functions! {
    found by secur32, winsec_emulator::secur32;
    fn EnumerateSecurityPackagesW(
        count: *mut u32, packages: *mut PSecPkgInfoW
    ) -> SECURITY_STATUS = SEC_E_UNSUPPORTED_FUNCTION;
    fn QuerySecurityPackageInfoW(
        name: PCWSTR, package: *mut PSecPkgInfoW
    ) -> SECURITY_STATUS = SEC_E_UNSUPPORTED_FUNCTION;
    fn FreeContextBuffer(buffer: *mut c_void) -> SECURITY_STATUS = SEC_E_UNSUPPORTED_FUNCTION;
    fn AddSecurityPackageW(
        name: PCWSTR, options: *const SECURITY_PACKAGE_OPTIONS
    ) -> SECURITY_STATUS = SEC_E_UNSUPPORTED_FUNCTION;
    fn DeleteSecurityPackageW(name: PCWSTR) -> SECURITY_STATUS = SEC_E_UNSUPPORTED_FUNCTION;
}

/// A function of secur32.dll.
#[cfg(windows)]
fn secur32(function: &str) -> FARPROC {
    const DLL: &U16CStr = u16cstr!("secur32.dll");
    winsec_core::__private::find(DLL.as_slice_with_nul(), function)
}
