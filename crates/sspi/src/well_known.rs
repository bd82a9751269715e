//! Names of packages that Microsoft documents.
//!
//! A machine need not have all of them, and may have others; [`packages`](crate::packages) tells.

/// Microsoft Negotiate, which chooses between Kerberos and NTLM: what an application should use.
#[doc(alias = "NEGOSSP_NAME")]
pub const NEGOTIATE: &str = "Negotiate";
/// Kerberos, the protocol of domains.
#[doc(alias = "MICROSOFT_KERBEROS_NAME")]
pub const KERBEROS: &str = "Kerberos";
/// NTLM, the challenge and response protocol of machines without a domain.
#[doc(alias = "NTLMSP_NAME")]
pub const NTLM: &str = "NTLM";
/// Schannel, TLS by its short name.
#[doc(alias = "SCHANNEL_NAME")]
pub const SCHANNEL: &str = "Schannel";
/// Schannel by its full name.
#[doc(alias = "UNISP_NAME")]
pub const UNIFIED_SECURITY_PROTOCOL_PROVIDER: &str = "Microsoft Unified Security Protocol Provider";
/// Digest, by a password's hash; deprecated since Windows 11 22H2.
#[doc(alias = "WDIGEST_SP_NAME")]
pub const WDIGEST: &str = "WDigest";
/// Credential Security Support Provider, which delegates a user's credentials.
#[doc(alias = "CREDSSP_NAME")]
pub const CREDSSP: &str = "CREDSSP";
/// The package of remote desktop sessions.
#[doc(alias = "TS_SSP_NAME")]
pub const TSSSP: &str = "TSSSP";
/// Public-key user-to-user authentication between peers.
#[doc(alias = "PKU2U_PACKAGE_NAME")]
pub const PKU2U: &str = "pku2u";
/// The package of cloud accounts.
#[doc(alias = "CLOUDAP_NAME")]
pub const CLOUDAP: &str = "CloudAP";
