//! Which steps a test run has on this machine.

use std::env;
use std::process::Command;

use anyhow::{Context, Error, Result, anyhow};

use crate::heavy;
use crate::needs;
use crate::process;
use crate::test::step::{Backend, Step, Suite, Work};
use crate::test::{msrv, packages, sanitizers, stranger};
use crate::windows::every::{self, Check};
use crate::windows::{Rust, Windows};
use crate::workspace::Workspace;

/// This machine, for people.
pub const HOST: &str = if cfg!(windows) { "Windows" } else { "host" };

/// The other place where tests run, for people.
pub const WINE: &str = "Wine";

/// The steps that run on this system. With a filter: the tests whose names contain it, alone.
pub fn host(workspace: &Workspace, filter: Option<&str>, setup: bool) -> Result<Vec<Step>> {
    let rust = Rust::active().context("cargo or rustc is not on the search path")?;
    let cargo = |subcommand: &str| {
        let mut command = rust.cargo(subcommand);
        command.current_dir(&workspace.root);
        if cfg!(windows) && subcommand != "fmt" {
            // Windows does not let cargo replace the program that is running.
            command
                .arg("--target-dir")
                .arg(workspace.target.join("windows"));
        }
        command
    };
    let backend = if cfg!(windows) {
        Backend::Windows
    } else {
        Backend::Host
    };
    let tests = Step::new(
        "tests",
        HOST,
        tests(&cargo, &["--workspace"], filter, backend, None),
    );
    if filter.is_some() {
        return Ok(vec![tests]);
    }
    let check = |what: &str, mut command: Command, arguments: &[&str]| {
        command.args(arguments);
        Step::new(what, HOST, Work::Check(vec![command]))
    };
    let mut steps = vec![
        check("formatting", cargo("fmt"), &["--all", "--check"]),
        check("generated code", own("gen")?, &["--check"]),
        check(
            "lints",
            cargo("clippy"),
            &["--workspace", "--all-targets", "--", "-Dwarnings"],
        ),
        check(
            "documentation",
            strict(cargo("doc")),
            &["--workspace", "--no-deps"],
        ),
        Step::new("oracles", HOST, oracles(workspace)?),
        headers(workspace)?,
        tests,
        speed(workspace)?,
    ];
    if cfg!(not(windows)) {
        steps.push(pages(&cargo));
    }
    steps.extend(packages::steps(workspace));
    steps.extend(msrv::steps(workspace, setup));
    steps.extend(sanitizers::steps(workspace));
    if cfg!(windows) {
        steps.extend(every_target(workspace));
        steps.push(examples(workspace, HOST, &cargo));
        steps.push(stranger::step(
            workspace,
            &Windows::prepare(workspace, false)?,
        ));
    }
    Ok(steps)
}

/// The names under which a Chromium is found.
const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Looks at the command-line tool's pages in a browser, where there is one.
fn pages(cargo: &dyn Fn(&str) -> Command) -> Step {
    const WHAT: &str = "pages in a browser";
    let Some(browser) = BROWSERS.into_iter().find_map(process::find) else {
        return Step::left(
            WHAT,
            HOST,
            "there is no Chromium; `apt-get install chromium` brings it",
        );
    };
    let mut command = cargo("test");
    command
        .args([
            "--package",
            "winsec",
            "--test",
            "browser",
            "--",
            "--ignored",
        ])
        .env("WINSEC_BROWSER", browser);
    Step::new(WHAT, HOST, Work::Check(vec![command]))
}

/// Asks everybody who knows: on Windows, where not everybody can be, whoever is there.
fn oracles(workspace: &Workspace) -> Result<Work> {
    let mut command = heavy::command(workspace, "verify")?;
    command.arg("--brief");
    if cfg!(windows) {
        command.env_remove("CI");
    } else {
        command.arg("--strict");
    }
    Ok(Work::Check(vec![command]))
}

/// Holds the layouts of a sample of Win32 against C headers: a thousand records and what falls away,
/// since the headers only mention it.
fn headers(workspace: &Workspace) -> Result<Step> {
    const WHAT: &str = "layouts against C headers";
    if cfg!(windows) {
        return Ok(Step::left(
            WHAT,
            HOST,
            "Debian's packages of mingw-w64 bring them",
        ));
    }
    let mut command = heavy::command(workspace, "win32")?;
    command
        .arg(workspace.target.join("win32").join("sample"))
        .args(["--headers", "--sample", "1100"]);
    Ok(Step::new(WHAT, HOST, Work::Check(vec![command])))
}

/// Whether anything costs more than it may, and whether that check finds what does.
fn speed(workspace: &Workspace) -> Result<Step> {
    let why = if cfg!(not(target_os = "linux")) {
        "callgrind runs on Linux alone"
    } else if !(needs::VALGRIND.found)() {
        "valgrind is not installed; --setup installs it"
    } else {
        let mut check = heavy::command(workspace, "bench")?;
        check.args(["--quick", "--check"]);
        let mut bites = heavy::command(workspace, "bench")?;
        bites.args(["calls", "--quick", "--check", "--bites"]);
        return Ok(Step::new("speed", HOST, Work::Check(vec![check, bites])));
    };
    Ok(Step::left("speed", HOST, why))
}

/// Another command of this program.
fn own(name: &str) -> Result<Command> {
    let program = env::current_exe().context("cannot tell which program this is")?;
    let mut command = Command::new(program);
    command.arg(name);
    Ok(command)
}

