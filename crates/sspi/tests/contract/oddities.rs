//! Packages that are described oddly: told as they are. No real machine has them, so they are the
//! emulator's alone.

use winsec_emulator::scenario::{Package, Scenario};
use winsec_ffi::SECPKG_FLAGS;
use winsec_sspi::{Capabilities, packages};

use crate::common::Lab;

#[test]
fn unknown_capabilities_are_kept_and_printed() {
    let bits = 0xC000_0003;
    let odd = Package::new("Odd").capabilities(SECPKG_FLAGS::from_bits_retain(bits));
    let _lab = Lab::of(Scenario::new().package(odd));
    let list = packages().unwrap();
    let capabilities = list.get(0).unwrap().capabilities();
    assert_eq!(capabilities.bits(), bits);
    assert_eq!(capabilities.to_string(), "integrity, privacy, 0xC0000000");
    assert_eq!(
        format!("{capabilities:?}"),
        "Capabilities(INTEGRITY | PRIVACY | 0xc0000000)"
    );
    let text = serde_json::to_string(&capabilities).unwrap();
    assert_eq!(text, "\"INTEGRITY | PRIVACY | 0xc0000000\"");
    let back: Capabilities = serde_json::from_str(&text).unwrap();
    assert_eq!(back, capabilities);
    assert!(Capabilities::empty().to_string().is_empty());
}

#[test]
fn every_capability_has_the_bit_of_its_flag() {
    let all: u32 = Capabilities::all()
        .iter_names()
        .map(|(_, one)| one.bits())
        .sum();
    assert_eq!(all, 0x03FF_FFFF, "26 flags, each a bit of its own");
    assert_eq!(Capabilities::all().iter_names().count(), 26);
}

#[test]
fn a_package_need_not_have_a_number_in_rpc() {
    let _lab = Lab::of(Scenario::new().package(Package::new("Silent")));
    let list = packages().unwrap();
    let package = list.get(0).unwrap();
    assert_eq!(package.rpc_id(), None);
    assert!(package.comment().is_empty());
    assert_eq!(
        serde_json::to_value(package.to_owned()).unwrap()["rpc_id"],
        serde_json::Value::Null
    );
}

#[test]
fn a_name_need_not_be_valid_text() {
    let _lab = Lab::of(Scenario::new().package(Package::with_units(vec![0x41, 0xD800])));
    let list = packages().unwrap();
    let package = list.get(0).unwrap();
    assert_eq!(package.name().as_slice(), [0x41, 0xD800]);
    assert_eq!(package.to_owned().name, "A\u{FFFD}");
    assert!(package.is_named("a\u{FFFD}"));
}

#[test]
fn an_empty_machine_has_an_empty_list() {
    let lab = Lab::of(Scenario::new());
    let list = packages().unwrap();
    assert!(list.is_empty() && list.iter().next().is_none());
    assert!(list.get(0).is_none() && list.find("Kerberos").is_none());
    drop(list);
    lab.audit();
}

#[test]
fn other_versions_are_told() {
    let _lab = Lab::of(Scenario::new().package(Package::new("New").version(7)));
    assert_eq!(packages().unwrap().get(0).unwrap().version(), 7);
}
