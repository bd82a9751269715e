//! `winsec packages`: the security packages, and which one would be chosen.

use clap::Args;
use serde::Serialize;
use winsec_sspi::{
    Capabilities, Choice, ErrorKind, PackageInfo, PackageList, Reason, Role, Selection,
};

use crate::catalogue::{didyoumean, similar};
use crate::commands::LIMIT;
use crate::flags::{CAPABILITIES, Flags, empty_name};
use crate::outcome::{Failure, Outcome, Status};
use crate::output::Output;
use crate::place::Place;
use crate::screen::style::{BAD, GOOD, HEADING, NAME, paint, safe};
use crate::screen::{Align, Page, Table};
use crate::wait;

/// List the security packages, or say which would be chosen
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  winsec packages --with mutual-auth,delegation\n  winsec packages --choose kerberos,negotiate --require mutual-auth"
)]
pub(crate) struct Packages {
    /// Show this package only
    #[arg(conflicts_with_all = ["with", "choose", "require", "server"])]
    name: Option<String>,
    /// Show those that can do all of these
    #[arg(long, value_name = "CAN,...", value_delimiter = ',')]
    with: Vec<String>,
    /// Choose among these, the first one best; say why
    #[arg(
        long,
        value_name = "NAME,...",
        value_delimiter = ',',
        conflicts_with = "with"
    )]
    choose: Vec<String>,
    /// What the chosen one must be able to do
    #[arg(
        long,
        value_name = "CAN,...",
        value_delimiter = ',',
        requires = "choose"
    )]
    require: Vec<String>,
    /// Choose as a server: all that will do
    #[arg(long, requires = "choose")]
    server: bool,
}

impl Packages {
    /// Lists, looks up or chooses.
    pub(crate) fn run(self, place: &Place, output: &Output) -> Outcome {
        let with = capabilities(&self.with)?;
        let required = capabilities(&self.require)?;
        if self.choose.iter().any(|name| name.trim().is_empty()) {
            return Err(empty_name("package"));
        }
        if let Some(name) = self.name {
            let view = wait::within(place, LIMIT, "asking for the package", move || one(&name))?;
            output.print(place, &view, show_packages)?;
            return Ok(Status::Fine);
        }
        let role = if self.server {
            Role::Server
        } else {
            Role::Client
        };
        let selection = (!self.choose.is_empty())
            .then(|| Selection::new(role).prefer(self.choose).require(required));
        let view = wait::within(place, LIMIT, "asking for the packages", move || {
            let packages = winsec_sspi::packages()?;
            Ok(view(&packages, with, selection.as_ref()))
        })?;
        output.print(place, &view, show_packages)?;
        let unmet = view
            .choice
            .as_ref()
            .is_some_and(|choice| choice.chosen.is_empty());
        Ok(if unmet { Status::Unmet } else { Status::Fine })
    }
}

/// All packages, for a report.
pub(crate) fn all() -> Outcome<PackagesView> {
    let packages = winsec_sspi::packages()?;
    Ok(view(&packages, Capabilities::empty(), None))
}

fn view(packages: &PackageList, with: Capabilities, selection: Option<&Selection>) -> PackagesView {
    PackagesView {
        packages: packages.with(with).map(PackageView::new).collect(),
        choice: selection.map(|selection| choice(&selection.choose(packages), packages)),
    }
}

fn one(name: &str) -> Outcome<PackagesView> {
    match winsec_sspi::package(name) {
        Ok(package) => Ok(PackagesView {
            packages: vec![PackageView::new(package.info())],
            choice: None,
        }),
        Err(error) if error.kind() == ErrorKind::PackageNotFound => Err(unknown(name, error)),
        Err(error) => Err(error.into()),
    }
}

fn unknown(name: &str, error: winsec_sspi::Error) -> Failure {
    let mut failure = Failure::from(error);
    failure.message = format!("no security package is called {name}");
    let Ok(packages) = winsec_sspi::packages() else {
        return failure;
    };
    let names = names(&packages);
    let near = similar(name, names.iter().map(String::as_str));
    let help = didyoumean(&near).unwrap_or_else(|| format!("there are: {}", names.join(", ")));
    failure.help(help)
}

fn capabilities(names: &[String]) -> Outcome<Capabilities> {
    CAPABILITIES
        .parse(names)
        .map(Capabilities::from_bits_retain)
}

