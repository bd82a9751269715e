//! The item that a page is about: its kind, its possible names, and the page's address.

use crate::fault::Fault;

/// The kinds of items that pages are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A struct or a union (`NS`).
    Record,
    /// An enumeration (`NE`).
    Enumeration,
    /// A function (`NF`).
    Function,
    /// A macro, which has the letters of a function.
    Macro,
    /// A callback (`NC`).
    Callback,
    /// A control code, or another constant (`NI`).
    Constant,
}

/// What a UID says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Subject {
    /// An item of a header.
    Item {
        /// Its kind.
        kind: Kind,
        /// Its header, without `.h`.
        header: String,
        /// Its name or tag.
        name: String,
    },
    /// Something else, in words.
    Other(&'static str),
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::Record,
        Self::Enumeration,
        Self::Function,
        Self::Macro,
        Self::Callback,
        Self::Constant,
    ];

    /// The two letters before the colon of a UID.
    const fn letters(self) -> &'static str {
        match self {
            Self::Record => "NS",
            Self::Enumeration => "NE",
            Self::Function | Self::Macro => "NF",
            Self::Callback => "NC",
            Self::Constant => "NI",
        }
    }

    /// What a title says behind an item's name: `WSAIoctl function`.
    pub(crate) fn of_title(words: &str) -> Option<Self> {
        let words = words.to_ascii_lowercase();
        let words = words.split(" (").next().unwrap_or_default().trim();
        Some(match words {
            "structure" | "struct" | "union" => Self::Record,
            "enumeration" | "enum" => Self::Enumeration,
            "function" => Self::Function,
            "macro" => Self::Macro,
            "callback" | "callback function" => Self::Callback,
            "control code" | "constant" | "ioctl" => Self::Constant,
            _ => return None,
        })
    }
}

impl Subject {
    /// Reads a UID: `NS:mstcpip._SOCKET_SECURITY_QUERY_INFO`.
    pub(crate) fn read(uid: &str, line: usize) -> Result<Self, Fault> {
        let (letters, rest) = uid.split_once(':').unwrap_or((uid, ""));
        match letters {
            "NA" => return Ok(Self::Other("a header")),
            "TP" => return Ok(Self::Other("a technology")),
            "NL" => return Ok(Self::Other("a class")),
            "NN" => return Ok(Self::Other("a COM interface")),
            _ => {}
        }
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.letters() == letters) else {
            let message = format!(
                "the UID `{uid}` is of no known kind; an item's begins with `NS:`, `NE:`, `NF:`, \
                 `NC:` or `NI:`"
            );
            return Err(Fault::new(line, message));
        };
        let Some((header, name)) = rest.split_once('.').filter(|(header, _)| is_header(header))
        else {
            let message = format!(
                "the UID `{uid}` does not name a header and an item; write `{letters}:header.NAME`"
            );
            return Err(Fault::new(line, message));
        };
        if name.contains(['.', ':']) {
            return Ok(Self::Other("a method of an interface or a class"));
        }
        // A tag without a name has a number: `NS:ws2def.__unnamed_struct_0`, with a name in
        // `api_name`; a function of several forms ends in its parameters or a number.
        let name = name.split(['(', '~']).next().unwrap_or(name);
        if !is_name(name) {
            let message = format!("the UID `{uid}` names no item: `{name}` is no name of C");
            return Err(Fault::new(line, message));
        }
        Ok(Self::Item {
            kind,
            header: header.to_owned(),
            name: name.to_owned(),
        })
    }
}

/// Where Microsoft publishes the page of an item, below `windows/win32/api/`.
#[must_use]
pub fn address(kind: Kind, header: &str, name: &str) -> String {
    let letters = kind.letters().to_ascii_lowercase();
    let header = header.to_ascii_lowercase();
    let name = name.trim_start_matches('_').to_ascii_lowercase();
    format!("{header}/{letters}-{header}-{name}")
}

/// Whether a text could be a header's name.
fn is_header(text: &str) -> bool {
    let part = |byte: u8| byte.is_ascii_alphanumeric() || b"_-".contains(&byte);
    !text.is_empty() && text.bytes().all(part)
}

/// Whether a text is a name of C.
pub(crate) fn is_name(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
