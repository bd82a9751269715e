//! An ordinary query allocates nothing: as much as the bare call does, which is the emulator's own.
#![allow(
    clippy::missing_const_for_thread_local,
    reason = "it is const; what the macro makes of it for some targets is not"
)]

mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::net::TcpStream;
use std::ptr;

use common::{Connection, Datagrams, ENCRYPTED, WITH_TOKENS};
use winsec_core::__private::Route;
use winsec_core::os::AsRawSocket;
use winsec_core::{DatagramQuery, StreamQuery, TokenAccess};
use winsec_ffi::{SOCKET, SOCKET_SECURITY_QUERY_INFO, SOCKET_SECURITY_QUERY_TEMPLATE};

/// Counts the allocations of the thread that asks for it.
struct Counting;

thread_local! {
    static COUNT: Cell<Option<usize>> = const { Cell::new(None) };
}

// SAFETY: the system's allocator does the work; the counter allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _ = COUNT.try_with(|count| count.set(count.get().map(|n| n + 1)));
        // SAFETY: the caller keeps the rules of this function, which are the same.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the rules of this function, which are the same.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often `work` allocates in a hundred runs. The emulator's books grow now and then: the round
/// in which they grow least counts.
fn allocations(mut work: impl FnMut()) -> usize {
    let mut round = || {
        COUNT.set(Some(0));
        for _ in 0..100 {
            work();
        }
        COUNT.take().expect("it was set")
    };
    (0..20).map(|_| round()).min().expect("there were rounds")
}

#[cfg(not(windows))]
use winsec_emulator::fwpuclnt::WSAQuerySocketSecurity;
#[cfg(windows)]
use winsec_ffi::WSAQuerySocketSecurity;

/// The call as C code makes it.
fn bare(socket: SOCKET, template: Option<&SOCKET_SECURITY_QUERY_TEMPLATE>) {
    let mut info = SOCKET_SECURITY_QUERY_INFO::default();
    let mut len = size_of_val(&info) as u32;
    let template_len = template.map_or(0, |template| size_of_val(template) as u32);
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
    assert_eq!((result, len), (0, 24));
    for handle in [
        info.PeerApplicationAccessTokenHandle,
        info.PeerMachineAccessTokenHandle,
    ] {
        // SAFETY: the handle was just handed out, and is used no more.
        drop(unsafe { own(handle) });
    }
}

/// # Safety
///
/// The handle is open or zero, and nobody else closes it.
unsafe fn own(handle: u64) -> Option<winsec_core::os::OwnedHandle> {
    use winsec_core::os::FromRawHandle;
    let raw = ptr::with_exposed_provenance_mut(handle as usize);
    // SAFETY: as promised to this function.
    (handle != 0).then(|| unsafe { FromRawHandle::from_raw_handle(raw) })
}

fn raw(socket: &TcpStream) -> SOCKET {
    socket.as_raw_socket() as SOCKET
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(Box::new(1))), 100);
    assert_eq!(allocations(|| ()), 0);
}

#[test]
fn a_default_query() {
    let connection = Connection::v4();
    let _lab = connection.lab(ENCRYPTED);
    let theirs = allocations(|| bare(raw(&connection.client), None));
    let all = allocations(|| {
        assert!(
            winsec_core::query(&connection.client)
                .unwrap()
                .is_encrypted()
        );
    });
    assert_eq!(all, theirs, "{theirs} are the emulator's own");
}

#[test]
fn a_query_for_tokens() {
    let connection = Connection::v4();
    let _lab = connection.lab(WITH_TOKENS);
    let template = SOCKET_SECURITY_QUERY_TEMPLATE {
        PeerTokenAccessMask: winsec_ffi::TOKEN_QUERY,
        ..Default::default()
    };
    let theirs = allocations(|| bare(raw(&connection.client), Some(&template)));
    let all = allocations(|| {
        let asked = StreamQuery::new()
            .route(Route::Function)
            .peer_tokens(TokenAccess::QUERY);
        let security = asked.run(&connection.client).unwrap();
        assert!(security.peer_machine_token().is_some());
    });
    assert_eq!(all, theirs, "{theirs} are the emulator's own");
}

/// The emulator allocates as much for these as for the default query.
#[test]
fn ipsec_details_and_datagrams() {
    let connection = Connection::v4();
    let lab = connection.lab(ENCRYPTED);
    let theirs = allocations(|| bare(raw(&connection.client), None));
    let all = allocations(|| {
        let security = StreamQuery::new()
            .abort_on_change()
            .run(&connection.client)
            .unwrap();
        assert!(security.ipsec2().is_some());
    });
    assert_eq!(all, theirs, "{theirs} are the emulator's own");
    drop(lab);

    let datagrams = Datagrams::v4();
    let _lab = datagrams.lab(ENCRYPTED);
    let all = allocations(|| {
        let asked = DatagramQuery::new(datagrams.peer);
        assert!(asked.run(&datagrams.socket).unwrap().is_encrypted());
    });
    assert_eq!(all, theirs, "{theirs} are the emulator's own");
}

#[test]
fn a_refused_query_and_its_message() {
    let connection = Connection::v4();
    let _lab = connection.lab_with(
        "",
        "[[fault]]\ncall = \"WSAQuerySocketSecurity\"\nfail = 10054",
    );
    let refused = allocations(|| {
        winsec_core::query(&connection.client).unwrap_err();
    });
    assert_eq!(refused, allocations(|| ()));
}