/// The packages that are shown, and the choice that was asked for.
#[derive(Debug, Serialize)]
pub(crate) struct PackagesView {
    pub(crate) packages: Vec<PackageView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) choice: Option<ChoiceView>,
}

/// One package.
#[derive(Debug, Serialize)]
pub(crate) struct PackageView {
    pub(crate) name: String,
    pub(crate) comment: String,
    pub(crate) capabilities: Flags,
    /// The size of its largest token, in bytes.
    pub(crate) max_token: u32,
    pub(crate) version: u16,
    /// Its number in remote procedure calls.
    pub(crate) rpc_id: Option<u16>,
}

/// What was chosen, and why the others were not.
#[derive(Debug, Serialize)]
pub(crate) struct ChoiceView {
    pub(crate) chosen: Vec<String>,
    pub(crate) refused: Vec<RefusalView>,
}

/// Why a package was not chosen.
#[derive(Debug, Serialize)]
pub(crate) struct RefusalView {
    pub(crate) name: String,
    pub(crate) reason: String,
    /// The capabilities that it lacks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) lacks: Vec<String>,
}

impl PackageView {
    fn new(package: PackageInfo<'_>) -> Self {
        Self {
            name: package.name().to_string_lossy(),
            comment: package.comment().to_string_lossy(),
            capabilities: CAPABILITIES.name(package.capabilities().bits()),
            max_token: package.max_token(),
            version: package.version(),
            rpc_id: package.rpc_id(),
        }
    }
}

/// The names of packages.
fn names(packages: &PackageList) -> Vec<String> {
    let names = packages.iter().map(|package| package.name());
    names.map(|name| name.to_string_lossy()).collect()
}

/// A choice among packages as plain data.
fn choice(choice: &Choice<'_>, packages: &PackageList) -> ChoiceView {
    let names = names(packages);
    let refused = choice.refused().iter().map(|refusal| {
        let (reason, lacks) = match refusal.reason {
            Reason::Lacks(missing) => {
                let flags = CAPABILITIES.name(missing.bits());
                (format!("it lacks {}", flags.words()), flags.names)
            }
            Reason::NotInstalled => {
                let near = similar(&refusal.name, names.iter().map(String::as_str));
                let meant = didyoumean(&near).map(|meant| format!("; {meant}"));
                let reason = format!("{}{}", refusal.reason, meant.unwrap_or_default());
                (reason, Vec::new())
            }
            reason => (reason.to_string(), Vec::new()),
        };
        RefusalView {
            name: refusal.name.clone(),
            reason,
            lacks,
        }
    });
    ChoiceView {
        chosen: choice
            .chosen()
            .iter()
            .map(|package| package.name().to_string_lossy())
            .collect(),
        refused: refused.collect(),
    }
}

/// Shows packages, and the choice among them.
pub(crate) fn show_packages(page: &mut Page, view: &PackagesView) {
    if let Some(choice) = &view.choice {
        show_choice(page, choice);
        return;
    }
    if view.packages.is_empty() {
        page.line("no package");
        return;
    }
    let mut table = Table::new(&[
        ("name", Align::Left),
        ("max token", Align::Right),
        ("version", Align::Right),
        ("RPC id", Align::Right),
        ("comment", Align::Left),
    ]);
    for package in &view.packages {
        table.row(vec![
            paint(NAME, safe(&package.name)),
            package.max_token.to_string(),
            package.version.to_string(),
            package
                .rpc_id
                .map_or_else(|| "none".to_owned(), |id| id.to_string()),
            safe(&package.comment),
        ]);
    }
    page.table(0, &table);
    page.heading("Capabilities");
    let pairs: Vec<_> = view
        .packages
        .iter()
        .map(|package| (safe(&package.name), package.capabilities.words()))
        .collect();
    page.pairs(2, &pairs);
}

fn show_choice(page: &mut Page, choice: &ChoiceView) {
    if choice.chosen.is_empty() {
        page.line(&paint(BAD, "no package is acceptable"));
    } else {
        let names = paint(GOOD, safe(&choice.chosen.join(", ")));
        page.wrapped("", &format!("{} {names}", paint(HEADING, "chosen:")));
    }
    let pairs: Vec<_> = choice
        .refused
        .iter()
        .map(|refusal| {
            (
                format!("not {}", safe(&refusal.name)),
                refusal.reason.clone(),
            )
        })
        .collect();
    page.pairs(2, &pairs);
}
