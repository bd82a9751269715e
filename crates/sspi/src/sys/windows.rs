//! The calls as secur32.dll exports them.

pub(crate) use winsec_ffi::{
    AddSecurityPackageW, DeleteSecurityPackageW, EnumerateSecurityPackagesW, FreeContextBuffer,
    QuerySecurityPackageInfoW,
};
