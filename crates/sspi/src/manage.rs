//! Adding a package to the system and deleting one from it: changes for every program.
//!
//! A tool that only looks never calls these. They need an administrator's rights, and Microsoft
//! restricts changes to the packages that come with Windows.

use core::ptr;

use winsec_ffi::{SECPKG_OPTIONS, SECURITY_PACKAGE_OPTIONS, SECURITY_PACKAGE_OPTIONS_TYPE};

use crate::{Call, Error, PackageName, Result, sys};

/// What kind of package is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[doc(alias = "SECPKG_OPTIONS_TYPE_UNKNOWN")]
#[non_exhaustive]
pub enum PackageType {
    /// Not known: the system finds out.
    #[default]
    Unknown,
    /// An authentication package of the Local Security Authority.
    #[doc(alias = "SECPKG_OPTIONS_TYPE_LSA")]
    Lsa,
    /// A security package of SSPI.
    #[doc(alias = "SECPKG_OPTIONS_TYPE_SSPI")]
    Sspi,
}

/// Adds a package to those that Microsoft Negotiate supports, for the whole system.
///
/// # Errors
///
/// The name cannot be one, the system refuses, or does not have the function
/// ([`ErrorKind::NotSupportedBySystem`](crate::ErrorKind::NotSupportedBySystem)). Microsoft
/// documents no codes for this call.
///
/// Reference: [AddSecurityPackageW][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/api/sspi/nf-sspi-addsecuritypackagew
#[doc(alias = "AddSecurityPackage")]
#[doc(alias = "AddSecurityPackageW")]
pub fn add_package_to_system(name: &str, package_type: PackageType) -> Result<()> {
    let name = checked(Call::Add, name)?;
    let options = SECURITY_PACKAGE_OPTIONS {
        Size: size_of::<SECURITY_PACKAGE_OPTIONS>() as u32,
        Type: match package_type {
            PackageType::Unknown => SECURITY_PACKAGE_OPTIONS_TYPE::SECPKG_OPTIONS_TYPE_UNKNOWN,
            PackageType::Lsa => SECURITY_PACKAGE_OPTIONS_TYPE::SECPKG_OPTIONS_TYPE_LSA,
            PackageType::Sspi => SECURITY_PACKAGE_OPTIONS_TYPE::SECPKG_OPTIONS_TYPE_SSPI,
        },
        Flags: SECPKG_OPTIONS::empty(),
        SignatureSize: 0,
        Signature: ptr::null_mut(),
    };
    // SAFETY: the name is terminated, and the options are whole and outlive the call.
    let status =
        unsafe { sys::AddSecurityPackageW(name.as_u16cstr().as_ptr(), &raw const options) };
    Error::check(Call::Add, status)
}

/// Deletes a package from those that Microsoft Negotiate supports, for the whole system.
///
/// # Errors
///
/// As for [`add_package_to_system`].
///
/// Reference: [DeleteSecurityPackageW][reference].
///
/// [reference]: https://learn.microsoft.com/windows/win32/api/sspi/nf-sspi-deletesecuritypackagew
#[doc(alias = "DeleteSecurityPackage")]
#[doc(alias = "DeleteSecurityPackageW")]
pub fn delete_package_from_system(name: &str) -> Result<()> {
    let name = checked(Call::Delete, name)?;
    // SAFETY: the name is terminated and outlives the call.
    let status = unsafe { sys::DeleteSecurityPackageW(name.as_u16cstr().as_ptr()) };
    Error::check(Call::Delete, status)
}

fn checked(call: Call, name: &str) -> Result<PackageName> {
    name.parse().map_err(|error| Error::text(call, error))
}
