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

/// A version without what it is said to hold for: `Windows Vista [desktop apps only]`, `Available in
/// Windows Vista and later versions of Windows.`
fn version(text: &str) -> Option<String> {
    let version = text.split(['[', '|']).next().unwrap_or_default();
    let apart = |ch: char| ch.is_whitespace() || ch == '_' || ch == '\\';
    let words: Vec<&str> = version
        .split(apart)
        .filter(|word| !word.is_empty())
        .collect();
    let start = words.iter().position(|word| *word == "Windows")?;
    // `Obsolete in Windows 7` is no first version.
    let before = words[..start].join(" ").to_ascii_lowercase();
    let first = [
        "",
        "available",
        "supported",
        "introduced",
        "starting",
        "requires",
        "since",
        "minimum",
        "versions:",
        "microsoft",
        "in",
        "from",
        "unless",
    ];
    let begins = before.split(' ').next().unwrap_or_default();
    let last = ["not ", "no longer", "until", "before", "prior"];
    if !first.contains(&begins) || last.iter().any(|word| before.contains(word)) {
        return None;
    }
    let version = words[start..].join(" ");
    let ends = [
        ", and later",
        " and later",
        ", and newer",
        " and newer",
        " and above",
        " or later",
        " onward",
    ];
    let end = ends.iter().filter_map(|end| version.find(end)).min();
    let version = version[..end.unwrap_or(version.len())].trim_end_matches(['.', ',', ' ']);
    Some(version.to_owned())
}
