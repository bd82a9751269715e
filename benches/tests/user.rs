//! The program on a machine of the test's making.
#![cfg(not(windows))]

use winsec_emulator::World;
use winsec_emulator::scenario::{Package, Scenario};

/// What the program does, in its own `src`.
fn best_package() -> winsec_sspi::Result<Option<String>> {
    let packages = winsec_sspi::packages()?;
    let selection = winsec_sspi::Selection::client().prefer(["Kerberos", "NTLM"]);
    let best = selection.choose(&packages).best();
    Ok(best.map(|package| package.name().to_string_lossy()))
}

#[test]
fn kerberos_goes_before_ntlm() {
    let machine = Scenario::new()
        .package(Package::new("NTLM"))
        .package(Package::new("Kerberos"));
    let world = World::new(machine);
    let _everywhere = world.enter_everywhere(); // or `enter`, for this thread alone
    assert_eq!(best_package().unwrap().as_deref(), Some("Kerberos"));
    world.audit().unwrap();
}
