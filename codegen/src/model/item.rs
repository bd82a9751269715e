//! One named thing of the C interface: where it is documented, and what kind of thing it is.

use super::{Arches, Callback, Constant, Enum, Function, ModuleId, Name, Record, Type};
use crate::diagnostic::Span;
use std::sync::Arc;

/// One named thing of the C interface.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its C name.
    pub name: Name,
    /// The file that it is in.
    pub module: ModuleId,
    /// Its documentation, Markdown.
    pub docs: String,
    /// Where Microsoft documents it; most items of a file have one in common.
    pub origin: Arc<Origin>,
    /// What the spec says of its disagreements with other sources.
    pub markers: Markers,
    /// The architectures that this definition is for.
    pub arches: Arches,
    /// What kind of thing it is.
    pub kind: ItemKind,
}

/// Where an item is documented and since when it exists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The C header: `mstcpip.h`.
    pub header: Option<String>,
    /// The first Windows client: `Windows Vista`.
    pub client: Option<String>,
    /// The first Windows server: `Windows Server 2008`.
    pub server: Option<String>,
    /// The reference page's full address.
    pub page: Option<String>,
}

impl Origin {
    /// The site below which reference pages are.
    pub const PAGES: &str = "https://learn.microsoft.com/windows/win32/api/";
}

/// What a spec says of its disagreements with the oracles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markers {
    /// Why the item is not in Microsoft's metadata, when it is not.
    pub absent: Option<Box<Marker>>,
    /// Differences that the spec explains.
    pub differs: Vec<(Party, Marker)>,
}

/// One explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// The explanation.
    pub reason: String,
    /// Where it is written.
    pub span: Span,
}

/// An oracle that a spec may disagree with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// Microsoft's metadata, as windows-bindgen reads it (`metadata`).
    Metadata,
    /// The C headers of mingw-w64 (`c`).
    C,
    /// The metadata's previous generation, as windows-sys publishes it (`windows_sys`).
    WindowsSys,
}

/// The kinds of items.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemKind {
    /// A struct or a union.
    Record(Record),
    /// An enumeration or a flag set.
    Enum(Enum),
    /// A constant.
    Constant(Constant),
    /// Another name for a type.
    Alias(Type),
    /// A function that a DLL exports; it would be twice as large as all else.
    Function(Box<Function>),
    /// A function that the user supplies a pointer to.
    Callback(Callback),
    /// A COM interface, reduced to its name.
    Interface,
}

impl ItemKind {
    /// Whether its name stands for a type.
    #[must_use]
    pub const fn is_type(&self) -> bool {
        !matches!(self, Self::Function(_) | Self::Constant(_))
    }
}
