//! The data model: what a set of specs says, with no trace of syn, quote or paths.

use crate::diagnostic::Span;

/// Everything that a set of spec files says, in the order of the files and of their items.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Model {
    /// One module for each spec file.
    pub modules: Vec<Module>,
    /// Every item of every module.
    pub items: Vec<Item>,
}

/// One spec file: a header's worth of items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Module {
    /// The file's stem: `mstcpip` for `mstcpip.rdl`.
    pub name: String,
    /// The file's own documentation (`//!`), Markdown.
    pub docs: String,
}

/// A module, by its place in [`Model::modules`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ModuleId(pub u32);

/// An item, by its place in [`Model::items`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u32);

/// A name as it is written in a spec, and where.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name {
    /// The identifier, without `r#`.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}

/// One named thing of the C interface.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its C name.
    pub name: Name,
    /// The file that it is in.
    pub module: ModuleId,
    /// Its documentation, Markdown.
    pub docs: String,
    /// Where Microsoft documents it.
    pub origin: Origin,
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

/// What a spec says of its disagreements with the oracles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markers {
    /// Why the item is not in Microsoft's metadata, when it is not.
    pub absent: Option<Marker>,
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

/// A set of architectures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Arches(u8);

impl Arches {
    /// 32-bit x86.
    pub const X86: Self = Self(1);
    /// x86-64.
    pub const X64: Self = Self(2);
    /// 64-bit Arm.
    pub const ARM64: Self = Self(4);
    /// All three.
    pub const ALL: Self = Self(7);
    /// None of them.
    pub const NONE: Self = Self(0);

    /// Whether every architecture of `other` is in this set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the sets share an architecture.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What both sets share.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Default for Arches {
    fn default() -> Self {
        Self::ALL
    }
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
    /// A function that a DLL exports.
    Function(Function),
    /// A function that the user supplies a pointer to.
    Callback(Callback),
    /// A COM interface, reduced to its name.
    Interface,
}

/// A struct or a union.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Which of the two.
    pub kind: RecordKind,
    /// The packing, in bytes: no field is aligned to more.
    pub packed: Option<u16>,
    /// The least alignment, in bytes.
    pub align: Option<u16>,
    /// The fields, in order.
    pub fields: Vec<Field>,
}

/// Whether fields follow each other or share their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// Fields follow each other.
    Struct,
    /// Fields share their place.
    Union,
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its C name, or the stand-in (`Anonymous`, `_bitfield`) of one without.
    pub name: Name,
    /// Its documentation.
    pub docs: String,
    /// Its type.
    pub ty: FieldType,
    /// The bit-fields that an integer field is cut into, lowest bit first.
    pub bits: Vec<BitField>,
    /// What the spec says of its disagreements.
    pub markers: Markers,
}

/// The type of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldType {
    /// A type with a name.
    Type(Type),
    /// A record that is defined in place.
    Record(Box<Record>),
}

/// Some bits of an integer field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BitField {
    /// Its name; padding has none.
    pub name: Option<Name>,
    /// Its documentation.
    pub docs: String,
    /// Its width, in bits.
    pub width: u32,
    /// Where it is written.
    pub span: Span,
}

/// A type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// Nothing: a pointer's target, or what a function without a result returns.
    Void,
    /// A type of the language itself.
    Primitive(Primitive),
    /// A string constant's type.
    String,
    /// An item of the spec.
    Named(Name),
    /// A raw pointer.
    Pointer {
        /// Whether it is `*mut`.
        mutable: bool,
        /// What it points at.
        to: Box<Self>,
    },
    /// An array of fixed length.
    Array {
        /// The element.
        of: Box<Self>,
        /// How many.
        len: u32,
    },
}

/// The types of the language itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is Rust's type of that name")]
pub enum Primitive {
    Bool,
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    I64,
    U64,
    Isize,
    Usize,
    F32,
    F64,
}

/// An enumeration or a flag set.
#[derive(Debug, Clone, PartialEq)]
pub struct Enum {
    /// The integer that it is.
    pub repr: Primitive,
    /// Whether its members are bits to combine.
    pub flags: bool,
    /// Whether C names the members through the enumeration alone (`enum class`).
    pub scoped: bool,
    /// The members, in order.
    pub members: Vec<Member>,
}

