//! The architectures that an item is defined for.

/// A set of architectures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Arches(u8);

impl Arches {
    /// 32-bit x86.
    pub const X86: Self = Self(1);
    /// x86-64.
    pub const X64: Self = Self(2);
    /// 64-bit Arm.
    pub const ARM64: Self = Self(4);
    /// All three.
    pub const ALL: Self = Self(7);
    /// None of them.
    pub const NONE: Self = Self(0);

    /// Whether every architecture of `other` is in this set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the sets share an architecture.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What both sets share.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Default for Arches {
    fn default() -> Self {
        Self::ALL
    }
}
