//! What may be sent to and shared with other threads, and what may not.

use winsec_wininet_diag::{
    Backend, BorrowedRequest, Call, CertificateChecks, Error, ErrorKind, PortOutOfRange, Proxy,
    Request, Scheme, Session, SessionOptions, SocketFlags, SocketInfo, SocketReport, TextError,
    Url, UrlError,
};

const fn anywhere<T: Send + Sync + Unpin>() {}
const fn send<T: Send>() {}

macro_rules! anywhere {
    ($($ty:ty),+ $(,)?) => {$( anywhere::<$ty>(); )+};
}

#[test]
fn values_go_anywhere() {
    anywhere!(
        Backend,
        Call,
        CertificateChecks,
        Error,
        ErrorKind,
        PortOutOfRange,
        Proxy,
        Scheme,
        Session,
        SessionOptions,
        SocketFlags,
        SocketReport,
        TextError,
        Url,
        UrlError,
    );
}

#[test]
fn a_request_goes_where_it_is_used() {
    send::<Request>();
}

/// A trait that a type has for one parameter, and for another only if it is `Send` (or `Sync`):
/// where both hold, the parameter cannot be inferred. So it compiles only for a type that is not.
macro_rules! assert_not {
    ($ty:ty: $auto:ident) => {
        const _: fn() = || {
            trait Ambiguous<A> {
                fn check() {}
            }
            impl<T: ?Sized> Ambiguous<()> for T {}
            struct Has;
            impl<T: ?Sized + $auto> Ambiguous<Has> for T {}
            let _ = <$ty as Ambiguous<_>>::check;
        };
    };
}

assert_not!(Request: Sync);
assert_not!(BorrowedRequest<'static>: Send);
assert_not!(BorrowedRequest<'static>: Sync);
assert_not!(SocketInfo<'static>: Send);
assert_not!(SocketInfo<'static>: Sync);
