//! Failures, and answers that no system should give: nothing is read that was not written, nothing
//! leaks, nothing is freed twice, and each has its error.

use winsec_emulator::Call;
use winsec_emulator::scenario::{Action, Claim, Fault};
use winsec_ffi::{
    SEC_E_BAD_PKGID, SEC_E_CANNOT_INSTALL, SEC_E_INSUFFICIENT_MEMORY, SEC_E_INTERNAL_ERROR,
    SEC_E_INVALID_HANDLE, SEC_E_INVALID_PARAMETER, SEC_E_SECPKG_NOT_FOUND,
    SEC_E_UNSUPPORTED_FUNCTION, SECURITY_STATUS, SecPkgInfoW,
};
use winsec_sspi::{Error, ErrorKind, package, packages};

use crate::common::{Lab, kind};

const LIST: Call = Call::EnumerateSecurityPackagesW;
const ONE: Call = Call::QuerySecurityPackageInfoW;

/// What a claim about the list leads to, on a machine whose books balance afterwards.
#[track_caller]
fn list_with(claim: Claim) -> Result<usize, Error> {
    let lab = Lab::with_fault(Fault::new(LIST, Action::Claim(claim)));
    let list = packages().map(|list| list.len());
    lab.audit();
    list
}

#[test]
fn each_failing_status_has_its_kind() {
    let kinds: [(SECURITY_STATUS, ErrorKind, std::io::ErrorKind); 9] = [
        (
            SEC_E_INSUFFICIENT_MEMORY,
            ErrorKind::OutOfMemory,
            std::io::ErrorKind::OutOfMemory,
        ),
        (
            SEC_E_INVALID_HANDLE,
            ErrorKind::InvalidHandle,
            std::io::ErrorKind::Other,
        ),
        (
            SEC_E_SECPKG_NOT_FOUND,
            ErrorKind::PackageNotFound,
            std::io::ErrorKind::NotFound,
        ),
        (
            SEC_E_BAD_PKGID,
            ErrorKind::PackageNotFound,
            std::io::ErrorKind::NotFound,
        ),
        (
            SEC_E_INVALID_PARAMETER,
            ErrorKind::InvalidInput,
            std::io::ErrorKind::InvalidInput,
        ),
        (
            SEC_E_CANNOT_INSTALL,
            ErrorKind::CannotInstall,
            std::io::ErrorKind::Other,
        ),
        (
            SEC_E_UNSUPPORTED_FUNCTION,
            ErrorKind::NotSupportedBySystem,
            std::io::ErrorKind::Unsupported,
        ),
        (
            SEC_E_INTERNAL_ERROR,
            ErrorKind::Other,
            std::io::ErrorKind::Other,
        ),
        (
            SECURITY_STATUS(0x8000_4001_u32 as i32),
            ErrorKind::NotSupportedBySystem,
            std::io::ErrorKind::Unsupported,
        ),
    ];
    for (status, expected, io) in kinds {
        for call in [LIST, ONE] {
            let lab = Lab::with_fault(Fault::fail(call, status));
            let error = match call {
                LIST => packages().unwrap_err(),
                _ => package("Kerberos").unwrap_err(),
            };
            assert_eq!(error.kind(), expected);
            assert_eq!(error.code(), Some(status.0));
            assert_eq!(error.call().name(), call.name());
            let text = error.to_string();
            assert!(text.starts_with(call.name()), "{text}");
            assert!(text.contains(error.explanation()), "{text}");
            let end = format!("0x{:08X}) (emulated)", status.0);
            assert!(text.ends_with(&end), "{text}");
            assert!(!text.contains(error.advice()), "{text}");
            assert_eq!(std::io::Error::from(error).kind(), io);
            lab.audit();
        }
    }
}

#[test]
fn no_buffer_for_no_package_is_an_empty_list() {
    let lab = Lab::with_fault(Fault::new(LIST, Action::Nothing));
    assert!(packages().unwrap().is_empty());
    assert_eq!(lab.world.calls(Call::FreeContextBuffer), 0);
    lab.audit();
}

#[test]
fn no_buffer_for_some_packages_is_refused() {
    let refused = list_with(Claim::default().count(5).address(0));
    assert_eq!(kind(refused), ErrorKind::InvalidAnswer);
}

#[test]
fn no_buffer_for_the_one_that_was_asked_for_is_refused() {
    let lab = Lab::with_fault(Fault::new(ONE, Action::Nothing));
    let error = package("Kerberos").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidAnswer);
    assert_eq!(error.code(), None);
    assert_eq!(
        std::io::Error::from(error).kind(),
        std::io::ErrorKind::InvalidData
    );
    lab.audit();
}

#[test]
fn a_number_that_no_machine_has_is_refused_and_the_buffer_freed() {
    for count in [1025, 0x7FFF_FFFF, u32::MAX] {
        let refused = list_with(Claim::default().count(count));
        assert_eq!(kind(refused), ErrorKind::InvalidAnswer, "{count}");
    }
}

#[test]
fn a_smaller_number_than_the_buffer_has_is_believed() {
    assert_eq!(list_with(Claim::default().count(2)), Ok(2));
    assert_eq!(list_with(Claim::default().count(0)), Ok(0));
}

#[test]
fn what_cannot_be_a_buffer_is_neither_read_nor_freed() {
    for address in [1, 4097, usize::MAX] {
        let claim = Claim::default().address(address);
        assert_eq!(kind(list_with(claim)), ErrorKind::InvalidAnswer);

        let lab = Lab::with_fault(Fault::new(ONE, Action::Claim(claim)));
        assert_eq!(kind(package("Kerberos")), ErrorKind::InvalidAnswer);
        assert_eq!(lab.world.calls(Call::FreeContextBuffer), 0);
        lab.audit();
    }
}

#[test]
fn each_buffer_is_freed_once_also_when_freeing_fails() {
    let lab = Lab::with_fault(Fault::fail(Call::FreeContextBuffer, SEC_E_INVALID_HANDLE));
    let list = packages().unwrap();
    let one = package("Kerberos").unwrap();
    assert_eq!(lab.world.calls(Call::FreeContextBuffer), 0);
    drop(list);
    assert_eq!(lab.world.calls(Call::FreeContextBuffer), 1);
    drop(one);
    assert_eq!(lab.world.calls(Call::FreeContextBuffer), 2);
    lab.audit();
}

#[test]
fn texts_that_are_not_aligned_are_not_read() {
    // A description as a broken provider might give it: at an odd address lies no text.
    let odd = std::ptr::without_provenance_mut::<u16>(4097);
    for (name, comment) in [(odd, std::ptr::null_mut()), (std::ptr::null_mut(), odd)] {
        let mut description = SecPkgInfoW {
            Name: name,
            Comment: comment,
            ..SecPkgInfoW::default()
        };
        let address = std::ptr::from_mut(&mut description).expose_provenance();
        for call in [LIST, ONE] {
            let claim = Claim::default().count(1).address(address);
            let lab = Lab::with_fault(Fault::new(call, Action::Claim(claim)));
            let refused = match call {
                LIST => kind(packages()),
                _ => kind(package("Kerberos")),
            };
            assert_eq!(refused, ErrorKind::InvalidAnswer);
            // The buffer is given back; the emulator, which did not allocate it, notes that.
            assert_eq!(lab.world.calls(Call::FreeContextBuffer), 1);
            assert!(lab.world.audit().is_err());
        }
    }
}
