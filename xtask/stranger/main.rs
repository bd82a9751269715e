//! Calls ten functions of Windows and a DLL, and holds what they answer against std and the DLL's source.
#![deny(warnings)]

mod acme;

#[cfg(windows)]
mod win32 {
    include!(concat!(env!("OUT_DIR"), "/bindings.rs"));
}

#[cfg(not(windows))]
fn main() {
    // Types and constants are there on every system.
    assert_eq!(acme::ACME_ULTRAVIOLET.0, 0x8000_0001);
    assert!(winsec_sspi::packages().is_err());
}

#[cfg(windows)]
fn main() {
    windows();
    dll();
    let packages = winsec_sspi::packages().expect("secur32.dll lists its packages");
    assert!(packages.iter().next().is_some(), "there are packages");
    println!("ten functions of Windows and acme.dll answer as they should");
}

/// A text that ends in NUL.
#[cfg(windows)]
fn wide(text: &std::ffi::OsStr) -> Vec<u16> {
    use std::os::windows::ffi::OsStrExt as _;
    text.encode_wide().chain([0]).collect()
}

#[cfg(windows)]
fn windows() {
    use std::os::windows::ffi::OsStringExt as _;
    use std::time::{Duration, SystemTime, UNIX_EPOCH};
    use std::{env, ffi::OsString, fs, io, net::TcpListener, process, ptr, thread};
    use win32::*;

    let mut buffer = [0_u16; 1024];
    let capacity = buffer.len() as u32;
    let text = |buffer: &[u16], len: u32| OsString::from_wide(&buffer[..len as usize]);

    assert_eq!(unsafe { GetCurrentProcessId() }, process::id());

    let len = unsafe { GetCurrentDirectoryW(capacity, buffer.as_mut_ptr()) };
    assert_eq!(text(&buffer, len), env::current_dir().unwrap());

    let (name, value) = env::vars_os().find(|(name, _)| name == "STRANGER").unwrap();
    let name = wide(&name);
    let len = unsafe { GetEnvironmentVariableW(name.as_ptr(), buffer.as_mut_ptr(), capacity) };
    assert_eq!(text(&buffer, len), value);

    let program = env::current_exe().unwrap();
    let path = wide(program.as_os_str());
    let (share, attributes) = (FILE_SHARE_READ, FILE_ATTRIBUTE_NORMAL);
    let file = unsafe {
        CreateFileW(path.as_ptr(), 0, share, ptr::null_mut(), OPEN_EXISTING, attributes, ptr::null_mut())
    };
    assert_ne!(file, INVALID_HANDLE_VALUE);
    let mut size = 0;
    assert_eq!(unsafe { GetFileSizeEx(file, &mut size) }, TRUE);
    assert_eq!(size as u64, fs::metadata(&program).unwrap().len());
    assert_eq!(unsafe { CloseHandle(file) }, TRUE);

    let mut info = SYSTEM_INFO::default();
    unsafe { GetSystemInfo(&mut info) };
    assert!(info.dwNumberOfProcessors as usize >= thread::available_parallelism().unwrap().get());

    let mut time = FILETIME::default();
    unsafe { GetSystemTimeAsFileTime(&mut time) };
    // Its unit is 100 ns, and it begins in 1601.
    let ticks = u64::from(time.dwHighDateTime) << 32 | u64::from(time.dwLowDateTime);
    let seconds = Duration::from_secs(ticks / 10_000_000 - 11_644_473_600);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    assert!(now.abs_diff(seconds) < Duration::from_secs(600));

    let key = wide("Software\\nobody has this".as_ref());
    let (any, none) = (RRF_RT_ANY | RRF_ZEROONFAILURE, ptr::null_mut());
    let code = unsafe {
        RegGetValueW(HKEY_LOCAL_MACHINE, key.as_ptr(), ptr::null(), any, ptr::null_mut(), none, ptr::null_mut())
    };
    assert_eq!(io::Error::from_raw_os_error(code).kind(), io::ErrorKind::NotFound);

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let mut table = vec![0_u32; 1 << 16];
    let mut size = size_of_val(&table[..]) as u32;
    const AF_INET: u32 = 2;
    let of = TCP_TABLE_OWNER_PID_LISTENER;
    let code = unsafe { GetExtendedTcpTable(table.as_mut_ptr().cast(), &mut size, 0, AF_INET, of, 0) };
    assert_eq!(code, 0);
    let first = table[1..].as_ptr().cast::<MIB_TCPROW_OWNER_PID>();
    let mut rows = (0..table[0] as usize).map(|at| unsafe { first.add(at).read() });
    assert!(rows.any(|row| u16::from_be(row.dwLocalPort as u16) == port), "{port} is in the table");
}

/// The values are those of acme.c.
#[cfg(windows)]
fn dll() {
    use acme::*;
    use std::ffi::c_void;

    unsafe extern "system" fn visit(part: *const ACME_PART, context: *mut c_void) -> BOOL {
        unsafe { *context.cast::<ACME_PART>() = *part };
        1
    }

    let mut machine: ACME = std::ptr::null_mut();
    let unknown = ACME_FLAGS::from_bits_retain(2);
    assert_eq!(unsafe { AcmeOpen(unknown, &mut machine) } as u32, 0x8007_0057);
    let flags = ACME_FLAGS::ACME_LOUD | ACME_FLAGS::ACME_FAST;
    assert_eq!(unsafe { AcmeOpen(flags, &mut machine) }, 0);
    assert_eq!(unsafe { AcmeFlags(machine) }, flags);
    let mut part = ACME_PART::default();
    let visited = unsafe { AcmeVisit(machine, Some(visit), (&raw mut part).cast()) };
    assert_eq!(visited, 1);
    assert_eq!((part.number, part.color), (7, ACME_ULTRAVIOLET));
    assert_eq!(unsafe { part.u.weight }, 2.5);
    assert_eq!((part.stock(), part.shelf()), (0xABC, 0x54321));
    assert_eq!((part.made.dwLowDateTime, part.made.dwHighDateTime), (11, 12));
    let mut label = ACME_LABEL::default();
    let size = unsafe { AcmePrint(&mut label, size_of::<ACME_LABEL>() as u32) };
    assert_eq!(size as usize, size_of::<ACME_PART>());
    let (kind, code, text) = (label.kind, label.code, label.text);
    assert_eq!((kind, code, text), (3, 0xDEAD_BEEF, [u16::from(b'!'); 3]));
    unsafe { AcmeClose(machine) };
}
