//! A client chooses one package, a server one or more; every other one is refused with a reason.

use winsec_core::backend;
use winsec_sspi::{Capabilities, Choice, Reason, Role, Selection, packages, well_known};

use crate::common::Lab;

fn names(choice: &Choice<'_>) -> Vec<String> {
    let chosen = choice.chosen().iter();
    chosen
        .map(|package| package.name().to_string_lossy())
        .collect()
}

/// Why a package was refused.
fn reason(choice: &Choice<'_>, name: &str) -> Option<Reason> {
    let mut refused = choice.refused().iter();
    let found = refused.find(|refusal| refusal.name.eq_ignore_ascii_case(name));
    found.map(|refusal| refusal.reason)
}

#[test]
fn a_client_takes_the_first_that_will_do() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    let choice = Selection::client()
        .prefer(["No Such", "KERBEROS", "Negotiate"])
        .choose(&list);
    assert_eq!(names(&choice), ["Kerberos"]);
    assert_eq!(choice.best().unwrap().name(), choice.chosen()[0].name());
    assert_eq!(reason(&choice, "No Such"), Some(Reason::NotInstalled));
    assert_eq!(reason(&choice, "Negotiate"), Some(Reason::AnotherFirst));
    assert_eq!(reason(&choice, "Schannel"), Some(Reason::NotPreferred));
    assert_eq!(reason(&choice, "Kerberos"), None);
    assert_eq!(choice.refused().len(), list.len());
    assert_eq!(choice.refused()[0].name, "No Such");
    assert_eq!(choice.backend(), backend());
}

#[test]
fn a_server_takes_all_that_will_do_in_its_own_order() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    let choice = Selection::server()
        .prefer([well_known::NEGOTIATE, well_known::KERBEROS, "kerberos"])
        .choose(&list);
    assert_eq!(names(&choice), ["Negotiate", "Kerberos"]);
    assert_eq!(choice.refused().len(), list.len() - 2);
}

#[test]
fn what_lacks_a_capability_is_refused_for_it() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    let required = Capabilities::PRIVACY | Capabilities::DATAGRAM;
    let choice = Selection::client()
        .prefer(["Schannel", "Kerberos"])
        .require(Capabilities::PRIVACY)
        .require(Capabilities::DATAGRAM)
        .choose(&list);
    assert_eq!(names(&choice), ["Kerberos"]);
    let lacking = Reason::Lacks(Capabilities::DATAGRAM);
    assert_eq!(reason(&choice, "Schannel"), Some(lacking));
    assert!(lacking.to_string().contains("cannot do datagram"));
    assert!(choice.best().unwrap().capabilities().contains(required));
}

#[test]
fn without_preferences_the_order_is_the_systems() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    let all = Selection::new(Role::Server).choose(&list);
    let listed: Vec<_> = list
        .iter()
        .map(|one| one.name().to_string_lossy())
        .collect();
    assert_eq!(names(&all), listed);
    assert!(all.refused().is_empty());
    let first = Selection::new(Role::Client).choose(&list);
    assert_eq!(names(&first), listed[..1]);
    assert_eq!(first.refused().len(), list.len() - 1);
    assert!(
        first
            .refused()
            .iter()
            .all(|one| one.reason == Reason::AnotherFirst)
    );
}

#[test]
fn nothing_may_be_acceptable() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    let nobody_can = Capabilities::from_bits_retain(1 << 31);
    let choice = Selection::client().require(nobody_can).choose(&list);
    assert!(choice.best().is_none() && choice.chosen().is_empty());
    assert_eq!(choice.refused().len(), list.len());
    let text = choice.to_string();
    assert!(text.starts_with("no package is acceptable"), "{text}");
    assert!(text.contains("it cannot do 0x80000000"), "{text}");
}

#[test]
fn a_choice_explains_itself() {
    let _lab = Lab::new();
    let list = packages().unwrap();
    let text = Selection::client()
        .prefer(["Kerberos", "Negotiate", "Fancy"])
        .choose(&list)
        .to_string();
    let mark = if backend().is_emulated() {
        " (emulated)"
    } else {
        ""
    };
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(&*format!("chosen: Kerberos{mark}")));
    let rest: Vec<_> = lines.collect();
    assert_eq!(
        rest[0],
        "not Negotiate: it would do, and another came first"
    );
    assert_eq!(rest[1], "not Fancy: the system does not have it");
    assert!(
        rest.contains(&"not Schannel: it was not asked for"),
        "{text}"
    );
}

#[cfg(not(windows))]
#[test]
fn a_package_for_clients_alone_does_not_serve() {
    use winsec_emulator::scenario::{Package, Scenario};
    use winsec_ffi::SECPKG_FLAG_CLIENT_ONLY;

    let client_only = Package::new("Outward").capabilities(SECPKG_FLAG_CLIENT_ONLY);
    let _lab = Lab::of(
        Scenario::new()
            .package(client_only)
            .package(Package::new("Both")),
    );
    let list = packages().unwrap();
    let choice = Selection::server().choose(&list);
    assert_eq!(names(&choice), ["Both"]);
    assert_eq!(reason(&choice, "Outward"), Some(Reason::ClientOnly));
    assert_eq!(names(&Selection::client().choose(&list)), ["Outward"]);
}

#[cfg(not(windows))]
#[test]
fn of_two_packages_of_one_name_the_first_counts() {
    use winsec_emulator::scenario::{Package, Scenario};

    let twice = Scenario::new()
        .package(Package::new("Same").max_token(1))
        .package(Package::new("SAME").max_token(2));
    let _lab = Lab::of(twice);
    let list = packages().unwrap();
    let choice = Selection::server().prefer(["same"]).choose(&list);
    assert_eq!(choice.best().unwrap().max_token(), 1);
    assert_eq!(choice.refused().len(), 1);
    assert_eq!(reason(&choice, "SAME"), Some(Reason::SameName));
}
