//! What the catalogue is made of: the items of the specs, as static data that is generated.

/// One named thing that the specs document.
#[derive(Debug)]
pub(crate) struct Item {
    /// Its C name.
    pub(crate) name: &'static str,
    /// Its documentation, Markdown.
    pub(crate) docs: &'static str,
    /// The architectures that it is for, in the order of [`ARCHES`].
    pub(crate) arches: [bool; 3],
    /// Where Microsoft documents it.
    pub(crate) origin: Origin,
    /// What it is.
    pub(crate) kind: Kind,
}

/// The architectures, in the order in which items name them.
pub(crate) const ARCHES: [&str; 3] = ["x86", "x64", "arm64"];

/// Where Microsoft documents an item; an empty text for what is not known.
#[derive(Debug)]
pub(crate) struct Origin {
    /// The C header.
    pub(crate) header: &'static str,
    /// The first Windows client.
    pub(crate) client: &'static str,
    /// The first Windows server.
    pub(crate) server: &'static str,
    /// The reference page's address.
    pub(crate) page: &'static str,
}

/// The kinds of items.
#[derive(Debug)]
pub(crate) enum Kind {
    /// A struct or a union.
    Record(Record),
    /// An enumeration or a flag set.
    Enumeration(Enumeration),
    /// A constant.
    Constant(Constant),
    /// Another name for a type.
    Alias(&'static str),
    /// A function that a DLL exports.
    Function(Function),
    /// A function that the user supplies a pointer to.
    Callback(Signature),
}

/// A struct or a union, by architecture where they differ.
#[derive(Debug)]
pub(crate) struct Record {
    /// Whether its fields share their place.
    pub(crate) union: bool,
    /// Its size and alignment; none where it does not exist.
    pub(crate) extents: [Option<Place>; 3],
    /// Its fields, in order.
    pub(crate) fields: &'static [Field],
}

/// Where something lies, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// The distance from the beginning of the record that it is in.
    pub(crate) offset: u64,
    /// Its size.
    pub(crate) size: u64,
    /// Its alignment.
    pub(crate) align: u64,
}

/// A field of a record.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its C name.
    pub(crate) name: &'static str,
    /// Its type, as the specs write it.
    pub(crate) ty: &'static str,
    /// Its documentation.
    pub(crate) docs: &'static str,
    /// Where it lies.
    pub(crate) places: [Option<Place>; 3],
    /// The bit-fields that it is cut into, the lowest first.
    pub(crate) bits: &'static [Bits],
    /// The record that it is, if that has no name of its own.
    pub(crate) nested: Option<&'static Record>,
}

/// Some bits of a field.
#[derive(Debug)]
pub(crate) struct Bits {
    /// Their name; empty for padding.
    pub(crate) name: &'static str,
    /// How many they are.
    pub(crate) width: u32,
    /// Their documentation.
    pub(crate) docs: &'static str,
}

/// An enumeration or a flag set.
#[derive(Debug)]
pub(crate) struct Enumeration {
    /// The integer that it is.
    pub(crate) integer: Integer,
    /// Whether its members are bits to combine.
    pub(crate) flags: bool,
    /// Its members, in order.
    pub(crate) members: &'static [Member],
}

/// What integer a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Integer {
    /// Its width.
    pub(crate) bits: u32,
    /// Whether it has a sign.
    pub(crate) signed: bool,
}

/// A member of an enumeration or a flag set.
#[derive(Debug)]
pub(crate) struct Member {
    /// Its C name.
    pub(crate) name: &'static str,
    /// Its value's bits.
    pub(crate) value: u64,
    /// Its documentation.
    pub(crate) docs: &'static str,
}

/// A constant.
#[derive(Debug)]
pub(crate) struct Constant {
    /// Its type, as the specs write it.
    pub(crate) ty: &'static str,
    /// Its value.
    pub(crate) value: Value,
}

/// The value of a constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value {
    /// A whole number.
    Integer {
        /// Its bits.
        bits: u64,
        /// What integer it is.
        of: Integer,
    },
    /// All bits set, of whatever width a pointer has.
    AllOnes,
    /// A text.
    Text(&'static str),
    /// Anything else, as it is written.
    #[allow(
        dead_code,
        reason = "the specs have no such constant now and may have one tomorrow"
    )]
    Written(&'static str),
}

/// A function that a DLL exports.
#[derive(Debug)]
pub(crate) struct Function {
    /// The DLL.
    pub(crate) library: &'static str,
    /// Parameters and result.
    pub(crate) signature: Signature,
    /// Where a failure's code is found.
    pub(crate) code: Code,
    /// The failures that are documented for it.
    pub(crate) failures: &'static [Failure],
}

/// Where a failed function leaves its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    /// `WSAGetLastError` tells it.
    WsaGetLastError,
    /// `GetLastError` tells it.
    GetLastError,
    /// The result is the code.
    Result,
    /// It cannot fail, or does not say why.
    None,
}

/// A documented failure of a function.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The constant or member that is the code.
    pub(crate) code: &'static str,
    /// When it happens.
    pub(crate) cause: &'static str,
}

/// Parameters and result.
#[derive(Debug)]
pub(crate) struct Signature {
    /// The parameters, in order.
    pub(crate) params: &'static [Param],
    /// The result's type; empty for none.
    pub(crate) result: &'static str,
}

/// A parameter.
#[derive(Debug)]
pub(crate) struct Param {
    /// Its C name.
    pub(crate) name: &'static str,
    /// Its type, as the specs write it.
    pub(crate) ty: &'static str,
    /// Which way data flows.
    pub(crate) direction: Direction,
    /// Whether it may be left out.
    pub(crate) presence: Presence,
    /// Its documentation.
    pub(crate) docs: &'static str,
}

/// Which way data flows through a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Into the function.
    In,
    /// Out of the function.
    Out,
    /// Both ways.
    InOut,
}

/// Whether a parameter may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It must be given.
    Required,
    /// NULL or zero means "none".
    Optional,
    /// It must be NULL or zero.
    Reserved,
}
