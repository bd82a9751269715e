//! What a run asks of the specs that it reads.

/// What a run asks of the specs that it reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// What becomes of COM interfaces, and of names from WinRT.
    pub interfaces: Interfaces,
    /// Whether everything must be documented.
    pub docs: Docs,
    /// Whether the house rules hold too.
    pub rules: Rules,
}

/// What becomes of COM interfaces, and of names from WinRT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interfaces {
    /// They are errors.
    Refuse,
    /// An interface is reduced to its name, and a path to another namespace is not looked up.
    Opaque,
}

/// Whether everything must be documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Docs {
    /// Every item, field, bit-field, member and parameter, and where each item is documented.
    Required,
    /// Nothing.
    Optional,
}

/// Which rules hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// All: what a spec written by hand should be like.
    House,
    /// Only those that Microsoft's own metadata keeps.
    Metadata,
}

impl Options {
    /// For the specs of this project.
    pub const SPECS: Self = Self {
        interfaces: Interfaces::Refuse,
        docs: Docs::Required,
        rules: Rules::House,
    };

    /// For what windows-rdl prints of Microsoft's metadata.
    pub const METADATA: Self = Self {
        interfaces: Interfaces::Opaque,
        docs: Docs::Optional,
        rules: Rules::Metadata,
    };
}

impl Default for Options {
    fn default() -> Self {
        Self::SPECS
    }
}
