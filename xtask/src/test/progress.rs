//! What is to be seen of a step while it runs: one moving line on a terminal, all of it elsewhere.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};

use crate::test::step::End;
use crate::{process, screen};

/// A step's output on its way to the screen.
#[derive(Debug)]
pub struct Progress {
    title: String,
    /// The moving line; none where everything is printed as it comes.
    bar: Option<ProgressBar>,
    /// What to print should the step fail.
    kept: Vec<String>,
}

impl Progress {
    /// Shows a step while it runs, and how it ended.
    pub fn show(
        what: &str,
        place: &str,
        run: impl FnOnce(&mut Self) -> Result<End>,
    ) -> Result<End> {
        let begin = Instant::now();
        let mut progress = Self::begin(format!("{what} ({place})"));
        let end = run(&mut progress);
        progress.end(end.as_ref().is_ok_and(End::is_good), begin.elapsed());
        end
    }

    fn begin(title: String) -> Self {
        let bar = screen::is_moving().then(|| {
            let style = "{spinner:>12.green} {prefix} {elapsed} {wide_msg:.dim}";
            let style = ProgressStyle::with_template(style)
                .unwrap_or_else(|_| ProgressStyle::default_spinner());
            let bar = ProgressBar::new_spinner()
                .with_style(style)
                .with_prefix(title.clone());
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        if bar.is_none() {
            screen::say("Testing", &title);
        }
        Self {
            title,
            bar,
            kept: Vec::new(),
        }
    }

    /// Shows the command that the step runs now.
    pub fn command(&mut self, command: &Command) {
        let line = format!("$ {}", process::shown(command));
        self.line(&line, false);
    }

    /// Shows a line of output. A dull one is of no interest even if the step fails.
    pub fn line(&mut self, line: &str, dull: bool) {
        let Some(bar) = &self.bar else {
            anstream::eprintln!("{line}");
            return;
        };
        let plain = anstream::adapter::strip_str(line).to_string();
        if !plain.trim().is_empty() {
            bar.set_message(plain.trim().to_owned());
        }
        if !dull {
            self.kept.push(line.to_owned());
        }
    }

    /// Says how the step ended, and, if it failed, prints what is needed to see why.
    fn end(self, good: bool, time: Duration) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
        if !good {
            for line in &self.kept {
                anstream::eprintln!("{line}");
            }
        }
        let verb = if good { "Passed" } else { "Failed" };
        screen::say(
            verb,
            format_args!("{} in {:.1} s", self.title, time.as_secs_f64()),
        );
    }
}
