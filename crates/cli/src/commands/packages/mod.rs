//! `winsec packages`: the security packages, and which one would be chosen.

mod show;
mod view;

use clap::Args;
use winsec_sspi::{Capabilities, ErrorKind, PackageList, Role, Selection};

pub(crate) use self::view::{PackageView, PackagesView};
use crate::catalogue::{didyoumean, similar};
use crate::commands::LIMIT;
use crate::flags::{CAPABILITIES, empty_name};
use crate::outcome::{Failure, Outcome, Status};
use crate::output::Output;
use crate::place::Place;
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
            output.print(place, &view, show::show)?;
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
        output.print(place, &view, show::show)?;
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

/// Shows packages as a part of a page.
pub(crate) use self::show::show as show_packages;

fn view(packages: &PackageList, with: Capabilities, selection: Option<&Selection>) -> PackagesView {
    PackagesView {
        packages: packages.with(with).map(PackageView::new).collect(),
        choice: selection.map(|selection| view::choice(&selection.choose(packages), packages)),
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
    let names = view::names(&packages);
    let near = similar(name, names.iter().map(String::as_str));
    let help = didyoumean(&near).unwrap_or_else(|| format!("there are: {}", names.join(", ")));
    failure.help(help)
}

fn capabilities(names: &[String]) -> Outcome<Capabilities> {
    CAPABILITIES
        .parse(names)
        .map(Capabilities::from_bits_retain)
}
