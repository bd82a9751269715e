//! On x86 a function takes its own arguments off the stack: each of the bindings' functions is called
//! with the arguments that its declaration names, and has to leave the stack pointer where it was.
#![cfg(all(windows, target_arch = "x86"))]

mod common;

use std::arch::asm;
use std::ffi::c_void;
use std::ptr::{null, null_mut};

use common::set_scenario;
use winsec_ffi::*;

/// A function as it is declared.
trait Declared: Copy {
    type Arguments;

    /// What is pushed for them.
    fn words(arguments: Self::Arguments) -> Vec<u32>;
}

macro_rules! declared {
    ($($argument:ident)*) => {
        impl<$($argument: Copy,)* Result> Declared
            for unsafe extern "system" fn($($argument),*) -> Result
        {
            type Arguments = ($($argument,)*);

            #[allow(non_snake_case, reason = "the names are those of the types")]
            fn words(arguments: Self::Arguments) -> Vec<u32> {
                let ($($argument,)*) = arguments;
                vec![$(word($argument)),*]
            }
        }
    };
}

declared!();
declared!(A);
declared!(A B);
declared!(A B C);
declared!(A B C D);
declared!(A B C D E);
declared!(A B C D E F G);
declared!(A B C D E F G H);

/// What is pushed for one argument.
fn word<T: Copy>(argument: T) -> u32 {
    assert!(size_of::<T>() <= size_of::<u32>(), "it takes one word");
    let mut word = 0_u32;
    // SAFETY: the word has room for it, as was asserted.
    unsafe { (&raw mut word).cast::<T>().write_unaligned(argument) };
    word
}

/// Calls a function, and gives its result and by how many bytes it left the stack pointer off.
///
/// # Safety
///
/// The address is that of a function for which these arguments are right.
unsafe fn call(function: *const c_void, arguments: &[u32]) -> (u32, i32) {
    let (result, off);
    // SAFETY: the stack pointer is put back to where it was, whatever the function did with it, and the
    // caller promises the rest.
    unsafe {
        asm!(
            "mov ebx, esp",
            "2:",
            "test ecx, ecx",
            "je 3f",
            "dec ecx",
            "push dword ptr [edx + ecx * 4]",
            "jmp 2b",
            "3:",
            "call edi",
            "mov edi, esp",
            "sub edi, ebx",
            "mov esp, ebx",
            inout("ecx") arguments.len() => _,
            inout("edx") arguments.as_ptr() => _,
            inout("edi") function => off,
            out("ebx") _,
            lateout("eax") result,
            clobber_abi("system"),
        );
    }
    (result, off)
}

/// The same for a function with its declaration.
///
/// # Safety
///
/// These arguments are right for the function.
unsafe fn off<F: Declared>(function: F, arguments: F::Arguments) -> (u32, i32) {
    assert_eq!(size_of::<F>(), size_of::<*const c_void>());
    // SAFETY: a function pointer is an address.
    let address = unsafe { std::mem::transmute_copy(&function) };
    // SAFETY: the caller promises it.
    unsafe { call(address, &F::words(arguments)) }
}

/// Calls a function with arguments that do no harm, keeps its name, and checks the stack pointer.
macro_rules! checked {
    ($called:ident, $function:ident($($argument:expr),* $(,)?)) => {{
        let function: unsafe extern "system" fn($(checked!(@any $argument)),*) -> _ = $function;
        // SAFETY: the arguments are what the documents ask for, or handles of nothing.
        let (result, off) = unsafe { off(function, ($($argument,)*)) };
        assert_eq!(off, 0, "bytes left by {}", stringify!($function));
        $called.push(stringify!($function));
        result
    }};
    (@any $argument:expr) => { _ };
}

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

