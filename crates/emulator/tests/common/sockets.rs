//! The six functions and the ioctl, with the arguments that a test leaves out.

use std::net::SocketAddr;
use std::ptr;

use winsec_emulator::fwpuclnt::{
    WSADeleteSocketPeerTargetName, WSAImpersonateSocketPeer, WSAQuerySocketSecurity,
    WSARevertImpersonation, WSASetSocketPeerTargetName, WSASetSocketSecurity,
};
use winsec_emulator::ws2_32::WSAIoctl;
use winsec_ffi::{
    ADDRESS_FAMILY, AF_INET, AF_INET6, SIO_QUERY_SECURITY, SOCKADDR_STORAGE, SOCKET,
    SOCKET_SECURITY_PROTOCOL, SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_INFO_IPSEC2,
    SOCKET_SECURITY_QUERY_TEMPLATE, SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2, TOKEN_ACCESS_MASK,
    WSA_ERROR,
};

use super::winsock;

/// The bytes of an address as C has them.
pub fn sockaddr(address: SocketAddr) -> Vec<u8> {
    let family = if address.is_ipv4() { AF_INET } else { AF_INET6 };
    let mut bytes = family.0.to_ne_bytes().to_vec();
    bytes.extend(address.port().to_be_bytes());
    match address {
        SocketAddr::V4(four) => {
            bytes.extend(four.ip().octets());
            bytes.extend([0; 8]);
        }
        SocketAddr::V6(six) => {
            bytes.extend(six.flowinfo().to_ne_bytes());
            bytes.extend(six.ip().octets());
            bytes.extend(six.scope_id().to_ne_bytes());
        }
    }
    bytes
}

/// A `SOCKADDR_STORAGE` with this address.
pub fn storage(address: SocketAddr) -> SOCKADDR_STORAGE {
    let mut storage = SOCKADDR_STORAGE::default();
    let bytes = sockaddr(address);
    let to = (&raw mut storage).cast::<u8>();
    // SAFETY: a storage has room for every address.
    unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), to, bytes.len()) };
    storage
}

/// A `SOCKADDR_STORAGE` of a family without an address.
pub fn storage_of(family: ADDRESS_FAMILY) -> SOCKADDR_STORAGE {
    SOCKADDR_STORAGE {
        ss_family: family,
        ..SOCKADDR_STORAGE::default()
    }
}

pub fn template() -> SOCKET_SECURITY_QUERY_TEMPLATE {
    SOCKET_SECURITY_QUERY_TEMPLATE::default()
}

pub fn template_for(peer: SocketAddr) -> SOCKET_SECURITY_QUERY_TEMPLATE {
    SOCKET_SECURITY_QUERY_TEMPLATE {
        PeerAddress: storage(peer),
        ..template()
    }
}

pub fn template_with_mask(mask: u32) -> SOCKET_SECURITY_QUERY_TEMPLATE {
    let mask = TOKEN_ACCESS_MASK::from_bits_retain(mask);
    SOCKET_SECURITY_QUERY_TEMPLATE {
        PeerTokenAccessMask: mask,
        ..template()
    }
}

pub fn template2() -> SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2 {
    SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2 {
        SecurityProtocol: SOCKET_SECURITY_PROTOCOL(2),
        ..SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2::default()
    }
}

/// What a query with every argument in the test's hand gives: its result and the length afterwards.
pub struct Raw<'a> {
    pub socket: SOCKET,
    pub template: Option<&'a [u8]>,
    pub template_len: u32,
    pub buffer: Option<&'a mut [u8]>,
    pub len: u32,
}

impl Raw<'_> {
    pub fn query(self) -> (Result<(), WSA_ERROR>, u32) {
        let mut len = self.len;
        let template = self.template.map_or(ptr::null(), <[u8]>::as_ptr);
        let buffer = self.buffer.map_or(ptr::null_mut(), <[u8]>::as_mut_ptr);
        // SAFETY: every pointer is null or valid for the length beside it.
        let result = unsafe {
            WSAQuerySocketSecurity(
                self.socket,
                template.cast(),
                self.template_len,
                buffer.cast(),
                &raw mut len,
                ptr::null_mut(),
                None,
            )
        };
        (winsock(result), len)
    }

    pub fn ioctl(self) -> (Result<(), WSA_ERROR>, u32) {
        let mut len = 0;
        let template = self.template.map_or(ptr::null(), <[u8]>::as_ptr);
        let buffer = self.buffer.map_or(ptr::null_mut(), <[u8]>::as_mut_ptr);
        // SAFETY: every pointer is null or valid for the length beside it.
        let result = unsafe {
            WSAIoctl(
                self.socket,
                SIO_QUERY_SECURITY,
                template.cast(),
                self.template_len,
                buffer.cast(),
                self.len,
                &raw mut len,
                ptr::null_mut(),
                None,
            )
        };
        (winsock(result), len)
    }
}

