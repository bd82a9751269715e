//! The harness on Windows and Wine: the emulator's `fwpuclnt.dll`, which cargo puts beside the test
//! program, loaded before anything asks for the system's.
#![allow(
    clippy::missing_const_for_thread_local,
    reason = "they are const; what the macro makes of them for some targets is not"
)]

use std::cell::{Cell, RefCell};
use std::ffi::CStr;
use std::net::UdpSocket;
use std::os::windows::ffi::OsStrExt;
use std::os::windows::io::{FromRawSocket, OwnedSocket};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use std::{iter, mem, ptr, thread};

use winsec_ffi::{
    AF_INET, FARPROC, GetProcAddress, HMODULE, INVALID_SOCKET, IPPROTO_TCP, LOAD_LIBRARY_FLAGS,
    LoadLibraryExW, SOCK_STREAM, WSA_FLAG_OVERLAPPED, WSASocketW,
};

/// The module, once it is loaded.
struct Dll(HMODULE);

// SAFETY: a module that stays loaded may be asked for its exports from any thread.
unsafe impl Send for Dll {}
// SAFETY: as above.
unsafe impl Sync for Dll {}

fn dll() -> &'static Dll {
    static DLL: OnceLock<Dll> = OnceLock::new();
    DLL.get_or_init(|| {
        let path = std::env::current_exe()
            .unwrap()
            .with_file_name("fwpuclnt.dll");
        let path: Vec<u16> = path
            .as_os_str()
            .encode_wide()
            .chain(iter::once(0))
            .collect();
        let flags = LOAD_LIBRARY_FLAGS::empty();
        // SAFETY: the path ends in a NUL; the DLL has no entry point of its own.
        let module = unsafe { LoadLibraryExW(path.as_ptr(), ptr::null_mut(), flags) };
        assert!(
            !module.is_null(),
            "the emulator's fwpuclnt.dll is beside the test program"
        );
        Dll(module)
    })
}

fn export(name: &CStr) -> unsafe extern "system" fn() -> isize {
    // SAFETY: the module stays loaded, and the name ends in a NUL.
    let found: FARPROC = unsafe { GetProcAddress(dll().0, name.as_ptr().cast()) };
    found.expect("the emulator's DLL has its controls")
}

type SetScenario = unsafe extern "system" fn(*const u8, usize, *mut u8, usize) -> usize;
type Calls = unsafe extern "system" fn(*const u8, usize) -> u64;
type Audit = unsafe extern "system" fn(*mut u8, usize) -> usize;
type Advance = extern "system" fn() -> usize;

fn set_scenario(text: &str) {
    // SAFETY: the export has this type.
    let set: SetScenario = unsafe { mem::transmute(export(c"WinsecEmulatorSetScenario")) };
    let mut message = [0; 1000];
    // SAFETY: both texts are as long as is said.
    let len = unsafe {
        set(
            text.as_ptr(),
            text.len(),
            message.as_mut_ptr(),
            message.len(),
        )
    };
    let message = String::from_utf8_lossy(&message[..len.min(message.len())]);
    assert!(len == 0, "{message}\n{text}");
}

// The scenario is the process's: the labs of different threads take turns.
static TURN: Mutex<()> = Mutex::new(());
thread_local! {
    static HELD: RefCell<Option<MutexGuard<'static, ()>>> = const { RefCell::new(None) };
    static LABS: Cell<usize> = const { Cell::new(0) };
}

/// One test's scenario.
pub struct Lab(());

impl Lab {
    pub fn new(scenario: &str) -> Self {
        if LABS.replace(LABS.get() + 1) == 0 {
            HELD.set(Some(TURN.lock().unwrap_or_else(PoisonError::into_inner)));
        }
        set_scenario(scenario);
        Self(())
    }

    /// The DLL looks at the real socket itself.
    pub fn adopt<T>(&self, _: &T) {}

    /// It finds a new one by the scenario's rule.
    pub fn attach<T>(&self, _: &T) {}

    /// A socket that is neither bound nor connected. The scenario's rule finds it by that.
    pub fn fresh(&self, _: &str) -> OwnedSocket {
        // std starts Winsock for the first of its sockets.
        drop(UdpSocket::bind("127.0.0.1:0").unwrap());
        // SAFETY: no protocol structure is given.
        let raw = unsafe {
            WSASocketW(
                AF_INET.0.into(),
                SOCK_STREAM,
                IPPROTO_TCP,
                ptr::null(),
                0,
                WSA_FLAG_OVERLAPPED,
            )
        };
        assert_ne!(raw, INVALID_SOCKET);
        // SAFETY: the socket was just made, and nobody else has it.
        unsafe { OwnedSocket::from_raw_socket(raw as _) }
    }

    /// How often a function of the six was called; the others are the system's own, and not counted.
    pub fn calls(&self, name: &str) -> u64 {
        // SAFETY: the export has this type.
        let calls: Calls = unsafe { mem::transmute(export(c"WinsecEmulatorCalls")) };
        // SAFETY: the name is as long as is said.
        unsafe { calls(name.as_ptr(), name.len()) }
    }

    /// Completes what waits for it.
    pub fn advance(&self) -> usize {
        // SAFETY: the export has this type.
        let advance: Advance = unsafe { mem::transmute(export(c"WinsecEmulatorAdvance")) };
        advance()
    }

    /// What a thread calls to find the sockets of this lab: nothing, the DLL is the process's.
    pub fn let_in(&self) -> impl Fn() + Send + Sync + 'static {
        || ()
    }

    /// Balances the books, once the pool has let go of what operations left to it.
    #[track_caller]
    pub fn settle(&self) {
        let begin = Instant::now();
        while !self.findings().is_empty() && begin.elapsed() < super::SOON {
            thread::sleep(Duration::from_millis(1));
        }
        self.audit();
    }

    /// What is wrong in the books.
    pub fn findings(&self) -> String {
        // SAFETY: the export has this type.
        let audit: Audit = unsafe { mem::transmute(export(c"WinsecEmulatorAudit")) };
        let mut message = [0; 10_000];
        // SAFETY: the message has so much room.
        let len = unsafe { audit(message.as_mut_ptr(), message.len()) };
        String::from_utf8_lossy(&message[..len.min(message.len())]).into_owned()
    }

    /// Balances the books.
    #[track_caller]
    pub fn audit(&self) {
        let findings = self.findings();
        assert!(findings.is_empty(), "{findings}");
    }
}

impl Drop for Lab {
    fn drop(&mut self) {
        LABS.set(LABS.get() - 1);
        if LABS.get() == 0 {
            HELD.set(None);
        }
    }
}
