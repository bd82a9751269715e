//! Running other programs: with a readable error when one cannot start or fails.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::{env, fmt, io};

use anyhow::{Context, Result, bail};

/// Runs a program to its end; its output goes where ours goes.
pub fn status(command: &mut Command) -> Result<ExitStatus> {
    command
        .status()
        .with_context(|| format!("cannot start `{}`", shown(command)))
}

/// Runs a program that must succeed.
pub fn succeed(command: &mut Command) -> Result<()> {
    let status = status(command)?;
    if !status.success() {
        bail!("`{}` failed: {status}", shown(command));
    }
    Ok(())
}

/// Runs a program that must succeed, and gives what it printed, without the last line break.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!(
            "`{}` failed: {}\n{}",
            shown(command),
            output.status,
            said.trim_end()
        );
    }
    let text = String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` did not print UTF-8", shown(command)))?;
    Ok(text.trim_end().to_owned())
}

/// Runs a program to its end and hands over each line of its output and of its errors, in the
/// order in which they come, without the line break.
pub fn watch(command: &mut Command, mut line: impl FnMut(&str)) -> Result<ExitStatus> {
    let (reader, writer) = io::pipe().context("cannot make a pipe")?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(writer.try_clone().context("cannot share a pipe")?)
        .stderr(writer)
        .spawn()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    // The command holds the pipe's other end: while it does, reading never comes to an end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut reader = BufReader::new(reader);
    let mut bytes = Vec::new();
    while reader
        .read_until(b'\n', &mut bytes)
        .context("cannot read a pipe")?
        != 0
    {
        line(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']));
        bytes.clear();
    }
    child.wait().context("cannot wait for a program")
}

/// The command line as a person would type it, without the environment.
pub fn shown(command: &Command) -> impl fmt::Display + use<> {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        let argument = argument.to_string_lossy();
        let plain = !argument.is_empty() && !argument.contains([' ', '"', '\'', '*', ';']);
        line.push(' ');
        line.push_str(&if plain {
            argument
        } else {
            format!("{argument:?}").into()
        });
    }
    line
}

/// Finds a program on the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path)
        .map(|folder| folder.join(&name))
        .find(|file| is_program(file))
}

/// Whether a file is there and may be run.
pub fn is_program(file: &Path) -> bool {
    let Ok(metadata) = file.metadata() else {
        return false;
    };
    #[cfg(unix)]
    let runnable = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o111 != 0;
    #[cfg(not(unix))]
    let runnable = true;
    metadata.is_file() && runnable
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn hands_over_output_and_errors_in_order() {
        let mut lines = Vec::new();
        let mut command = Command::new("sh");
        command.args(["-c", "echo a; echo b >&2; printf 'c\\r\\nd'; exit 3"]);
        let status = watch(&mut command, |line| lines.push(line.to_owned())).unwrap();
        assert_eq!(lines, ["a", "b", "c", "d"]);
        assert_eq!(status.code(), Some(3));
    }

    #[test]
    fn says_why_a_program_failed() {
        let error = output(Command::new("sh").args(["-c", "echo broken >&2; exit 1"])).unwrap_err();
        let message = error.to_string();
        assert!(
            message.starts_with("`sh -c \"echo broken >&2; exit 1\"` failed"),
            "{message}"
        );
        assert!(message.ends_with("broken"), "{message}");
    }

    #[test]
    fn names_a_program_that_is_not_there() {
        let error = succeed(&mut Command::new("no-such-program")).unwrap_err();
        assert_eq!(error.to_string(), "cannot start `no-such-program`");
        assert_eq!(find("no-such-program"), None);
        assert!(find("sh").is_some());
    }
}
