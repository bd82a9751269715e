//! The commands, a module each.

pub(crate) mod completions;
pub(crate) mod explain;
pub(crate) mod http;
pub(crate) mod layout;
pub(crate) mod listen;
pub(crate) mod manual;
pub(crate) mod packages;
pub(crate) mod report;
pub(crate) mod socket;

use std::time::Duration;

/// How long a question may take that needs no other machine.
const LIMIT: Duration = Duration::from_secs(10);

/// Reads a number of seconds, which may have a fraction.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text
        .parse()
        .map_err(|_| "write a number of seconds, such as 5 or 0.5".to_owned())?;
    if !(0.001..=31_536_000.0).contains(&seconds) {
        return Err("seconds are 0.001 to 31536000, a year".to_owned());
    }
    Ok(Duration::from_secs_f64(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_have_fractions_and_limits() {
        assert_eq!(seconds("0.5"), Ok(Duration::from_millis(500)));
        for text in ["", "x", "0", "-1", "nan", "inf", "1e300"] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }
}
