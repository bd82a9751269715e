//! All packages of the machine.

use winsec_core::backend;
use winsec_sspi::{Capabilities, packages, well_known};

use crate::common::Lab;

#[test]
fn every_package_is_told_as_the_machine_has_it() {
    let lab = Lab::new();
    let list = packages().unwrap();
    assert!(!list.is_empty());
    if let Some(expected) = lab.expected() {
        assert_eq!(list.len(), expected.len(), "{list:?}");
        for (package, expected) in list.iter().zip(expected) {
            expected.check(package);
        }
    }
}

#[test]
fn the_documented_packages_are_there() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    let documented = [
        (well_known::NEGOTIATE, 9),
        (well_known::KERBEROS, 16),
        (well_known::SCHANNEL, 14),
    ];
    for (name, rpc_id) in documented {
        let package = list.find(name).expect(name);
        assert_eq!(package.rpc_id(), Some(rpc_id), "{name}");
        assert_eq!(package.version(), 1, "{name}");
        assert!(package.max_token() > 0, "{name}");
        let secure = Capabilities::INTEGRITY | Capabilities::PRIVACY | Capabilities::CONNECTION;
        assert!(package.capabilities().contains(secure), "{package:?}");
        assert!(!package.comment().is_empty());
    }
}

#[test]
fn places_count_from_zero() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    for (place, package) in list.iter().enumerate() {
        assert_eq!(list.get(place).unwrap().name(), package.name());
    }
    assert!(list.get(list.len()).is_none());
    assert!(list.get(usize::MAX).is_none());
}

#[test]
fn iteration_knows_its_length_and_goes_both_ways() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    let forwards: Vec<_> = list.iter().map(|package| package.name()).collect();
    let mut backwards: Vec<_> = (&list).into_iter().rev().map(|one| one.name()).collect();
    backwards.reverse();
    assert_eq!(forwards, backwards);

    let mut iter = list.iter();
    assert_eq!(iter.len(), list.len());
    iter.next().unwrap();
    assert_eq!(iter.len(), list.len() - 1);
    let rest = iter.clone().count();
    assert_eq!(rest, iter.by_ref().count());
    assert!(iter.next().is_none() && iter.next_back().is_none());
}

#[test]
fn a_name_is_found_in_any_case() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    for package in &list {
        let name = package.name().to_string().unwrap();
        for name in [&name, &name.to_uppercase(), &name.to_lowercase()] {
            assert_eq!(list.find(name).unwrap().name(), package.name());
            assert!(package.is_named(name));
        }
        for other in [format!("{name} "), format!(" {name}"), name[1..].to_owned()] {
            assert!(list.find(&other).is_none(), "{other:?}");
        }
    }
    for other in ["", "no such package", "Kerberos\0"] {
        assert!(list.find(other).is_none(), "{other:?}");
    }
}

#[test]
fn packages_are_filtered_by_what_they_can_do() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    let wanted = Capabilities::MUTUAL_AUTHENTICATION | Capabilities::DELEGATION;
    let able: Vec<_> = list.with(wanted).map(|package| package.name()).collect();
    let kerberos = list.find(well_known::KERBEROS).unwrap();
    assert!(able.contains(&kerberos.name()));
    for package in &list {
        let has_all = package.capabilities() & wanted == wanted;
        assert_eq!(able.contains(&package.name()), has_all, "{package:?}");
    }
    assert_eq!(list.with(Capabilities::empty()).count(), list.len());
    assert_eq!(list.with(Capabilities::all()).count(), 0);
}

#[test]
fn a_copy_outlives_the_list() {
    let lab = Lab::new();
    let list = packages().unwrap();
    let copies: Vec<_> = list.iter().map(|package| package.to_owned()).collect();
    let debug = format!("{list:?}");
    drop(list);
    lab.audit();
    let again = packages().unwrap();
    for (copy, package) in copies.iter().zip(&again) {
        assert_eq!(*copy, package.to_owned());
        assert!(debug.contains(&copy.name) && debug.contains(&copy.comment));
    }
}

#[test]
fn results_say_who_gave_them() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    let package = list.get(0).unwrap();
    assert_eq!(list.backend(), backend());
    assert_eq!(package.backend(), backend());
    assert_eq!(package.to_owned().backend, backend());
    let emulated = backend().is_emulated();
    assert_eq!(emulated, cfg!(not(windows)));
    assert_eq!(package.to_string().ends_with(" (emulated)"), emulated);
    assert_eq!(package.to_string(), package.to_owned().to_string());
    for said in [format!("{list:?}"), format!("{package:?}")] {
        assert_eq!(said.ends_with(" (emulated)"), emulated, "{said}");
    }
    assert_eq!(
        format!("{:?}", list.iter()).contains(" (emulated)"),
        emulated
    );
}

#[test]
fn a_copy_can_be_kept_as_text() {
    let _lab = Lab::new();
    for package in &packages().unwrap() {
        let package = package.to_owned();
        let text = serde_json::to_string(&package).unwrap();
        assert_eq!(
            serde_json::from_str::<winsec_sspi::Package>(&text).unwrap(),
            package
        );
    }
}
