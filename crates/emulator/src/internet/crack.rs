//! Taking an address apart: `InternetCrackUrl`.

use core::ops::Range;

use winsec_ffi::{
    ERROR_INTERNET_INVALID_URL, ERROR_INTERNET_UNRECOGNIZED_SCHEME, ERROR_INVALID_PARAMETER,
    INTERNET_DEFAULT_FTP_PORT, INTERNET_DEFAULT_GOPHER_PORT, INTERNET_DEFAULT_HTTP_PORT,
    INTERNET_DEFAULT_HTTPS_PORT, INTERNET_INVALID_PORT_NUMBER, INTERNET_SCHEME,
    INTERNET_SCHEME_FILE, INTERNET_SCHEME_FTP, INTERNET_SCHEME_GOPHER, INTERNET_SCHEME_HTTP,
    INTERNET_SCHEME_HTTPS, INTERNET_SCHEME_JAVASCRIPT, INTERNET_SCHEME_MAILTO,
    INTERNET_SCHEME_NEWS, INTERNET_SCHEME_RES, INTERNET_SCHEME_SOCKS, INTERNET_SCHEME_UNKNOWN,
    INTERNET_SCHEME_VBSCRIPT, WIN32_ERROR,
};

/// Where the parts of an address are; what it has not is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) scheme: Range<usize>,
    pub(crate) number: INTERNET_SCHEME,
    pub(crate) user: Option<Range<usize>>,
    pub(crate) password: Option<Range<usize>>,
    pub(crate) host: Option<Range<usize>>,
    pub(crate) port: u16,
    pub(crate) path: Range<usize>,
    pub(crate) extra: Range<usize>,
}

const SCHEMES: [(&str, INTERNET_SCHEME, u16); 11] = [
    ("ftp", INTERNET_SCHEME_FTP, INTERNET_DEFAULT_FTP_PORT),
    (
        "gopher",
        INTERNET_SCHEME_GOPHER,
        INTERNET_DEFAULT_GOPHER_PORT,
    ),
    ("http", INTERNET_SCHEME_HTTP, INTERNET_DEFAULT_HTTP_PORT),
    ("https", INTERNET_SCHEME_HTTPS, INTERNET_DEFAULT_HTTPS_PORT),
    ("file", INTERNET_SCHEME_FILE, INTERNET_INVALID_PORT_NUMBER),
    ("news", INTERNET_SCHEME_NEWS, INTERNET_INVALID_PORT_NUMBER),
    (
        "mailto",
        INTERNET_SCHEME_MAILTO,
        INTERNET_INVALID_PORT_NUMBER,
    ),
    ("socks", INTERNET_SCHEME_SOCKS, INTERNET_INVALID_PORT_NUMBER),
    (
        "javascript",
        INTERNET_SCHEME_JAVASCRIPT,
        INTERNET_INVALID_PORT_NUMBER,
    ),
    (
        "vbscript",
        INTERNET_SCHEME_VBSCRIPT,
        INTERNET_INVALID_PORT_NUMBER,
    ),
    ("res", INTERNET_SCHEME_RES, INTERNET_INVALID_PORT_NUMBER),
];

/// Whether a unit is this ASCII character.
const fn is(unit: u16, character: u8) -> bool {
    unit == character as u16
}

fn find(url: &[u16], within: Range<usize>, any_of: &[u8]) -> Option<usize> {
    let wanted = |unit: &u16| any_of.iter().any(|character| is(*unit, *character));
    let start = within.start;
    url.get(within)?
        .iter()
        .position(wanted)
        .map(|at| start + at)
}

fn scheme(url: &[u16]) -> Result<(usize, INTERNET_SCHEME, u16), WIN32_ERROR> {
    let end = find(url, 0..url.len(), b":").ok_or(ERROR_INTERNET_UNRECOGNIZED_SCHEME)?;
    let name: Option<String> = url[..end]
        .iter()
        .map(|unit| {
            u8::try_from(*unit)
                .ok()
                .map(|byte| byte.to_ascii_lowercase() as char)
        })
        .collect();
    let name = name.ok_or(ERROR_INTERNET_UNRECOGNIZED_SCHEME)?;
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !name.chars().all(legal) {
        return Err(ERROR_INTERNET_UNRECOGNIZED_SCHEME);
    }
    let known = SCHEMES.iter().find(|(known, _, _)| *known == name);
    Ok(known.map_or(
        (end, INTERNET_SCHEME_UNKNOWN, INTERNET_INVALID_PORT_NUMBER),
        |known| (end, known.1, known.2),
    ))
}

/// The number behind the colon; nothing there means the service's own port.
fn port(url: &[u16], digits: Range<usize>, usual: u16) -> Result<u16, WIN32_ERROR> {
    let digits = &url[digits];
    if digits.is_empty() {
        return Ok(usual);
    }
    let text = String::from_utf16_lossy(digits);
    let number = text
        .bytes()
        .all(|digit| digit.is_ascii_digit())
        .then(|| text.parse().ok());
    number.flatten().ok_or(ERROR_INTERNET_INVALID_URL)
}

