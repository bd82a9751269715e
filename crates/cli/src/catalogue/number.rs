//! Whole numbers as people type them: decimal, hexadecimal, negative.

use std::fmt;
use std::str::FromStr;

use super::items::Integer;

/// A whole number of up to 64 bits, with or without a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number(i128);

/// Why a text is not such a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberError {
    /// It is no number at all: perhaps a name.
    NotANumber,
    /// It has more than 64 bits.
    TooLarge,
}

impl Number {
    /// A number from the bits of an integer.
    pub(crate) fn new(bits: u64, of: Integer) -> Self {
        let value = i128::from(bits);
        let sign = of.signed && bits >> (of.bits - 1) & 1 == 1;
        Self(if sign { value - (1 << of.bits) } else { value })
    }

    /// Whether an integer of these bits is this number, or is it when its sign is left out or added.
    pub(crate) fn is(self, bits: u64, of: Integer) -> bool {
        let modulus = 1_i128 << of.bits;
        let value = match self.0 {
            // A negative number is one of 32 bits or more, as C's `int`.
            negative if negative < 0 && (of.signed || of.bits >= 32) => {
                if negative < -(modulus / 2) {
                    return false;
                }
                negative + modulus
            }
            other => other,
        };
        value == i128::from(bits)
    }

    /// The number of 32 bits that this one is when its sign was extended to 64, as a debugger shows it.
    pub(crate) fn shortened(self) -> Option<Self> {
        let bits = self.0 as u64;
        let extended = self.0 > 0 && bits >> 31 == 0x1_FFFF_FFFF;
        extended.then(|| Self(i128::from(bits & 0xFFFF_FFFF)))
    }

    /// The bits, in the fewest of 32 and 64 that hold them; none for what is beyond both.
    pub(crate) fn bits(self) -> u64 {
        let low = self.0 as u128;
        if self.0 < 0 && self.0 >= i128::from(i32::MIN) {
            (low & 0xFFFF_FFFF) as u64
        } else {
            low as u64
        }
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        let (negative, magnitude) = match text.strip_prefix('-') {
            Some(magnitude) => (true, magnitude),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (digits, radix) = digits(magnitude).ok_or(NumberError::NotANumber)?;
        let mut value = 0_i128;
        for digit in digits.chars().filter_map(|digit| digit.to_digit(radix)) {
            value = value * i128::from(radix) + i128::from(digit);
            if value > i128::from(u64::MAX) {
                return Err(NumberError::TooLarge);
            }
        }
        let value = if negative { -value } else { value };
        if value < i128::from(i64::MIN) {
            return Err(NumberError::TooLarge);
        }
        Ok(Self(value))
    }
}

/// The digits of a number and their radix: C's and Rust's prefixes and suffixes, and underscores.
fn digits(text: &str) -> Option<(String, u32)> {
    let lower = text.to_ascii_lowercase();
    let prefixed = lower.strip_prefix("0x").or(lower.strip_prefix("&h"));
    let (digits, radix) = if let Some(hexadecimal) = prefixed {
        (hexadecimal.trim_end_matches(['u', 'l']), 16)
    } else if let Some(hexadecimal) = lower.strip_suffix('h') {
        (hexadecimal, 16)
    } else {
        (lower.trim_end_matches(['u', 'l']), 10)
    };
    let digits = digits.replace('_', "");
    let all = digits.chars().all(|digit| digit.is_digit(radix));
    (all && !digits.is_empty()).then_some((digits, radix))
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const I32: Integer = Integer {
        bits: 32,
        signed: true,
    };
    const U16: Integer = Integer {
        bits: 16,
        signed: false,
    };

    fn number(text: &str) -> Number {
        text.parse().unwrap()
    }

    #[test]
    fn spellings_of_one_number() {
        for text in [
            "0x80090305",
            "0X80090305L",
            "&H80090305",
            "80090305h",
            "2148074245",
            "0x8009_0305u",
        ] {
            assert_eq!(number(text), number("2148074245"), "{text}");
        }
        assert!(number("-2146893051").is(0x8009_0305, I32));
        assert!(number("2148074245").is(0x8009_0305, I32));
        assert_eq!(number("-1").bits(), 0xFFFF_FFFF);
    }

    #[test]
    fn a_sign_that_was_extended_is_taken_back() {
        for text in ["0xFFFFFFFF80090305", "18446744071562658565"] {
            let short = number(text).shortened();
            assert_eq!(short, Some(number("0x80090305")), "{text}");
        }
        for text in ["0x80090305", "0xFFFFFFFF7FFFFFFF", "0x1FFFFFFFF", "-1", "0"] {
            assert_eq!(number(text).shortened(), None, "{text}");
        }
    }

    #[test]
    fn a_small_unsigned_integer_is_never_negative() {
        assert!(!number("-1").is(0xFFFF, U16));
        assert!(number("65535").is(0xFFFF, U16));
    }

    #[test]
    fn what_is_no_number_says_so() {
        for text in ["", "-", "0x", "h", "WSAEINVAL", "12a", "1.5", "0xZZ"] {
            assert_eq!(
                text.parse::<Number>(),
                Err(NumberError::NotANumber),
                "{text}"
            );
        }
        for text in [
            "18446744073709551616",
            "-9223372036854775809",
            "0x10000000000000000",
        ] {
            assert_eq!(text.parse::<Number>(), Err(NumberError::TooLarge), "{text}");
        }
    }
}
