//! Running other programs: with a readable error when one cannot start or fails.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;
use std::{env, fmt, io, thread};

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
/// order in which they come, without the line break. Ends it when it is silent for too long.
pub fn watch(
    command: &mut Command,
    silence: Duration,
    mut line: impl FnMut(&str),
) -> Result<ExitStatus> {
    let (reader, writer) = io::pipe().context("cannot make a pipe")?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(writer.try_clone().context("cannot share a pipe")?)
        .stderr(writer)
        .spawn()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    // The command holds the pipe's other end: while it does, reading never comes to an end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let (sender, lines) = mpsc::channel();
    thread::spawn(move || send_lines(reader, &sender));
    loop {
        match lines.recv_timeout(silence) {
            Ok(bytes) => line(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n'])),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                // What it has started in turn may live on; nothing waits for that.
                child.kill().context("cannot end a silent program")?;
                child.wait().context("cannot wait for a program")?;
                bail!("`{}` was ended: no output in {silence:?}", shown(command));
            }
        }
    }
    child.wait().context("cannot wait for a program")
}

/// Sends lines until there are no more, or nobody wants them.
fn send_lines(reader: io::PipeReader, lines: &mpsc::Sender<Vec<u8>>) {
    let mut reader = BufReader::new(reader);
    loop {
        let mut bytes = Vec::new();
        match reader.read_until(b'\n', &mut bytes) {
            Ok(1..) if lines.send(bytes).is_ok() => {}
            _ => return,
        }
    }
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
        let status = watch(&mut command, Duration::MAX, |line| {
            lines.push(line.to_owned());
        })
        .unwrap();
        assert_eq!(lines, ["a", "b", "c", "d"]);
        assert_eq!(status.code(), Some(3));
    }

    #[test]
    fn ends_a_program_that_says_nothing() {
        let mut command = Command::new("sleep");
        let silence = Duration::from_millis(10);
        let error = watch(command.arg("3600"), silence, |_| {}).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`sleep 3600` was ended: no output in 10ms"
        );
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
