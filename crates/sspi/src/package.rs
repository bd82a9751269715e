//! One package: a view into SSPI's buffer, and a description of one's own.

use core::fmt;

use widestring::U16CStr;
use winsec_core::Backend;
use winsec_ffi::{SECPKG_ID, SECPKG_ID_NONE};

use crate::Capabilities;
use crate::buffer::Description;
use crate::name::is_same;

/// A package's description inside the buffer that SSPI allocated: nothing is copied.
///
/// It cannot outlive the [`PackageList`](crate::PackageList) or
/// [`QueriedPackage`](crate::QueriedPackage) that it comes from; [`PackageInfo::to_owned`] copies.
///
/// Reference: [SecPkgInfoW](https://learn.microsoft.com/windows/win32/api/sspi/ns-sspi-secpkginfow).
#[derive(Clone, Copy)]
#[doc(alias = "SecPkgInfoW")]
#[doc(alias = "SecPkgInfo")]
pub struct PackageInfo<'a>(pub(crate) &'a Description);

impl<'a> PackageInfo<'a> {
    /// The name, as UTF-16: what other calls of SSPI take to choose the package.
    #[must_use]
    #[doc(alias = "Name")]
    pub fn name(self) -> &'a U16CStr {
        self.0.name()
    }

    /// What the package says of itself, as UTF-16.
    #[must_use]
    #[doc(alias = "Comment")]
    pub fn comment(self) -> &'a U16CStr {
        self.0.comment()
    }

    /// What the package can do.
    #[must_use]
    #[doc(alias = "fCapabilities")]
    pub const fn capabilities(self) -> Capabilities {
        Capabilities::from_bits_retain(self.0.raw().fCapabilities.bits())
    }

    /// The version of the package's protocol; 1 in all that is documented.
    #[must_use]
    #[doc(alias = "wVersion")]
    pub const fn version(self) -> u16 {
        self.0.raw().wVersion
    }

    /// The package's number in remote procedure calls (`RPC_C_AUTHN_*`); `None` where it has none
    /// (`SECPKG_ID_NONE`).
    #[must_use]
    #[doc(alias = "wRPCID")]
    pub const fn rpc_id(self) -> Option<u16> {
        let SECPKG_ID(id) = self.0.raw().wRPCID;
        if id == SECPKG_ID_NONE.0 {
            None
        } else {
            Some(id)
        }
    }

    /// The most bytes that a token of this package has: the buffer to allocate for one.
    #[must_use]
    #[doc(alias = "cbMaxToken")]
    pub const fn max_token(self) -> u32 {
        self.0.raw().cbMaxToken
    }

    /// Whether this is the package called `name`; as for the system, case does not matter.
    #[must_use]
    pub fn is_named(self, name: &str) -> bool {
        is_same(self.name().as_ustr().chars_lossy(), name.chars())
    }

    /// Who answered: the system, or a test's scenario.
    #[must_use]
    pub fn backend(self) -> Backend {
        winsec_core::backend()
    }

    /// A copy to keep, which borrows nothing.
    #[must_use]
    pub fn to_owned(&self) -> Package {
        Package {
            backend: self.backend(),
            name: self.name().to_string_lossy(),
            comment: self.comment().to_string_lossy(),
            capabilities: self.capabilities(),
            version: self.version(),
            rpc_id: self.rpc_id(),
            max_token: self.max_token(),
        }
    }
}

impl fmt::Debug for PackageInfo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_owned().fmt_as("PackageInfo", f)
    }
}

impl fmt::Display for PackageInfo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.name().display(), self.backend().mark())
    }
}

/// A package's description, copied out of SSPI's buffer.
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Package {
    /// Who told it: the system, or a test's scenario.
    pub backend: Backend,
    /// The name; a half surrogate, which no name should have, is replaced by U+FFFD.
    pub name: String,
    /// What the package says of itself.
    pub comment: String,
    /// What the package can do.
    pub capabilities: Capabilities,
    /// The version of the package's protocol.
    pub version: u16,
    /// The package's number in remote procedure calls, if it has one.
    pub rpc_id: Option<u16>,
    /// The most bytes that a token of this package has.
    pub max_token: u32,
}

impl Package {
    fn fmt_as(&self, type_name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(type_name)
            .field("name", &self.name)
            .field("comment", &self.comment)
            .field("capabilities", &self.capabilities)
            .field("version", &self.version)
            .field("rpc_id", &self.rpc_id)
            .field("max_token", &self.max_token)
            .finish()?;
        f.write_str(self.backend.mark())
    }
}

impl fmt::Debug for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_as("Package", f)
    }
}

impl fmt::Display for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.name, self.backend.mark())
    }
}
