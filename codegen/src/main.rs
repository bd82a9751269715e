//! `winsec-bindgen`: bindings of the Windows functions that are named, in one file.

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use lexopt::Arg::{Long, Short, Value};
use lexopt::ValueExt as _;
use winsec_bindgen::{Assertions, Builder};

const HELP: &str = "\
Makes Rust bindings of the items that are named, and of all that these need

Usage: winsec-bindgen [NAME]... [--in INPUT]... --out FILE

  NAME             a name, a pattern with `*` or `?`, a namespace, or `@FILE` for the names in a file;
                   with `!` before it, what is not asked for
  -i, --in INPUT   a `.winmd` or `.rdl` file, or a folder of `.rdl` files, beside Microsoft's metadata
                   of Win32; without names, all that the inputs hold is asked for
  -o, --out FILE   the file to write; `-` is standard output
      --check      write nothing, and fail where the file is not as it would be written
      --constants  also take the constants that go into the parameters and fields of what is asked for
      --no-docs    write no documentation
      --assertions[=tests]
                   have the compiler check every record's size, alignment and offsets, always or when
                   it compiles tests
      --no-default do without Microsoft's metadata
      --etc FILE   more arguments from a file, `//` before comments
  -h, --help       print this
  -V, --version    print the version

Example: winsec-bindgen GetExtendedTcpTable 'FwpmEngine*' --out src/bindings.rs
";

/// The options of windows-bindgen that mean something else here, and what to do about each.
const ANSWERS: &[(&str, &str)] = &[
    (
        "package",
        "it writes a crate with a feature for each namespace; this writes one file",
    ),
    (
        "derive",
        "every type has all the traits that its fields allow, so leave it out",
    ),
    (
        "reference",
        "types of other crates are not referred to; what is needed is written, so leave it out",
    ),
    (
        "link",
        "functions are linked by the compiler's raw-dylib, without a crate, so leave it out",
    ),
    (
        "implement",
        "COM interfaces are opaque pointers here and cannot be implemented",
    ),
    ("minimal", "COM interfaces are opaque pointers here"),
    (
        "specific-deps",
        "no crate is needed but `bitflags`, for flag sets alone, so leave it out",
    ),
    ("index", "there are no features to index, so leave it out"),
    (
        "rustfmt",
        "the file is formatted already; run rustfmt on it with options of your own",
    ),
];

