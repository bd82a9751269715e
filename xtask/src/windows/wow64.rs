//! The 32-bit DLLs of Debian's 64-bit Wine, which come in a package for i386: unpacked below the target
//! folder, so that the machine needs no second architecture.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{process, screen};

/// Where Debian's 64-bit Wine is.
const INSTALLED: &str = "/usr/lib/x86_64-linux-gnu/wine";

/// The folder of the DLLs, in Wine's folder.
const DLLS: &str = "i386-windows";

/// The folder to name in `WINEDLLPATH`; none where Wine has its 32-bit DLLs already.
pub fn dlls(folder: &Path, setup: bool) -> Result<Option<PathBuf>> {
    let installed = Path::new(INSTALLED);
    if installed.join(DLLS).join("ntdll.dll").is_file() {
        return Ok(None);
    }
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${Version}", "libwine"]);
    let version = process::output(&mut query)
        .context("only Debian's Wine can be given its 32-bit DLLs, and it is not installed")?;
    let unpacked = folder.join(format!("wine-x86-{}", version.replace([':', '~'], "-")));
    if unpacked.is_dir() {
        return Ok(Some(unpacked));
    }
    if !setup {
        bail!("Wine's 32-bit DLLs are missing; --setup unpacks them below the target folder");
    }
    let partial = folder.join("wine-x86-partial");
    if partial.exists() {
        fs::remove_dir_all(&partial).context("cannot remove what an earlier run left")?;
    }
    unpack(&download(&partial, &version)?, &partial.join(DLLS))?;
    // Wine's own copy is a link to the library's.
    let zlib = "zlib1.dll";
    fs::copy(
        installed.join(DLLS).join(zlib),
        partial.join(DLLS).join(zlib),
    )
    .context("cannot copy the 32-bit zlib1.dll")?;
    // Below this folder Wine looks for its other half, too.
    let unix = "x86_64-unix";
    #[cfg(unix)]
    std::os::unix::fs::symlink(installed.join(unix), partial.join(unix))
        .context("cannot link Wine's libraries")?;
    fs::rename(&partial, &unpacked).context("cannot finish unpacking")?;
    Ok(Some(unpacked))
}

/// Downloads the package by an apt that knows of no other architecture and of nothing installed.
fn download(folder: &Path, version: &str) -> Result<PathBuf> {
    let private = folder.join("apt");
    for part in ["lists/partial", "archives/partial"] {
        fs::create_dir_all(private.join(part)).context("cannot make a folder for apt")?;
    }
    File::create(private.join("status")).context("cannot make a file for apt")?;
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command
            .args(["--quiet=2", "--option=APT::Architecture=i386"])
            .args([
                "--option=APT::Architectures=i386",
                "--option=Acquire::Retries=3",
            ])
            .arg(format!("--option=Dir::State={}", private.display()))
            .arg(format!(
                "--option=Dir::State::status={}/status",
                private.display()
            ))
            .arg(format!("--option=Dir::Cache={}", private.display()))
            // apt gives up root's rights for downloads, and then may not enter this folder.
            .arg("--option=APT::Sandbox::User=root")
            .args(arguments)
            .current_dir(&private)
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        process::succeed(&mut command)
    };
    let package = format!("libwine={version}");
    screen::say("Setup", format_args!("apt-get download {package} for i386"));
    // A list that cannot be had may be one that the package is not in; the download tells.
    if let Err(error) = apt(&["update"]) {
        screen::error(&error);
    }
    apt(&["download", &package])?;
    let entries = fs::read_dir(&private).context("cannot list the download")?;
    let mut paths = entries.flatten().map(|entry| entry.path());
    paths
        .find(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .context("apt-get has downloaded nothing")
}

/// Unpacks the package's DLLs into a folder, and removes the package and what apt has left.
fn unpack(package: &Path, dlls: &Path) -> Result<()> {
    fs::create_dir_all(dlls).context("cannot make a folder for DLLs")?;
    let mut contents = Command::new("dpkg-deb")
        .arg("--fsys-tarfile")
        .arg(package)
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start `dpkg-deb`")?;
    let mut tar = Command::new("tar");
    tar.args(["--extract", "--strip-components=6", "--directory"])
        .arg(dlls)
        .arg("./usr/lib/i386-linux-gnu/wine/i386-windows")
        .stdin(contents.stdout.take().context("no output of `dpkg-deb`")?);
    process::succeed(&mut tar)?;
    let status = contents.wait().context("cannot wait for `dpkg-deb`")?;
    if !status.success() {
        bail!(
            "`dpkg-deb --fsys-tarfile {}` failed: {status}",
            package.display()
        );
    }
    let apt = package.parent().context("a download without a folder")?;
    fs::remove_dir_all(apt).context("cannot remove the download")
}
