//! `cargo xtask peer`: reads a folder of texts with windows-rdl and with ours, and counts.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Args;
use winsec_oracles::peer::{Verdict, cases, judge};

use crate::screen;
use crate::workspace::Workspace;

/// Read every text of a folder with windows-rdl and with ours, and count what means the same
#[derive(Debug, Args)]
#[command(after_help = "Example: cargo xtask peer ../windows-rs/crates/tests/libs/rdl")]
pub struct Peer {
    /// The folder: its `.rdl` files, and the texts in the raw strings of its `.rs` files
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Peer {
    /// Counts and prints; fails when a text that windows-rdl reads does not come out right.
    pub fn run(self) -> Result<ExitCode> {
        let shown = self.folder.display();
        let scratch = Workspace::load()?.target.join("peer");
        let cases = cases(&self.folder).with_context(|| format!("cannot read {shown}"))?;
        if cases.is_empty() {
            bail!("there is no text in {shown}");
        }
        let [mut right, mut refused, mut wrong, mut invalid] = [0; 4];
        for case in &cases {
            match judge(case, &scratch) {
                Verdict::Right => right += 1,
                Verdict::Refused(why) => {
                    refused += 1;
                    screen::say("Refused", &case.name);
                    eprint!("{why}");
                }
                Verdict::Wrong(what) => {
                    wrong += 1;
                    screen::say("Wrong", format!("{}: {}", case.name, what.join("; ")));
                }
                Verdict::Invalid(why) => {
                    invalid += 1;
                    screen::say("Not read", format!("{}: {}", case.name, why.trim()));
                }
            }
        }
        println!(
            "{} texts = {right} right + {refused} refused + {wrong} wrong + {invalid} that \
             windows-rdl does not read",
            cases.len()
        );
        Ok(if refused + wrong == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}
