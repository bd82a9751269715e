//! What is to be seen while it is measured.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::screen;

/// One moving line on a terminal, a line for each thing elsewhere.
#[derive(Debug)]
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// So many things will be measured.
    pub fn begin(count: usize) -> Self {
        Self(screen::is_moving().then(|| {
            let style = "{spinner:>12.green} {pos}/{len} {elapsed} {wide_msg}";
            let style = ProgressStyle::with_template(style)
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            let bar = ProgressBar::new(count as u64).with_style(style);
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        }))
    }

    /// This is measured now.
    pub fn next(&self, what: &str) {
        match &self.0 {
            Some(bar) => {
                bar.set_message(what.to_owned());
                bar.inc(1);
            }
            None => screen::say("Measuring", what),
        }
    }

    /// Something that stays to be read.
    pub fn note(&self, verb: &str, what: &str) {
        match &self.0 {
            Some(bar) => bar.suspend(|| screen::say(verb, what)),
            None => screen::say(verb, what),
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
