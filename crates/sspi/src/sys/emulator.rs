//! The calls as the emulator answers them.

pub(crate) use winsec_emulator::secur32::{
    AddSecurityPackageW, DeleteSecurityPackageW, EnumerateSecurityPackagesW, FreeContextBuffer,
    QuerySecurityPackageInfoW,
};
