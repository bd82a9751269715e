//! Functions and callbacks, their parameters and their failures.

use super::{Markers, Name, Type};

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
