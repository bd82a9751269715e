//! What is to be seen while a crate is made.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::screen;

/// One moving line on a terminal, a line for each step elsewhere.
#[derive(Debug)]
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// So many steps will be taken.
    pub fn begin(steps: u64) -> Self {
        Self(screen::is_moving().then(|| {
            let style = "{spinner:>12.green} [{bar:20}] {pos}/{len} {elapsed} {wide_msg}";
            let style = ProgressStyle::with_template(style)
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            let bar = ProgressBar::new(steps).with_style(style);
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        }))
    }

    /// This is done now.
    pub fn next(&self, what: &str) {
        match &self.0 {
            Some(bar) => {
                bar.set_message(what.to_owned());
                bar.inc(1);
            }
            None => screen::say("Working", what),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
