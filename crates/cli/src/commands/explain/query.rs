//! What a text asks about: a name, a number, a pattern, a combination of flags.

use std::collections::BTreeSet;

use serde::Serialize;

use super::entry::{Entry, docs, kind};
use super::flags::{self, FlagsView};
use super::{pasted, unknown_name};
use crate::catalogue::{self, Named, Number, NumberError};
use crate::outcome::{Failure, Outcome};

/// How many names are explained in full; more are listed.
const IN_FULL: usize = 3;

/// The answer to one question.
#[derive(Debug, Serialize)]
pub(super) struct Explanation {
    /// The question, as it was typed.
    pub(super) query: String,
    /// What it means, in full.
    pub(super) entries: Vec<Entry>,
    /// What else it may mean.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) also: Vec<Brief>,
    /// The number as combinations of flags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) flags: Vec<FlagsView>,
    /// What must be known of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
}

/// A name that is listed without being explained.
#[derive(Debug, Serialize)]
pub(super) struct Brief {
    pub(super) name: &'static str,
    pub(super) kind: &'static str,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) ty: Option<&'static str>,
    pub(super) docs: &'static str,
}

impl Explanation {
    fn new(query: &str) -> Self {
        Self {
            query: query.to_owned(),
            entries: Vec::new(),
            also: Vec::new(),
            flags: Vec::new(),
            note: None,
        }
    }
}

/// Explains one question; with a type, the question is a value of it.
pub(super) fn explain(query: &str, of: Option<&str>, all: bool) -> Outcome<Explanation> {
    let mut answer = answer(pasted::bare(query), of, all)?;
    query.trim().clone_into(&mut answer.query);
    Ok(answer)
}

fn answer(query: &str, of: Option<&str>, all: bool) -> Outcome<Explanation> {
    if query.is_empty() {
        return Err(Failure::usage("there is nothing to explain")
            .help("give a name, a code or a flag: winsec explain WSAEMSGSIZE"));
    }
    let codes = catalogue::error_types();
    if let Some(of) = of {
        return typed(query, of);
    }
    if query.contains('|') {
        return combination(query);
    }
    let named = by_name(query);
    if !named.is_empty() {
        let mut answer = Explanation::new(query);
        answer.entries = named
            .into_iter()
            .map(|named| Entry::new(named, &codes))
            .collect();
        return Ok(answer);
    }
    if query.contains(['*', '?']) {
        return by_pattern(query, &codes);
    }
    match query.parse::<Number>() {
        Ok(number) => by_value(query, number, &codes, all),
        Err(NumberError::TooLarge) => Err(Failure::usage(format!(
            "{query} has more than 64 bits, which no value here has"
        ))),
        Err(NumberError::NotANumber) => {
            if let Some(number) = bare_hexadecimal(query) {
                return by_value(query, number, &codes, all);
            }
            match pasted::subject(query).filter(|subject| *subject != query) {
                Some(subject) => {
                    let mut answer = answer(subject, of, all)?;
                    let read = format!("read as {subject}");
                    answer.note = Some(match answer.note {
                        Some(note) => format!("{read}; {note}"),
                        None => read,
                    });
                    Ok(answer)
                }
                None => Err(unknown_name(query)),
            }
        }
    }
}

/// What a name stands for; `TYPE::MEMBER` and `TYPE.MEMBER` are read too.
fn by_name(query: &str) -> Vec<Named> {
    let found = catalogue::find(query);
    if !found.is_empty() {
        return found;
    }
    let parts = query.split_once("::").or_else(|| query.split_once('.'));
    let Some((of, member)) = parts else {
        return found;
    };
    let mut members = catalogue::find(member);
    members.retain(|named| {
        named
            .enumeration()
            .is_some_and(|owner| owner.eq_ignore_ascii_case(of))
    });
    if members.is_empty() {
        // A field or a parameter is explained with what it belongs to.
        return catalogue::find(of);
    }
    members
}

fn by_pattern(query: &str, codes: &BTreeSet<&str>) -> Outcome<Explanation> {
    let mut answer = Explanation::new(query);
    let found = catalogue::all().filter(|named| matches(query, named.name()));
    answer.also = found.map(|named| brief(named, codes)).collect();
    if answer.also.is_empty() {
        return Err(Failure::usage(format!("no name is like {query}"))
            .help("* stands for any letters and ? for one: winsec explain \"SEC_E_*\""));
    }
    Ok(answer)
}

