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

/// When a program counts as hanging, and what may help.
#[derive(Debug)]
pub struct Patience {
    /// How long it may be silent.
    pub silence: Duration,
    /// Ends only that part of it which hangs, so that the rest can go on; without such a command,
    /// or when it does not help, the program itself is ended.
    pub rescue: Option<Command>,
}

/// Runs a program to its end and hands over each line of its output and of its errors, in the
/// order in which they come, without the line break.
pub fn watch(
    command: &mut Command,
    patience: Patience,
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
    let Patience {
        silence,
        mut rescue,
    } = patience;
    let mut rescued = false;
    loop {
        match lines.recv_timeout(silence) {
            Ok(bytes) => {
                rescued = false;
                line(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']));
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                if let Some(rescue) = rescue.as_mut().filter(|_| !rescued) {
                    line(&format!("no output in {silence:?}: ending what hangs"));
                    // Whether it has helped is seen by what comes next.
                    let _ = rescue.status();
                    rescued = true;
                    continue;
                }
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
        let patience = Patience {
            silence: Duration::MAX,
            rescue: None,
        };
        let status = watch(&mut command, patience, |line| {
            lines.push(line.to_owned());
        });
        assert_eq!(lines, ["a", "b", "c", "d"]);
        assert_eq!(status.unwrap().code(), Some(3));
    }

    #[test]
    fn ends_a_program_that_says_nothing() {
        let mut command = Command::new("sleep");
        let patience = Patience {
            silence: Duration::from_millis(10),
            rescue: None,
        };
        let error = watch(command.arg("3600"), patience, |_| {}).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`sleep 3600` was ended: no output in 10ms"
        );
    }

    #[test]
    fn ends_only_what_hangs_if_it_can() {
        let fifo = env::temp_dir().join(format!("xtask-hang-{}", std::process::id()));
        succeed(Command::new("mkfifo").arg(&fifo)).unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "cat \"$0\"; echo on"]).arg(&fifo);
        let mut rescue = Command::new("sh");
        rescue.args(["-c", "echo enough > \"$0\""]).arg(&fifo);
        let patience = Patience {
            silence: Duration::from_millis(200),
            rescue: Some(rescue),
        };
        let mut lines = Vec::new();
        let status = watch(&mut command, patience, |line| lines.push(line.to_owned()));
        std::fs::remove_file(&fifo).unwrap();
        assert!(status.unwrap().success());
        assert_eq!(
            lines,
            ["no output in 200ms: ending what hangs", "enough", "on"]
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
