//! How a request's connection is made.

use winsec_ffi as ffi;

bitflags::bitflags! {
    /// How a request's connection is made.
    ///
    /// A bit that this version has no name for is kept, and printed in hexadecimal.
    ///
    /// Reference: [INTERNET_DIAGNOSTIC_SOCKET_INFO][reference].
    ///
    /// [reference]: https://learn.microsoft.com/windows/win32/api/wininet/ns-wininet-internet_diagnostic_socket_info
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
    pub struct SocketFlags: u32 {
        /// The connection comes from the pool of those kept alive.
        #[doc(alias = "IDSI_FLAG_KEEP_ALIVE")]
        const KEEP_ALIVE = ffi::IDSI_FLAGS::IDSI_FLAG_KEEP_ALIVE.bits();
        /// The request uses a secure socket: TLS.
        #[doc(alias = "IDSI_FLAG_SECURE")]
        const SECURE = ffi::IDSI_FLAGS::IDSI_FLAG_SECURE.bits();
        /// A proxy stands between this machine and the server.
        #[doc(alias = "IDSI_FLAG_PROXY")]
        const PROXY = ffi::IDSI_FLAGS::IDSI_FLAG_PROXY.bits();
        /// The proxy makes a tunnel to the server.
        #[doc(alias = "IDSI_FLAG_TUNNEL")]
        const TUNNEL = ffi::IDSI_FLAGS::IDSI_FLAG_TUNNEL.bits();

        const _ = !0;
    }
}

impl SocketFlags {
    /// The flags as words for people: `kept alive, secure`; `none` for none, and hexadecimal for
    /// bits without a name.
    #[must_use]
    pub fn words(self) -> String {
        const WORDS: [(SocketFlags, &str); 4] = [
            (SocketFlags::KEEP_ALIVE, "kept alive"),
            (SocketFlags::SECURE, "secure"),
            (SocketFlags::PROXY, "through a proxy"),
            (SocketFlags::TUNNEL, "tunnelled"),
        ];
        let named = WORDS.iter().filter(|(flag, _)| self.contains(*flag));
        let mut words: Vec<String> = named.map(|(_, word)| (*word).to_owned()).collect();
        let known = WORDS
            .iter()
            .fold(Self::empty(), |known, (flag, _)| known | *flag);
        let rest = self.difference(known).bits();
        if rest != 0 {
            words.push(format!("0x{rest:X}"));
        }
        if words.is_empty() {
            return "none".to_owned();
        }
        words.join(", ")
    }
}