/// Whether a text is eight hexadecimal digits, or sixteen, as codes are often written without their
/// prefix.
fn bare_hexadecimal(query: &str) -> Option<Number> {
    let digits =
        [8, 16].contains(&query.len()) && query.bytes().all(|byte| byte.is_ascii_hexdigit());
    digits.then(|| format!("0x{query}").parse().ok()).flatten()
}

/// The enumerations that Windows error codes are members of.
const WINDOWS_ERRORS: [&str; 4] = ["WIN32_ERROR", "WSA_ERROR", "RPC_STATUS", "WINHTTP_ERROR"];

fn by_value(
    query: &str,
    number: Number,
    codes: &BTreeSet<&str>,
    all: bool,
) -> Outcome<Explanation> {
    let mut answer = Explanation::new(query);
    let mut number = number;
    let mut found = catalogue::with_value(number);
    if found.is_empty() {
        // 80090305 is more likely a code without its prefix than a decimal number.
        if let Some(other) = bare_hexadecimal(query) {
            found = catalogue::with_value(other.shortened().unwrap_or(other));
            answer.note = (!found.is_empty()).then(|| format!("{query} is read as 0x{query}"));
        }
    }
    if found.is_empty() {
        if let Some(short) = number.shortened() {
            number = short;
            found = catalogue::with_value(number);
            answer.note = Some(format!(
                "{query} is 0x{:X}, extended to 64 bits with its sign",
                number.bits()
            ));
        }
    }
    if found.is_empty() {
        if let Some((code, what)) = wrapped(number) {
            found = catalogue::with_value(code);
            found.retain(|named| {
                named
                    .enumeration()
                    .is_some_and(|of| WINDOWS_ERRORS.contains(&of))
            });
            if !found.is_empty() {
                answer.note = Some(format!(
                    "0x{:X} is an {what} that wraps the Windows error {code} (facility 7, Win32)",
                    number.bits()
                ));
            }
        }
    }
    let is_code = |named: &Named| named.enumeration().is_some_and(|of| codes.contains(of));
    let (first, others): (Vec<Named>, Vec<Named>) = if found.iter().any(is_code) {
        found.into_iter().partition(is_code)
    } else if found.len() <= IN_FULL || all {
        (found, Vec::new())
    } else {
        (Vec::new(), found)
    };
    answer.entries = distinct(&first)
        .into_iter()
        .map(|named| Entry::new(named, codes))
        .collect();
    answer.also = others
        .into_iter()
        .map(|named| brief(named, codes))
        .collect();
    if answer.entries.is_empty() && answer.also.is_empty() {
        let codes = code_range(number);
        if codes.is_none() || all {
            answer.flags = flags::sets_that_fit(number);
        }
        if answer.flags.is_empty() {
            return Err(unknown_value(query, number, codes));
        }
    }
    Ok(answer)
}

/// The first of each group of names for the same value of one enumeration; the others are aliases.
fn distinct(found: &[Named]) -> Vec<Named> {
    let mut seen = BTreeSet::new();
    found
        .iter()
        .filter(|named| match named {
            Named::Member(item, member) => seen.insert((item.name, member.value)),
            Named::Item(_) => true,
        })
        .copied()
        .collect()
}

/// The Windows error in an `HRESULT` or an `NTSTATUS` that wraps one, and which of them it is.
fn wrapped(number: Number) -> Option<(Number, &'static str)> {
    let bits = number.bits();
    let what = match bits >> 16 {
        0x8007 => "HRESULT",
        0xC007 => "NTSTATUS",
        _ => return None,
    };
    Some(((bits & 0xFFFF).to_string().parse().ok()?, what))
}

fn combination(query: &str) -> Outcome<Explanation> {
    let mut answer = Explanation::new(query);
    let names: Vec<&str> = query.split('|').map(str::trim).collect();
    if names.contains(&"") {
        return Err(
            Failure::usage(format!("a name is missing in {query}")).help("write NAME or NAME|NAME")
        );
    }
    if names.iter().all(|name| name.parse::<Number>().is_ok()) {
        return Err(
            Failure::usage("numbers alone do not tell which flags they are").help(format!(
                "name the set: winsec explain \"{query}\" --as SECPKG_FLAGS"
            )),
        );
    }
    let of = names.iter().find_map(|name| {
        let found = catalogue::find(name);
        found.into_iter().find_map(Named::enumeration)
    });
    let Some(of) = of else {
        let unknown = names.iter().find(|name| name.parse::<Number>().is_err());
        return Err(unknown_name(unknown.unwrap_or(&query)));
    };
    answer.flags.push(flags::decompose(query, of)?);
    Ok(answer)
}

