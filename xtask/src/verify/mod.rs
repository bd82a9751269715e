//! `cargo xtask verify`: holds the specs against parties that know nothing of each other.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::io::IsTerminal;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use winsec_codegen::diagnostic::{Diagnostic, Style, render, sort};
use winsec_codegen::options::{Docs, Options, Rules};
use winsec_codegen::source::Sources;
use winsec_codegen::{Analysis, analyse};
use winsec_oracles::answers::{Answers, PARTIES, title};
use winsec_oracles::findings::{Findings, findings};
use winsec_oracles::gather::gather;
use winsec_oracles::judge::judge;
use winsec_oracles::ours::Ours;
use winsec_oracles::report;
use winsec_oracles::verdict::{Judgement, Verdict};

use crate::cli::Setup;
use crate::needs::{self, Need};
use crate::screen;
use crate::table::table;
use crate::workspace::Workspace;

mod rustc;

use rustc::Rustc;

/// What every party needs.
const NEEDS: &[Need] = &[
    needs::MINGW_X86,
    needs::MINGW_X64,
    needs::CLANG,
    needs::EVERY_CORE,
];

/// What the specs have to be for that: true. Documented and tidy is what `gen` wants.
const TRUTH: Options = Options {
    docs: Docs::Optional,
    rules: Rules::Metadata,
    ..Options::SPECS
};

/// Hold the specs against Microsoft's metadata, C headers, windows-sys and rustc
#[derive(Debug, Args)]
#[command(after_help = "Example: cargo xtask verify --strict")]
pub struct Verify {
    #[command(flatten)]
    setup: Setup,
    /// Fail when a party cannot be asked, as on CI
    #[arg(long)]
    strict: bool,
    /// Leave the table out
    #[arg(long, conflicts_with = "items")]
    brief: bool,
    /// Show these items only; all are verified
    #[arg(value_name = "ITEM")]
    items: Vec<String>,
}

impl Verify {
    /// Asks everybody and prints what comes of it.
    pub fn run(self) -> Result<ExitCode> {
        if self.setup.setup {
            needs::ensure(NEEDS, true)?;
        }
        let workspace = Workspace::load()?;
        // So that errors name files as one types them here.
        env::set_current_dir(&workspace.root)?;
        let sources = Sources::load(["specs"])?;
        let model = match analyse(&sources, &TRUTH) {
            Ok(Analysis { model, .. }) => model,
            Err(errors) => return Ok(fail(&errors, &sources)),
        };
        let ours = match Ours::new(&model) {
            Ok(ours) => ours,
            Err(errors) => return Ok(fail(&errors, &sources)),
        };
        screen::say("Asking", "the metadata, the C compilers and windows-sys");
        let answers = gather(&ours, &workspace.root, &workspace.target.join("verify"));
        let judgements = judge(&ours, &answers);
        let findings = findings(&ours, &answers, &judgements);
        screen::say("Asking", "rustc, for each Windows target");
        let rustc = Rustc::ask(&workspace, &sources);

        if !self.brief {
            self.print_table(&ours, &judgements);
        }
        print_explained(&ours, &judgements);
        print_summary(&judgements, &answers, &rustc, &findings);
        self.conclude(&sources, &findings, &answers, &rustc)
    }

