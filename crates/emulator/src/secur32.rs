//! The functions of `secur32.dll` that the safe layers call: the management of security packages.

use core::ffi::c_void;
use std::ptr::{self, NonNull};

use winsec_ffi::{
    PCSTR, PCWSTR, PSecPkgInfoA, PSecPkgInfoW, SEC_E_CANNOT_INSTALL, SEC_E_INSUFFICIENT_MEMORY,
    SEC_E_INVALID_HANDLE, SEC_E_INVALID_PARAMETER, SEC_E_SECPKG_NOT_FOUND,
    SEC_E_UNSUPPORTED_FUNCTION, SECURITY_PACKAGE_OPTIONS, SECURITY_STATUS,
};

use crate::boundary::{Visit, sspi};
use crate::calls::Call;
use crate::ledger::Kind;
use crate::memory::{Out, Text, narrow, wide};
use crate::scenario::{Action, Claim};
use crate::state::packages::Block;

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
        enumerate(visit, Text::Ansi, count, list)
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
        enumerate(visit, Text::Wide, count, list)
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
        query(visit, Text::Ansi, name, package)
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
        query(visit, Text::Wide, name, package)
    })
}

/// Frees what one of the functions above allocated. An address that none of them gave is written down
/// and left alone.
///
/// # Safety
///
/// Nothing in the block is used any more.
pub unsafe extern "system" fn FreeContextBuffer(pvContextBuffer: *mut c_void) -> SECURITY_STATUS {
    sspi(Call::FreeContextBuffer, |visit| {
        free(visit, pvContextBuffer.addr())
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
    sspi(Call::AddSecurityPackageA, |visit| add(visit, name, options))
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
    sspi(Call::AddSecurityPackageW, |visit| add(visit, name, options))
}

/// Deletes a package, by its ANSI name.
///
/// # Safety
///
/// As for the real function: the name is null or ends with a zero.
pub unsafe extern "system" fn DeleteSecurityPackageA(pszPackageName: PCSTR) -> SECURITY_STATUS {
    // SAFETY: as promised to this function.
    let name = unsafe { narrow(pszPackageName) };
    sspi(Call::DeleteSecurityPackageA, |visit| delete(visit, name))
}

/// Deletes a package, by its UTF-16 name.
///
/// # Safety
///
/// As for the real function: the name is null or ends with a zero.
pub unsafe extern "system" fn DeleteSecurityPackageW(pszPackageName: PCWSTR) -> SECURITY_STATUS {
    // SAFETY: as promised to this function.
    let name = unsafe { wide(pszPackageName) };
    sspi(Call::DeleteSecurityPackageW, |visit| delete(visit, name))
}

/// Hands out a block.
fn hand_out(visit: &mut Visit<'_>, block: Option<Block>) -> Result<NonNull<u8>, SECURITY_STATUS> {
    let block = block.ok_or(SEC_E_INSUFFICIENT_MEMORY)?;
    let at = block.address();
    let entry = visit.entry;
    visit
        .state
        .ledger
        .give(Kind::PackageBuffer, at.addr().get(), Some(entry));
    visit.state.packages.blocks.insert(at.addr().get(), block);
    Ok(at)
}

/// What a fault tells of the descriptions in place of the truth.
const fn claim(visit: &Visit<'_>) -> Claim {
    match visit.action {
        Some(Action::Claim(claim)) => claim,
        _ => Claim {
            count: None,
            address: None,
        },
    }
}

/// Describes every package.
fn enumerate<T>(
    mut visit: Visit<'_>,
    text: Text,
    count: Out<u32>,
    packages: Out<*mut T>,
) -> Result<(), SECURITY_STATUS> {
    if count.is_null() || packages.is_null() {
        return Err(SEC_E_INVALID_PARAMETER);
    }
    if visit.action == Some(Action::Nothing) {
        count.put(0);
        packages.put(ptr::null_mut());
        return Ok(());
    }
    let claim = claim(&visit);
    let number = visit.state.packages.installed().count() as u32;
    count.put(claim.count.unwrap_or(number));
    if let Some(address) = claim.address {
        packages.put(ptr::without_provenance_mut(address));
        return Ok(());
    }
    let block = Block::new(visit.state.packages.installed(), text);
    let at = hand_out(&mut visit, block)?;
    packages.put(at.as_ptr().cast());
    Ok(())
}

/// Describes one package.
fn query<T>(
    mut visit: Visit<'_>,
    text: Text,
    name: Option<Vec<u16>>,
    package: Out<*mut T>,
) -> Result<(), SECURITY_STATUS> {
    if package.is_null() {
        return Err(SEC_E_INVALID_PARAMETER);
    }
    if visit.action == Some(Action::Nothing) {
        package.put(ptr::null_mut());
        return Ok(());
    }
    if let Some(address) = claim(&visit).address {
        package.put(ptr::without_provenance_mut(address));
        return Ok(());
    }
    let name = name.ok_or(SEC_E_SECPKG_NOT_FOUND)?;
    let found = visit
        .state
        .packages
        .named(&name)
        .filter(|package| package.installed);
    let found = found.ok_or(SEC_E_SECPKG_NOT_FOUND)?;
    let block = Block::new(std::iter::once(&*found), text);
    let at = hand_out(&mut visit, block)?;
    package.put(at.as_ptr().cast());
    Ok(())
}

/// Frees a block.
fn free(mut visit: Visit<'_>, block: usize) -> Result<(), SECURITY_STATUS> {
    if block == 0 {
        return Ok(());
    }
    let entry = visit.entry;
    let ended = visit.state.ledger.end(true, block, entry, |_| true);
    ended.map_err(|_| SEC_E_INVALID_HANDLE)?;
    if let Some(block) = visit.state.packages.blocks.remove(&block) {
        block.free();
    }
    Ok(())
}

/// Adds a package that the scenario has in store.
fn add(
    mut visit: Visit<'_>,
    name: Option<Vec<u16>>,
    options: Option<SECURITY_PACKAGE_OPTIONS>,
) -> Result<(), SECURITY_STATUS> {
    let name = name.ok_or(SEC_E_INVALID_PARAMETER)?;
    let size = size_of::<SECURITY_PACKAGE_OPTIONS>();
    if options.is_some_and(|options| (options.Size as usize) < size) {
        return Err(SEC_E_INVALID_PARAMETER);
    }
    let package = visit
        .state
        .packages
        .named(&name)
        .ok_or(SEC_E_SECPKG_NOT_FOUND)?;
    if package.installed {
        return Err(SEC_E_CANNOT_INSTALL);
    }
    package.installed = true;
    Ok(())
}

/// Deletes a package.
fn delete(mut visit: Visit<'_>, name: Option<Vec<u16>>) -> Result<(), SECURITY_STATUS> {
    let name = name.ok_or(SEC_E_INVALID_PARAMETER)?;
    let package = visit
        .state
        .packages
        .named(&name)
        .filter(|package| package.installed);
    let package = package.ok_or(SEC_E_SECPKG_NOT_FOUND)?;
    if !package.removable {
        return Err(SEC_E_UNSUPPORTED_FUNCTION);
    }
    package.installed = false;
    Ok(())
}
