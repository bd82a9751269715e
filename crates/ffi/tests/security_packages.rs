//! The bindings call a real secur32.dll: on Windows, and with Wine elsewhere.
#![cfg(windows)]

use std::ffi::CStr;
use std::{ptr, slice};

use winsec_ffi::{
    EnumerateSecurityPackagesA, EnumerateSecurityPackagesW, FreeContextBuffer,
    QuerySecurityPackageInfoW, SEC_E_OK, SEC_E_SECPKG_NOT_FOUND, SecPkgInfoW,
};

/// What is compared: capabilities, version, RPC id, largest token.
type Figures = (u32, u16, u16, u32);

fn figures(package: &SecPkgInfoW) -> Figures {
    let SecPkgInfoW {
        fCapabilities,
        wVersion,
        wRPCID,
        cbMaxToken,
        ..
    } = *package;
    (fCapabilities.bits(), wVersion, wRPCID.0, cbMaxToken)
}

/// The units of a string before its zero.
fn units(start: *const u16) -> Vec<u16> {
    let mut units = Vec::new();
    loop {
        // SAFETY: the system ends its strings with a zero, and none has been met so far.
        match unsafe { *start.wrapping_add(units.len()) } {
            0 => return units,
            unit => units.push(unit),
        }
    }
}

fn wide_packages() -> Vec<(String, Figures)> {
    let (mut count, mut first) = (0, ptr::null_mut());
    // SAFETY: both pointers are to variables of this function.
    let status = unsafe { EnumerateSecurityPackagesW(&raw mut count, &raw mut first) };
    assert_eq!(status, SEC_E_OK);
    // SAFETY: the call succeeded, so that many packages are there.
    let packages = unsafe { slice::from_raw_parts(first, count as usize) };
    let all = packages
        .iter()
        .map(|package| {
            let name = String::from_utf16(&units(package.Name)).expect("a readable name");
            (name, figures(package))
        })
        .collect();
    // SAFETY: the buffer is freed once, and nothing reads it from here on.
    assert_eq!(unsafe { FreeContextBuffer(first.cast()) }, SEC_E_OK);
    all
}

fn narrow_packages() -> Vec<(String, Figures)> {
    let (mut count, mut first) = (0, ptr::null_mut());
    // SAFETY: both pointers are to variables of this function.
    let status = unsafe { EnumerateSecurityPackagesA(&raw mut count, &raw mut first) };
    assert_eq!(status, SEC_E_OK);
    // SAFETY: the call succeeded, so that many packages are there.
    let packages = unsafe { slice::from_raw_parts(first, count as usize) };
    let all = packages
        .iter()
        .map(|package| {
            // SAFETY: the system ends its strings with a zero.
            let name = unsafe { CStr::from_ptr(package.Name.cast()) };
            let name = name.to_str().expect("a readable name").to_owned();
            let flags = package.fCapabilities.bits();
            (
                name,
                (
                    flags,
                    package.wVersion,
                    package.wRPCID.0,
                    package.cbMaxToken,
                ),
            )
        })
        .collect();
    // SAFETY: the buffer is freed once, and nothing reads it from here on.
    assert_eq!(unsafe { FreeContextBuffer(first.cast()) }, SEC_E_OK);
    all
}

fn wide(name: &str) -> Vec<u16> {
    name.encode_utf16().chain([0]).collect()
}

#[test]
fn every_machine_has_negotiate() {
    assert!(wide_packages().iter().any(|(name, _)| name == "Negotiate"));
}

#[test]
fn both_encodings_tell_the_same() {
    assert_eq!(wide_packages(), narrow_packages());
}

#[test]
fn each_listed_package_is_found_by_its_name() {
    for (name, expected) in wide_packages() {
        let (mut name, mut found) = (wide(&name), ptr::null_mut());
        // SAFETY: the name ends with a zero, and the pointer is to a variable of this function.
        let status = unsafe { QuerySecurityPackageInfoW(name.as_mut_ptr(), &raw mut found) };
        assert_eq!(status, SEC_E_OK);
        // SAFETY: the call succeeded, so a package is there.
        assert_eq!(figures(unsafe { &*found }), expected);
        // SAFETY: the buffer is freed once, and nothing reads it from here on.
        assert_eq!(unsafe { FreeContextBuffer(found.cast()) }, SEC_E_OK);
    }
}

#[test]
fn an_unknown_name_is_not_found() {
    let (mut name, mut found) = (wide("No such package"), ptr::null_mut());
    // SAFETY: the name ends with a zero, and the pointer is to a variable of this function.
    let status = unsafe { QuerySecurityPackageInfoW(name.as_mut_ptr(), &raw mut found) };
    assert_eq!(status, SEC_E_SECPKG_NOT_FOUND);
    assert!(found.is_null());
}
