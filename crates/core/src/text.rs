//! Names and credentials on their way to the system: UTF-16, checked, and wiped afterwards.

use zeroize::Zeroizing;

use crate::error::{Call, Error, ErrorKind, Result, TextFault};

/// The longest name or credential that is passed on, in UTF-16 units: what the system's counted
/// strings can hold.
#[doc(alias = "UNICODE_STRING")]
pub const MAX_TEXT_UNITS: usize = 32_767;

/// In which unit the system is told the length of a text.
///
/// The pages of the structures say bytes; Microsoft's samples fill in characters. Which of the two
/// the system means shows on a real Windows only, so it is one choice, made here, and either
/// reading of either number stays within the memory that is handed over.
///
/// Source: [`SOCKET_PEER_TARGET_NAME`](https://learn.microsoft.com/windows/win32/api/mstcpip/ns-mstcpip-socket_peer_target_name).
#[doc(alias = "PeerTargetNameStringLen")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum LengthUnit {
    /// Bytes, as the reference pages say.
    #[default]
    Bytes,
    /// UTF-16 units, as the samples do.
    Characters,
}

impl LengthUnit {
    /// The length of so many UTF-16 units.
    pub(crate) const fn count(self, units: usize) -> u32 {
        match self {
            Self::Bytes => 2 * units as u32,
            Self::Characters => units as u32,
        }
    }
}

/// A text in UTF-16, wiped when it goes.
pub(crate) type Text = Zeroizing<Vec<u16>>;

/// Encodes a text.
pub(crate) fn encode(call: Call, text: &str) -> Result<Text> {
    let fault = |fault| Error::own(call, ErrorKind::InvalidText(fault));
    if text.contains('\0') {
        return Err(fault(TextFault::InteriorNul));
    }
    let units = text.encode_utf16().count();
    if units > MAX_TEXT_UNITS {
        return Err(fault(TextFault::TooLong));
    }
    // All at once: a vector that grows would leave copies behind.
    let mut wide = Zeroizing::new(Vec::new());
    wide.try_reserve_exact(units)
        .map_err(|_| Error::own(call, ErrorKind::OutOfMemory))?;
    wide.extend(text.encode_utf16());
    Ok(wide)
}

/// Writes texts one behind the other and returns the place after the last.
pub(crate) fn append(out: &mut [u8], mut at: usize, texts: &[&[u16]]) -> usize {
    for unit in texts.iter().copied().flatten() {
        out[at..at + 2].copy_from_slice(&unit.to_ne_bytes());
        at += 2;
    }
    at
}
