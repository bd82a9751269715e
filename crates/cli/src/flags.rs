//! Flag sets by the names that people type: the C names without their prefix, in lower case.

use serde::Serialize;

use crate::catalogue::items::Kind;
use crate::catalogue::{self, Named, Number, didyoumean, similar};
use crate::outcome::{Failure, Outcome};

/// A flag set of the specs, and the prefix that its flags share.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FlagSet {
    ty: &'static str,
    prefix: &'static str,
    what: &'static str,
}

/// What a security package can do.
pub(crate) const CAPABILITIES: FlagSet = FlagSet {
    ty: "SECPKG_FLAGS",
    prefix: "SECPKG_FLAG_",
    what: "capability",
};

/// The rights that a token is opened with.
pub(crate) const TOKEN_ACCESS: FlagSet = FlagSet {
    ty: "TOKEN_ACCESS_MASK",
    prefix: "TOKEN_",
    what: "right",
};

/// How a connection is protected.
pub(crate) const CONNECTION: FlagSet = FlagSet {
    ty: "SOCKET_INFO_FLAGS",
    prefix: "SOCKET_INFO_CONNECTION_",
    what: "flag",
};

/// How a request's connection is made.
pub(crate) const REQUEST: FlagSet = FlagSet {
    ty: "IDSI_FLAGS",
    prefix: "IDSI_FLAG_",
    what: "flag",
};

/// A value of a flag set, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Flags {
    pub(crate) value: u32,
    pub(crate) names: Vec<String>,
    /// The bits without a name, in hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unnamed: Option<String>,
}

impl FlagSet {
    /// The single bits that have a name, and the name.
    fn bits(self) -> impl Iterator<Item = (u32, String)> {
        let members = match catalogue::item(self.ty).map(|item| &item.kind) {
            Some(Kind::Enumeration(of)) => of.members,
            _ => &[],
        };
        members.iter().filter_map(move |member| {
            let bits = u32::try_from(member.value).ok()?;
            let name = member.name.strip_prefix(self.prefix)?;
            (bits.count_ones() == 1).then(|| (bits, name.to_lowercase().replace('_', "-")))
        })
    }

    /// A value by its names.
    pub(crate) fn name(self, value: u32) -> Flags {
        let mut rest = value;
        let mut names = Vec::new();
        for (bit, name) in self.bits() {
            if rest & bit != 0 {
                rest &= !bit;
                names.push(name);
            }
        }
        Flags {
            value,
            names,
            unnamed: (rest != 0).then(|| format!("0x{rest:X}")),
        }
    }

    /// The value of names, C names or numbers.
    pub(crate) fn parse(self, texts: &[String]) -> Outcome<u32> {
        texts
            .iter()
            .try_fold(0, |bits, text| Ok(bits | self.parse_one(text)?))
    }

    fn parse_one(self, text: &str) -> Outcome<u32> {
        let text = text.trim();
        if text.is_empty() {
            return Err(empty_name(self.what));
        }
        if let Ok(number) = text.parse::<Number>() {
            return u32::try_from(number.bits()).map_err(|_| {
                Failure::usage(format!(
                    "{text} does not fit into the 32 bits of {}",
                    self.ty
                ))
            });
        }
        let wanted = text.replace('_', "-").to_lowercase();
        if let Some((bit, _)) = self.bits().find(|(_, name)| *name == wanted) {
            return Ok(bit);
        }
        let own = catalogue::find(text)
            .into_iter()
            .find_map(|named| match named {
                Named::Member(item, member) if item.name == self.ty => Some(member.value),
                _ => None,
            });
        own.and_then(|bits| u32::try_from(bits).ok())
            .ok_or_else(|| self.unknown(text, &wanted))
    }

    fn unknown(self, text: &str, wanted: &str) -> Failure {
        let names: Vec<String> = self.bits().map(|(_, name)| name).collect();
        let near = similar(wanted, names.iter().map(String::as_str));
        Failure::usage(format!("no {} is called {text}", self.what))
            .help(didyoumean(&near).unwrap_or_else(|| format!("there are: {}", names.join(", "))))
    }
}

/// A list of names has a hole.
pub(crate) fn empty_name(what: &str) -> Failure {
    Failure::usage(format!("the name of a {what} is empty")).help("separate names by single commas")
}

impl Flags {
    /// The names, and the bits without one, for people; `none` for none.
    pub(crate) fn words(&self) -> String {
        let words: Vec<&str> = self
            .names
            .iter()
            .map(String::as_str)
            .chain(self.unnamed.as_deref())
            .collect();
        if words.is_empty() {
            return "none".to_owned();
        }
        words.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_read() {
        let texts = [
            "mutual-auth",
            "SECPKG_FLAG_DELEGATION",
            "Privacy",
            "0x80000000",
        ];
        let value = CAPABILITIES.parse(&texts.map(str::to_owned)).unwrap();
        assert_eq!(value, 0x8003_0002);
        let flags = CAPABILITIES.name(value);
        assert_eq!(
            flags.words(),
            "privacy, mutual-auth, delegation, 0x80000000"
        );
    }

    #[test]
    fn a_misspelt_name_is_answered_with_the_right_one() {
        let failure = CAPABILITIES.parse(&["mutal-auth".to_owned()]).unwrap_err();
        assert_eq!(failure.message, "no capability is called mutal-auth");
        assert_eq!(failure.help, ["did you mean mutual-auth?"]);
    }
}
