//! Which security packages are there, and what can one of them do?

use std::ptr;
use std::slice;

use winsec_ffi::{PCWSTR, SEC_E_OK, SecPkgInfoW};
use winsec_sspi::{PackageInfo, PackageName};

use super::{machine, system};

/// A package that every machine has.
pub const PACKAGE: &str = "Negotiate";

/// What is read of packages: units of all texts, capabilities, and the largest token.
pub type Seen = (usize, u32, u32);

fn seen(package: PackageInfo<'_>) -> Seen {
    let units = package.name().len() + package.comment().len();
    (units, package.capabilities().bits(), package.max_token())
}

/// What is read of both.
pub fn both(one: Seen, other: Seen) -> Seen {
    (one.0 + other.0, one.1 | other.1, one.2.max(other.2))
}

/// All packages, by the safe layer.
pub fn walk() -> impl FnMut() -> Seen + 'static {
    machine::enter();
    || {
        let packages = winsec_sspi::packages().expect("the machine lists its packages");
        packages.iter().map(seen).fold(Seen::default(), both)
    }
}

/// All packages, by the functions.
pub fn walk_by_hand() -> impl FnMut() -> Seen + 'static {
    machine::enter();
    || {
        let mut count = 0;
        let mut first = ptr::null_mut();
        // SAFETY: both are places that may be written.
        let status = unsafe { system::EnumerateSecurityPackagesW(&raw mut count, &raw mut first) };
        assert_eq!(status, SEC_E_OK);
        // SAFETY: the call succeeded, so there are that many.
        let packages = unsafe { slice::from_raw_parts(first, count as usize) };
        let all = packages.iter().map(read).fold(Seen::default(), both);
        // SAFETY: the call gave it, and nobody uses it after this.
        let _ = unsafe { system::FreeContextBuffer(first.cast()) };
        all
    }
}

/// One package, by the safe layer and a name that was checked before.
pub fn one() -> impl FnMut() -> Seen + 'static {
    machine::enter();
    let name: PackageName = PACKAGE.parse().expect("it is a name");
    move || {
        let package = winsec_sspi::package_named(&name).expect("the machine has the package");
        seen(package.info())
    }
}

/// One package, by the functions and a name in UTF-16.
pub fn one_by_hand() -> impl FnMut() -> Seen + 'static {
    machine::enter();
    let name = wide(PACKAGE);
    move || query(&name)
}

/// One package, by the safe layer and a name in UTF-8.
pub fn of_text() -> impl FnMut() -> Seen + 'static {
    machine::enter();
    || {
        let package = winsec_sspi::package(PACKAGE).expect("the machine has the package");
        seen(package.info())
    }
}

/// One package, by the functions and a name in UTF-8.
pub fn of_text_by_hand() -> impl FnMut() -> Seen + 'static {
    machine::enter();
    || query(&wide(PACKAGE))
}

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

fn query(name: &[u16]) -> Seen {
    let mut first = ptr::null_mut();
    // SAFETY: the name is terminated, and the pointer may be written.
    let status = unsafe { system::QuerySecurityPackageInfoW(name.as_ptr(), &raw mut first) };
    assert_eq!(status, SEC_E_OK);
    // SAFETY: the call succeeded, so there is one.
    let package = read(unsafe { &*first });
    // SAFETY: the call gave it, and nobody uses it after this.
    let _ = unsafe { system::FreeContextBuffer(first.cast()) };
    package
}

fn read(package: &SecPkgInfoW) -> Seen {
    let units = length(package.Name) + length(package.Comment);
    (units, package.fCapabilities.bits(), package.cbMaxToken)
}

/// The units before the terminator.
fn length(text: PCWSTR) -> usize {
    if text.is_null() {
        return 0;
    }
    let mut length = 0;
    loop {
        // SAFETY: the text ends with a terminator, which has not come yet.
        let unit = unsafe { text.add(length) };
        // SAFETY: as above.
        if unsafe { *unit } == 0 {
            return length;
        }
        length += 1;
    }
}
