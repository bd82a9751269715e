//! `cargo xtask win32`: makes a crate of all of Win32, or of a part, from Microsoft's metadata.

use std::path::{Path, PathBuf, absolute};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Args;
use glob::Pattern;
use winsec_codegen::whole::Whole;
use winsec_oracles::whole::headers::Sample;

use crate::needs::{self, Setup};
use crate::screen;
use crate::workspace::Workspace;

mod asked;
mod check;
mod constants;
mod headers;
pub mod input;
mod made;
mod output;
mod progress;
mod report;
mod template;

use asked::Asked;
use check::{Check, Verdict};
use headers::Headers;
use input::Input;
use made::Made;
use output::Staged;
use progress::Progress;
use report::Report;

/// Make a crate of all of Win32, or of what is asked for, from Microsoft's metadata
#[derive(Debug, Args)]
#[command(after_help = "Example: cargo xtask win32 target/sockets --only 'WSA*' --only SOCKADDR")]
pub struct Win32 {
    /// The new crate's folder; one that this command made before is replaced
    #[arg(value_name = "OUT")]
    out: PathBuf,
    /// The metadata, `.winmd` or `.rdl` [default: that of windows-default]
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// Take only items whose names match, such as `WSA*`, and what these need; may be repeated
    #[arg(long, value_name = "PATTERN", value_parser = Pattern::new)]
    only: Vec<Pattern>,
    /// Succeed although something is left out, which is listed
    #[arg(long)]
    skip: bool,
    /// Document it by Microsoft's own pages in this folder: their words are Microsoft's, under the
    /// licence of your checkout
    #[arg(long, value_name = "DIR")]
    docs: Option<PathBuf>,
    /// Compile it for x86, x64 and arm64, and compare its layouts with windows-bindgen's (minutes)
    #[arg(long)]
    check: bool,
    /// Compare its layouts with those of mingw-w64's headers, the installed ones or those in a folder,
    /// on x86, x64 and arm64, through C compilers
    #[arg(long, value_name = "DIR", num_args = 0..=1, require_equals = true)]
    headers: Option<Option<PathBuf>>,
    /// Compare only so many records of those that the headers mention, chosen at random
    #[arg(long, value_name = "N", requires = "headers")]
    sample: Option<usize>,
    /// What the random choice follows from
    #[arg(long, value_name = "S", requires = "sample", default_value_t = 0)]
    seed: u64,
    #[command(flatten)]
    setup: Setup,
}

impl Win32 {
    /// Sees to it, before anything that takes long, that what is compared with is there.
    fn prepare(&self) -> Result<()> {
        let setup = self.setup.setup;
        if self.check && !check::is_ready() {
            needs::ensure(&[needs::EVERY_CORE], setup)?;
        }
        if self.headers.is_some() && setup {
            needs::ensure(&[needs::MINGW_X64, needs::MINGW_X86, needs::CLANG], setup)?;
        }
        Ok(())
    }

    /// Makes the crate.
    pub fn run(self) -> Result<ExitCode> {
        let out = absolute(&self.out)?;
        let name = crate_name(&out)?;
        output::check(&out)?;
        output::watch_for_interrupts()?;
        self.prepare()?;
        let started = Instant::now();
        let workspace = Workspace::load()?;
        let progress = Progress::begin(5 + u64::from(self.headers.is_some()));

        progress.next("reading the metadata");
        let Some(input) = Input::read(self.from.as_deref())? else {
            return Ok(ExitCode::FAILURE);
        };
        let Input {
            model,
            sources,
            metadata,
            name: from,
        } = input;
        let asked = Asked::of(&self.only);
        let wanted = |name: &str| asked.wants(name);
        let docs = self.docs.as_deref();
        let made = Made::of(model, &sources, docs, wanted, &workspace, &progress)?;
        let made = match made {
            Ok(made) => made,
            Err(errors) => {
                drop(progress);
                screen::diagnostics(&errors, &sources);
                return Ok(ExitCode::FAILURE);
            }
        };
        asked.check(&from)?;
        let whole = &made.whole;
        if whole.analysis.model.items.is_empty() {
            bail!("nothing in {from} matches; no crate is made");
        }
        let headers = self.against_headers(whole, &workspace, &progress)?;
        progress.next("making Rust of it");
        let files = whole.files(&format!("`cargo xtask win32` from {from}"));
        progress.next("writing the crate");
        let staged = Staged::new(&out)?;
        let report = Report::of(&made, &from);
        staged.write("Cargo.toml", &template::manifest(&name))?;
        let against = headers.as_ref().map(Headers::markdown).unwrap_or_default();
        staged.write("REPORT.md", &(report.markdown() + &against))?;
        staged.write("src/lib.rs", &template::root(&name, &from))?;
        for file in &files {
            staged.write(&format!("src/win32/{}", file.name), &file.text)?;
        }
        progress.next("putting it in its place");
        staged.finish()?;
        drop(progress);
        report.print();
        screen::say(
            "Generated",
            format!(
                "{} in {:.1} s; what became of what is in REPORT.md",
                self.out.display(),
                started.elapsed().as_secs_f64()
            ),
        );
        if let Some(headers) = &headers {
            headers.print();
        }
        let mut good = headers.is_none_or(|headers| headers.is_settled());
        if !whole.skipped.is_empty() && !self.skip {
            good = false;
            let count = whole.skipped.len();
            screen::say(
                "Incomplete",
                format!("{count} are left out; `--skip` says that this is no failure"),
            );
        }
        let scratch = workspace.target.join("win32");
        if self.check {
            let check = Check {
                out: &out,
                files: &files,
                otherwise: made.repacked().collect(),
                metadata: metadata.as_deref(),
                scratch: &scratch,
            };
            let verdicts = check.run()?;
            report::print_verdicts(&verdicts);
            let agree = |verdict: &Verdict| verdict.outcome.differing.is_empty();
            good &= verdicts.iter().all(agree);
        }
        Ok(if good {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }

    /// What C compilers say of the layouts, if they are to be asked.
    fn against_headers(
        &self,
        whole: &Whole,
        workspace: &Workspace,
        progress: &Progress,
    ) -> Result<Option<Headers>> {
        let Some(include) = &self.headers else {
            return Ok(None);
        };
        progress.next("asking C compilers about mingw-w64's headers");
        let seed = self.seed;
        let sample = self.sample.map(|count| Sample { count, seed });
        let everything = self.only.is_empty() && self.from.is_none();
        let include = include.as_deref();
        Headers::compare(workspace, &whole.analysis, include, sample, everything).map(Some)
    }
}

/// The name of the crate in a folder.
fn crate_name(out: &Path) -> Result<String> {
    let folder = out.file_name().and_then(|name| name.to_str());
    let folder = folder.with_context(|| format!("{} has no name", out.display()))?;
    let mut name: String = folder
        .chars()
        .map(|ch| {
            if ch.is_ascii_alphanumeric() || "-_".contains(ch) {
                ch
            } else {
                '-'
            }
        })
        .collect();
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name.insert_str(0, "win32-");
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_the_crate_its_name() {
        let name = |out: &str| crate_name(Path::new(out)).ok();
        assert_eq!(name("a/win32-all").as_deref(), Some("win32-all"));
        assert_eq!(name("a/1 b").as_deref(), Some("win32-1-b"));
        assert_eq!(name("/"), None);
    }
}
