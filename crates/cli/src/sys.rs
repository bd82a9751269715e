//! What the tool asks Windows itself: the addresses of a name, and whether a pipe still has a reader.

use std::io;
use std::net::SocketAddr;
use std::os::windows::io::{AsRawHandle, BorrowedHandle};
use std::ptr::{null, null_mut};

use socket2::{SockAddr, SockAddrStorage, socklen_t};
use windows_sys::Wdk::Storage::FileSystem::{
    FILE_PIPE_CLOSING_STATE, FILE_PIPE_LOCAL_INFORMATION, FilePipeLocalInformation,
    NtQueryInformationFile,
};
use windows_sys::Win32::Networking::WinSock::{
    ADDRINFOW, FreeAddrInfoW, GetAddrInfoW, SOCK_STREAM, WSACleanup, WSADATA, WSAStartup,
};
use windows_sys::Win32::System::IO::IO_STATUS_BLOCK;

/// The addresses of a name, in the order in which the system would try them.
///
/// The standard library's resolver takes it that the list of the answer is aligned; Wine's is not where
/// addresses of two families follow each other. This one needs no alignment.
///
/// # Errors
///
/// What `GetAddrInfoW` says: `WSAHOST_NOT_FOUND` for a name without an address.
pub(crate) fn resolve(host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
    let _winsock = Winsock::start()?;
    let name: Vec<u16> = host.encode_utf16().chain([0]).collect();
    let hints = ADDRINFOW {
        ai_socktype: SOCK_STREAM,
        ..ADDRINFOW::default()
    };
    let mut list = null_mut();
    // SAFETY: the name ends with a zero, and the hints and the place for the answer live on the stack.
    let code = unsafe { GetAddrInfoW(name.as_ptr(), null(), &hints, &mut list) };
    if code != 0 {
        return Err(io::Error::from_raw_os_error(code));
    }
    let list = List(list);
    // SAFETY: `GetAddrInfoW` made the list, which is freed when this returns.
    Ok(unsafe { addresses(list.0, port) })
}

/// The addresses of a list, wherever its entries lie.
///
/// # Safety
///
/// It is null, or leads to a list as `GetAddrInfoW` makes them.
unsafe fn addresses(first: *const ADDRINFOW, port: u16) -> Vec<SocketAddr> {
    let mut addresses = Vec::new();
    let mut next = first;
    while !next.is_null() {
        // SAFETY: the caller has an entry there.
        let entry = unsafe { next.read_unaligned() };
        // SAFETY: an entry tells how long its address is.
        let address = unsafe { address(&entry) };
        addresses.extend(address.map(|mut address| {
            address.set_port(port);
            address
        }));
        next = entry.ai_next;
    }
    addresses
}

/// The address of an entry, wherever it lies; none if it is of neither family of the Internet.
///
/// # Safety
///
/// `ai_addr` leads to as many bytes as `ai_addrlen` says.
unsafe fn address(entry: &ADDRINFOW) -> Option<SocketAddr> {
    let length = socklen_t::try_from(entry.ai_addrlen).ok()?;
    if entry.ai_addrlen > size_of::<SockAddrStorage>() {
        return None;
    }
    let mut storage = SockAddrStorage::zeroed();
    let bytes: *mut u8 = (&raw mut storage).cast();
    // SAFETY: the caller has so many bytes there, and the storage has room for them.
    unsafe { bytes.copy_from_nonoverlapping(entry.ai_addr.cast(), entry.ai_addrlen) };
    // SAFETY: so many bytes of the storage are an address, as the caller says.
    let address = unsafe { SockAddr::new(storage, length) };
    address.as_socket()
}

/// A list that `GetAddrInfoW` made.
struct List(*mut ADDRINFOW);

impl Drop for List {
    fn drop(&mut self) {
        // SAFETY: `GetAddrInfoW` made the list, and nobody else frees it.
        unsafe { FreeAddrInfoW(self.0) };
    }
}

/// Winsock, as long as it is needed.
struct Winsock;

impl Winsock {
    fn start() -> io::Result<Self> {
        let mut data = WSADATA::default();
        // SAFETY: the place for the answer lives on the stack.
        match unsafe { WSAStartup(0x0202, &mut data) } {
            0 => Ok(Self),
            code => Err(io::Error::from_raw_os_error(code)),
        }
    }
}

impl Drop for Winsock {
    fn drop(&mut self) {
        // SAFETY: it undoes the one successful `WSAStartup` of `start`.
        unsafe { WSACleanup() };
    }
}

/// Whether a handle is that of a pipe whose other end is closed.
pub(crate) fn is_closed_pipe(handle: BorrowedHandle<'_>) -> bool {
    let mut status = IO_STATUS_BLOCK::default();
    let mut state = FILE_PIPE_LOCAL_INFORMATION::default();
    // SAFETY: the handle is open, and both places live on the stack; what is no pipe is refused.
    let code = unsafe {
        NtQueryInformationFile(
            handle.as_raw_handle(),
            &mut status,
            (&raw mut state).cast(),
            size_of::<FILE_PIPE_LOCAL_INFORMATION>() as u32,
            FilePipeLocalInformation,
        )
    };
    code == 0 && state.NamedPipeState == FILE_PIPE_CLOSING_STATE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_wherever_they_lie() {
        let expected: [SocketAddr; 2] =
            ["127.0.0.1:80", "[fe80::1%3]:80"].map(|text| text.parse().unwrap());
        let given = expected.map(SockAddr::from);
        for offset in 0..8 {
            let entry = size_of::<ADDRINFOW>();
            let mut room = vec![0_u64; (offset + 2 * entry).div_ceil(8)];
            let place: *mut u8 = room.as_mut_ptr().cast();
            let first: *mut ADDRINFOW = place.wrapping_add(offset).cast();
            let second = first.wrapping_add(1);
            for (place, address, next) in
                [(first, &given[0], second), (second, &given[1], null_mut())]
            {
                let entry = ADDRINFOW {
                    ai_addrlen: address.len() as usize,
                    ai_addr: address.as_ptr().cast_mut().cast(),
                    ai_next: next,
                    ..ADDRINFOW::default()
                };
                // SAFETY: the room has both entries behind the offset.
                unsafe { place.write_unaligned(entry) };
            }
            // SAFETY: it is such a list, but for where it lies.
            let read = unsafe { addresses(first, 80) };
            assert_eq!(read, expected, "at {offset}");
        }
    }

    #[test]
    fn an_address_that_is_too_long_is_none() {
        let bytes = [0_u8; 1024];
        let entry = ADDRINFOW {
            ai_addrlen: bytes.len(),
            ai_addr: bytes.as_ptr().cast_mut().cast(),
            ..ADDRINFOW::default()
        };
        // SAFETY: the bytes are as many as the entry says.
        assert_eq!(unsafe { address(&entry) }, None);
    }
}
