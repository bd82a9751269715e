//! What a web server has, and how well it behaves when asked for it.

use serde::Deserialize;

/// Something that a server has, under a path.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Page {
    /// The path, with its query.
    pub path: String,
    /// The status.
    #[serde(default = "success")]
    pub status: u16,
    /// The words beside the status.
    #[serde(default = "ok")]
    pub reason: String,
    /// Further headers; the length and the connection header are made up from the rest.
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// The body.
    #[serde(default)]
    pub body: String,
    /// How well the server behaves.
    #[serde(default)]
    pub behaviour: Behaviour,
}

impl Page {
    /// A page with this body.
    #[must_use]
    pub fn new(path: impl Into<String>, body: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            status: success(),
            reason: ok(),
            headers: Vec::new(),
            body: body.into(),
            behaviour: Behaviour::Answers,
        }
    }

    /// Another status than 200.
    #[must_use]
    pub fn status(mut self, status: u16, reason: impl Into<String>) -> Self {
        self.status = status;
        self.reason = reason.into();
        self
    }

    /// A further header.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// How well the server behaves.
    #[must_use]
    pub fn behaviour(mut self, behaviour: Behaviour) -> Self {
        self.behaviour = behaviour;
        self
    }
}

/// How well a server behaves when asked for a page.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Behaviour {
    /// It answers, completely.
    #[default]
    Answers,
    /// It takes the request and says nothing: the request times out.
    NeverAnswers,
    /// It takes the request and closes the connection.
    ClosesAtOnce,
    /// It says something that is not HTTP.
    Nonsense,
    /// It closes the connection after so many bytes of the body.
    ClosesAfter(usize),
    /// It says nothing more after so many bytes of the body: the next read times out.
    StallsAfter(usize),
}

const fn success() -> u16 {
    200
}

fn ok() -> String {
    "OK".to_owned()
}
