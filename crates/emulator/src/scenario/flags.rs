//! Flag sets and GUIDs as scenarios write them: names or a number, and the usual text form.

use std::fmt;

use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use winsec_ffi::{GUID, SECPKG_FLAGS, SOCKET_INFO_FLAGS};

/// Reads `["mutual-auth", "delegation"]`, or a number for what has no name.
struct Flags {
    prefix: &'static str,
    lookup: fn(&str) -> Option<u32>,
}

impl Flags {
    fn named<E: Error>(&self, name: &str) -> Result<u32, E> {
        let full = format!(
            "{}{}",
            self.prefix,
            name.replace('-', "_").to_ascii_uppercase()
        );
        (self.lookup)(&full)
            .ok_or_else(|| E::custom(format_args!("there is no flag `{name}` ({full})")))
    }
}

impl<'de> Visitor<'de> for Flags {
    type Value = u32;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "a list of names of {}* flags, or a number of 32 bits",
            self.prefix
        )
    }

    fn visit_i64<E: Error>(self, bits: i64) -> Result<u32, E> {
        u32::try_from(bits).map_err(|_| E::custom(format_args!("{bits} does not fit into 32 bits")))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<u32, A::Error> {
        let mut bits = 0;
        while let Some(name) = names.next_element::<String>()? {
            bits |= self.named::<A::Error>(&name)?;
        }
        Ok(bits)
    }
}

/// The flags of a connection: `["secured", "encrypted"]`.
pub(super) fn connection<'de, D: Deserializer<'de>>(de: D) -> Result<SOCKET_INFO_FLAGS, D::Error> {
    let flags = Flags {
        prefix: "SOCKET_INFO_CONNECTION_",
        lookup: |name| Some(SOCKET_INFO_FLAGS::from_name(name)?.bits()),
    };
    de.deserialize_any(flags)
        .map(SOCKET_INFO_FLAGS::from_bits_retain)
}

/// The capabilities of a package: `["mutual-auth", "delegation"]`.
pub(super) fn capabilities<'de, D: Deserializer<'de>>(de: D) -> Result<SECPKG_FLAGS, D::Error> {
    let flags = Flags {
        prefix: "SECPKG_FLAG_",
        lookup: |name| Some(SECPKG_FLAGS::from_name(name)?.bits()),
    };
    de.deserialize_any(flags)
        .map(SECPKG_FLAGS::from_bits_retain)
}

struct GuidText;

impl Visitor<'_> for GuidText {
    type Value = GUID;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a GUID such as \"aec2ef9c-3a4d-4d3e-8842-239942e39a47\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<GUID, E> {
        parse_guid(text).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
    }
}

/// Groups of 8, 4, 4, 4 and 12 hexadecimal digits.
fn parse_guid(text: &str) -> Option<GUID> {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths = groups.iter().map(|group| group.len());
    let digits = groups.iter().flat_map(|group| group.bytes());
    if !lengths.eq([8, 4, 4, 4, 12]) || !digits.into_iter().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let tail = u64::from_str_radix(&[groups[3], groups[4]].concat(), 16).ok()?;
    Some(GUID {
        Data1: u32::from_str_radix(groups[0], 16).ok()?,
        Data2: u16::from_str_radix(groups[1], 16).ok()?,
        Data3: u16::from_str_radix(groups[2], 16).ok()?,
        Data4: tail.to_be_bytes(),
    })
}

/// A GUID in its text form.
pub(super) fn guid<'de, D: Deserializer<'de>>(de: D) -> Result<GUID, D::Error> {
    de.deserialize_str(GuidText)
}
