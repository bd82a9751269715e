//! Installing Debian packages.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{process, screen};

/// Debian's package manager with fresh lists, or none where it is not installed.
#[derive(Debug)]
pub struct Apt {
    present: bool,
}

impl Apt {
    /// Refreshes the package lists.
    pub fn update() -> Result<Self> {
        let present = process::find("apt-get").is_some();
        if present {
            run(&["update"]).context("cannot refresh the package lists")?;
        }
        Ok(Self { present })
    }

    /// Whether there is a package of this name.
    pub fn offers(&self, package: &str) -> bool {
        let mut query = Command::new("apt-cache");
        query.args(["show", "--no-all-versions", package]);
        self.present && process::output(&mut query).is_ok()
    }

    /// Installs packages. It fails rather than remove any.
    pub fn install(&self, packages: &[&str]) -> Result<()> {
        let mut arguments = vec!["install", "--yes", "--no-install-recommends", "--no-remove"];
        arguments.extend(packages);
        run(&arguments).with_context(|| format!("cannot install {}", packages.join(" ")))
    }
}

/// Runs apt-get as the administrator, and says so.
fn run(arguments: &[&str]) -> Result<()> {
    let mut command = administrator("apt-get")?;
    command
        .args([
            "--quiet=2",
            "--option=DPkg::Lock::Timeout=300",
            "--option=Acquire::Retries=3",
        ])
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        // Errors go to standard error; the rest is a line for each package, twice.
        .stdout(Stdio::null())
        .stdin(Stdio::null());
    screen::say("Setup", process::shown(&command));
    process::succeed(&mut command)
}

/// A command with the rights to install.
fn administrator(program: &str) -> Result<Command> {
    let user = process::output(Command::new("id").arg("--user"))?;
    if user == "0" {
        return Ok(Command::new(program));
    }
    if process::find("sudo").is_none() {
        bail!("installing packages takes root's rights, and there is no sudo here");
    }
    let mut command = Command::new("sudo");
    // sudo drops the environment but for what it is told to keep.
    command.args(["--preserve-env=DEBIAN_FRONTEND", program]);
    Ok(command)
}