#[test]
fn each_function_takes_off_what_its_declaration_puts_on() {
    let mut called = Vec::new();

    let (mut count, mut narrow, mut wide_info) = (0, null_mut(), null_mut());
    checked!(
        called,
        EnumerateSecurityPackagesA(&raw mut count, &raw mut narrow)
    );
    checked!(called, FreeContextBuffer(narrow.cast()));
    checked!(
        called,
        EnumerateSecurityPackagesW(&raw mut count, &raw mut wide_info)
    );
    checked!(called, FreeContextBuffer(wide_info.cast()));
    let (name, wide_name) = (
        c"winsec-no-such-package".as_ptr(),
        wide("winsec-no-such-package"),
    );
    let wide_name = wide_name.as_ptr();
    checked!(called, QuerySecurityPackageInfoA(name, &raw mut narrow));
    checked!(
        called,
        QuerySecurityPackageInfoW(wide_name, &raw mut wide_info)
    );
    checked!(called, AddSecurityPackageA(name, null()));
    checked!(called, AddSecurityPackageW(wide_name, null()));
    checked!(called, DeleteSecurityPackageA(name));
    checked!(called, DeleteSecurityPackageW(wide_name));

    let (agent, server, page) = (wide("winsec"), wide("127.0.0.1"), wide("/"));
    let direct = INTERNET_ACCESS_TYPE::INTERNET_OPEN_TYPE_DIRECT;
    let session = checked!(
        called,
        InternetOpenW(
            agent.as_ptr(),
            direct,
            null(),
            null(),
            INTERNET_FLAGS::empty()
        )
    );
    let session: HINTERNET = std::ptr::without_provenance_mut(session as usize);
    let http = INTERNET_SERVICE::INTERNET_SERVICE_HTTP;
    let none = INTERNET_FLAGS::empty();
    let connection = checked!(
        called,
        InternetConnectW(session, server.as_ptr(), 9, null(), null(), http, none, 0)
    );
    let connection: HINTERNET = std::ptr::without_provenance_mut(connection as usize);
    let request = checked!(
        called,
        HttpOpenRequestW(
            connection,
            null(),
            page.as_ptr(),
            null(),
            null(),
            null(),
            none,
            0
        )
    );
    let request: HINTERNET = std::ptr::without_provenance_mut(request as usize);
    // Nothing is sent: a session is no request.
    checked!(called, HttpSendRequestW(session, null(), 0, null(), 0));
    let (mut buffer, mut length) = ([0_u32; 64], 4);
    let at: *mut c_void = buffer.as_mut_ptr().cast();
    let status = HTTP_QUERY::HTTP_QUERY_STATUS_CODE;
    checked!(
        called,
        HttpQueryInfoW(session, status, at, &raw mut length, null_mut())
    );
    checked!(called, InternetReadFile(session, at, 4, &raw mut length));
    let option = INTERNET_OPTION::INTERNET_OPTION_CONNECT_TIMEOUT;
    length = 4;
    checked!(
        called,
        InternetQueryOptionA(session, option, at, &raw mut length)
    );
    checked!(
        called,
        InternetQueryOptionW(session, option, at, &raw mut length)
    );
    checked!(
        called,
        InternetSetOptionW(session, option, at.cast_const(), 4)
    );
    let url = wide("http://127.0.0.1/");
    let mut parts = URL_COMPONENTSW {
        dwStructSize: size_of::<URL_COMPONENTSW>() as u32,
        ..URL_COMPONENTSW::default()
    };
    checked!(
        called,
        InternetCrackUrlW(url.as_ptr(), 0, ICU_FLAGS::empty(), &raw mut parts)
    );
    for handle in [request, connection, session] {
        assert!(!handle.is_null());
        assert_eq!(checked!(called, InternetCloseHandle(handle)), 1);
    }

    // Fails unless these are the functions of the stand-in: Wine's own would end the process.
    set_scenario("").expect("an empty world");
    let (socket, mut info) = (0x4444_4444, SOCKET_SECURITY_QUERY_INFO::default());
    length = size_of_val(&info) as u32;
    checked!(
        called,
        WSAQuerySocketSecurity(
            socket,
            null(),
            0,
            &raw mut info,
            &raw mut length,
            null_mut(),
            None
        )
    );
    checked!(
        called,
        WSASetSocketSecurity(socket, null(), 0, null_mut(), None)
    );
    let target = SOCKET_PEER_TARGET_NAME::default();
    let size = size_of_val(&target) as u32;
    checked!(
        called,
        WSASetSocketPeerTargetName(socket, &raw const target, size, null_mut(), None)
    );
    let peer = SOCKADDR::default();
    let size = size_of_val(&peer) as u32;
    checked!(
        called,
        WSADeleteSocketPeerTargetName(socket, &raw const peer, size, null_mut(), None)
    );
    checked!(
        called,
        WSAImpersonateSocketPeer(socket, &raw const peer, size)
    );
    checked!(called, WSARevertImpersonation());

    for bindings in [
        include_str!("../../../ffi/src/generated/sspi.rs"),
        include_str!("../../../ffi/src/generated/wininet.rs"),
        include_str!("../../../ffi/src/generated/ws2tcpip.rs"),
    ] {
        let mut names: Vec<_> = bindings
            .lines()
            .filter_map(|line| line.strip_prefix("    pub fn ")?.split_once('('))
            .map(|(name, _)| name)
            .collect();
        assert!(!names.is_empty());
        names.retain(|name| !called.contains(name));
        assert!(names.is_empty(), "not called: {names:?}");
    }
}

#[test]
fn a_declaration_with_an_argument_too_many_is_found() {
    unsafe extern "system" fn two(one: u32, other: u32) -> u32 {
        one + other
    }
    type Three = unsafe extern "system" fn(u32, u32, u32) -> u32;
    let two: unsafe extern "system" fn(_, _) -> _ = two;
    // SAFETY: it is called in a way that makes good what goes wrong.
    let three: Three = unsafe { std::mem::transmute(two) };
    // SAFETY: the function adds two numbers.
    assert_eq!(unsafe { off(two, (1, 2)) }, (3, 0));
    // SAFETY: it leaves the third where it is, and the stack pointer is put back.
    assert_eq!(unsafe { off(three, (1, 2, 3)) }, (3, -4));
}
