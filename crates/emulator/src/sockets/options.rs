//! What Winsock's own functions tell of a socket: options and addresses.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use winsec_ffi::{
    AF_INET6, SO_ACCEPTCONN, SO_ERROR, SO_EXCLUSIVEADDRUSE, SO_PROTOCOL_INFOW, SO_TYPE, SOCKET,
    SOL_SOCKET, WSA_ERROR, WSAEFAULT, WSAEINVAL, WSAENOPROTOOPT, WSAENOTCONN, WSAPROTOCOL_INFOW,
};

use super::address;
use crate::boundary::Visit;
use crate::memory::{Buffer, Out};
use crate::scenario::{SocketSpec, SocketState};
use crate::state::sockets::find;

/// `WSAPROTOCOL_INFOW` of a socket, with what is known of it.
fn protocol_info(spec: &SocketSpec) -> WSAPROTOCOL_INFOW {
    let size = if spec.family == AF_INET6 {
        address::INET6_SIZE
    } else {
        address::INET_SIZE
    };
    WSAPROTOCOL_INFOW {
        iVersion: 2,
        iAddressFamily: spec.family.0.into(),
        iMaxSockAddr: size as i32,
        iMinSockAddr: size as i32,
        iSocketType: spec.kind,
        iProtocol: spec.protocol,
        ..WSAPROTOCOL_INFOW::default()
    }
}

/// Gives one option of a socket: `buffer` is the caller's, once its length is known.
pub(crate) fn get(
    mut visit: Visit<'_>,
    socket: SOCKET,
    (level, name): (i32, i32),
    buffer: impl FnOnce(usize) -> Buffer,
    length: Out<i32>,
) -> Result<(), WSA_ERROR> {
    let world = visit.world;
    let by = visit.entry;
    let found = find(&mut visit.state, world.host(), socket, by)?;
    let room = length.get().ok_or(WSAEFAULT)?;
    let buffer = buffer(usize::try_from(room).unwrap_or(0));
    if level != SOL_SOCKET {
        return Err(WSAENOPROTOOPT);
    }
    let number = match name {
        SO_TYPE => found.spec.kind.0,
        SO_ACCEPTCONN => i32::from(found.spec.state == SocketState::Listening),
        SO_EXCLUSIVEADDRUSE => i32::from(found.exclusive),
        SO_ERROR => found.spec.error.map_or(0, |error| error.0),
        SO_PROTOCOL_INFOW => return put(buffer, length, protocol_info(&found.spec)),
        _ => return Err(WSAENOPROTOOPT),
    };
    put(buffer, length, number)?;
    if name == SO_ERROR {
        found.spec.error = None;
    }
    Ok(())
}

fn put<T: Copy>(buffer: Buffer, length: Out<i32>, value: T) -> Result<(), WSA_ERROR> {
    if !buffer.put_value(value) {
        return Err(WSAEFAULT);
    }
    length.put(size_of::<T>() as i32);
    Ok(())
}

/// Which of a socket's two addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Local,
    Remote,
}

/// Gives one of a socket's addresses.
pub(crate) fn name(
    mut visit: Visit<'_>,
    socket: SOCKET,
    end: End,
    buffer: impl FnOnce(usize) -> Buffer,
    length: Out<i32>,
) -> Result<(), WSA_ERROR> {
    let world = visit.world;
    let by = visit.entry;
    let spec = &find(&mut visit.state, world.host(), socket, by)?.spec;
    let room = length.get().ok_or(WSAEFAULT)?;
    let address = match end {
        End::Remote => spec.remote.ok_or(WSAENOTCONN)?,
        End::Local => match (spec.local, spec.state) {
            (Some(local), _) => local,
            (None, SocketState::Created) => return Err(WSAEINVAL),
            (None, _) if spec.family == AF_INET6 => unspecified(Ipv6Addr::UNSPECIFIED.into()),
            (None, _) => unspecified(Ipv4Addr::UNSPECIFIED.into()),
        },
    };
    let (bytes, size) = address::encode(address);
    let buffer = buffer(usize::try_from(room).unwrap_or(0));
    if buffer.len() < size {
        return Err(WSAEFAULT);
    }
    buffer.put(&bytes[..size]);
    length.put(size as i32);
    Ok(())
}

fn unspecified(ip: IpAddr) -> SocketAddr {
    SocketAddr::new(ip, 0)
}