/// Finds the parts of an address.
pub(crate) fn parts(url: &[u16]) -> Result<Parts, WIN32_ERROR> {
    if url.is_empty() {
        return Err(ERROR_INVALID_PARAMETER);
    }
    let (end, number, usual) = scheme(url)?;
    let mut parts = Parts {
        scheme: 0..end,
        number,
        port: usual,
        ..Parts::default()
    };
    let mut at = end + 1;
    let slashes = |at: usize| url.get(at..at + 2).is_some_and(|two| two == [0x2f, 0x2f]);
    if slashes(at) {
        at += 2;
        let stop = find(url, at..url.len(), b"/?#\\").unwrap_or(url.len());
        authority(url, at..stop, usual, &mut parts)?;
        at = stop;
    } else if matches!(
        number,
        INTERNET_SCHEME_HTTP | INTERNET_SCHEME_HTTPS | INTERNET_SCHEME_FTP | INTERNET_SCHEME_GOPHER
    ) {
        return Err(ERROR_INTERNET_INVALID_URL);
    }
    let extra = find(url, at..url.len(), b"?#").unwrap_or(url.len());
    parts.path = at..extra;
    parts.extra = extra..url.len();
    Ok(parts)
}

/// `user:password@host:port`, of which only the host must be there.
fn authority(
    url: &[u16],
    within: Range<usize>,
    usual: u16,
    parts: &mut Parts,
) -> Result<(), WIN32_ERROR> {
    let Range { mut start, end } = within;
    let last_at = url[start..end].iter().rposition(|unit| is(*unit, b'@'));
    if let Some(at) = last_at.map(|at| start + at) {
        let colon = find(url, start..at, b":");
        parts.user = Some(start..colon.unwrap_or(at));
        parts.password = colon.map(|colon| colon + 1..at);
        start = at + 1;
    }
    let after_host = if url.get(start).is_some_and(|unit| is(*unit, b'[')) {
        1 + find(url, start..end, b"]").ok_or(ERROR_INTERNET_INVALID_URL)?
    } else {
        find(url, start..end, b":").unwrap_or(end)
    };
    parts.host = Some(start..after_host);
    match url.get(after_host..end) {
        Some([colon, ..]) if is(*colon, b':') => {
            parts.port = port(url, after_host + 1..end, usual)?;
        }
        Some([]) => {}
        _ => return Err(ERROR_INTERNET_INVALID_URL),
    }
    Ok(())
}

/// Turns `%41` into `A`.
pub(crate) fn decode(units: &[u16]) -> Vec<u16> {
    let digit = |unit: Option<&u16>| char::from_u32(u32::from(*unit?))?.to_digit(16);
    let mut decoded = Vec::with_capacity(units.len());
    let mut at = 0;
    while let Some(unit) = units.get(at) {
        let pair = digit(units.get(at + 1)).zip(digit(units.get(at + 2)));
        match pair.filter(|_| is(*unit, b'%')) {
            Some((high, low)) => {
                decoded.push((high * 16 + low) as u16);
                at += 3;
            }
            None => {
                decoded.push(*unit);
                at += 1;
            }
        }
    }
    decoded
}

/// How one component was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Not at all.
    No,
    /// As a pointer into the address.
    Pointer,
    /// As a copy in the caller's buffer of so many units.
    Copy(u32),
}

impl Wanted {
    pub(crate) const fn new(pointer_is_null: bool, length: u32) -> Self {
        match (pointer_is_null, length) {
            (true, 0) => Self::No,
            (true, _) => Self::Pointer,
            (false, room) => Self::Copy(room),
        }
    }
}

/// What one component becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    /// Nothing: it was not asked for.
    Nothing,
    /// Its length, for a pointer into the address.
    Length(u32),
    /// Its text with a terminator, for the caller's buffer.
    Copy(Vec<u16>),
    /// More units than the caller's buffer has.
    TooLong(u32),
}

/// What a component becomes.
pub(crate) fn component(
    wanted: Wanted,
    text: &[u16],
    decoding: bool,
) -> Result<Given, WIN32_ERROR> {
    match wanted {
        Wanted::No => Ok(Given::Nothing),
        Wanted::Pointer if decoding => Err(ERROR_INVALID_PARAMETER),
        Wanted::Pointer => Ok(Given::Length(text.len() as u32)),
        Wanted::Copy(room) => {
            let mut copy = if decoding {
                decode(text)
            } else {
                text.to_vec()
            };
            copy.push(0);
            let length = copy.len() as u32;
            Ok(if room < length {
                Given::TooLong(length)
            } else {
                Given::Copy(copy)
            })
        }
    }
}
