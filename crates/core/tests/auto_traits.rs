//! What may be sent to and shared with other threads, and what may not.

use std::net::TcpStream;
use std::sync::Arc;

use winsec_core::__private::Route;
use winsec_core::overlapped::{Operation, Outcome};
use winsec_core::{
    AccessToken, Backend, Call, ConnectionFlags, ConnectionSecurity, Credentials, DatagramQuery,
    Error, ErrorKind, Guid, Ipsec2Details, IpsecSettings, PeerTargetName, PeerTargetNameRemoval,
    Protocol, ReportedProtocol, SecurityReport, Settings, StreamQuery, TokenAccess, os,
};

const fn send<T: Send>() {}
const fn sync<T: Sync>() {}
const fn unpin<T: Unpin>() {}

macro_rules! both {
    ($($ty:ty),+ $(,)?) => {$(
        send::<$ty>();
        sync::<$ty>();
        unpin::<$ty>();
    )+};
}

#[test]
fn values_go_anywhere() {
    both!(
        AccessToken,
        Backend,
        Call,
        ConnectionFlags,
        ConnectionSecurity,
        Credentials,
        DatagramQuery,
        Error,
        ErrorKind,
        Guid,
        Ipsec2Details,
        IpsecSettings,
        PeerTargetName,
        PeerTargetNameRemoval,
        Protocol,
        ReportedProtocol,
        Route,
        SecurityReport,
        Settings,
        StreamQuery,
        TokenAccess,
        os::BorrowedHandle<'static>,
        os::BorrowedSocket<'static>,
        os::OwnedHandle,
        os::OwnedSocket,
    );
}

#[test]
fn operations_go_where_their_socket_goes() {
    both!(
        Operation<TcpStream>,
        Operation<Arc<TcpStream>>,
        Operation<&'static TcpStream, ()>
    );
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

assert_not!(winsec_core::Impersonation: Send);
assert_not!(winsec_core::Impersonation: Sync);
assert_not!(winsec_core::RevertFailure: Send);
assert_not!(winsec_core::RevertFailure: Sync);
assert_not!(winsec_core::overlapped::RoutineOperation<TcpStream>: Send);
assert_not!(winsec_core::overlapped::RoutineOperation<TcpStream>: Sync);
assert_not!(Operation<std::rc::Rc<TcpStream>>: Send);

#[test]
fn an_operation_results_in_an_answer_or_in_nothing() {
    const fn outcome<T: Outcome>() {}
    outcome::<ConnectionSecurity>();
    outcome::<()>();
}
