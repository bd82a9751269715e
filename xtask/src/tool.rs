//! `cargo xtask tool`: builds the command-line tool as it is handed out, and measures it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::Args;

use crate::needs::Setup;
use crate::process;
use crate::screen;
use crate::table::table;
use crate::windows::{Profile, Windows};
use crate::workspace::Workspace;

/// The tool's package.
const PACKAGE: &str = "winsec";

/// What its start is measured against: a program that does nothing.
const NOTHING: &str = "nothing";

/// How large it may be, in bytes.
const LARGEST: u64 = 2 * 1024 * 1024;

/// What its own part of a start may cost.
const LONGEST: Duration = Duration::from_millis(50);

/// How often each program is started, one after the other in turn.
const ROUNDS: usize = 25;

/// Build the command-line tool as it is handed out, and measure its size and its start
#[derive(Debug, Args)]
#[command(after_help = "Example: cargo xtask tool --setup")]
pub struct Tool {
    #[command(flatten)]
    setup: Setup,
}

impl Tool {
    /// Builds, measures, and fails when a limit is exceeded.
    pub fn run(self) -> Result<ExitCode> {
        let workspace = Workspace::load()?;
        let windows = Windows::prepare(&workspace, self.setup.setup)?;
        let build = |kind, name| -> Result<PathBuf> {
            let mut programs = workspace.programs(kind);
            let program = programs
                .find(|program| program.package == PACKAGE && program.name == name)
                .with_context(|| format!("{PACKAGE} has no {kind} that is called {name}"))?;
            program.build(&workspace, &windows, Profile::Tool)
        };
        let tool = build("bin", PACKAGE)?;
        let nothing = build("example", NOTHING)?;
        let size = fs::metadata(&tool)
            .with_context(|| format!("cannot read {}", tool.display()))?
            .len();
        screen::say("Measuring", format_args!("{ROUNDS} starts of each"));
        let starts = Starts::measure(&windows, &tool, &nothing)?;
        screen::say("Built", tool.display());
        print!("{}", report(&windows.place(), size, &starts));
        let fits = size < LARGEST && starts.own_share() < LONGEST;
        Ok(if fits {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

/// How long the fastest start of each took: whatever else the machine does only makes one slower.
#[derive(Debug)]
struct Starts {
    tool: Duration,
    nothing: Duration,
}

impl Starts {
    /// Starts both in turn, so that a quiet moment serves both.
    fn measure(windows: &Windows, tool: &Path, nothing: &Path) -> Result<Self> {
        let mut tool = windows.start(tool);
        tool.arg("--version");
        let mut nothing = windows.start(nothing);
        // The first start of each fills the caches, and starts Wine's server.
        start(&mut tool)?;
        start(&mut nothing)?;
        let mut starts = Self {
            tool: Duration::MAX,
            nothing: Duration::MAX,
        };
        for _ in 0..ROUNDS {
            starts.tool = starts.tool.min(start(&mut tool)?);
            starts.nothing = starts.nothing.min(start(&mut nothing)?);
        }
        Ok(starts)
    }

    /// What the tool costs beyond what every program does.
    const fn own_share(&self) -> Duration {
        self.tool.saturating_sub(self.nothing)
    }
}

/// Runs a program to its end, and says how long that took.
fn start(command: &mut Command) -> Result<Duration> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let start = Instant::now();
    process::succeed(command)?;
    Ok(start.elapsed())
}

/// The figures, a table.
fn report(place: &str, size: u64, starts: &Starts) -> String {
    let verdict = |fits: bool| if fits { "yes" } else { "NO" }.to_owned();
    let bytes = |bytes: u64| format!("{:.2} MiB", bytes as f64 / 1_048_576.0);
    let millis = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
    let own = starts.own_share();
    let row = |what: &str, figure: String| [what.to_owned(), figure, String::new(), String::new()];
    let rows = [
        [
            "size".to_owned(),
            format!("{} ({size} bytes)", bytes(size)),
            format!("below {}", bytes(LARGEST)),
            verdict(size < LARGEST),
        ],
        row(
            &format!("start and end, {place}, fastest of {ROUNDS}"),
            millis(starts.tool),
        ),
        row(
            "the same of a program that does nothing",
            millis(starts.nothing),
        ),
        [
            "the tool's own share".to_owned(),
            millis(own),
            format!("below {}", millis(LONGEST)),
            verdict(own < LONGEST),
        ],
    ];
    let header = ["what", "measured", "allowed", "fits"].map(str::to_owned);
    format!("{}\n", table(header, rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn starts(tool: u64, nothing: u64) -> Starts {
        Starts {
            tool: Duration::from_millis(tool),
            nothing: Duration::from_millis(nothing),
        }
    }

    #[test]
    fn the_share_is_what_a_start_costs_more() {
        let fast = starts(45, 42);
        assert_eq!(fast.own_share(), Duration::from_millis(3));
        let text = report("Wine", 1_572_864, &fast);
        assert!(text.contains("1.50 MiB (1572864 bytes)"), "{text}");
        assert!(text.contains("3.0 ms") && !text.contains("NO"), "{text}");
    }

    #[test]
    fn what_exceeds_a_limit_is_said() {
        let text = report("Wine", LARGEST, &starts(100, 20));
        assert_eq!(text.matches("NO").count(), 2, "{text}");
    }

    #[test]
    fn a_tool_that_is_faster_costs_nothing() {
        assert_eq!(starts(1, 2).own_share(), Duration::ZERO);
    }
}
