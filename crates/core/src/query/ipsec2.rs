//! What the second version of the IPsec interface tells beyond the flags.

use crate::guid::Guid;

/// What an IPsec query tells beyond flags and tokens.
///
/// The headers name these members; no page documents them. A member that the query did not ask for
/// with [`Ipsec2Fields`](crate::Ipsec2Fields) need not be filled.
///
/// Source: the header `mstcpip.h`.
#[doc(alias = "SOCKET_SECURITY_QUERY_INFO_IPSEC2")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Ipsec2Details {
    /// The identifier of the main mode's security association.
    #[doc(alias = "MmSaId")]
    pub main_mode_sa: u64,
    /// The identifier of the quick mode's security association.
    #[doc(alias = "QmSaId")]
    pub quick_mode_sa: u64,
    /// The Windows error code with which the negotiation ended; zero for none.
    #[doc(alias = "NegotiationWinerr")]
    pub negotiation_error: u32,
    /// With which context the filtering platform finds the security association.
    #[doc(alias = "SaLookupContext")]
    pub lookup_context: Guid,
}
