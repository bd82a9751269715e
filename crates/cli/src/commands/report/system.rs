//! What a report is about: the machine, as far as anybody may know, and the time in UTC.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

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
        architecture: real.then(|| env::consts::ARCH.to_owned()),
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
    let variable = |name| env::var(name).ok().filter(|text| !text.is_empty());
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

/// Now, as `2026-01-31T12:00:00Z`; what `SOURCE_DATE_EPOCH` says, for reports that can be repeated.
pub(super) fn now() -> String {
    let told = env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|text| text.parse().ok());
    let seconds = told.unwrap_or_else(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.map_or(0, |since| since.as_secs())
    });
    format(seconds)
}

/// Seconds since 1970 as a date and a time.
fn format(seconds: u64) -> String {
    // No calendar reaches further than four digits of years.
    let seconds = seconds.min(253_402_300_799);
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // Counted from March, a leap day is the last of its year; 146097 days are 400 years.
    let from_march = days + 719_468;
    let (era, day_of_era) = (from_march / 146_097, from_march % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        for (seconds, date) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_800, "2000-03-01T00:00:00Z"),
            (1_767_225_599, "2025-12-31T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (u64::MAX, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(format(seconds), date);
        }
    }
}
