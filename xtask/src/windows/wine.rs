//! Wine: its programs, and the prefix that our runs share.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::{needs, process, screen};

/// Wine with a prefix of its own, below the target folder. No other run uses the prefix meanwhile.
#[derive(Debug)]
pub struct Wine {
    loader: PathBuf,
    version: String,
    prefix: PathBuf,
    /// Where it looks for DLLs of its own before it looks where it was installed.
    dlls: Option<PathBuf>,
    _lock: File,
}

impl Wine {
    /// Makes the prefix of this name unless an earlier run has.
    pub fn prepare(folder: &Path, name: &str, dlls: Option<PathBuf>) -> Result<Self> {
        let loader = needs::wine().context("Wine is not installed")?;
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let lock = lock(&folder.join(name).with_extension("lock"))?;
        let wine = Self {
            version: process::output(Command::new(&loader).arg("--version"))?,
            prefix: folder.join(name),
            loader,
            dlls,
            _lock: lock,
        };
        wine.boot()?;
        Ok(wine)
    }

    /// What `wine --version` says, without the distribution's additions.
    pub fn version(&self) -> &str {
        self.version.split(' ').next().unwrap_or(&self.version)
    }

    /// The program that runs a Windows program.
    pub fn loader(&self) -> &Path {
        &self.loader
    }

    /// Whether Wine brings a DLL of this name.
    pub fn has_dll(&self, name: &str) -> bool {
        self.prefix
            .join("drive_c/windows/system32")
            .join(name)
            .exists()
    }

    /// The environment that a Windows program runs in.
    pub fn environment(&self) -> Vec<(&'static str, OsString)> {
        let mut environment = vec![
            ("WINEPREFIX", self.prefix.clone().into()),
            ("WINEDEBUG", "-all".into()),
            // No offer to install .NET or a browser; a crash is one line, not a debugger's dump. No
            // Wayland, which complains where no user is logged in.
            (
                "WINEDLLOVERRIDES",
                "mscoree,mshtml=;winedbg.exe=d;winewayland.drv=".into(),
            ),
        ];
        environment.extend(self.dlls.clone().map(|dlls| ("WINEDLLPATH", dlls.into())));
        environment
    }

    /// Makes the prefix; the stamp tells one that is complete, and by which Wine.
    fn boot(&self) -> Result<()> {
        let stamp = self.prefix.join("complete");
        if fs::read_to_string(&stamp).is_ok_and(|version| version == self.version) {
            return Ok(());
        }
        if self.prefix.exists() {
            fs::remove_dir_all(&self.prefix).context("cannot remove an unfinished Wine prefix")?;
        }
        screen::say(
            "Preparing",
            format_args!("{} in {}", self.version, self.prefix.display()),
        );
        process::succeed(
            Command::new(&self.loader)
                .args(["wineboot", "--init"])
                .envs(self.environment())
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        fs::write(&stamp, &self.version).context("cannot finish the Wine prefix")
    }

    /// Ends the prefix's server, and with it every Windows program that still runs.
    pub fn end_all(&self) -> Command {
        let beside = self.loader.with_file_name("wineserver64");
        let server = if beside.is_file() {
            beside
        } else {
            "wineserver".into()
        };
        let mut command = Command::new(server);
        command
            .arg("--kill")
            .envs(self.environment())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }
}

impl Drop for Wine {
    fn drop(&mut self) {
        // It fails when there is nothing to end.
        let _ = self.end_all().status();
    }
}

fn lock(path: &Path) -> Result<File> {
    let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
    if file.try_lock().is_err() {
        screen::say("Waiting", "for another run that uses the Wine prefix");
        file.lock().context("cannot lock the Wine prefix")?;
    }
    Ok(file)
}
