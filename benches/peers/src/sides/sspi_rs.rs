//! sspi-rs, which lists the packages that it has itself.

/// All packages: units of their texts, and the largest token.
pub(crate) fn walk() -> impl FnMut() -> (usize, u32) + 'static {
    || {
        let packages = sspi::enumerate_security_packages().expect("sspi-rs lists its packages");
        packages.iter().fold((0, 0), |(units, token), package| {
            let name = package.name.as_ref();
            (
                units + name.len() + package.comment.len(),
                token.max(package.max_token_len),
            )
        })
    }
}

/// The names of all packages.
pub(crate) fn names() -> Vec<String> {
    let packages = sspi::enumerate_security_packages().expect("sspi-rs lists its packages");
    packages
        .iter()
        .map(|package| package.name.as_ref().to_owned())
        .collect()
}
