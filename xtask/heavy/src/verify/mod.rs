//! `cargo xtask verify`: holds the specs against parties that know nothing of each other.

use std::env;
use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;
use winsec_codegen::diagnostic::{Diagnostic, sort};
use winsec_codegen::options::{Docs, Options, Rules};
use winsec_codegen::source::Sources;
use winsec_codegen::{analyse, nearest};
use winsec_oracles::answers::{Answers, PARTIES, title};
use winsec_oracles::findings::{Findings, findings};
use winsec_oracles::gather::gather;
use winsec_oracles::judge::judge;
use winsec_oracles::ours::Ours;
use winsec_oracles::report;
use winsec_oracles::verdict::{Judgement, Verdict};

use crate::needs::{self, Need, Setup};
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
        let analysis = match analyse(&sources, &TRUTH) {
            Ok(analysis) => analysis,
            Err(errors) => return Ok(fail(&errors, &sources)),
        };
        let ours = match Ours::new(&analysis.model) {
            Ok(ours) => ours,
            Err(errors) => return Ok(fail(&errors, &sources)),
        };
        screen::say("Asking", "the metadata, the C compilers and windows-sys");
        let answers = gather(&ours, &workspace.root, &workspace.target.join("verify"));
        let judgements = judge(&ours, &answers);
        let findings = findings(&ours, &answers, &judgements);
        screen::say("Asking", "rustc, for each Windows target");
        let rustc = Rustc::ask(&workspace, &analysis);

        let shown = self.shown(&ours, &judgements)?;
        if !self.brief {
            print_table(&ours, &shown);
        }
        print_explained(&ours, &shown);
        print_summary(&judgements, &answers, &rustc, &findings);
        self.conclude(&sources, &findings, &answers, &rustc)
    }

    /// The judgements of the items that were asked for, or all.
    fn shown<'m>(
        &self,
        ours: &Ours<'m>,
        judgements: &[Judgement<'m>],
    ) -> Result<Vec<Judgement<'m>>> {
        let name = |judgement: &Judgement<'_>| ours.item(judgement.item).name.text.as_str();
        for item in &self.items {
            if !judgements.iter().any(|judgement| name(judgement) == item) {
                let near = nearest(item, judgements.iter().map(name));
                let near = near.map_or(String::new(), |near| format!("; did you mean {near}?"));
                bail!("the specs have no item `{item}`{near}");
            }
        }
        Ok(judgements
            .iter()
            .filter(|judgement| {
                self.items.is_empty() || self.items.iter().any(|item| item == name(judgement))
            })
            .cloned()
            .collect())
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
            screen::diagnostics(&errors, sources);
        }
        for failure in rustc.failures() {
            screen::error(&anyhow::anyhow!("{failure}"));
        }
        let strict = self.strict || env::var_os("CI").is_some();
        let gaps = report::gaps(answers).len() + rustc.gaps().count();
        let missing = strict && gaps > 0;
        if missing {
            screen::error(&anyhow::anyhow!(
                "not everybody could be asked, and --strict was given or CI is set: see `Not asked` \
                 above; --setup installs compilers that are missing"
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

fn print_table(ours: &Ours<'_>, judgements: &[Judgement<'_>]) {
    let rows = report::rows(ours, judgements);
    let header = report::HEADER.map(str::to_owned);
    println!("{}\n", table(header, rows.iter().map(report::Row::cells)));
}

fn fail(errors: &[Diagnostic], sources: &Sources) -> ExitCode {
    screen::diagnostics(errors, sources);
    ExitCode::FAILURE
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
