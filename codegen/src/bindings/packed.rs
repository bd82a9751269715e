//! Values that lie where their own alignment would not let them: fields of records that C packs around
//! something aligned, which Rust cannot say of a whole record.

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