/// The steps that build for Windows on another system, and run with Wine what can be run.
pub fn windows(
    workspace: &Workspace,
    windows: Result<&Windows, &Error>,
    filter: Option<&str>,
) -> Vec<Step> {
    let mut steps = Vec::new();
    if filter.is_none() {
        steps.extend(every_target(workspace));
    }
    let windows = match windows {
        Ok(windows) => windows,
        Err(error) => {
            let why = anyhow!("{error:#}");
            steps.push(Step::impossible(
                "the Windows build and its tests",
                WINE,
                why,
            ));
            return steps;
        }
    };
    let packages: Vec<_> = workspace
        .runtime()
        .flat_map(|package| ["--package", &package.name])
        .collect();
    let alone = |subcommand: &str| {
        let mut command = windows.cargo(subcommand);
        command.current_dir(&workspace.root);
        command
    };
    let cargo = |subcommand: &str| {
        let mut command = alone(subcommand);
        command.args(&packages);
        command
    };
    let place = windows.place();
    let tests = Step::new(
        "tests",
        &place,
        tests(&cargo, &[], filter, Backend::Wine, windows.rescue()),
    );
    if filter.is_none() {
        let mut lints = cargo("clippy");
        lints.args(["--all-targets", "--", "-Dwarnings"]);
        let mut documentation = strict(cargo("doc"));
        documentation.arg("--no-deps");
        for (what, command) in [("lints", lints), ("documentation", documentation)] {
            steps.push(Step::new(
                what,
                windows.target(),
                Work::Check(vec![command]),
            ));
        }
    }
    steps.push(tests);
    if filter.is_none() {
        steps.push(examples(workspace, &place, &alone));
        steps.push(stranger::step(workspace, windows));
    }
    steps
}

/// The packages whose tests are of Windows' own DLLs.
const CONTRACTS: [&str; 5] = [
    "winsec-core",
    "winsec-ffi",
    "winsec-fwpuclnt",
    "winsec-sspi",
    "winsec-wininet-diag",
];

/// The name of the step of 32-bit programs.
pub const TESTS_X86: &str = "tests, x86";

/// The tests of Windows' DLLs in 32-bit programs.
pub fn windows_x86(
    workspace: &Workspace,
    windows: Result<&Windows, &Error>,
    filter: Option<&str>,
) -> Step {
    let windows = match windows {
        Ok(windows) => windows,
        Err(error) => return Step::impossible(TESTS_X86, WINE, anyhow!("{error:#}")),
    };
    let cargo = |subcommand: &str| {
        let mut command = windows.cargo(subcommand);
        command
            .current_dir(&workspace.root)
            .args(CONTRACTS.iter().flat_map(|package| ["--package", package]))
            // The documentation's tests are compiled once more for little.
            .args(["--lib", "--tests"]);
        command
    };
    let work = tests(&cargo, &[], filter, Backend::WineX86, windows.rescue());
    Step::new(TESTS_X86, &windows.place(), work)
}

/// Any warning is an error.
fn strict(mut rustdoc: Command) -> Command {
    rustdoc.env("RUSTDOCFLAGS", "-Dwarnings");
    rustdoc
}

fn tests(
    cargo: &dyn Fn(&str) -> Command,
    packages: &[&str],
    filter: Option<&str>,
    backend: Backend,
    rescue: Option<Command>,
) -> Work {
    let mut build = cargo("test");
    build
        .args(packages)
        .args(["--no-run", "--message-format=json-render-diagnostics"]);
    let mut run = cargo("test");
    run.args(packages).arg("--no-fail-fast").args(filter);
    Work::Tests(Box::new(Suite {
        build,
        run,
        backend,
        rescue,
    }))
}

/// Runs every example of the runtime crates that are libraries: without arguments each must succeed.
fn examples(workspace: &Workspace, place: &str, cargo: &dyn Fn(&str) -> Command) -> Step {
    let mut commands = Vec::new();
    // A tool's example is no way of using it, but what `cargo xtask tool` compares it with.
    let of_a_tool = |package| workspace.programs("bin").any(|bin| bin.package == package);
    let examples = workspace.programs("example");
    for example in examples.filter(|example| !of_a_tool(example.package)) {
        let mut command = cargo("run");
        command.args(["--package", example.package, "--example", example.name]);
        commands.push(command);
    }
    Step::new("examples", place, Work::Check(commands))
}

/// Checks the bindings on every target, where rustc evaluates the layout assertions on the way, and
/// all crates on each architecture.
fn every_target(workspace: &Workspace) -> Vec<Step> {
    let bindings = every::bindings(workspace)
        .into_iter()
        .map(|check| ("bindings", check));
    let crates = every::crates(workspace)
        .into_iter()
        .map(|check| ("crates", check));
    let step = |(what, check)| match check {
        Check::Ready { place, command } => Step::new(what, &place, Work::Check(vec![command])),
        Check::Missing { target, why } => missing_target(what, target, &why),
    };
    bindings.chain(crates).map(step).collect()
}

/// On Windows one has what one has installed; elsewhere --setup brings them all.
fn missing_target(what: &str, target: &str, why: &str) -> Step {
    if cfg!(windows) {
        Step::left(what, target, why)
    } else {
        Step::impossible(what, target, anyhow!("{why}, as does --setup"))
    }
}
