//! What people paste: a code or a name among the words and the punctuation that programs print around it.

use crate::catalogue::{self, Named, Number};

/// What stands at the ends of a code that was copied out of a sentence.
const PUNCTUATION: &[char] = &[
    '(', ')', '[', ']', '{', '}', '<', '>', '"', '\'', '`', ',', ';', ':', '.', '!',
];

/// Words that introduce a code.
const INTRODUCTIONS: &[&str] = &[
    "code",
    "errno",
    "error",
    "exception",
    "from",
    "hr",
    "hresult",
    "nt",
    "ntstatus",
    "os",
    "rpc",
    "schannel",
    "sec",
    "security",
    "sspi",
    "status",
    "system",
    "win32",
    "windows",
    "winerror",
    "winhttp",
    "wininet",
    "winsock",
    "wsa",
];

/// A text without the punctuation at its ends.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || PUNCTUATION.contains(&c))
}

/// The words of a text: `(HRESULT=0x80090305)` has two.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c == '=' || c == ':')
        .map(bare)
        .filter(|word| !word.is_empty())
}

/// The code or the name that a sentence is about, if there is one alone; a name and its own value are one.
pub(super) fn subject(sentence: &str) -> Option<&str> {
    let mut code: Option<(&str, Number)> = None;
    let mut name: Option<(&str, Named)> = None;
    for word in words(sentence) {
        if let Ok(number) = word.parse::<Number>() {
            if code.is_some_and(|(_, other)| other.bits() != number.bits()) {
                return None;
            }
            code = code.or(Some((word, number)));
        } else if let Some(named) = value(word) {
            if name.is_some() {
                return None;
            }
            name = Some((word, named));
        } else if word.contains('_') {
            // A name that is not known here: what the code beside it means is not sure.
            return None;
        }
    }
    match (name, code) {
        (None, code) => code.map(|(word, _)| word),
        (Some((word, _)), None) => Some(word),
        (Some((word, named)), Some((_, number))) => {
            let (bits, of) = named.integer()?;
            number.is(bits, of).then_some(word)
        }
    }
}

/// The constant of a name that is written as such names are: `SEC_E_LOGON_DENIED`, `WSAECONNRESET`.
fn value(word: &str) -> Option<Named> {
    let found = catalogue::find(word).into_iter();
    let mut found = found.filter(|named| named.name() == word && named.integer().is_some());
    found.next()
}

/// Whether a text is one code with words that introduce it, such as `os error 10054`.
pub(super) fn is_introduced(sentence: &str) -> bool {
    let introduces = |word: &&str| !INTRODUCTIONS.contains(&word.to_lowercase().as_str());
    let rest: Vec<&str> = words(sentence).filter(introduces).collect();
    matches!(rest[..], [code] if code.parse::<Number>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_at_the_ends_is_left_out() {
        for text in [
            "(0x80090305)",
            "0x80090305,",
            "0x80090305.",
            "[0x80090305]:",
            "\"0x80090305\";",
            " '0x80090305' ",
        ] {
            assert_eq!(bare(text), "0x80090305", "{text}");
        }
        assert_eq!(bare("-2146893051,"), "-2146893051");
    }

    #[test]
    fn a_sentence_is_about_its_one_code() {
        for (sentence, code) in [
            ("os error 10054", "10054"),
            (
                "An existing connection was closed. (os error 10054)",
                "10054",
            ),
            ("HRESULT 0x80090305", "0x80090305"),
            ("(Exception from HRESULT: 0x80090305)", "0x80090305"),
            ("hr=0x80090305", "0x80090305"),
            ("[WinError 10054] closed", "10054"),
            ("error -2146893051 at sending", "-2146893051"),
            ("connect failed: 10061 (0x274D)", "10061"),
            (
                "SEC_E_SECPKG_NOT_FOUND (0x80090305)",
                "SEC_E_SECPKG_NOT_FOUND",
            ),
            ("failed with WSAECONNRESET", "WSAECONNRESET"),
        ] {
            assert_eq!(subject(sentence), Some(code), "{sentence}");
        }
        for sentence in [
            "5 of 7",
            "no code at all",
            "WSAECONNRESET (10053)",
            "SEC_E_MISSPELT (0x80090305)",
            "WSAECONNRESET or WSAEMSGSIZE",
        ] {
            assert_eq!(subject(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn only_introductions_go_without_quotes() {
        assert!(is_introduced("os error 10054"));
        assert!(is_introduced("Error code: 12007"));
        assert!(!is_introduced("WSAEMSGSIZ 5"));
        assert!(!is_introduced("5 7"));
        assert!(!is_introduced("os error"));
    }
}
