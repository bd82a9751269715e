//! Scenarios from TOML, with errors that show the place.

use std::fmt;
use std::path::Path;

use super::Scenario;

/// Why a scenario could not be read: where, the line itself, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioError {
    source: String,
    message: String,
}

impl fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.source, self.message.trim_end())
    }
}

impl std::error::Error for ScenarioError {}

impl Scenario {
    /// The demonstration scenario: made-up data that shows every part once. Nothing uses it unless
    /// it is asked for.
    #[must_use]
    pub fn demo() -> Self {
        const TEXT: &str = include_str!("demo.toml");
        // A test holds the text to be valid; an empty scenario claims nothing.
        Self::read("demo.toml", TEXT).unwrap_or_default()
    }

    /// Reads TOML; `source` is how errors call it, a file name for example.
    ///
    /// # Errors
    ///
    /// The text is no TOML, names something that scenarios do not have, or has a value that is not
    /// possible there.
    pub fn read(source: &str, text: &str) -> Result<Self, ScenarioError> {
        let scenario: Self = toml::from_str(text).map_err(|error| ScenarioError {
            source: source.to_owned(),
            message: error.to_string(),
        })?;
        scenario.check().map_err(|message| ScenarioError {
            source: source.to_owned(),
            message,
        })?;
        Ok(scenario)
    }

    /// Reads a file of TOML.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or as for [`Scenario::read`].
    pub fn open(path: impl AsRef<Path>) -> Result<Self, ScenarioError> {
        let path = path.as_ref();
        let source = path.display().to_string();
        match std::fs::read_to_string(path) {
            Ok(text) => Self::read(&source, &text),
            Err(error) => Err(ScenarioError {
                source,
                message: format!("cannot be read: {error}"),
            }),
        }
    }

    /// What no single value shows: two of the same name.
    fn check(&self) -> Result<(), String> {
        let mut names: Vec<&str> = self.sockets.iter().filter_map(|rule| rule.name()).collect();
        names.sort_unstable();
        if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(format!("two sockets are named `{}`", pair[0]));
        }
        let twice = self.packages.iter().enumerate().find(|(index, package)| {
            let before = &self.packages[..*index];
            before.iter().any(|other| other.is_named(&package.name))
        });
        if let Some((_, package)) = twice {
            let name = String::from_utf16_lossy(&package.name);
            return Err(format!("two packages are named `{name}`"));
        }
        Ok(())
    }
}
