//! Threads that are in no world of the emulator, and one call that has all of them be in one.
#![cfg(not(windows))]

use winsec_emulator::World;
use winsec_emulator::scenario::{Package, Scenario};
use winsec_sspi::{ErrorKind, package, packages};

// One test: `enter_everywhere` is about every thread of the process.
#[test]
fn what_is_missing_is_said_and_one_call_gives_it() {
    let listed = || std::thread::spawn(|| packages().map(|list| list.len()));
    for error in [
        packages().unwrap_err(),
        package("Kerberos").unwrap_err(),
        listed().join().unwrap().unwrap_err(),
    ] {
        assert_eq!((error.kind(), error.code()), (ErrorKind::NoWorld, None));
        assert!(
            error.to_string().contains("in none of its worlds"),
            "{error}"
        );
        assert!(error.advice().contains("World::enter_everywhere"));
    }

    let world = World::new(Scenario::new().package(Package::new("Kerberos")));
    let everywhere = world.enter_everywhere();
    assert_eq!(packages().unwrap().len(), 1);
    assert_eq!(listed().join().unwrap(), Ok(1));
    // A world of the thread's own goes before.
    let own = World::new(Scenario::new());
    let entered = own.enter();
    assert!(packages().unwrap().is_empty());
    assert_eq!(listed().join().unwrap(), Ok(1));
    drop(entered);
    drop(everywhere);
    assert_eq!(packages().unwrap_err().kind(), ErrorKind::NoWorld);
}
