//! A job that is measured, and the sides that do it.

/// Work that is ready to be done, any number of times.
pub type Work = Box<dyn FnMut()>;

/// A job.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// Its name: the group, then what it is about, `/` between the parts.
    pub id: &'static str,
    /// What is done, for people.
    pub what: &'static str,
    /// Which figures are worth their time.
    pub worth: Worth,
    /// How it is timed.
    pub timing: Timing,
    /// The most that our side may cost.
    pub limit: Option<Limit>,
    /// Who does it: ours first.
    pub sides: &'static [Side],
    /// Does the job once on every side and compares the results; says what is the same.
    pub agree: Option<fn() -> Result<String, String>>,
}

/// One way of doing a job.
#[derive(Debug, Clone, Copy)]
pub struct Side {
    /// Who does it: [`OURS`], or the peer's name.
    pub name: &'static str,
    /// Prepares the input, which is not measured, and gives the work, which is.
    pub prepare: fn() -> Work,
}

/// The name of our own side.
pub const OURS: &str = "ours";

/// Which figures of a case are worth their time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worth {
    /// All of them, at every run: the case is small.
    Always,
    /// All of them, but not in a quick run.
    Thorough,
    /// Time and memory, not in a quick run: counting instructions would take minutes.
    Timed,
}

/// How a case is timed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Each run in a process of its own: what the first run costs is what users wait for.
    Process,
    /// Over and over in one process, as in a program that makes many calls.
    Loop,
}

/// The most that our side may cost, in instructions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limit {
    /// The side that it is held against.
    pub against: &'static str,
    /// How many times the instructions of that side.
    pub ratio: f64,
}

impl Case {
    /// The side of a name.
    #[must_use]
    pub fn side(&self, name: &str) -> Option<&'static Side> {
        self.sides.iter().find(|side| side.name == name)
    }
}