fn typed(query: &str, of: &str) -> Outcome<Explanation> {
    let mut answer = Explanation::new(query);
    answer.flags.push(flags::decompose(query, of)?);
    Ok(answer)
}

fn brief(named: Named, codes: &BTreeSet<&str>) -> Brief {
    Brief {
        name: named.name(),
        kind: kind(named, codes),
        ty: named.enumeration(),
        docs: docs(named),
    }
}

fn unknown_value(query: &str, number: Number, codes: Option<String>) -> Failure {
    let hexadecimal = format!("0x{:X}", number.bits());
    let value = if query.eq_ignore_ascii_case(&hexadecimal) {
        query.to_owned()
    } else {
        format!("{query} ({hexadecimal})")
    };
    let failure = Failure::usage(format!("no code, flag or constant is {value}"));
    match codes {
        Some(codes) => failure.help(codes),
        None => failure,
    }
    .help("with --as TYPE it is read as a combination of that type's flags")
}

/// The codes that a number lies among, in words; none if it is no code.
fn code_range(number: Number) -> Option<String> {
    let bits = number.bits();
    let low = bits & 0xFFFF;
    if let Some((code, what)) = wrapped(number) {
        return Some(format!(
            "as an {what} it wraps the Windows error {code}, which has no name here"
        ));
    }
    let known = match bits {
        1_700..=1_999 => "1700 to 1999 are mostly codes of remote procedure calls",
        10_000..=11_999 => "10000 to 11999 are codes of Winsock",
        12_000..=12_999 => "12000 to 12999 are codes of WinINet and WinHTTP",
        13_000..=13_999 => "13000 to 13999 are codes of IPsec",
        1..=15_999 => "1 to 15999 are the system's error codes",
        0x0009_0300..=0x0009_03FF => "0x90300 to 0x903FF are codes of SSPI that are no failures",
        _ if bits >> 28 == 0x8 => {
            return Some(format!(
                "as an HRESULT it is a failure of facility {}, code {low}",
                bits >> 16 & 0x7FF
            ));
        }
        _ if bits >> 28 == 0xC => {
            return Some(format!(
                "as an NTSTATUS it is an error of facility {}, code {low}",
                bits >> 16 & 0xFFF
            ));
        }
        _ if bits >> 16 == 0xD000 => {
            return Some(format!(
                "as an HRESULT it wraps the NTSTATUS 0x{:X}",
                bits & !0x1000_0000
            ));
        }
        _ => return None,
    };
    Some(format!("{known}; none here has this number"))
}

/// Whether a name is like a pattern: `*` stands for any letters, `?` for one; case does not matter.
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.as_bytes(), name.as_bytes());
    let (mut at, mut from) = (0, 0);
    // Where to go on when what follows the latest `*` does not fit: the `*`, and what it covers.
    let mut again: Option<(usize, usize)> = None;
    while from < name.len() {
        match pattern.get(at) {
            Some(b'*') => {
                again = Some((at, from));
                at += 1;
            }
            Some(letter) if *letter == b'?' || letter.eq_ignore_ascii_case(&name[from]) => {
                at += 1;
                from += 1;
            }
            _ => match again {
                Some((star, covered)) => {
                    again = Some((star, covered + 1));
                    (at, from) = (star + 1, covered + 1);
                }
                None => return false,
            },
        }
    }
    pattern[at.min(pattern.len())..]
        .iter()
        .all(|letter| *letter == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_cover_any_letters() {
        for pattern in [
            "SEC_E_*",
            "*found",
            "sec*PKG*",
            "*",
            "SEC_E_SECPKG_NOT_FOUND",
            "?EC_E_*",
        ] {
            assert!(matches(pattern, "SEC_E_SECPKG_NOT_FOUND"), "{pattern}");
        }
        for pattern in ["", "SEC_E", "*FOUN", "SEC_?_NOT*X", "?"] {
            assert!(!matches(pattern, "SEC_E_SECPKG_NOT_FOUND"), "{pattern}");
        }
    }
}
