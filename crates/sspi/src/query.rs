//! Asking the system: all packages, or one by its name.

use core::fmt;
use core::ptr;

use winsec_core::Backend;

use crate::buffer::ContextBuffer;
use crate::{Call, Error, PackageInfo, PackageList, PackageName, Result, sys};

/// Lists the machine's security packages: those that are loaded, and those that can be on demand.
///
/// # Errors
///
/// The system could not allocate the list, or refused for a reason of its own; off Windows,
/// [`ErrorKind::PlatformNotSupported`](crate::ErrorKind::PlatformNotSupported).
///
/// Reference: [EnumerateSecurityPackagesW][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/api/sspi/nf-sspi-enumeratesecuritypackagesw
#[doc(alias = "EnumerateSecurityPackages")]
#[doc(alias = "EnumerateSecurityPackagesW")]
pub fn packages() -> Result<PackageList> {
    let mut len = 0;
    let mut first = ptr::null_mut();
    // SAFETY: both pointers are to places of this frame that may be written.
    let status = unsafe { sys::EnumerateSecurityPackagesW(&raw mut len, &raw mut first) };
    Error::check(Call::Enumerate, status)?;
    // SAFETY: the call succeeded, so the buffer is ours, and holds `len` descriptions with their
    // texts.
    let buffer = unsafe { ContextBuffer::adopt(Call::Enumerate, first, len) }?;
    Ok(PackageList(buffer))
}

/// Looks up one package by its name; case does not matter.
///
/// # Errors
///
/// [`ErrorKind::InvalidText`](crate::ErrorKind::InvalidText) for a text that cannot be a name
/// (nothing is called), [`ErrorKind::PackageNotFound`](crate::ErrorKind::PackageNotFound) if the
/// system has no such package; other kinds as for [`packages`].
///
/// ```
/// match winsec_sspi::package("negotiate") {
///     Ok(negotiate) => println!("tokens of up to {} bytes", negotiate.info().max_token()),
///     Err(error) => println!("{error}; {}", error.advice()),
/// }
/// ```
///
/// Reference: [QuerySecurityPackageInfoW][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/api/sspi/nf-sspi-querysecuritypackageinfow
#[doc(alias = "QuerySecurityPackageInfo")]
#[doc(alias = "QuerySecurityPackageInfoW")]
pub fn package(name: &str) -> Result<QueriedPackage> {
    let name = name
        .parse::<PackageName>()
        .map_err(|error| Error::text(Call::Query, error))?;
    package_named(&name)
}

/// Looks up one package by a name that has been checked already.
///
/// # Errors
///
/// As for [`package`], but for the name.
pub fn package_named(name: &PackageName) -> Result<QueriedPackage> {
    let mut first = ptr::null_mut();
    // SAFETY: the name is terminated, and the pointer is to a place of this frame that may be
    // written.
    let status =
        unsafe { sys::QuerySecurityPackageInfoW(name.as_u16cstr().as_ptr(), &raw mut first) };
    Error::check(Call::Query, status)?;
    // SAFETY: the call succeeded, so the buffer is ours, and holds one description with its texts.
    let buffer = unsafe { ContextBuffer::adopt(Call::Query, first, 1) }?;
    Ok(QueriedPackage(buffer))
}

/// The description of one package, in the buffer that SSPI allocated; freed on drop.
pub struct QueriedPackage(ContextBuffer);

impl QueriedPackage {
    /// The description.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "`adopt` refuses to hold fewer descriptions than the one that was asked for"
    )]
    pub const fn info(&self) -> PackageInfo<'_> {
        PackageInfo(&self.0.descriptions()[0])
    }

    /// Who answered: the system, or a test's scenario.
    #[must_use]
    pub fn backend(&self) -> Backend {
        winsec_core::backend()
    }
}

impl fmt::Debug for QueriedPackage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("QueriedPackage").field(&self.info()).finish()
    }
}