/// A member of an enumeration or a flag set.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Its C name.
    pub name: Name,
    /// Its documentation.
    pub docs: String,
    /// Its value as it is written.
    pub value: Value,
    /// Where the value is written.
    pub value_span: Span,
    /// What the spec says of its disagreements.
    pub markers: Markers,
}

/// A constant.
#[derive(Debug, Clone, PartialEq)]
pub struct Constant {
    /// Its type.
    pub ty: Type,
    /// Its value as it is written.
    pub value: Value,
    /// Where the value is written.
    pub value_span: Span,
}

/// A value as a spec writes it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A whole number, as written: `1`, `-2`, `0xD80000C9`.
    Int(i128),
    /// All bits set, of whatever width the type has: `!0`.
    AllOnes,
    /// Other members of the same enumeration, or constants, or'ed: `A`, `A | B`.
    Names(Vec<Name>),
    /// A number with a fraction, as written.
    Float(String),
    /// A text, without the terminator.
    Text {
        /// The text.
        text: String,
        /// How C encodes it.
        encoding: Encoding,
    },
    /// A GUID: `0xe436ebb1_524f_11ce_9f53_0020af0ba770`.
    Guid(u128),
    /// A property key: `#[guid(0x..)] const NAME: PROPERTYKEY = 100`.
    PropertyKey {
        /// The format's GUID.
        format: u128,
        /// The property's number.
        id: u32,
    },
}

/// The encoding of a string constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// One byte a character.
    Ansi,
    /// UTF-16, two bytes a unit.
    Utf16,
    /// Not said: C's `TEXT` macro, or an unknown one.
    Unspecified,
}

/// A function that a DLL exports.
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// The DLL, as written: `fwpuclnt.dll`.
    pub library: Name,
    /// The name under which the DLL exports it, when it is another.
    pub import: Option<String>,
    /// Parameters and result.
    pub signature: Signature,
    /// Where a failure's code is found, where the spec says so.
    pub last_error: Option<LastError>,
    /// The failures that are documented for it.
    pub errors: Vec<ErrorCause>,
    /// Whether it never returns.
    pub noreturn: bool,
}

/// Where a failed function leaves its error code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastError {
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorCause {
    /// The constant or enumeration member that is the code.
    pub code: Name,
    /// When it happens.
    pub cause: String,
}

/// A function that the user supplies a pointer to.
#[derive(Debug, Clone, PartialEq)]
pub struct Callback {
    /// Parameters and result.
    pub signature: Signature,
}

/// Parameters, result and calling convention.
#[derive(Debug, Clone, PartialEq)]
pub struct Signature {
    /// The calling convention.
    pub abi: Abi,
    /// The parameters, in order.
    pub params: Vec<Param>,
    /// Whether more arguments may follow.
    pub variadic: bool,
    /// The result; [`Type::Void`] for none.
    pub result: Type,
}

/// A calling convention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abi {
    /// The platform's: stdcall on x86.
    System,
    /// C's.
    C,
    /// fastcall on x86.
    Fastcall,
}

/// A parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Param {
    /// Its C name.
    pub name: Name,
    /// Its documentation.
    pub docs: String,
    /// Its type.
    pub ty: Type,
    /// Which way data flows.
    pub direction: Direction,
    /// Whether NULL or zero is a value that means "none".
    pub optional: bool,
    /// Whether it must be NULL or zero.
    pub reserved: bool,
    /// Whether a language with exceptions would return it.
    pub retval: bool,
    /// Whether an earlier parameter names the interface that it receives.
    pub iid_is: bool,
    /// How large the memory is that it points at.
    pub len: Option<Len>,
    /// What the spec says of its disagreements.
    pub markers: Markers,
}

/// Which way data flows through a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Into the function.
    In,
    /// Out of the function.
    Out,
    /// Both ways.
    InOut,
}

/// How large the memory is that a parameter points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Len {
    /// As many elements as the parameter at this place says (`#[len_param(n)]`).
    Param(u16),
    /// As many bytes as the parameter at this place says (`#[size_param(n)]`).
    Bytes(u16),
    /// This many elements (`#[len_const(n)]`).
    Const(u32),
}
