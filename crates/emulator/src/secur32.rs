//! The functions of `secur32.dll` that the safe layers call: the management of security packages.

use core::ffi::c_void;

use winsec_ffi::{
    PCSTR, PCWSTR, PSecPkgInfoA, PSecPkgInfoW, SECURITY_PACKAGE_OPTIONS, SECURITY_STATUS,
};

use crate::boundary::{sspi, sspi_closing};
use crate::calls::Call;
use crate::memory::{Out, narrow, wide};
use crate::packages;
use crate::text::Text;

/// Describes every package, with ANSI strings.
///
/// # Safety
///
/// As for the real function: the pointers are null or valid for writes.
pub unsafe extern "system" fn EnumerateSecurityPackagesA(
    pcPackages: *mut u32,
    ppPackageInfo: *mut PSecPkgInfoA,
) -> SECURITY_STATUS {
    // SAFETY: as promised to this function.
    let count = unsafe { Out::new(pcPackages) };
    // SAFETY: as promised to this function.
    let list = unsafe { Out::new(ppPackageInfo) };
    sspi(Call::EnumerateSecurityPackagesA, |visit| {
        packages::enumerate(visit, Text::Ansi, count, list)
    })
}

/// Describes every package, with UTF-16 strings.
///
/// # Safety
///
/// As for the real function: the pointers are null or valid for writes.
pub unsafe extern "system" fn EnumerateSecurityPackagesW(
    pcPackages: *mut u32,
    ppPackageInfo: *mut PSecPkgInfoW,
) -> SECURITY_STATUS {
    // SAFETY: as promised to this function.
    let count = unsafe { Out::new(pcPackages) };
    // SAFETY: as promised to this function.
    let list = unsafe { Out::new(ppPackageInfo) };
    sspi(Call::EnumerateSecurityPackagesW, |visit| {
        packages::enumerate(visit, Text::Wide, count, list)
    })
}

/// Describes one package, with ANSI strings.
///
/// # Safety
///
/// As for the real function: the name is null or ends with a zero, the other pointer is null or valid.
pub unsafe extern "system" fn QuerySecurityPackageInfoA(
    pszPackageName: PCSTR,
    ppPackageInfo: *mut PSecPkgInfoA,
) -> SECURITY_STATUS {
    // SAFETY: as promised to this function.
    let name = unsafe { narrow(pszPackageName) };
    // SAFETY: as promised to this function.
    let package = unsafe { Out::new(ppPackageInfo) };
    sspi(Call::QuerySecurityPackageInfoA, |visit| {
        packages::query(visit, Text::Ansi, name, package)
    })
}

/// Describes one package, with UTF-16 strings.
///
/// # Safety
///
/// As for the real function: the name is null or ends with a zero, the other pointer is null or valid.
pub unsafe extern "system" fn QuerySecurityPackageInfoW(
    pszPackageName: PCWSTR,
    ppPackageInfo: *mut PSecPkgInfoW,
) -> SECURITY_STATUS {
    // SAFETY: as promised to this function.
    let name = unsafe { wide(pszPackageName) };
    // SAFETY: as promised to this function.
    let package = unsafe { Out::new(ppPackageInfo) };
    sspi(Call::QuerySecurityPackageInfoW, |visit| {
        packages::query(visit, Text::Wide, name, package)
    })
}

/// Frees what one of the functions above allocated. An address that none of them gave is written down
/// and left alone.
///
/// # Safety
///
/// Nothing in the block is used any more.
pub unsafe extern "system" fn FreeContextBuffer(pvContextBuffer: *mut c_void) -> SECURITY_STATUS {
    sspi_closing(Call::FreeContextBuffer, |visit| {
        packages::free(visit, pvContextBuffer.addr())
    })
}

/// Adds a package, by its ANSI name.
///
/// # Safety
///
/// As for the real function: the name is null or ends with a zero, the options are null or valid.
pub unsafe extern "system" fn AddSecurityPackageA(
    pszPackageName: PCSTR,
    pOptions: *const SECURITY_PACKAGE_OPTIONS,
) -> SECURITY_STATUS {
    // SAFETY: as promised to this function.
    let name = unsafe { narrow(pszPackageName) };
    // SAFETY: as promised to this function; it is only read.
    let options = unsafe { Out::new(pOptions.cast_mut()) }.get();
    sspi(Call::AddSecurityPackageA, |visit| {
        packages::add(visit, name, options)
    })
}

/// Adds a package, by its UTF-16 name.
///
/// # Safety
///
/// As for the real function: the name is null or ends with a zero, the options are null or valid.
pub unsafe extern "system" fn AddSecurityPackageW(
    pszPackageName: PCWSTR,
    pOptions: *const SECURITY_PACKAGE_OPTIONS,
) -> SECURITY_STATUS {
    // SAFETY: as promised to this function.
    let name = unsafe { wide(pszPackageName) };
    // SAFETY: as promised to this function; it is only read.
    let options = unsafe { Out::new(pOptions.cast_mut()) }.get();
    sspi(Call::AddSecurityPackageW, |visit| {
        packages::add(visit, name, options)
    })
}

/// Deletes a package, by its ANSI name.
///
/// # Safety
///
/// As for the real function: the name is null or ends with a zero.
pub unsafe extern "system" fn DeleteSecurityPackageA(pszPackageName: PCSTR) -> SECURITY_STATUS {
    // SAFETY: as promised to this function.
    let name = unsafe { narrow(pszPackageName) };
    sspi(Call::DeleteSecurityPackageA, |visit| {
        packages::delete(visit, name)
    })
}

/// Deletes a package, by its UTF-16 name.
///
/// # Safety
///
/// As for the real function: the name is null or ends with a zero.
pub unsafe extern "system" fn DeleteSecurityPackageW(pszPackageName: PCWSTR) -> SECURITY_STATUS {
    // SAFETY: as promised to this function.
    let name = unsafe { wide(pszPackageName) };
    sspi(Call::DeleteSecurityPackageW, |visit| {
        packages::delete(visit, name)
    })
}
