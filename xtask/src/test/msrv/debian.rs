//! An older Rust out of Debian's packages, unpacked beside the installed one.

use std::env::consts::ARCH;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::apt::Apt;
use crate::windows::Rust;
use crate::{process, screen};

/// The Rust that an earlier run has unpacked.
pub fn unpacked(folder: &Path) -> Option<Rust> {
    let programs = folder.join("usr/bin");
    let libraries = [folder.join("usr/lib"), folder.join("lib")]
        .map(|folder| folder.join(format!("{ARCH}-linux-gnu")));
    let libraries = std::env::join_paths(libraries).ok()?;
    Rust::at(
        programs.join("cargo"),
        programs.join("rustc"),
        Some(libraries),
    )
}

/// Downloads the packages of a version with whatever they need that is not installed, and unpacks
/// them. Nothing is installed, so the rights to install are not needed.
pub fn unpack(version: &str, folder: &Path) -> Result<Rust> {
    let (family, version) = match offered(version) {
        Some(found) => found,
        None => {
            Apt::update()?;
            offered(version)
                .with_context(|| format!("Debian's package lists have no Rust {version}"))?
        }
    };
    let packages = [
        format!("rustc{family}={version}"),
        format!("cargo{family}={version}"),
        format!("libstd-rust{family}-dev={version}"),
        format!("rust{family}-src={version}"),
    ];
    let beside = |what: &str| {
        let mut path = folder.as_os_str().to_owned();
        path.push(what);
        PathBuf::from(path)
    };
    let archives = beside(".archives");
    fs::create_dir_all(archives.join("partial")).context("cannot make a folder for downloads")?;
    let mut download = Command::new("apt-get");
    download
        .args([
            "install",
            "--download-only",
            "--yes",
            "--quiet=2",
            "--no-install-recommends",
        ])
        .args(["--allow-downgrades", "--option=Debug::NoLocking=1"])
        // apt gives up root's rights for downloads, and complains where that user may not write.
        .arg("--option=APT::Sandbox::User=root")
        .arg(format!(
            "--option=Dir::Cache::Archives={}",
            archives.display()
        ))
        .args(packages);
    screen::say("Setup", process::shown(&download));
    process::succeed(download.stdin(Stdio::null()).stdout(std::io::stderr()))?;
    let partial = beside(".partial");
    for entry in fs::read_dir(&archives).context("cannot list the downloads")? {
        let archive = entry.context("cannot list the downloads")?.path();
        if archive
            .extension()
            .is_some_and(|extension| extension == "deb")
        {
            process::succeed(
                Command::new("dpkg")
                    .arg("--extract")
                    .arg(archive)
                    .arg(&partial),
            )?;
        }
    }
    fs::remove_dir_all(&archives).context("cannot remove the downloads")?;
    fs::rename(&partial, folder).context("cannot finish unpacking")?;
    unpacked(folder).context("the unpacked Rust does not start")
}

/// The exact version that the package lists offer of this Rust, and which family has it: Debian
/// carries a newer Rust for web browsers beside its own.
fn offered(version: &str) -> Option<(&'static str, String)> {
    ["-web", ""].into_iter().find_map(|family| {
        let mut query = Command::new("apt-cache");
        let rows = process::output(query.args(["madison", &format!("rustc{family}")])).ok()?;
        Some((family, listed(&rows, version)?.to_owned()))
    })
}

/// The package's version in rows of `name | version | source` that belongs to a version of Rust.
fn listed<'a>(rows: &'a str, version: &str) -> Option<&'a str> {
    let versions = rows.lines().filter_map(|row| row.split('|').nth(1));
    let belongs = |row: &&str| {
        let rest = row.strip_prefix(version);
        rest.is_some_and(|rest| rest.starts_with('.'))
    };
    versions.map(str::trim).find(belongs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_package_of_a_version() {
        let rows = " rustc-web | 1.96.0+dfsg1-1~deb12u2 | http://mirror.example/security\n \
                    rustc-web | 1.85.0+dfsg3-1~deb12u3 | http://mirror.example/main\n";
        assert_eq!(listed(rows, "1.85"), Some("1.85.0+dfsg3-1~deb12u3"));
        assert_eq!(listed(rows, "1.8"), None);
        assert_eq!(listed("", "1.85"), None);
    }
}