/// The bytes of a structure without padding that matters.
pub fn bytes_of<T: Copy>(value: &T) -> &[u8] {
    // SAFETY: the test structures are zeroed before they are filled, so that their padding is, too.
    unsafe { std::slice::from_raw_parts(ptr::from_ref(value).cast(), size_of::<T>()) }
}

/// A synchronous query with the buffer of the first version. Gives the answer and its length.
pub fn query(
    socket: SOCKET,
    template: Option<&SOCKET_SECURITY_QUERY_TEMPLATE>,
) -> Result<(SOCKET_SECURITY_QUERY_INFO, u32), WSA_ERROR> {
    let mut info = SOCKET_SECURITY_QUERY_INFO::default();
    let mut len = size_of_val(&info) as u32;
    let template_len = template.map_or(0, |given| size_of_val(given) as u32);
    let template = template.map_or(ptr::null(), ptr::from_ref);
    // SAFETY: every pointer is null or valid for the length beside it.
    let result = unsafe {
        WSAQuerySocketSecurity(
            socket,
            template,
            template_len,
            &raw mut info,
            &raw mut len,
            ptr::null_mut(),
            None,
        )
    };
    winsock(result).map(|()| (info, len))
}

/// A synchronous query of the second version.
pub fn query2(
    socket: SOCKET,
    template: &SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2,
) -> Result<(SOCKET_SECURITY_QUERY_INFO_IPSEC2, u32), WSA_ERROR> {
    let mut info = SOCKET_SECURITY_QUERY_INFO_IPSEC2::default();
    let mut len = size_of_val(&info) as u32;
    // SAFETY: every pointer is valid for the length beside it.
    let result = unsafe {
        WSAQuerySocketSecurity(
            socket,
            ptr::from_ref(template).cast(),
            size_of_val(template) as u32,
            (&raw mut info).cast(),
            &raw mut len,
            ptr::null_mut(),
            None,
        )
    };
    winsock(result).map(|()| (info, len))
}

pub fn set_settings(socket: SOCKET, settings: Option<&[u8]>) -> Result<(), WSA_ERROR> {
    let len = settings.map_or(0, |bytes| bytes.len() as u32);
    let at = settings.map_or(ptr::null(), <[u8]>::as_ptr);
    // SAFETY: null or valid for the length.
    winsock(unsafe { WSASetSocketSecurity(socket, at.cast(), len, ptr::null_mut(), None) })
}

pub fn set_target_name(socket: SOCKET, name: Option<&[u8]>) -> Result<(), WSA_ERROR> {
    let len = name.map_or(0, |bytes| bytes.len() as u32);
    let at = name.map_or(ptr::null(), <[u8]>::as_ptr);
    // SAFETY: null or valid for the length.
    winsock(unsafe { WSASetSocketPeerTargetName(socket, at.cast(), len, ptr::null_mut(), None) })
}

pub fn delete_target_name(socket: SOCKET, peer: Option<&[u8]>) -> Result<(), WSA_ERROR> {
    let len = peer.map_or(0, |bytes| bytes.len() as u32);
    let at = peer.map_or(ptr::null(), <[u8]>::as_ptr);
    // SAFETY: null or valid for the length.
    winsock(unsafe { WSADeleteSocketPeerTargetName(socket, at.cast(), len, ptr::null_mut(), None) })
}

pub fn impersonate(socket: SOCKET, peer: Option<&[u8]>) -> Result<(), WSA_ERROR> {
    let len = peer.map_or(0, |bytes| bytes.len() as u32);
    let at = peer.map_or(ptr::null(), <[u8]>::as_ptr);
    // SAFETY: null or valid for the length.
    winsock(unsafe { WSAImpersonateSocketPeer(socket, at.cast(), len) })
}

pub fn revert() -> Result<(), WSA_ERROR> {
    // SAFETY: it takes nothing.
    winsock(unsafe { WSARevertImpersonation() })
}

/// A `SOCKET_PEER_TARGET_NAME` with its string, and a length that the test gives.
pub fn target_name(protocol: i32, peer: Option<SocketAddr>, name: &str, length: u32) -> Vec<u8> {
    let mut bytes = protocol.to_ne_bytes().to_vec();
    bytes.resize(8, 0);
    bytes.extend(peer.map(sockaddr).unwrap_or_default());
    bytes.resize(136, 0);
    bytes.extend(length.to_ne_bytes());
    bytes.extend(name.encode_utf16().flat_map(u16::to_ne_bytes));
    bytes
}
