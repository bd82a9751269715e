//! Off Windows, without the emulator: every operation says so, and none makes a call.
#![cfg(not(windows))]

use winsec_sspi::manage::{PackageType, add_package_to_system, delete_package_from_system};
use winsec_sspi::{Call, Error, ErrorKind, PackageName, package, package_named, packages};

#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T, Error>, call: Call) {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::PlatformNotSupported);
    assert_eq!((error.call(), error.code()), (call, None));
    let text = error.to_string();
    assert!(text.starts_with(call.name()), "{text}");
    assert!(text.contains("Windows only"), "{text}");
    let io = std::io::Error::from(error);
    assert_eq!(io.kind(), std::io::ErrorKind::Unsupported);
}

#[test]
fn every_operation_is_refused() {
    let name: PackageName = "Kerberos".parse().unwrap();
    refused(packages(), Call::Enumerate);
    refused(package("Kerberos"), Call::Query);
    refused(package_named(&name), Call::Query);
    refused(add_package_to_system("Kerberos", PackageType::Sspi), Call::Add);
    refused(delete_package_from_system("Kerberos"), Call::Delete);
}

#[test]
fn what_cannot_be_a_name_stays_refused_for_that() {
    let error = package("").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidText(_)));
    let error = delete_package_from_system("a\0b").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidText(_)));
}

#[test]
fn the_errors_say_where_to_go() {
    let text = packages().unwrap_err().advice();
    assert!(text.contains("Wine") && text.contains("emulator"), "{text}");
}
