//! Security packages, and a choice among them, as plain data.

use serde::Serialize;
use winsec_sspi::{Choice, PackageInfo, PackageList, Reason};

use crate::catalogue::{didyoumean, similar};
use crate::flags::{CAPABILITIES, Flags};

/// The packages that are shown, and the choice that was asked for.
#[derive(Debug, Serialize)]
pub(crate) struct PackagesView {
    pub(crate) packages: Vec<PackageView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) choice: Option<ChoiceView>,
}

/// One package.
#[derive(Debug, Serialize)]
pub(crate) struct PackageView {
    pub(crate) name: String,
    pub(crate) comment: String,
    pub(crate) capabilities: Flags,
    /// The size of its largest token, in bytes.
    pub(crate) max_token: u32,
    pub(crate) version: u16,
    /// Its number in remote procedure calls.
    pub(crate) rpc_id: Option<u16>,
}

/// What was chosen, and why the others were not.
#[derive(Debug, Serialize)]
pub(crate) struct ChoiceView {
    pub(crate) chosen: Vec<String>,
    pub(crate) refused: Vec<RefusalView>,
}

/// Why a package was not chosen.
#[derive(Debug, Serialize)]
pub(crate) struct RefusalView {
    pub(crate) name: String,
    pub(crate) reason: String,
    /// The capabilities that it lacks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) lacks: Vec<String>,
}

impl PackageView {
    pub(super) fn new(package: PackageInfo<'_>) -> Self {
        Self {
            name: package.name().to_string_lossy(),
            comment: package.comment().to_string_lossy(),
            capabilities: CAPABILITIES.name(package.capabilities().bits()),
            max_token: package.max_token(),
            version: package.version(),
            rpc_id: package.rpc_id(),
        }
    }
}

/// The names of packages.
pub(super) fn names(packages: &PackageList) -> Vec<String> {
    let names = packages.iter().map(|package| package.name());
    names.map(|name| name.to_string_lossy()).collect()
}

/// A choice among packages as plain data.
pub(super) fn choice(choice: &Choice<'_>, packages: &PackageList) -> ChoiceView {
    let names = names(packages);
    let refused = choice.refused().iter().map(|refusal| {
        let (reason, lacks) = match refusal.reason {
            Reason::Lacks(missing) => {
                let flags = CAPABILITIES.name(missing.bits());
                (format!("it lacks {}", flags.words()), flags.names)
            }
            Reason::NotInstalled => {
                let near = similar(&refusal.name, names.iter().map(String::as_str));
                let meant = didyoumean(&near).map(|meant| format!("; {meant}"));
                let reason = format!("{}{}", refusal.reason, meant.unwrap_or_default());
                (reason, Vec::new())
            }
            reason => (reason.to_string(), Vec::new()),
        };
        RefusalView {
            name: refusal.name.clone(),
            reason,
            lacks,
        }
    });
    ChoiceView {
        chosen: choice
            .chosen()
            .iter()
            .map(|package| package.name().to_string_lossy())
            .collect(),
        refused: refused.collect(),
    }
}