/// What was typed.
#[derive(Default)]
struct Arguments {
    builder: Builder,
    out: Option<String>,
    check: bool,
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(message) => {
            for line in message.lines() {
                let shown = if line.starts_with("error") || message.starts_with("error") {
                    line.to_owned()
                } else {
                    format!("error: {line}")
                };
                // Without standard error there is nobody to tell.
                let _ = writeln!(std::io::stderr(), "{shown}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, String> {
    let typed: Vec<OsString> = std::env::args_os().skip(1).collect();
    if typed.is_empty() {
        return Err("nothing is asked for; `winsec-bindgen --help` shows how".to_owned());
    }
    let mut arguments = Arguments::default();
    if let Some(text) = arguments.parse(typed, 0)? {
        return print(text);
    }
    let Arguments {
        builder,
        out,
        check,
    } = arguments;
    let text = |error: winsec_bindgen::Error| error.to_string();
    let Some(out) = out else {
        return Err("no file is named to write to: add `--out FILE`, or `--out -`".to_owned());
    };
    if out == "-" {
        return print(&builder.text().map_err(text)?);
    }
    let builder = builder.output(&out);
    if !check {
        builder.generate().map_err(text)?;
    } else if !builder.check().map_err(text)? {
        return Err(format!(
            "{out} is not as it would be written; run this without `--check`"
        ));
    }
    Ok(ExitCode::SUCCESS)
}

fn print(text: &str) -> Result<ExitCode, String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // Whoever reads has read enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("cannot print: {error}"))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// How many files of arguments may name one another.
const DEEPEST: usize = 8;

impl Arguments {
    /// Reads arguments; what is to be printed instead of anything else, where that is asked for.
    fn parse(
        &mut self,
        typed: Vec<OsString>,
        depth: usize,
    ) -> Result<Option<&'static str>, String> {
        let mut parser = lexopt::Parser::from_args(typed);
        while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
            let option = match &argument {
                Long(name) => (*name).to_owned(),
                Short(letter) => letter.to_string(),
                Value(_) => String::new(),
            };
            if let Value(name) = argument {
                self.name(name.string().map_err(|error| error.to_string())?);
                continue;
            }
            let mut values = || -> Result<Vec<String>, String> {
                let values = parser.values().map_err(|error| error.to_string())?;
                values
                    .map(|value| value.string().map_err(|error| error.to_string()))
                    .collect()
            };
            match option.as_str() {
                "i" | "in" => {
                    for (at, value) in values()?.into_iter().enumerate() {
                        // That is what windows-bindgen calls Microsoft's metadata.
                        if value == "default" {
                            continue;
                        }
                        if at == 0 || is_input(&value) {
                            self.builder = std::mem::take(&mut self.builder).input(value);
                        } else {
                            self.name(value);
                        }
                    }
                }
                "o" | "out" => {
                    let value = parser.value().map_err(|error| error.to_string())?;
                    self.out = Some(value.string().map_err(|error| error.to_string())?);
                }
                "filter" => values()?.into_iter().for_each(|name| self.name(name)),
                "check" => self.check = true,
                "constants" => self.builder = std::mem::take(&mut self.builder).constants(),
                "no-docs" => self.builder = std::mem::take(&mut self.builder).without_docs(),
                "assertions" => {
                    let when = match parser.optional_value() {
                        None => Assertions::Always,
                        Some(when) if when == "tests" => Assertions::Tests,
                        Some(when) => {
                            let when = when.to_string_lossy();
                            return Err(format!("`--assertions={when}`: there is `=tests` alone"));
                        }
                    };
                    self.builder = std::mem::take(&mut self.builder).assertions(when);
                }
                "no-default" => self.builder = std::mem::take(&mut self.builder).without_default(),
                "etc" => {
                    if depth == DEEPEST {
                        return Err("files of arguments name one another in a circle".to_owned());
                    }
                    for path in values()? {
                        let text = fs::read_to_string(&path);
                        let text = text.map_err(|error| format!("cannot read {path}: {error}"))?;
                        let lines = text.lines().map(|line| line.split("//").next());
                        let words = lines.flatten().flat_map(str::split_whitespace);
                        if let Some(text) =
                            self.parse(words.map(OsString::from).collect(), depth + 1)?
                        {
                            return Ok(Some(text));
                        }
                    }
                }
                // It is always so.
                "flat" | "sys" | "no-allow" | "no-comment" | "no-deps" | "no-toml"
                | "sys-fn-ptrs" | "sys-fn-extern" => {}
                "h" | "help" => return Ok(Some(HELP)),
                "V" | "version" => {
                    return Ok(Some(concat!(
                        "winsec-bindgen ",
                        env!("CARGO_PKG_VERSION"),
                        "\n"
                    )));
                }
                option => return Err(unknown(option)),
            }
        }
        Ok(None)
    }

    fn name(&mut self, name: String) {
        self.builder = std::mem::take(&mut self.builder).name(name);
    }
}

/// Whether a value behind an input is another one, and not a name.
fn is_input(value: &str) -> bool {
    let path = Path::new(value);
    let kind = path.extension();
    path.is_dir() || kind.is_some_and(|kind| kind == "rdl" || kind.eq_ignore_ascii_case("winmd"))
}

/// What is said of an option that there is not.
fn unknown(option: &str) -> String {
    const KNOWN: [&str; 10] = [
        "--in",
        "--out",
        "--check",
        "--constants",
        "--no-docs",
        "--assertions",
        "--no-default",
        "--etc",
        "--help",
        "--version",
    ];
    if let Some((_, answer)) = ANSWERS.iter().find(|(name, _)| *name == option) {
        return format!("`--{option}` is windows-bindgen's: {answer}");
    }
    let dashes = if option.chars().count() == 1 {
        "-"
    } else {
        "--"
    };
    let written = format!("{dashes}{option}");
    match winsec_bindgen::nearest(&written, KNOWN) {
        Some(near) => format!("there is no option `{written}`; did you mean {near}?"),
        None => format!("there is no option `{written}`; `--help` lists those there are"),
    }
}
