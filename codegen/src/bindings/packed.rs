//! Values that lie where their own alignment would not let them: fields of records that C packs around
//! something aligned, and of fields that are aligned by themselves, which Rust cannot say of a whole
//! record.

/// Defines a wrapper that lowers the alignment of the value in it.
macro_rules! packed {
    ($($name:ident: $align:literal,)*) => {
        $(
            #[doc = concat!("A value that lies at any multiple of ", $align, " bytes.")]
            ///
            /// It can be read and written, but not referred to: `value.0` copies it.
            #[repr(C, packed($align))]
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
            pub struct $name<T>(pub T);
        )*
    };
}

packed! {
    Packed1: 1,
    Packed2: 2,
    Packed4: 4,
    Packed8: 8,
}

/// Defines what stands before a field that is aligned by itself.
macro_rules! aligned {
    ($($name:ident: $align:literal,)*) => {
        $(
            #[doc = concat!("Nothing, at a multiple of ", $align, " bytes: what follows lies there, too.")]
            #[repr(C, align($align))]
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
            pub struct $name(pub [u8; 0]);
        )*
    };
}

aligned! {
    Aligned1: 1,
    Aligned2: 2,
    Aligned4: 4,
    Aligned8: 8,
    Aligned16: 16,
    Aligned32: 32,
    Aligned64: 64,
    Aligned128: 128,
    Aligned256: 256,
    Aligned512: 512,
    Aligned1024: 1024,
    Aligned2048: 2048,
    Aligned4096: 4096,
    Aligned8192: 8192,
}
