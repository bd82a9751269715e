//! `winsec completions`: what shells want to know, from the description of the command line that the
//! program parses by.

use clap::{Args, Command};
use clap_complete::Shell;

use crate::outcome::{Outcome, Status};
use crate::output::Output;

/// Print a script that completes winsec's command line
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  winsec completions bash > /usr/share/bash-completion/completions/winsec\n  winsec completions powershell >> $PROFILE"
)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Prints it.
    pub(crate) fn run(self, mut command: Command, output: &Output) -> Outcome {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "winsec", &mut script);
        output.raw(&script)?;
        Ok(Status::Fine)
    }
}
