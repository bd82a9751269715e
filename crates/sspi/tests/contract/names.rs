//! Texts that cannot be a package's name: a clear error, and no call.

use proptest::prelude::{any, prop_assert_eq, proptest};
use proptest::{collection, strategy::Strategy};
use winsec_sspi::manage::{PackageType, add_package_to_system, delete_package_from_system};
use winsec_sspi::{ErrorKind, PackageName, TextError, package};

use crate::common::{Lab, kind};

#[test]
fn an_impossible_name_is_not_asked_for() {
    let lab = Lab::new();
    let long = "x".repeat(70_000);
    let impossible = [
        ("", TextError::Empty, "the text is empty"),
        (
            "Kerb\0eros",
            TextError::InteriorNul { position: 4 },
            "the text contains a NUL at UTF-16 unit 4",
        ),
        (
            "\0",
            TextError::InteriorNul { position: 0 },
            "the text contains a NUL at UTF-16 unit 0",
        ),
        (
            &long,
            TextError::TooLong {
                units: 70_000,
                most: 32_766,
            },
            "the text is too long (70000 UTF-16 units, at most 32766)",
        ),
    ];
    for (name, expected, words) in impossible {
        let wanted = ErrorKind::InvalidText(expected);
        assert_eq!(kind(package(name)), wanted);
        assert_eq!(kind(add_package_to_system(name, PackageType::Sspi)), wanted);
        assert_eq!(kind(delete_package_from_system(name)), wanted);
        let error = package(name).unwrap_err();
        assert_eq!(error.code(), None);
        assert!(error.to_string().contains(words), "{error}");
        assert!(std::error::Error::source(&error).is_none(), "told once");
        let io = std::io::Error::from(error);
        assert_eq!(io.kind(), std::io::ErrorKind::InvalidInput);
    }
    lab.nothing_was_called();
}

#[test]
fn length_counts_utf16_units() {
    let name = |count| "𝄞".repeat(count).parse::<PackageName>();
    assert!(name(16_383).is_ok());
    assert_eq!(
        name(16_384),
        Err(TextError::TooLong {
            units: 32_768,
            most: 32_766
        })
    );
}

#[test]
fn half_a_surrogate_pair_is_no_name() {
    let units = |units: &[u16]| PackageName::from_utf16(units);
    let at = |position| Err(TextError::UnpairedSurrogate { position });
    assert_eq!(units(&[0xD834]), at(0));
    assert_eq!(units(&[0x41, 0xDD1E]), at(1));
    assert_eq!(units(&[0xD834, 0xDD1E, 0xD834, 0x41]), at(2));
    let whole = units(&[0xD834, 0xDD1E]).unwrap();
    assert_eq!(whole.to_string(), "𝄞");
    assert_eq!(whole.as_u16cstr().as_slice_with_nul(), [0xD834, 0xDD1E, 0]);
}

#[test]
fn a_trailing_space_is_part_of_the_name() {
    let name: PackageName = "Kerberos ".parse().unwrap();
    assert!(!name.matches("Kerberos"));
    assert_eq!(format!("{name:?}"), "\"Kerberos \"");
}

proptest! {
    #[test]
    fn what_is_a_name_is_kept_unit_by_unit(units in collection::vec(name_unit(), 0..40)) {
        let text = String::from_utf16(&units);
        let expected = !units.is_empty() && !units.contains(&0) && text.is_ok();
        let name = PackageName::from_utf16(&units);
        prop_assert_eq!(name.is_ok(), expected);
        if let (Ok(name), Ok(text)) = (name, text) {
            prop_assert_eq!(name.as_u16cstr().as_slice(), &*units);
            prop_assert_eq!(text.parse::<PackageName>(), Ok(name.clone()));
            prop_assert_eq!(name.matches(&text), true);
        }
    }
}

/// Any unit, the awkward ones more often.
fn name_unit() -> impl Strategy<Value = u16> {
    proptest::prop_oneof![
        8 => any::<u16>(),
        1 => 0xD800..0xE000_u16,
        1 => proptest::strategy::Just(0_u16),
        8 => 0x20..0x7F_u16,
    ]
}
