//! The same, done right: the failures above are not failures of something else.
use std::net::{SocketAddr, TcpStream, UdpSocket};
use std::sync::Arc;

use winsec_core::os::{AsHandle, OwnedHandle};
use winsec_core::overlapped::Operation;
use winsec_core::{ConnectionSecurity, DatagramQuery, Impersonation, Result, StreamQuery};

fn datagrams(socket: &UdpSocket, peer: SocketAddr) -> Result<ConnectionSecurity> {
    DatagramQuery::new(peer).run(socket)
}

fn impersonate(stream: &TcpStream) -> Result<()> {
    let guard = Impersonation::of_stream(stream)?;
    guard.revert().or_else(|failure| failure.retry()).map_err(|failure| failure.error())
}

fn token(mut security: ConnectionSecurity) -> Option<OwnedHandle> {
    let token = security.take_peer_application_token()?;
    let _ = token.as_handle();
    Some(token.into_handle())
}

fn operation(stream: Arc<TcpStream>) -> Result<Operation<Arc<TcpStream>>> {
    StreamQuery::new().start(stream)
}

fn main() {
    let _ = (datagrams, impersonate, token, operation);
}