    fn print_table(&self, ours: &Ours<'_>, judgements: &[Judgement<'_>]) {
        let wanted: BTreeSet<&str> = self.items.iter().map(String::as_str).collect();
        let judgements: Vec<_> = judgements
            .iter()
            .filter(|judgement| {
                let name = ours.item(judgement.item).name.text.as_str();
                wanted.is_empty() || wanted.contains(name)
            })
            .cloned()
            .collect();
        let rows = report::rows(ours, &judgements);
        let header = report::HEADER.map(str::to_owned);
        println!("{}\n", table(header, rows.iter().map(report::Row::cells)));
    }

    /// Says what is wrong, and whether that fails the run.
    fn conclude(
        &self,
        sources: &Sources,
        findings: &Findings,
        answers: &Answers,
        rustc: &Rustc,
    ) -> Result<ExitCode> {
        let mut errors: Vec<Diagnostic> = findings
            .problems
            .iter()
            .map(winsec_oracles::findings::Problem::diagnostic)
            .collect();
        sort(&mut errors);
        if !errors.is_empty() {
            print_errors(&errors, sources);
        }
        for failure in rustc.failures() {
            screen::error(&anyhow::anyhow!("{failure}"));
        }
        let strict = self.strict || env::var_os("CI").is_some();
        let gaps = report::gaps(answers).len() + rustc.gaps().count();
        let missing = strict && gaps > 0;
        if missing {
            screen::error(&anyhow::anyhow!(
                "{gaps} of the parties' answers are missing, and --strict was given or CI is set; \
                 `cargo xtask verify --setup` installs what they need"
            ));
        }
        if errors.is_empty() && rustc.failures().next().is_none() && !missing {
            screen::say("Verified", "nobody contradicts the specs");
            Ok(ExitCode::SUCCESS)
        } else {
            Ok(ExitCode::FAILURE)
        }
    }
}

fn fail(errors: &[Diagnostic], sources: &Sources) -> ExitCode {
    print_errors(errors, sources);
    ExitCode::FAILURE
}

fn print_errors(errors: &[Diagnostic], sources: &Sources) {
    let style = if std::io::stderr().is_terminal() {
        Style::Coloured
    } else {
        Style::Plain
    };
    anstream::eprint!("{}", render(errors, sources, style));
}

fn print_explained(ours: &Ours<'_>, judgements: &[Judgement<'_>]) {
    let explained = report::explained(ours, judgements);
    if explained.is_empty() {
        return;
    }
    println!("Differences that the specs explain:");
    for difference in explained {
        println!("  {}, {}:", difference.element, title(difference.party));
        for (aspect, ours, theirs) in &difference.differences {
            println!("    {aspect}: ours {ours}; theirs {theirs}");
        }
        println!("    {}", difference.reason);
    }
    println!();
}

/// Counts by verdict and party, and who could not be asked.
fn print_summary(
    judgements: &[Judgement<'_>],
    answers: &Answers,
    rustc: &Rustc,
    findings: &Findings,
) {
    let counts = report::counts(judgements);
    let verdicts = [
        Some(Verdict::Same),
        Some(Verdict::Refined),
        Some(Verdict::Absent),
        Some(Verdict::Explained),
        Some(Verdict::Different),
        None,
    ];
    let header = std::iter::once("items and members".to_owned())
        .chain(report::HEADER[2..].iter().map(|name| (*name).to_owned()));
    let rows = verdicts.map(|verdict| {
        let cells = (0..PARTIES.len()).map(|column| {
            let count = counts.get(&(column, verdict)).copied().unwrap_or(0);
            count.to_string()
        });
        std::iter::once(report::word(verdict).to_owned())
            .chain(cells)
            .collect::<Vec<_>>()
    });
    println!("{}\n", table(header, rows));
    let mut text = String::from("Asked:\n");
    for party in PARTIES {
        for source in &answers.of(party).sources {
            let _ = writeln!(text, "  {}: {source}", title(party));
        }
    }
    for asked in rustc.asked() {
        let _ = writeln!(text, "  rustc: {asked}");
    }
    let gaps: Vec<String> = report::gaps(answers)
        .into_iter()
        .chain(rustc.gaps().map(|gap| format!("rustc: {gap}")))
        .collect();
    if !gaps.is_empty() {
        text.push_str("Not asked:\n");
        for gap in gaps {
            let _ = writeln!(text, "  {gap}");
        }
    }
    if !findings.unsettled.is_empty() {
        let _ = writeln!(
            text,
            "Confirmed by nobody that could be asked: {}",
            findings.unsettled.join(", ")
        );
    }
    println!("{text}");
}
