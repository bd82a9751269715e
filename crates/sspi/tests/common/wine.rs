//! What Wine does otherwise than documented, and the packages that it has: observed with Wine 8.0.
//!
//! A test that meets one of these expects exactly this value under Wine, and the documented one
//! everywhere else; both ways a wrong entry fails.

use winsec_core::{Backend, backend};
use winsec_sspi::ErrorKind;

use super::Expected;

/// Something that Wine does otherwise.
#[derive(Debug, Clone, Copy)]
pub enum Difference {
    /// Adding a package that nobody has.
    AddUnknownPackage,
    /// Deleting a package that nobody has.
    DeleteUnknownPackage,
}

impl Difference {
    pub const ALL: [Self; 2] = [Self::AddUnknownPackage, Self::DeleteUnknownPackage];

    /// What Wine does: both functions are there in name alone (`E_NOTIMPL`).
    pub const fn wine(self) -> ErrorKind {
        match self {
            Self::AddUnknownPackage | Self::DeleteUnknownPackage => ErrorKind::NotSupportedBySystem,
        }
    }

    /// What is expected on this machine, where `documented` is the documented kind.
    #[track_caller]
    pub fn expected(self, documented: ErrorKind) -> ErrorKind {
        let wine = self.wine();
        assert_ne!(wine, documented, "{self:?} is no difference");
        if backend() == Backend::Wine {
            wine
        } else {
            documented
        }
    }
}

/// Wine's list at its longest.
pub const PACKAGES: [Expected; 5] = [UNIFIED, SCHANNEL, KERBEROS, NTLM, NEGOTIATE];

/// Wine's list. NTLM is there if `ntlm_auth` of Samba's winbind is installed.
pub fn packages() -> Vec<Expected> {
    let has_ntlm = winsec_sspi::package("NTLM").is_ok();
    let there = |package: &Expected| has_ntlm || *package != NTLM;
    PACKAGES.into_iter().filter(there).collect()
}

const UNIFIED: Expected = Expected {
    name: "Microsoft Unified Security Protocol Provider",
    comment: "Microsoft Unified Security Protocol Provider",
    capabilities: 0x0000_07B3,
    rpc_id: Some(14),
    max_token: 16_384,
};

const SCHANNEL: Expected = Expected {
    name: "Schannel",
    comment: "Schannel Security Package",
    ..UNIFIED
};

const KERBEROS: Expected = Expected {
    name: "Kerberos",
    comment: "Microsoft Kerberos V1.0",
    capabilities: 0x008F_3BBF,
    rpc_id: Some(16),
    max_token: 12_000,
};

const NTLM: Expected = Expected {
    name: "NTLM",
    comment: "NTLM Security Package",
    capabilities: 0x0008_2B37,
    rpc_id: Some(10),
    max_token: 1904,
};

const NEGOTIATE: Expected = Expected {
    name: "Negotiate",
    comment: "Microsoft Package Negotiator",
    capabilities: 0x0008_3BB3,
    rpc_id: Some(9),
    max_token: 12_000,
};
