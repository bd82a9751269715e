//! The components of an address in the caller's structure.

use core::ops::Range;
use core::ptr;

use winsec_ffi::{ERROR_INSUFFICIENT_BUFFER, PCWSTR, PWSTR, URL_COMPONENTSW, WIN32_ERROR};

use super::crack::{self, Given, Wanted};
use crate::memory::Buffer;
use crate::text::Text;

/// Fills in the components that are wanted.
///
/// # Safety
///
/// Each buffer that `given` names is valid for writes of so many units as it says.
pub(crate) unsafe fn fill(
    url: PCWSTR,
    units: &[u16],
    decoding: bool,
    given: &mut URL_COMPONENTSW,
) -> Result<(), WIN32_ERROR> {
    let mut parts = crack::parts(units)?;
    given.nScheme = parts.number;
    given.nPort = parts.port;
    if Wanted::new(given.lpszExtraInfo.is_null(), given.dwExtraInfoLength) == Wanted::No {
        parts.path.end = parts.extra.end;
    }
    let put = |range: Option<Range<usize>>, at: &mut PWSTR, length: &mut u32| {
        let wanted = Wanted::new(at.is_null(), *length);
        let text = range.clone().map_or(&[][..], |range| &units[range]);
        match crack::component(wanted, text, decoding)? {
            Given::Nothing => {}
            Given::Length(count) => {
                *at = match range {
                    Some(range) => url.wrapping_add(range.start).cast_mut(),
                    None => ptr::null_mut(),
                };
                *length = count;
            }
            Given::Copy(copy) => {
                // SAFETY: the caller's length counts the units of the caller's buffer.
                let buffer = unsafe { Buffer::new(*at, *length as usize * 2) };
                buffer.put(&Text::Wide.bytes(&copy));
                *length = copy.len() as u32 - 1;
            }
            Given::TooLong(needed) => {
                *length = needed;
                return Err(ERROR_INSUFFICIENT_BUFFER);
            }
        }
        Ok(())
    };
    put(
        Some(parts.scheme),
        &mut given.lpszScheme,
        &mut given.dwSchemeLength,
    )?;
    put(
        parts.host,
        &mut given.lpszHostName,
        &mut given.dwHostNameLength,
    )?;
    put(
        parts.user,
        &mut given.lpszUserName,
        &mut given.dwUserNameLength,
    )?;
    put(
        parts.password,
        &mut given.lpszPassword,
        &mut given.dwPasswordLength,
    )?;
    put(
        Some(parts.path),
        &mut given.lpszUrlPath,
        &mut given.dwUrlPathLength,
    )?;
    put(
        Some(parts.extra),
        &mut given.lpszExtraInfo,
        &mut given.dwExtraInfoLength,
    )
}
