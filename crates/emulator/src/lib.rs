//! The documented contracts of Windows' network-security functions as running code, on any OS.
//!
//! The modules [`fwpuclnt`], [`ws2_32`], [`kernel32`], [`secur32`] and [`wininet`] have the functions
//! that the safe layers of winsec call, with the names and signatures of `winsec-ffi`. They work on a
//! [`World`]: a [`Scenario`](scenario::Scenario) come to life, which says what sockets, peers, packages
//! and servers there are and what goes wrong. The world keeps books: of everything that it hands out it
//! knows by which call, and whether it was freed or closed once, and never used after.
//!
//! ```
//! use winsec_emulator::World;
//! use winsec_emulator::fwpuclnt::WSAQuerySocketSecurity;
//! use winsec_emulator::scenario::{Scenario, Security, SocketSpec};
//! use winsec_ffi::SOCKET_SECURITY_QUERY_INFO;
//!
//! let world = World::new(Scenario::new());
//! let _entered = world.enter();
//! let peer = "192.0.2.1:443".parse().unwrap();
//! let socket = world.socket(SocketSpec::tcp4().connected(peer).security(Security::encrypted()));
//!
//! let mut info = SOCKET_SECURITY_QUERY_INFO::default();
//! let mut len = size_of_val(&info) as u32;
//! let null = std::ptr::null_mut();
//! // SAFETY: the answer's pointer and length are right, and no template is needed on TCP.
//! let result = unsafe {
//!     WSAQuerySocketSecurity(socket.raw(), null, 0, &raw mut info, &raw mut len, null.cast(), None)
//! };
//! assert_eq!((result, info.Flags.bits()), (0, 3));
//! world.audit().unwrap();
//! ```
//!
//! On a thread that is in no world every function that can fail does, with `WSANOTINITIALISED`,
//! `ERROR_NOT_READY` or `SEC_E_INTERNAL_ERROR`; the layers above say what is missing.
//! [`World::enter_everywhere`] has all threads of a runtime be in one. Nothing that the emulator says was
//! ever true of a computer, and the layers above mark it so.
//!
//! The same source is the stand-in `fwpuclnt.dll` for Wine and Windows: see [`Host`].
//!
//! # Choices that no document settles
//!
//! Where Microsoft's pages and headers leave a question open, the emulator answers as follows. Code that
//! relies on one of these answers relies on the emulator, not on Windows.
//!
//! **Secure sockets**
//!
//! - Arguments are checked in the order in which the prototype lists them, then the socket's state, then
//!   the size of the buffer. A call that fails has changed nothing.
//! - A query whose buffer is null or too short fails with `WSAEFAULT` on TCP and `WSAEMSGSIZE` otherwise;
//!   both give the needed length, also for a buffer that is not null.
//! - A default query (no template, or one that is all zero) tells the flags alone: the protocol stays
//!   `DEFAULT`. Any other query tells the protocol. Traffic in clear text is success without flags.
//! - A null template with a length is `WSAEFAULT` (below the structure's size on a non-TCP socket:
//!   `WSAEMSGSIZE`). A protocol that is not legal is `WSAEINVAL`; on the Vista kind of system so is 2.
//! - A stream socket that is not connected is refused with `WSAENOTCONN`, one that was reset with
//!   `WSAECONNRESET` every time; an error that waits at a socket is told once.
//! - A peer's address of another family than the socket's is `WSAEAFNOSUPPORT`; one without address and
//!   port is `WSAEINVAL`. A peer that a datagram socket does not list has the socket's own security.
//! - An access mask beyond what a token allows is `WSAEACCES`, and no token is opened.
//! - The second version's answer says so in its protocol, needs 152 bytes of template and 64 of answer.
//!   Its two association ids are told if the field mask asks for them, negotiation error and lookup
//!   context always. A query with `ABORT_CONNECTION_ON_FIELD_CHANGE` makes the connection end as reset
//!   when one of the ids changes.
//! - `WSASetSocketSecurity` on a bound or listening socket, and a second one, are `WSAEINVAL`. So are
//!   unknown flags, and guaranteed encryption together with allowed clear text. The IPsec protocol means
//!   the IPsec structure, of which everything up to byte 84 must be there.
//! - A string's length counts bytes unless the scenario says characters; an odd number of bytes is
//!   `WSAEINVAL`, a string beyond the buffer `WSAEMSGSIZE`; more buffer than string is accepted.
//! - Deleting a target name that was never set succeeds.
//! - A connection to a peer that cannot be encrypted although that is guaranteed, or that cannot prove
//!   its target name, fails with `WSAETIMEDOUT`.
//! - Impersonation is refused with `WSAEOPNOTSUPP` on a socket that does not block; that a socket could
//!   be overlapped does not matter. A peer without a token is `WSAEACCES`. One revert ends it, however
//!   often the thread impersonated; the books want a revert for each.
//! - A system without secure sockets refuses every call with `WSAEOPNOTSUPP`.
//! - `WSAIoctl` with the four codes gives the functions' results; every other code is `WSAEOPNOTSUPP`.
//!
//! **Overlapped operations**
//!
//! - An operation whose arguments are wrong, or whose buffer is too small, is not started.
//! - At completion the emulator looks at the input again, as the system may: an input that has changed is
//!   a finding, and memory that is gone is one for a sanitizer. The length variable is not written.
//! - A completion routine without an `OVERLAPPED` is ignored: the call is synchronous.
//! - A code that has no `NTSTATUS` of its own is carried as `0xC007xxxx`.
//! - Waiting for a result without an event is `WSA_INVALID_HANDLE`; an `OVERLAPPED` that is in use is
//!   `WSA_INVALID_PARAMETER`. Null pointers are `WSAEFAULT`, as they were before Windows Vista.
//! - Pool callbacks run one after the other on one thread. Events have no names.
//!
//! **Security packages**
//!
//! - Names are compared without regard to the case of ASCII letters. A null or unknown name is
//!   `SEC_E_SECPKG_NOT_FOUND` and leaves the pointer alone; null result pointers are
//!   `SEC_E_INVALID_PARAMETER`.
//! - An empty list is a block, too. `FreeContextBuffer` of null succeeds; of anything that was not handed
//!   out it is `SEC_E_INVALID_HANDLE`.
//! - What ANSI lacks becomes a question mark.
//! - A package that is there already cannot be installed (`SEC_E_CANNOT_INSTALL`), one that came with the
//!   system not deleted (`SEC_E_UNSUPPORTED_FUNCTION`). Options may be null; their size is checked.
//!
//! **WinINet**
//!
//! - Handles are synchronous (`INTERNET_FLAG_ASYNC`: `ERROR_NOT_SUPPORTED`), and only HTTP is spoken.
//!   The preconfigured access type is direct access. Nothing takes time: a timeout comes at once.
//! - The diagnostic option tells, before a request is sent, an absent socket, source port 0, the
//!   connection's destination port and no flags; afterwards the connection that was used, with the
//!   proxy's port if there is one. A socket that is closed is absent again. `KEEP_ALIVE` means that the
//!   connection had served another request before, `TUNNEL` that there is TLS through a proxy.
//! - A null length pointer is `ERROR_INVALID_PARAMETER`, an option that the emulator does not have
//!   `ERROR_INTERNET_INVALID_OPTION`, one that cannot be set `ERROR_INTERNET_OPTION_NOT_SETTABLE`, a
//!   null handle where one is needed `ERROR_INTERNET_INCORRECT_HANDLE_TYPE`.
//! - A text option gives its length in bytes, without the terminator.
//! - Closing a handle closes what was made from it; closing that again is a finding. Connections that
//!   wait for another request end with the last session.
//! - A server that asks for a log-on gets one, unless the request has `INTERNET_FLAG_NO_AUTH`: then its
//!   answer is 401. Redirects are not followed, whatever the flags.
//! - Of a list of proxies, the one of the request's protocol is taken, else the one without a protocol.
//!
//! **Faults**
//!
//! - A function that closes, frees or reverts something has done so even if a fault makes it fail, save
//!   `WSARevertImpersonation`, which has not.
#![warn(clippy::exhaustive_enums, clippy::exhaustive_structs)]
#![allow(
    non_snake_case,
    reason = "functions and parameters have the names of the ABI"
)]

mod accounts;
mod books;
mod boundary;
mod calls;
mod events;
mod faults;
mod host;
mod internet;
mod memory;
mod overlapped;
mod packages;
mod pool;
mod routines;
mod sockets;
mod text;
mod threads;
mod world;

pub mod advapi32;
pub mod fwpuclnt;
pub mod kernel32;
pub mod scenario;
pub mod secur32;
pub mod wininet;
pub mod ws2_32;

pub use books::{Audit, Finding, Item, Kind};
pub use calls::{Call, Entry};
pub use host::{Host, Simulated};
pub use overlapped::Routine;
pub use sockets::{Impersonated, IpsecSettings, OpenToken, Settings, parse_address};
pub use world::{EmulatedSocket, Entered, EnteredEverywhere, Observe, World};
