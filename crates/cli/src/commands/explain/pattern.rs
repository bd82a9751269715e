//! Patterns for names: `*` stands for any letters, `?` for one; case does not matter.

/// Whether a name is like a pattern.
pub(super) fn matches(pattern: &str, name: &str) -> bool {
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
