//! The errors of the safe crates, as failures of a command.

use crate::catalogue;
use crate::outcome::{Failure, Status, SystemError};

/// The name of a code in the first of these enumerations that has one.
fn code_name(code: i64, of: &[&str]) -> Option<&'static str> {
    let number = code.to_string().parse().ok()?;
    let named = catalogue::with_value(number);
    of.iter().find_map(|of| {
        let mut own = named.iter().filter(|named| named.enumeration() == Some(of));
        // None of the calls is one of WinHTTP's, which has names of its own for WinINet's numbers.
        own.find(|named| named.item().origin.header != "winhttp.h")
            .map(|named| named.name())
    })
}

/// The enumerations that have the codes of each crate's calls.
const CORE: &[&str] = &["WSA_ERROR", "WIN32_ERROR"];
const SSPI: &[&str] = &["SECURITY_STATUS"];
const WININET: &[&str] = &["WIN32_ERROR", "WSA_ERROR"];

/// A failure with what the system said beside it.
fn failure(status: Status, call: &str, cause: &str, code: Option<(i64, &[&str])>) -> Failure {
    let said = code.map(|(code, of)| SystemError {
        call: call.to_owned(),
        code,
        name: code_name(code, of),
    });
    let beside = match &said {
        Some(SystemError { name, code, .. }) => {
            let name = name.map(|name| format!("{name}, ")).unwrap_or_default();
            format!("{call}: {name}{}", number(*code))
        }
        None => call.to_owned(),
    };
    let mut failure = Failure::new(status, format!("{cause} ({beside})"));
    failure.system = said;
    failure
}

/// A code as its family is written: those that are negative as whole numbers are, in hexadecimal.
fn number(code: i64) -> String {
    match i32::try_from(code) {
        Ok(negative @ ..0) => format!("0x{negative:08X}"),
        _ => code.to_string(),
    }
}

impl From<winsec_core::Error> for Failure {
    fn from(error: winsec_core::Error) -> Self {
        use winsec_core::ErrorKind;
        let status = match error.kind() {
            ErrorKind::NotSupportedBySystem | ErrorKind::PlatformNotSupported => {
                Status::Unsupported
            }
            ErrorKind::InvalidText(_) => Status::Usage,
            _ => Status::Refused,
        };
        let code = error.code().map(|code| (i64::from(code), CORE));
        failure(status, error.call().name(), error.explanation(), code).help(error.advice())
    }
}

impl From<winsec_sspi::Error> for Failure {
    fn from(error: winsec_sspi::Error) -> Self {
        use winsec_sspi::ErrorKind;
        let status = match error.kind() {
            ErrorKind::NotSupportedBySystem | ErrorKind::PlatformNotSupported => {
                Status::Unsupported
            }
            ErrorKind::InvalidText(_) => Status::Usage,
            _ => Status::Refused,
        };
        let cause = match error.kind() {
            ErrorKind::InvalidText(reason) => reason.to_string(),
            _ => error.explanation().to_owned(),
        };
        let code = error.code().map(|code| (i64::from(code), SSPI));
        failure(status, error.call().name(), &cause, code).help(error.advice())
    }
}

impl From<winsec_wininet_diag::Error> for Failure {
    fn from(error: winsec_wininet_diag::Error) -> Self {
        use winsec_wininet_diag::ErrorKind;
        let status = match error.kind() {
            ErrorKind::OptionNotSupported
            | ErrorKind::BufferSize
            | ErrorKind::PlatformNotSupported => Status::Unsupported,
            _ => Status::Refused,
        };
        let code = error.code().map(|code| (i64::from(code), WININET));
        failure(status, error.call().name(), error.explanation(), code).help(error.advice())
    }
}
