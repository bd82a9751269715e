//! What may be sent to and shared with other threads: everything.

use winsec_sspi::manage::PackageType;
use winsec_sspi::{
    Backend, Call, Capabilities, Choice, Error, ErrorKind, Iter, Package, PackageInfo, PackageList,
    PackageName, QueriedPackage, Reason, Refusal, Role, Selection, TextError,
};

const fn anywhere<T: Send + Sync + Unpin>() {}

macro_rules! anywhere {
    ($($ty:ty),+ $(,)?) => {$( anywhere::<$ty>(); )+};
}

#[test]
fn values_go_anywhere() {
    anywhere!(
        Backend,
        Call,
        Capabilities,
        Choice<'static>,
        Error,
        ErrorKind,
        Iter<'static>,
        TextError,
        Package,
        PackageInfo<'static>,
        PackageList,
        PackageName,
        PackageType,
        QueriedPackage,
        Reason,
        Refusal,
        Role,
        Selection,
    );
}
