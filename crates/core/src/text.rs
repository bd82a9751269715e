//! Texts on their way to the system and back: UTF-16, checked, and wiped where they are secret.

use core::fmt;

use zeroize::Zeroizing;

/// The longest name or credential that is passed on, in UTF-16 units: what the system's counted
/// strings can hold.
#[doc(alias = "UNICODE_STRING")]
pub const MAX_TEXT_UNITS: usize = 32_767;

/// Why a text cannot be passed to the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextError {
    /// There is no text where some is needed.
    Empty,
    /// The text contains a NUL, at which the system would end it.
    InteriorNul {
        /// The NUL's place, in UTF-16 units from 0.
        position: usize,
    },
    /// The text is longer than the system can carry.
    TooLong {
        /// The text's length, in UTF-16 units.
        units: usize,
        /// The greatest length, in UTF-16 units.
        most: usize,
    },
    /// Half a character: a surrogate that is not one of a pair.
    UnpairedSurrogate {
        /// The surrogate's place, in UTF-16 units from 0.
        position: usize,
    },
}

impl TextError {
    /// What is wrong, without the numbers.
    #[doc(hidden)]
    #[must_use]
    pub const fn cause(self) -> &'static str {
        match self {
            Self::Empty => "the text is empty",
            Self::InteriorNul { .. } => "the text contains a NUL",
            Self::TooLong { .. } => "the text is too long",
            Self::UnpairedSurrogate { .. } => "the text contains an unpaired surrogate",
        }
    }

    /// How the text can be mended.
    #[doc(hidden)]
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Empty => "give a text",
            Self::InteriorNul { .. } => "remove the NUL",
            Self::TooLong { .. } => "shorten the text",
            Self::UnpairedSurrogate { .. } => "give valid UTF-16",
        }
    }

    /// The numbers, in words that follow [`cause`](Self::cause).
    #[doc(hidden)]
    pub fn details(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::InteriorNul { position } | Self::UnpairedSurrogate { position } => {
                write!(f, " at UTF-16 unit {position}")
            }
            Self::TooLong { units, most } => {
                write!(f, " ({units} UTF-16 units, at most {most})")
            }
        }
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.cause())?;
        self.details(f)
    }
}

impl core::error::Error for TextError {}

/// Collects a text's UTF-16 units, with room for a NUL behind them.
///
/// They are counted first and collected once: a vector that grows would leave copies of a secret
/// behind.
#[doc(hidden)]
pub fn encode(
    units: impl Iterator<Item = u16> + Clone,
    most: usize,
) -> Result<Vec<u16>, TextError> {
    let count = units.clone().count();
    if count > most {
        return Err(TextError::TooLong { units: count, most });
    }
    if let Some(position) = units.clone().position(|unit| unit == 0) {
        return Err(TextError::InteriorNul { position });
    }
    let mut wide = Vec::with_capacity(count + 1);
    wide.extend(units);
    Ok(wide)
}

/// A text in UTF-16, wiped when it goes.
pub(crate) type Text = Zeroizing<Vec<u16>>;

/// Encodes a name or a credential.
pub(crate) fn secret(text: &str) -> Result<Text, TextError> {
    encode(text.encode_utf16(), MAX_TEXT_UNITS).map(Zeroizing::new)
}

/// The text of a buffer, up to its first NUL.
pub(crate) fn decode(units: &[u16]) -> String {
    let text = units.split(|unit| *unit == 0).next();
    String::from_utf16_lossy(text.unwrap_or_default())
}

/// Writes texts one behind the other and returns the place after the last.
pub(crate) fn append(out: &mut [u8], mut at: usize, texts: &[&[u16]]) -> usize {
    for unit in texts.iter().copied().flatten() {
        out[at..at + 2].copy_from_slice(&unit.to_ne_bytes());
        at += 2;
    }
    at
}

/// In which unit the system is told the length of a text.
///
/// The pages of the structures say bytes; Microsoft's samples fill in characters. Which of the two
/// the system means shows on a real Windows only. This crate counts bytes, and either reading of
/// either number stays within the memory that is handed over; tests count both ways.
///
/// Source: [`SOCKET_PEER_TARGET_NAME`](https://learn.microsoft.com/windows/win32/api/mstcpip/ns-mstcpip-socket_peer_target_name).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
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
