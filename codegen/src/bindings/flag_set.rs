//! What a flag set is: the part of `bitflags::bitflags!` that bindings need, at a third of its cost
//! to whoever compiles them. The rest is in [`bitflags::Flags`], which every set implements.

/// Defines a flag set over its own integer, which keeps bits that have no name.
macro_rules! flag_set {
    (
        $(#[$outer:meta])*
        pub struct $set:ident: $bits:ty {
            $(
                $(#[$inner:meta])*
                const $flag:ident = $value:expr;
            )*
        }
    ) => {
        $(#[$outer])*
        #[repr(transparent)]
        #[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
        pub struct $set($bits);

        impl $set {
            $(
                $(#[$inner])*
                pub const $flag: Self = Self($value);
            )*

            /// The bits.
            #[inline]
            #[must_use]
            pub const fn bits(&self) -> $bits {
                self.0
            }

            /// The set of these bits, whether they have names or not.
            #[inline]
            #[must_use]
            pub const fn from_bits_retain(bits: $bits) -> Self {
                Self(bits)
            }

            /// The flag of a name.
            #[inline]
            #[must_use]
            pub fn from_name(name: &str) -> ::core::option::Option<Self> {
                ::bitflags::Flags::from_name(name)
            }

            /// No bit.
            #[inline]
            #[must_use]
            pub const fn empty() -> Self {
                Self(0)
            }

            /// Every bit, whether it has a name or not.
            #[inline]
            #[must_use]
            pub const fn all() -> Self {
                Self(!0)
            }

            /// Whether no bit is set.
            #[inline]
            #[must_use]
            pub const fn is_empty(&self) -> bool {
                self.0 == 0
            }

            /// Whether all bits of the other set are in this one.
            #[inline]
            #[must_use]
            pub const fn contains(&self, other: Self) -> bool {
                self.0 & other.0 == other.0
            }

            /// Whether any bit of the other set is in this one.
            #[inline]
            #[must_use]
            pub const fn intersects(&self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// The bits of both sets.
            #[inline]
            #[must_use]
            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// The bits that both sets have.
            #[inline]
            #[must_use]
            pub const fn intersection(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }

            /// The bits that the other set lacks.
            #[inline]
            #[must_use]
            pub const fn difference(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// Adds the bits of the other set.
            #[inline]
            pub const fn insert(&mut self, other: Self) {
                self.0 |= other.0;
            }

            /// Takes the bits of the other set away.
            #[inline]
            pub const fn remove(&mut self, other: Self) {
                self.0 &= !other.0;
            }

            /// Adds the bits of the other set, or takes them away.
            #[inline]
            pub const fn set(&mut self, other: Self, value: bool) {
                if value {
                    self.insert(other);
                } else {
                    self.remove(other);
                }
            }

            /// The flags that are in the set and have a name; what they leave is the rest.
            #[inline]
            #[must_use]
            pub fn iter_names(&self) -> ::bitflags::iter::IterNames<Self> {
                ::bitflags::Flags::iter_names(self)
            }
        }

        impl ::bitflags::Flags for $set {
            #[allow(unused_doc_comments, reason = "the flags' own, from above")]
            const FLAGS: &'static [::bitflags::Flag<Self>] = &[
                $(
                    $(#[$inner])*
                    ::bitflags::Flag::new(stringify!($flag), Self::$flag),
                )*
                ::bitflags::Flag::new("", Self(!0)),
            ];

            type Bits = $bits;

            #[inline]
            fn bits(&self) -> $bits {
                self.0
            }

            #[inline]
            fn from_bits_retain(bits: $bits) -> Self {
                Self(bits)
            }
        }

        impl ::core::fmt::Debug for $set {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(concat!(stringify!($set), "("))?;
                if self.is_empty() {
                    f.write_str("0x0")?;
                } else {
                    ::bitflags::parser::to_writer(self, &mut *f)?;
                }
                f.write_str(")")
            }
        }

        flag_set! { @operator $set BitOr bitor | BitOrAssign bitor_assign }
        flag_set! { @operator $set BitAnd bitand & BitAndAssign bitand_assign }
        flag_set! { @operator $set BitXor bitxor ^ BitXorAssign bitxor_assign }

        impl ::core::ops::Sub for $set {
            type Output = Self;

            #[inline]
            fn sub(self, other: Self) -> Self {
                self.difference(other)
            }
        }

        impl ::core::ops::Not for $set {
            type Output = Self;

            #[inline]
            fn not(self) -> Self {
                Self(!self.0)
            }
        }
    };
    (@operator $set:ident $trait:ident $method:ident $operator:tt $assign:ident $assigned:ident) => {
        impl ::core::ops::$trait for $set {
            type Output = Self;

            #[inline]
            fn $method(self, other: Self) -> Self {
                Self(self.0 $operator other.0)
            }
        }

        impl ::core::ops::$assign for $set {
            #[inline]
            fn $assigned(&mut self, other: Self) {
                self.0 = self.0 $operator other.0;
            }
        }
    };
}
