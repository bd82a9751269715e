//! Adding and deleting a package: here only packages that nobody has.

use winsec_core::{Backend, backend};
use winsec_sspi::manage::{PackageType, add_package_to_system, delete_package_from_system};
use winsec_sspi::{Call, ErrorKind};

use crate::common::Lab;
use crate::common::wine::Difference;

const NOBODY_HAS: &str = "winsec-no-such-package";

#[test]
fn an_unknown_package_cannot_be_added() {
    let _lab = Lab::new();
    for package_type in [PackageType::Unknown, PackageType::Lsa, PackageType::Sspi] {
        let error = add_package_to_system(NOBODY_HAS, package_type).unwrap_err();
        assert_eq!(error.call(), Call::Add);
        assert!(error.to_string().starts_with("AddSecurityPackageW: "));
        assert!(error.code().is_some());
        // Microsoft documents no codes for it, so any will do there.
        if backend() != Backend::Windows {
            let expected = Difference::AddUnknownPackage.expected(ErrorKind::PackageNotFound);
            assert_eq!(error.kind(), expected);
        }
    }
}

#[test]
fn an_unknown_package_cannot_be_deleted() {
    let _lab = Lab::new();
    let error = delete_package_from_system(NOBODY_HAS).unwrap_err();
    assert_eq!(error.call(), Call::Delete);
    assert!(error.to_string().starts_with("DeleteSecurityPackageW: "));
    assert!(error.code().is_some());
    if backend() != Backend::Windows {
        let expected = Difference::DeleteUnknownPackage.expected(ErrorKind::PackageNotFound);
        assert_eq!(error.kind(), expected);
    }
}

#[cfg(not(windows))]
#[test]
fn what_is_added_is_listed_until_it_is_deleted() {
    let lab = Lab::new();
    let listed = || winsec_sspi::packages().unwrap().find("Spare").is_some();
    assert!(!listed());
    add_package_to_system("spare", PackageType::Sspi).unwrap();
    assert!(listed());
    let twice = add_package_to_system("spare", PackageType::Sspi).unwrap_err();
    assert_eq!(twice.kind(), ErrorKind::CannotInstall);
    delete_package_from_system("SPARE").unwrap();
    assert!(!listed());
    lab.audit();
}

#[cfg(not(windows))]
#[test]
fn what_came_with_the_system_stays() {
    let _lab = Lab::new();
    let error = delete_package_from_system("Kerberos").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotSupportedBySystem);
    assert!(winsec_sspi::package("Kerberos").is_ok());
}
