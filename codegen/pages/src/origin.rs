//! Where an item is defined and since when it exists, of what front matter and requirements say.

use crate::front::Front;
use crate::page::Origin;

/// Reads it, from the front matter or, where that is silent, from the table of requirements.
pub(crate) fn read(front: &Front, requirements: &[(String, String)]) -> Origin {
    let find = |key: &str, row: &str| {
        front.first(key).or_else(|| {
            let found = requirements.iter().find(|(key, _)| key == row);
            found.map(|(_, value)| value.as_str())
        })
    };
    Origin {
        header: find("req.header", "header").and_then(|text| file(text, &["h"])),
        client: find("req.target-min-winverclnt", "minimum supported client").and_then(version),
        server: find("req.target-min-winversvr", "minimum supported server").and_then(version),
        library: find("req.dll", "dll").and_then(|text| file(text, &["dll", "drv", "exe", "sys"])),
        page: None,
    }
}

/// The first file that a text names, in small letters: `Winsock2.h (include Winsock2.h)`.
fn file(text: &str, extensions: &[&str]) -> Option<String> {
    let split = |ch: char| ch.is_whitespace() || "(),;".contains(ch);
    let word = text.split(split).find(|word| !word.is_empty())?;
    let word = word.to_ascii_lowercase();
    let (stem, extension) = word.rsplit_once('.')?;
    let plain = |ch: char| ch.is_ascii_alphanumeric() || "_-.".contains(ch);
    (!stem.is_empty() && stem.chars().all(plain) && extensions.contains(&extension)).then_some(word)
}

/// A version without what it is said to hold for: `Windows Vista [desktop apps only]`.
fn version(text: &str) -> Option<String> {
    let version = text.split(['[', '|']).next().unwrap_or_default();
    let words: Vec<&str> = version.split_whitespace().collect();
    let version = words.join(" ");
    version.starts_with("Windows").then_some(version)
}
