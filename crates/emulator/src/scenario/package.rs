//! Security packages.

use serde::{Deserialize, Deserializer};
use winsec_ffi::{SECPKG_FLAGS, SECPKG_ID, SECPKG_ID_NONE};

use super::values::{capabilities, yes};

/// A security package, as the system describes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Package {
    /// The name, in UTF-16: a system may have a name that is no valid text.
    #[serde(deserialize_with = "utf16")]
    pub name: Vec<u16>,
    /// What it says about itself.
    #[serde(default, deserialize_with = "utf16")]
    pub comment: Vec<u16>,
    /// What it can do.
    #[serde(default = "SECPKG_FLAGS::empty", deserialize_with = "capabilities")]
    pub capabilities: SECPKG_FLAGS,
    /// The version of its protocol: 1.
    #[serde(default = "first_version")]
    pub version: u16,
    /// Its identifier in DCE RPC, if it has one.
    #[serde(default)]
    pub rpc_id: Option<u16>,
    /// The size of its largest token.
    #[serde(default)]
    pub max_token: u32,
    /// Whether the system has it from the start. If not, `AddSecurityPackage` can add it.
    #[serde(default = "yes")]
    pub installed: bool,
    /// Whether `DeleteSecurityPackage` may remove it.
    #[serde(default = "yes")]
    pub removable: bool,
}

impl Package {
    /// A package of this name that can do nothing in particular.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self::with_units(name.encode_utf16().collect())
    }

    /// A package whose name is these units, which need not be valid UTF-16.
    #[must_use]
    pub fn with_units(name: Vec<u16>) -> Self {
        Self {
            name,
            comment: Vec::new(),
            capabilities: SECPKG_FLAGS::empty(),
            version: first_version(),
            rpc_id: None,
            max_token: 0,
            installed: true,
            removable: true,
        }
    }

    /// What it says about itself.
    #[must_use]
    pub fn comment(mut self, comment: &str) -> Self {
        self.comment = comment.encode_utf16().collect();
        self
    }

    /// What it can do.
    #[must_use]
    pub fn capabilities(mut self, capabilities: SECPKG_FLAGS) -> Self {
        self.capabilities = capabilities;
        self
    }

    /// The version of its protocol.
    #[must_use]
    pub fn version(mut self, version: u16) -> Self {
        self.version = version;
        self
    }

    /// Its identifier in DCE RPC.
    #[must_use]
    pub fn rpc_id(mut self, id: u16) -> Self {
        self.rpc_id = Some(id);
        self
    }

    /// The size of its largest token.
    #[must_use]
    pub fn max_token(mut self, bytes: u32) -> Self {
        self.max_token = bytes;
        self
    }

    /// The system does not have it until it is added.
    #[must_use]
    pub fn not_installed(mut self) -> Self {
        self.installed = false;
        self
    }

    /// It came with the system and cannot be removed.
    #[must_use]
    pub fn preinstalled(mut self) -> Self {
        self.removable = false;
        self
    }

    /// The identifier as the structure has it.
    pub(crate) fn rpc_identifier(&self) -> SECPKG_ID {
        self.rpc_id.map_or(SECPKG_ID_NONE, SECPKG_ID)
    }

    /// Whether it goes by this name: the case of ASCII letters does not matter.
    pub(crate) fn is_named(&self, name: &[u16]) -> bool {
        let fold = |unit: &u16| match *unit {
            upper @ 0x41..=0x5a => upper + 0x20,
            other => other,
        };
        self.name.iter().map(fold).eq(name.iter().map(fold))
    }
}

/// What is told of package descriptions that are handed out; what is `None` stays true.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Claim {
    /// How many there are.
    pub count: Option<u32>,
    /// Where they are. Nothing is handed out then: what is there is nobody's to free.
    pub address: Option<usize>,
}

impl Claim {
    /// Another number of descriptions.
    #[must_use]
    pub const fn count(mut self, count: u32) -> Self {
        self.count = Some(count);
        self
    }

    /// Another place.
    #[must_use]
    pub const fn address(mut self, address: usize) -> Self {
        self.address = Some(address);
        self
    }
}

fn utf16<'de, D: Deserializer<'de>>(de: D) -> Result<Vec<u16>, D::Error> {
    Ok(String::deserialize(de)?.encode_utf16().collect())
}

const fn first_version() -> u16 {
    1
}
