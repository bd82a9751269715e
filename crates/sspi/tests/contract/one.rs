//! One package, looked up by its name.

use winsec_sspi::{ErrorKind, PackageName, package, package_named, packages, well_known};

use crate::common::{Lab, kind};

#[test]
fn it_is_told_as_the_list_tells_it() {
    let lab = Lab::new();
    for listed in &packages().unwrap() {
        let name = listed.name().to_string().unwrap();
        let one = package(&name).unwrap();
        assert_eq!(one.info().to_owned(), listed.to_owned());
        assert_eq!(one.backend(), listed.backend());
        assert!(format!("{one:?}").starts_with("QueriedPackage(PackageInfo { name: "));
    }
    lab.audit();
}

#[test]
fn case_does_not_matter() {
    let _lab = Lab::new();
    let named: PackageName = "nEGOTIATE".parse().unwrap();
    for found in [
        package("NEGOTIATE"),
        package("negotiate"),
        package_named(&named),
    ] {
        let found = found.unwrap();
        assert!(found.info().is_named(well_known::NEGOTIATE));
        assert!(named.matches(&found.info().name().to_string().unwrap()));
    }
}

#[test]
fn an_unknown_package_is_a_kind_of_its_own() {
    let lab = Lab::new();
    let unknown = [
        "no such package",
        "Kerberos ",
        " Kerberos",
        "Kerberosé",
        "Kerbero",
        "ＫＥＲＢＥＲＯＳ",
    ];
    for name in unknown {
        let error = package(name).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PackageNotFound, "{name:?}");
        assert_eq!(error.code(), Some(0x8009_0305_u32 as i32));
        let text = error.to_string();
        assert!(text.starts_with("QuerySecurityPackageInfoW: "), "{text}");
        assert!(text.contains("SEC_E_SECPKG_NOT_FOUND"), "{text}");
        assert!(error.advice().contains("list the packages"));
        let io = std::io::Error::from(error);
        assert_eq!(io.kind(), std::io::ErrorKind::NotFound);
        let inner = io.into_inner().unwrap();
        assert_eq!(*inner.downcast::<winsec_sspi::Error>().unwrap(), error);
    }
    lab.audit();
}

#[test]
fn the_longest_name_reaches_the_system() {
    let _lab = Lab::new();
    let longest = "x".repeat(32_766);
    assert_eq!(kind(package(&longest)), ErrorKind::PackageNotFound);
}
