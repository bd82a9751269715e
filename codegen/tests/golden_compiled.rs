//! The expected bindings, compiled: rustc evaluates their layout assertions, and their methods and
//! values do what they say.

use std::fs;
use std::mem::offset_of;
use std::path::Path;
use std::process::Command;

#[allow(dead_code, unused_imports, reason = "not all bindings are tried out")]
#[path = "golden/mod.rs"]
mod golden;

use golden::{
    ALIGNED, COLOUR, COLOUR_LIME, COLOUR_ULTRAVIOLET, CURRENT_THREAD, HOLDS_VARIANT, IID_UNKNOWN,
    INVALID_HANDLE, INVALID_SOCKET, Kind, LIST_OF_TEXTS_WITH_A_LONG_NAME, NAME_A, NAME_W, NESTED,
    ODD, OPAQUE, OPTION_BOTH, OPTION_FIRST, OPTION_FURTHER, OPTIONS, PACKED, PACKED_AND_ALIGNED,
    PACKED_AROUND, PKEY_Title, PLAIN, RESULT, SEC_E_NOT_OWNER, SEC_E_SECPKG_NOT_FOUND, SHADE_DARK,
    SHARED, SIGNED_OPTIONS, UNITS, packed,
};

#[test]
fn enumerations_print_names_and_keep_other_values() {
    assert_eq!(format!("{:?}", COLOUR(1)), "COLOUR_GREEN");
    assert_eq!(format!("{COLOUR_LIME:?}"), "COLOUR_GREEN");
    assert_eq!(format!("{:?}", COLOUR(77)), "COLOUR(77)");
    assert_eq!(format!("{COLOUR_ULTRAVIOLET:?}"), "COLOUR_ULTRAVIOLET");
    assert_eq!(format!("{SHADE_DARK:?}"), "SHADE_DARK");
    assert_eq!(format!("{:?}", RESULT(i32::MIN)), "RESULT(0x80000000)");
    assert_eq!(format!("{:?}", Kind::r#type), "type");
    assert_eq!(i32::from(COLOUR::from(-1)), COLOUR::COLOUR_NONE.0);
    assert_eq!(COLOUR::default(), COLOUR::COLOUR_RED);
}

#[test]
fn flag_sets_print_names_and_keep_other_bits() {
    let known = OPTION_FIRST | OPTION_FURTHER;
    assert_eq!(
        format!("{known:?}"),
        "OPTIONS(OPTION_FIRST | OPTION_FURTHER)"
    );
    let other = OPTIONS::from_bits_retain(0x8000_0011);
    assert_eq!(
        format!("{other:?}"),
        "OPTIONS(OPTION_FIRST | OPTION_LAST | 0x10)"
    );
    assert_eq!(
        OPTIONS::from_name("OPTION_LAST"),
        Some(OPTIONS::OPTION_LAST)
    );
    assert_eq!(other.iter_names().count(), 2);
    assert_eq!((other - OPTION_FIRST).bits(), 0x8000_0010);
    assert_eq!((known ^ OPTION_FIRST) & OPTIONS::all(), OPTION_FURTHER);
    let mut changed = OPTIONS::empty();
    changed.set(OPTION_FIRST, true);
    assert!(changed.contains(OPTION_FIRST) && !changed.intersects(OPTION_FURTHER));
    assert_eq!((!OPTION_FIRST).bits(), !1);
    assert_eq!(format!("{:?}", OPTIONS::default()), "OPTIONS(0x0)");
    assert_eq!(OPTION_BOTH.bits(), 3);
    assert_eq!(SIGNED_OPTIONS::SIGNED_LAST.bits(), i32::MIN);
}

#[test]
fn bit_fields_are_read_and_written_in_place() {
    let mut units = UNITS::default();
    units.set_Small(-3);
    units.set_Rest(0x7F);
    assert_eq!((units.Small(), units.Rest()), (-3, 0x7F));
    assert_eq!(units._bitfield1, (0x7F << 7) | 0b101);
    units.set_Small(0x0B);
    assert_eq!((units.Small(), units.Rest()), (3, 0x7F));
    units.set_Flag(0xFF);
    units.set_Last(1);
    assert_eq!(units._bitfield2, 0b100_0001);
    units.set_Whole(u64::MAX);
    assert_eq!(units.Whole(), u64::MAX);
    units.set_match(9);
    units.set_type(2);
    assert_eq!((units.r#type(), units.r#match()), (2, 1));

    let mut odd = ODD::default();
    odd.set_Some(0x2AAA_AAAA);
    assert_eq!(odd.Some(), 0x2AAA_AAAA);

    let mut shared = SHARED { _bitfield: 0 };
    // SAFETY: `_bitfield` was initialised above.
    unsafe { shared.set_Upper(0xABCD) };
    // SAFETY: as before.
    assert_eq!(unsafe { shared.Upper() }, 0xABCD);
    // SAFETY: as before.
    assert_eq!(unsafe { shared._bitfield }, 0xABCD_0000);
}

#[test]
fn records_print_without_reading_what_may_be_uninitialised() {
    let nested = NESTED::default();
    let text = format!("{nested:?}");
    assert!(text.contains("Anonymous: NESTED_0 { .. }"), "{text}");
    assert!(text.contains("Callback: None"), "{text}");
    let packed = PACKED {
        Value: 7,
        ..PACKED::default()
    };
    assert!(format!("{packed:?}").contains("Value: 7"));
    assert_eq!(PLAIN::default(), PLAIN::default());
    assert_eq!(align_of::<ALIGNED>(), 16);
    assert_eq!(size_of::<OPAQUE>(), 1);
    assert_eq!(size_of::<HOLDS_VARIANT>(), 32);
}

/// The numbers are those of clang 14 for `x86_64-`, `i686-` and `aarch64-pc-windows-msvc`.
#[test]
fn packing_leaves_what_is_aligned_where_it_is() {
    assert_eq!(
        [size_of::<PACKED_AROUND>(), align_of::<PACKED_AROUND>()],
        [64, 16]
    );
    assert_eq!(offset_of!(PACKED_AROUND, Handle), 4);
    assert_eq!(offset_of!(PACKED_AROUND, Aligned), 16);
    assert_eq!(offset_of!(PACKED_AROUND, Long), 36);
    assert_eq!(offset_of!(PACKED_AROUND, Anonymous), 48);
    assert_eq!(
        [
            size_of::<PACKED_AND_ALIGNED>(),
            align_of::<PACKED_AND_ALIGNED>(),
            offset_of!(PACKED_AND_ALIGNED, Long)
        ],
        [16, 8, 2]
    );
    let mut around = PACKED_AROUND {
        Long: packed::Packed4(7),
        ..PACKED_AROUND::default()
    };
    assert_eq!({ around.Long.0 }, 7);
    // SAFETY: all of it was initialised by `default`.
    unsafe { around.Anonymous.set_High(0xABC) };
    // SAFETY: as before.
    assert_eq!(unsafe { around.Anonymous.Bits.0 }, 0xABC << 20);
    assert!(format!("{around:?}").contains("Packed4"), "{around:?}");
}

/// The bytes of a text up to its NUL.
fn bytes(text: *const i8) -> Vec<u8> {
    // SAFETY: the constants point at texts that end in NUL.
    let text = unsafe { std::ffi::CStr::from_ptr(text.cast()) };
    text.to_bytes().to_vec()
}

#[test]
fn constants_are_what_the_specs_say() {
    assert_eq!(bytes(NAME_A), b"Negotiate \"it\"");
    assert_eq!(bytes(LIST_OF_TEXTS_WITH_A_LONG_NAME), b"one");
    let wide: Vec<u16> = "Größe 😀\0".encode_utf16().collect();
    // SAFETY: the constant points at a text of this length, its NUL included.
    let name = unsafe { std::slice::from_raw_parts(NAME_W, wide.len()) };
    assert_eq!(name, wide);
    assert_eq!(SEC_E_SECPKG_NOT_FOUND, -2_146_893_051);
    assert_eq!(SEC_E_NOT_OWNER, -2_146_893_050);
    assert_eq!(INVALID_SOCKET, usize::MAX);
    assert_eq!(INVALID_HANDLE.addr(), usize::MAX);
    assert_eq!(CURRENT_THREAD.addr(), usize::MAX - 1);
    assert_eq!(IID_UNKNOWN.Data4, [0xC0, 0, 0, 0, 0, 0, 0, 0x46]);
    assert_eq!(PKEY_Title.fmtid.Data1, 0xB725_F130);
    assert_eq!(PKEY_Title.pid, 10);
}

/// Whether rustc accepts a file, and what it says.
fn compile(name: &str, text: &str) -> (bool, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("{name}.rs"));
    fs::write(&path, text).expect("the file is written");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args([
            "--edition",
            "2024",
            "--crate-type",
            "lib",
            "--emit",
            "metadata",
        ])
        .args(["-A", "warnings", "--out-dir"])
        .arg(folder)
        .arg(&path)
        .output()
        .expect("rustc is installed");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.success(), said)
}

#[test]
fn a_wrong_layout_does_not_compile() {
    let text = include_str!("golden/bits.rs");
    let (accepted, said) = compile("right_layout", text);
    assert!(accepted, "{said}");
    for (right, wrong) in [
        (
            "offset_of!(ODD, _bitfield) == 1",
            "offset_of!(ODD, _bitfield) == 4",
        ),
        ("size_of::<UNITS>() == 32", "size_of::<UNITS>() == 40"),
        (
            "align_of::<SCOPE_ID_0>() == 4",
            "align_of::<SCOPE_ID_0>() == 8",
        ),
    ] {
        assert!(text.contains(right), "{right}");
        let (accepted, said) = compile("wrong_layout", &text.replace(right, wrong));
        assert!(!accepted, "{wrong} compiles");
        assert!(said.contains(wrong), "{said}");
    }
}
