//! The command line: what can be typed.

use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::commands::completions::Completions;
use crate::commands::explain::Explain;
use crate::commands::http::Http;
use crate::commands::layout::Layout;
use crate::commands::listen::Listen;
use crate::commands::manual::Manual;
use crate::commands::packages::Packages;
use crate::commands::report::Report;
use crate::commands::socket::Socket;
use crate::outcome::Outcome;
use crate::output::{Form, Output};
use crate::place::Place;

/// Look at a machine's connection security: sockets, packages, the sockets behind HTTP requests
#[derive(Debug, Parser)]
#[command(
    name = "winsec",
    version,
    disable_help_subcommand = true,
    max_term_width = 96
)]
pub(crate) struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every command understands.
#[derive(Debug, Args)]
struct Global {
    /// Print JSON, one document a line
    #[arg(long, global = true, display_order = 900)]
    json: bool,
    /// Print errors only
    #[arg(
        long,
        short,
        global = true,
        conflicts_with = "json",
        display_order = 901
    )]
    quiet: bool,
    /// Answer from a scenario file, or demo
    #[arg(long, value_name = "FILE", global = true, display_order = 902)]
    emulate: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Packages(Packages),
    Socket(Socket),
    Listen(Listen),
    Http(Http),
    Report(Report),
    Explain(Explain),
    Layout(Layout),
    Completions(Completions),
    #[command(hide = true)]
    Manual(Manual),
}

impl Cli {
    /// Where the output of the command goes.
    pub(crate) fn output(&self) -> Output {
        let form = match (self.global.json, self.global.quiet) {
            (true, _) => Form::Json,
            (false, true) => Form::Quiet,
            (false, false) => Form::Text,
        };
        Output::new(self.command.name(), form)
    }

    /// The place that the command asks at.
    pub(crate) fn place(&self) -> Outcome<Place> {
        match self.command {
            Command::Packages(_)
            | Command::Socket(_)
            | Command::Listen(_)
            | Command::Http(_)
            | Command::Report(_) => Place::find(self.global.emulate.as_deref()),
            Command::Explain(_)
            | Command::Layout(_)
            | Command::Completions(_)
            | Command::Manual(_) => Ok(Place::Offline),
        }
    }

    /// Runs the command.
    pub(crate) fn run(self, place: &Place, output: &Output) -> Outcome {
        match self.command {
            Command::Packages(command) => command.run(place, output),
            Command::Socket(command) => command.run(place, output),
            Command::Listen(command) => command.run(place, output),
            Command::Http(command) => command.run(place, output),
            Command::Report(command) => command.run(place, output),
            Command::Explain(command) => command.run(output),
            Command::Layout(command) => command.run(output),
            Command::Completions(command) => command.run(Self::command(), output),
            Command::Manual(command) => command.run(Self::command(), output),
        }
    }
}

impl Command {
    const fn name(&self) -> &'static str {
        match self {
            Self::Packages(_) => "packages",
            Self::Socket(_) => "socket",
            Self::Listen(_) => "listen",
            Self::Http(_) => "http",
            Self::Report(_) => "report",
            Self::Explain(_) => "explain",
            Self::Layout(_) => "layout",
            Self::Completions(_) => "completions",
            Self::Manual(_) => "manual",
        }
    }
}
