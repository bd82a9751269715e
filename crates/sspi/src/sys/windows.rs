//! The calls as secur32.dll exports them. The DLL is loaded with the first of them, not with the
//! program: on some systems that takes longer than all the rest of a program's start.
#![expect(non_snake_case, reason = "the functions have the system's names")]

use core::ffi::{CStr, c_void};
use core::mem::transmute;
use core::ptr;
use std::sync::OnceLock;

use widestring::{U16CStr, u16cstr};
use winsec_ffi::{
    GetProcAddress, HMODULE, LOAD_LIBRARY_SEARCH_SYSTEM32, LoadLibraryExW, PCWSTR, PSecPkgInfoW,
    SEC_E_UNSUPPORTED_FUNCTION, SECURITY_PACKAGE_OPTIONS, SECURITY_STATUS,
};

const DLL: &U16CStr = u16cstr!("secur32.dll");

/// What `GetProcAddress` gives for any function.
type Address = unsafe extern "system" fn() -> isize;

macro_rules! looked_up {
    ($($name:ident($($parameter:ident: $ty:ty),*);)+) => {
        /// The functions.
        struct Functions {
            $($name: unsafe extern "system" fn($($ty),*) -> SECURITY_STATUS,)+
        }

        /// The signatures are those of the bindings.
        const _: Functions = Functions { $($name: winsec_ffi::$name,)+ };

        fn resolve(dll: HMODULE) -> Option<Functions> {
            Some(Functions {
                $($name: {
                    let address = export(dll, concat!(stringify!($name), "\0"))?;
                    // SAFETY: this is the type of the function of that name, and function pointers
                    // are all of one size.
                    unsafe {
                        transmute::<Address, unsafe extern "system" fn($($ty),*) -> SECURITY_STATUS>(
                            address,
                        )
                    }
                },)+
            })
        }

        $(
            /// # Safety
            ///
            /// As for the function of that name in `winsec-ffi`.
            pub(crate) unsafe fn $name($($parameter: $ty),*) -> SECURITY_STATUS {
                match functions() {
                    // SAFETY: the pointer was found under this name, whose signature this is, and
                    // the caller keeps the function's own rules.
                    Some(functions) => unsafe { (functions.$name)($($parameter),*) },
                    None => SEC_E_UNSUPPORTED_FUNCTION,
                }
            }
        )+
    };
}

looked_up! {
    EnumerateSecurityPackagesW(count: *mut u32, packages: *mut PSecPkgInfoW);
    QuerySecurityPackageInfoW(name: PCWSTR, package: *mut PSecPkgInfoW);
    FreeContextBuffer(buffer: *mut c_void);
    AddSecurityPackageW(name: PCWSTR, options: *const SECURITY_PACKAGE_OPTIONS);
    DeleteSecurityPackageW(name: PCWSTR);
}

/// The functions; none on a system that lacks one of them.
fn functions() -> Option<&'static Functions> {
    static FOUND: OnceLock<Option<Functions>> = OnceLock::new();
    FOUND.get_or_init(|| resolve(load()?)).as_ref()
}

/// secur32.dll from the system's folder, where no other program can have put a file of that name.
/// It stays loaded.
fn load() -> Option<HMODULE> {
    // SAFETY: the name ends in a NUL, and the reserved parameter is null.
    let dll =
        unsafe { LoadLibraryExW(DLL.as_ptr(), ptr::null_mut(), LOAD_LIBRARY_SEARCH_SYSTEM32) };
    (!dll.is_null()).then_some(dll)
}

/// A function of a DLL, by its name, which ends in a NUL.
fn export(dll: HMODULE, name: &str) -> Option<Address> {
    let name = CStr::from_bytes_with_nul(name.as_bytes()).ok()?;
    // SAFETY: the DLL stays loaded, and the name ends in a NUL.
    unsafe { GetProcAddress(dll, name.as_ptr()) }
}
