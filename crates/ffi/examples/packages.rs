//! Lists the machine's security packages, over the bindings alone.

#[cfg(windows)]
fn main() -> std::process::ExitCode {
    windows::main()
}

#[cfg(not(windows))]
fn main() -> std::process::ExitCode {
    eprintln!(
        "secur32.dll is a part of Windows; `cargo xtask run --example packages` runs this with Wine"
    );
    std::process::ExitCode::FAILURE
}

#[cfg(windows)]
mod windows {
    //! The example proper.

    use std::io::{self, ErrorKind, Write};
    use std::process::ExitCode;
    use std::{fmt, ptr, slice};

    use winsec_ffi::{
        EnumerateSecurityPackagesW, FreeContextBuffer, SEC_E_OK, SECPKG_FLAGS, SECPKG_ID_NONE,
        SECURITY_STATUS, SecPkgInfoW,
    };

    pub(crate) fn main() -> ExitCode {
        let packages = match Packages::enumerate() {
            Ok(packages) => packages,
            Err(status) => {
                eprintln!(
                    "EnumerateSecurityPackagesW failed: {status:?} (0x{:08X})",
                    status.0
                );
                return ExitCode::FAILURE;
            }
        };
        match print(packages.as_slice()) {
            Ok(()) => ExitCode::SUCCESS,
            // Whoever reads has had enough.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("cannot print: {error}");
                ExitCode::FAILURE
            }
        }
    }

    /// The packages in the one buffer that the system allocated for them and their strings.
    struct Packages {
        first: ptr::NonNull<SecPkgInfoW>,
        count: usize,
    }

    impl Packages {
        fn enumerate() -> Result<Self, SECURITY_STATUS> {
            let mut count = 0;
            let mut first = ptr::null_mut();
            // SAFETY: both pointers are to variables of ours, which outlive the call.
            let status = unsafe { EnumerateSecurityPackagesW(&raw mut count, &raw mut first) };
            match ptr::NonNull::new(first) {
                Some(first) if status == SEC_E_OK => Ok(Self {
                    first,
                    count: count as usize,
                }),
                _ => Err(status),
            }
        }

        fn as_slice(&self) -> &[SecPkgInfoW] {
            // SAFETY: the call succeeded: that many packages are there, until we free the buffer.
            unsafe { slice::from_raw_parts(self.first.as_ptr(), self.count) }
        }
    }

    impl Drop for Packages {
        fn drop(&mut self) {
            // SAFETY: the buffer is the system's and ours to free; nothing borrows from it now.
            let status = unsafe { FreeContextBuffer(self.first.as_ptr().cast()) };
            debug_assert_eq!(status, SEC_E_OK);
        }
    }

    fn print(packages: &[SecPkgInfoW]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        writeln!(out, "{} security packages", packages.len())?;
        for package in packages {
            // SAFETY: the system ends every name with a zero, and `package` still borrows them.
            let name = unsafe { text(package.Name) };
            // SAFETY: the same goes for comments.
            let comment = unsafe { text(package.Comment) };
            writeln!(out, "\n{name}\n  {comment}")?;
            let (version, token) = (package.wVersion, package.cbMaxToken);
            let rpc = package.wRPCID;
            match rpc {
                SECPKG_ID_NONE => write!(out, "  version {version}, no RPC id, ")?,
                _ => write!(out, "  version {version}, RPC id {}, ", rpc.0)?,
            }
            writeln!(
                out,
                "tokens of at most {token} bytes\n{}",
                Capabilities(package.fCapabilities)
            )?;
        }
        Ok(())
    }

    /// Reads a string of the system's.
    ///
    /// # Safety
    ///
    /// The pointer is null, or to UTF-16 units of which one is zero.
    unsafe fn text(start: *const u16) -> String {
        if start.is_null() {
            return String::new();
        }
        // SAFETY: the zero has not been met yet, so the unit is still within the string.
        let is_end = |at| unsafe { *start.wrapping_add(at) } == 0;
        let len = (0..).find(|at| is_end(*at)).unwrap_or(0);
        // SAFETY: these units have just been read.
        let units = unsafe { slice::from_raw_parts(start, len) };
        String::from_utf16_lossy(units)
    }

    /// A package's capabilities by name, those without a name as bits; several lines of 80 columns.
    struct Capabilities(SECPKG_FLAGS);

    impl fmt::Display for Capabilities {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let mut names = self.0.iter_names();
            let mut words: Vec<_> = names
                .by_ref()
                .map(|(name, _)| name.trim_start_matches("SECPKG_FLAG_").to_owned())
                .collect();
            let unnamed = names.remaining().bits();
            if unnamed != 0 {
                words.push(format!("0x{unnamed:X}"));
            }
            let mut column = 80;
            for word in words {
                if column + word.len() >= 80 {
                    let indent = if column == 80 { "    " } else { "\n    " };
                    f.write_str(indent)?;
                    column = 4;
                } else {
                    f.write_str(" ")?;
                }
                f.write_str(&word)?;
                column += 1 + word.len();
            }
            Ok(())
        }
    }
}
