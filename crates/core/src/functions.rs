//! The macro that declares the functions of the system which a crate calls: once, for the system, for
//! the emulator, and for where there is neither.

/// Declares functions under their own names, as `pub(crate)` items of the calling module.
///
/// Each has its parameters, its result, and what it gives where nobody answers. On Windows the
/// compiler holds the signatures against those of `winsec-ffi`, and with the emulator against the
/// emulator's.
///
/// - `linked` functions are imported by the program: whatever starts it finds them.
/// - `found by` functions are looked up by the given function, each when it is called first; a system
///   that lacks one of them still has the others.
#[doc(hidden)]
#[macro_export]
macro_rules! __functions {
    (linked, $($emulator:ident)::+; $(
        fn $name:ident($($parameter:ident: $ty:ty),* $(,)?) -> $result:ty = $refusal:expr;
    )+) => {
        #[cfg(windows)]
        pub(crate) use winsec_ffi::{$($name),+};
        $crate::__functions!(elsewhere, $($emulator)::+; $(
            fn $name($($parameter: $ty),*) -> $result = $refusal;
        )+);
    };
    (found by $find:path, $($emulator:ident)::+; $(
        fn $name:ident($($parameter:ident: $ty:ty),* $(,)?) -> $result:ty = $refusal:expr;
    )+) => {
        /// The functions as they were found; `None` for one that the system lacks.
        #[cfg(windows)]
        #[allow(non_snake_case, reason = "the functions have the system's names")]
        pub(crate) mod found {
            use super::*;
            $(pub(crate) fn $name() -> Option<unsafe extern "system" fn($($ty),*) -> $result> {
                type Function = unsafe extern "system" fn($($ty),*) -> $result;
                static FOUND: std::sync::OnceLock<Option<Function>> = std::sync::OnceLock::new();
                *FOUND.get_or_init(|| {
                    let address = $find(concat!(stringify!($name), "\0"))?;
                    // SAFETY: the function of this name has this type, as is checked against
                    // `winsec-ffi` below, and function pointers are all of one size.
                    Some(unsafe {
                        core::mem::transmute::<unsafe extern "system" fn() -> isize, Function>(address)
                    })
                })
            })+
        }
        $(
            /// # Safety
            ///
            /// As for the function of that name in `winsec-ffi`.
            #[cfg(windows)]
            #[allow(
                non_snake_case,
                clippy::too_many_arguments,
                reason = "the functions have the system's names and parameters"
            )]
            pub(crate) unsafe fn $name($($parameter: $ty),*) -> $result {
                match found::$name() {
                    // SAFETY: the caller keeps the function's own rules.
                    Some(function) => unsafe { function($($parameter),*) },
                    None => $refusal,
                }
            }
        )+
        $crate::__functions!(elsewhere, $($emulator)::+; $(
            fn $name($($parameter: $ty),*) -> $result = $refusal;
        )+);
    };
    (elsewhere, $($emulator:ident)::+; $(
        fn $name:ident($($parameter:ident: $ty:ty),*) -> $result:ty = $refusal:expr;
    )+) => {
        #[cfg(all(not(windows), feature = "emulator"))]
        pub(crate) use $($emulator)::+::{$($name),+};
        $(
            const _: fn() -> $result = || $refusal;
            #[cfg(windows)]
            const _: unsafe extern "system" fn($($ty),*) -> $result = winsec_ffi::$name;
            #[cfg(all(not(windows), feature = "emulator"))]
            const _: unsafe extern "system" fn($($ty),*) -> $result = $name;
            #[cfg(not(any(windows, feature = "emulator")))]
            #[allow(
                non_snake_case,
                clippy::too_many_arguments,
                reason = "the functions have the system's names and parameters"
            )]
            pub(crate) unsafe fn $name($(_: $ty),*) -> $result {
                $refusal
            }
        )+
    };
}
