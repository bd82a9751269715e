//! What our specs add to RDL: documentation, origins, markers and failures.

use proc_macro2::Literal;

use super::Docs;
use crate::emit::docs;
use crate::model::{Function, Item, ItemKind, LastError, Markers, Origin, Party};

impl Docs {
    /// Documentation that stands as far in as what it is for.
    pub(super) fn of(self, indent: &str, markdown: &str) -> String {
        match self {
            Self::None => String::new(),
            Self::Written if markdown.is_empty() => format!("{indent}///\n"),
            Self::Written => {
                let wrapped = docs::Docs::of(indent.len(), markdown);
                let lines = wrapped.text().lines();
                let lines = lines.map(|line| format!("{indent}/// {line}"));
                lines.map(|line| format!("{}\n", line.trim_end())).collect()
            }
        }
    }

    /// Markers of a field, a member or a parameter, each on a line of its own.
    pub(super) fn markers(self, indent: &str, markers: &Markers) -> String {
        match self {
            Self::None => String::new(),
            Self::Written => self::markers(indent, markers),
        }
    }
}

/// The attributes between an item's documentation and what RDL says of it.
pub(super) fn head(item: &Item) -> String {
    let mut text = String::new();
    let origin = &item.origin;
    let page = origin.page.as_deref();
    for (name, value) in [
        ("header", origin.header.as_deref()),
        ("client", origin.client.as_deref()),
        ("server", origin.server.as_deref()),
        (
            "page",
            page.map(|page| page.strip_prefix(Origin::PAGES).unwrap_or(page)),
        ),
    ] {
        if let Some(value) = value {
            text.push_str(&format!("#[{name}({})]\n", Literal::string(value)));
        }
    }
    text.push_str(&markers("", &item.markers));
    if let ItemKind::Function(function) = &item.kind {
        text.push_str(&failures(function));
    }
    text
}

fn markers(indent: &str, markers: &Markers) -> String {
    let mut text = String::new();
    if let Some(marker) = &markers.absent {
        let reason = Literal::string(&marker.reason);
        text.push_str(&format!("{indent}#[absent({reason})]\n"));
    }
    for (party, marker) in &markers.differs {
        let party = match party {
            Party::Metadata => "metadata",
            Party::C => "c",
            Party::WindowsSys => "windows_sys",
        };
        let reason = Literal::string(&marker.reason);
        text.push_str(&format!("{indent}#[differs({party}, {reason})]\n"));
    }
    text
}

fn failures(function: &Function) -> String {
    let mut text = String::new();
    if let Some(last_error) = function.last_error {
        let place = match last_error {
            LastError::WsaGetLastError => "WSAGetLastError",
            LastError::GetLastError => "GetLastError",
            LastError::Result => "result",
            LastError::None => "none",
        };
        text.push_str(&format!("#[last_error({place})]\n"));
    }
    for error in &function.errors {
        let cause = Literal::string(&error.cause);
        text.push_str(&format!("#[error({}, {cause})]\n", error.code.text));
    }
    text
}
