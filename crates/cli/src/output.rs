//! Where output goes: standard output as text or JSON, with a banner when it is emulated.

use std::cell::Cell;
use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use serde::Serialize;
use terminal_size::{Width, terminal_size};

use crate::outcome::{Failure, Outcome};
use crate::place::Place;
use crate::screen::Page;
use crate::screen::style::{BAD, CARE, FAINT, paint, safe};

/// The version of the JSON documents; it grows when one of them changes its meaning.
pub(crate) const SCHEMA: u32 = 2;

/// How wide a page is where nobody says.
const DEFAULT_WIDTH: usize = 80;

/// The narrowest page that is laid out; a narrower terminal breaks its lines itself.
const NARROWEST: usize = 40;

/// The form of what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Text for people.
    Text,
    /// JSON for programs.
    Json,
    /// Nothing but errors.
    Quiet,
}

/// Where output goes, and how.
#[derive(Debug)]
pub(crate) struct Output {
    form: Form,
    command: &'static str,
    banner: Cell<bool>,
    closed: Cell<bool>,
}

/// What every JSON document begins with.
#[derive(Serialize)]
struct Envelope<'a, T> {
    schema: u32,
    winsec: &'static str,
    command: &'static str,
    /// Whether what follows is made up.
    emulated: bool,
    /// Who answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    backend: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scenario: Option<&'a str>,
    #[serde(flatten)]
    content: Content<'a, T>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Content<'a, T> {
    Result(&'a T),
    Error(&'a Failure),
}

impl Output {
    /// Output of one command.
    pub(crate) const fn new(command: &'static str, form: Form) -> Self {
        Self {
            form,
            command,
            banner: Cell::new(false),
            closed: Cell::new(false),
        }
    }

    /// Whether results are printed as JSON.
    pub(crate) fn is_json(&self) -> bool {
        self.form == Form::Json
    }

    /// Whether nobody reads any more: there is no sense in going on.
    pub(crate) fn is_closed(&self) -> bool {
        self.form != Form::Quiet && (self.closed.get() || has_no_reader())
    }

    /// Prints a result: as JSON, or as the text that `show` makes of it.
    pub(crate) fn print<T: Serialize>(
        &self,
        place: &Place,
        result: &T,
        show: impl FnOnce(&mut Page, &T),
    ) -> Outcome<()> {
        match self.form {
            Form::Quiet => Ok(()),
            Form::Json => self.json(place, Content::Result(result)),
            Form::Text => {
                let mut page = Page::new(width());
                self.announce(place, &mut page);
                show(&mut page, result);
                self.text(&page.into_text())
            }
        }
    }

    /// Prints text that is not a result: a script, a picture, a page of HTML.
    pub(crate) fn raw(&self, bytes: &[u8]) -> Outcome<()> {
        self.write(|mut stdout| stdout.write_all(bytes))
    }

    /// Says, once, that nothing of what follows is about this machine.
    fn announce(&self, place: &Place, page: &mut Page) {
        if self.banner.replace(true) {
            return;
        }
        if let Some(banner) = place.banner() {
            page.wrapped("", &paint(CARE, banner));
            page.line("");
        }
    }

    fn json<T: Serialize>(&self, place: &Place, content: Content<'_, T>) -> Outcome<()> {
        let envelope = Envelope {
            schema: SCHEMA,
            winsec: env!("CARGO_PKG_VERSION"),
            command: self.command,
            emulated: place.is_emulated(),
            backend: place.backend(),
            scenario: place.scenario(),
            content,
        };
        let mut text = serde_json::to_string(&envelope)
            .map_err(|error| Failure::refused(format!("the result cannot be written: {error}")))?;
        text.push('\n');
        self.raw(text.as_bytes())
    }

    fn text(&self, text: &str) -> Outcome<()> {
        self.write(|stdout| AutoStream::new(stdout, ColorChoice::Auto).write_all(text.as_bytes()))
    }

    /// Writes to standard output; a reader that has gone away is no failure.
    fn write(&self, write: impl FnOnce(io::StdoutLock<'static>) -> io::Result<()>) -> Outcome<()> {
        let written = write(io::stdout().lock()).and_then(|()| io::stdout().flush());
        match written {
            Ok(()) => Ok(()),
            Err(error) if is_closed(&error) => {
                self.closed.set(true);
                Ok(())
            }
            Err(error) => Err(Failure::refused(format!(
                "standard output cannot be written: {error}"
            ))),
        }
    }

    /// Tells why the command failed: in JSON on standard output, else on standard error.
    pub(crate) fn fail(&self, place: &Place, failure: &Failure) {
        if self.form == Form::Json && self.json::<()>(place, Content::Error(failure)).is_ok() {
            return;
        }
        complain(failure);
    }
}

/// Tells on standard error why a command failed.
fn complain(failure: &Failure) {
    let mut page = Page::new(stderr_width());
    let mut lines = failure.message.lines();
    let first = safe(lines.next().unwrap_or_default());
    page.hanging(&format!("{} ", paint(BAD, "error:")), "  ", &first);
    for line in lines {
        // A place in a file, with a mark below it: nothing to wrap.
        page.line(&format!("  {}", safe(line)));
    }
    for line in &failure.help {
        page.hanging(
            &format!("  {} ", paint(FAINT, "help:")),
            "    ",
            &safe(line),
        );
    }
    let mut stderr = AutoStream::new(io::stderr().lock(), ColorChoice::Auto);
    // There is nowhere left to tell that standard error is closed.
    let _ = stderr.write_all(page.into_text().as_bytes());
}

/// Whether an error says that nobody reads any more.
pub(crate) fn is_closed(error: &io::Error) -> bool {
    /// What Windows says of a pipe whose reader is closing, or has gone: `ERROR_NO_DATA`,
    /// `ERROR_PIPE_NOT_CONNECTED`.
    const CLOSED: [i32; 2] = [232, 233];
    let told = |code| cfg!(windows) && CLOSED.contains(&code);
    error.kind() == ErrorKind::BrokenPipe || error.raw_os_error().is_some_and(told)
}

/// Whether standard output is a pipe that nobody reads, asked without writing to it.
#[cfg(unix)]
fn has_no_reader() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdout = io::stdout();
    let mut asked = [PollFd::new(&stdout, PollFlags::empty())];
    let now = Timespec::default();
    // What is neither a pipe nor a socket never says so.
    poll(&mut asked, Some(&now)).is_ok() && asked[0].revents().contains(PollFlags::ERR)
}

/// Whether standard output is a pipe that nobody reads, asked without writing to it.
#[cfg(windows)]
fn has_no_reader() -> bool {
    use std::os::windows::io::AsHandle;
    crate::sys::is_closed_pipe(io::stdout().as_handle())
}

/// How wide standard output is.
pub(crate) fn width() -> usize {
    width_of(io::stdout().is_terminal().then(terminal_size).flatten())
}

/// How wide standard error is.
pub(crate) fn stderr_width() -> usize {
    width_of(io::stderr().is_terminal().then(terminal_size).flatten())
}

/// What `COLUMNS` says, else the terminal, else the usual.
fn width_of(terminal: Option<(Width, terminal_size::Height)>) -> usize {
    let told = env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    told.filter(|width: &usize| *width > 0)
        .or(terminal.map(|(Width(width), _)| usize::from(width)))
        .unwrap_or(DEFAULT_WIDTH)
        .max(NARROWEST)
}
