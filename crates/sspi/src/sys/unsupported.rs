//! The calls where nobody answers: each refuses, touching nothing.
#![allow(
    non_snake_case,
    reason = "the names are those of the functions that are missing"
)]

use core::ffi::c_void;

use winsec_ffi::{
    PCWSTR, PSecPkgInfoW, SEC_E_UNSUPPORTED_FUNCTION, SECURITY_PACKAGE_OPTIONS, SECURITY_STATUS,
};

pub(crate) unsafe extern "system" fn EnumerateSecurityPackagesW(
    _: *mut u32,
    _: *mut PSecPkgInfoW,
) -> SECURITY_STATUS {
    SEC_E_UNSUPPORTED_FUNCTION
}

pub(crate) unsafe extern "system" fn QuerySecurityPackageInfoW(
    _: PCWSTR,
    _: *mut PSecPkgInfoW,
) -> SECURITY_STATUS {
    SEC_E_UNSUPPORTED_FUNCTION
}

pub(crate) unsafe extern "system" fn FreeContextBuffer(_: *mut c_void) -> SECURITY_STATUS {
    SEC_E_UNSUPPORTED_FUNCTION
}

pub(crate) unsafe extern "system" fn AddSecurityPackageW(
    _: PCWSTR,
    _: *const SECURITY_PACKAGE_OPTIONS,
) -> SECURITY_STATUS {
    SEC_E_UNSUPPORTED_FUNCTION
}

pub(crate) unsafe extern "system" fn DeleteSecurityPackageW(_: PCWSTR) -> SECURITY_STATUS {
    SEC_E_UNSUPPORTED_FUNCTION
}
