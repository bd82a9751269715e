//! What a report is about: the machine, as far as anybody may know.

#[cfg(windows)]
use windows_version::OsVersion;

use super::view::SystemView;
use crate::place::Place;

/// Describes the machine; of a scenario there is only its name.
pub(super) fn describe(place: &Place) -> SystemView {
    let real = !place.is_emulated();
    let machine = if real { machine() } else { Machine::default() };
    SystemView {
        backend: place.backend().unwrap_or("none").to_owned(),
        emulated: place.is_emulated(),
        scenario: place.scenario().map(str::to_owned),
        name: machine.name,
        version: machine.version,
        computer: machine.computer,
        user: machine.user,
        architecture: real.then(|| std::env::consts::ARCH.to_owned()),
    }
}

/// What the system says of itself.
#[derive(Debug, Default)]
struct Machine {
    name: Option<String>,
    version: Option<String>,
    computer: Option<String>,
    user: Option<String>,
}

#[cfg(windows)]
fn machine() -> Machine {
    let variable = |name| std::env::var(name).ok().filter(|text| !text.is_empty());
    let OsVersion {
        major,
        minor,
        build,
        ..
    } = OsVersion::current();
    let name = if windows_version::is_server() {
        "Windows Server"
    } else {
        "Windows"
    };
    let user = variable("USERNAME").map(|user| match variable("USERDOMAIN") {
        Some(domain) => format!("{domain}\\{user}"),
        None => user,
    });
    Machine {
        name: Some(name.to_owned()),
        version: Some(format!("{major}.{minor}.{build}")),
        computer: variable("COMPUTERNAME"),
        user,
    }
}

/// Elsewhere there is no machine to report on, only scenarios.
#[cfg(not(windows))]
fn machine() -> Machine {
    Machine::default()
}
