//! Texts as the two forms of a function have them.

/// Which form a function's texts have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    /// One byte each; what ANSI has not becomes a question mark.
    Ansi,
    /// UTF-16.
    Wide,
}

impl Text {
    /// The bytes of a string.
    pub(crate) fn bytes(self, units: &[u16]) -> Vec<u8> {
        let units = units.iter().copied();
        match self {
            Self::Wide => units.flat_map(u16::to_ne_bytes).collect(),
            Self::Ansi => {
                let ansi = |unit: u16| u8::try_from(unit).ok().filter(u8::is_ascii);
                units.map(|unit| ansi(unit).unwrap_or(b'?')).collect()
            }
        }
    }

    /// The bytes of a string with its terminator.
    pub(crate) fn encode(self, units: &[u16]) -> Vec<u8> {
        let mut bytes = self.bytes(units);
        bytes.extend(std::iter::repeat_n(0, self.terminator()));
        bytes
    }

    /// How many bytes the terminator has.
    pub(crate) const fn terminator(self) -> usize {
        match self {
            Self::Ansi => 1,
            Self::Wide => 2,
        }
    }
}
