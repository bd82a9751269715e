//! Security identifiers: who a user, a group or a computer is.

use core::fmt;
use core::ptr;

use winsec_ffi::{ERROR_INSUFFICIENT_BUFFER, ERROR_NONE_MAPPED, SID, SID_NAME_USE};

use crate::error::{Call, Error, Result};
use crate::sys;
use crate::text::decode;

/// The most numbers that an identifier has.
const MOST: usize = 15;

/// How long the longest identifier is, in 32-bit words: a head of two, then the numbers.
const WORDS: usize = 2 + MOST;

/// The longest name of an account or of a domain that is documented, in UTF-16 units, its terminator
/// included. A system that wants more room gets it.
const NAME_ROOM: usize = 257;

/// The most room that a name is given.
const MAX_NAME_ROOM: usize = 64 * 1024;

/// The security identifier of an account: `S-1-5-21-...` as text.
///
/// Source: [`SID`](https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-sid).
#[doc(alias = "SID")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sid {
    /// The identifier as it lies in memory; what is behind its end is zero.
    words: [u32; WORDS],
}

/// The name of an account, and the domain or computer that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AccountName {
    /// The domain or computer; empty where there is none.
    pub domain: String,
    /// The account.
    pub name: String,
}

impl Sid {
    /// The identifier that lies at the beginning of some bytes; `None` if it is none, or does not
    /// end inside them.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let [1, count, ..] = *bytes else {
            return None;
        };
        let len = size_of::<SID>() - size_of::<u32>() + usize::from(count) * size_of::<u32>();
        let own = bytes.get(..len)?;
        let mut sid = Self { words: [0; WORDS] };
        let room = sid.words.get_mut(..len / size_of::<u32>())?;
        for (word, bytes) in room.iter_mut().zip(own.chunks_exact(size_of::<u32>())) {
            *word = u32::from_ne_bytes(bytes.try_into().ok()?);
        }
        Some(sid)
    }

    /// The first eight bytes: revision, count, authority.
    fn head(&self) -> [u8; 8] {
        let [first, second, ..] = self.words;
        let mut head = [0; 8];
        head[..4].copy_from_slice(&first.to_ne_bytes());
        head[4..].copy_from_slice(&second.to_ne_bytes());
        head
    }

    /// The numbers behind the authority.
    fn numbers(&self) -> &[u32] {
        let [_, count, ..] = self.head();
        let count = usize::from(count).min(MOST);
        self.words.get(2..2 + count).unwrap_or_default()
    }

    /// Asks the system for the account's name; `None` where no account has this identifier, or the
    /// one that has it cannot be reached.
    ///
    /// The system may ask a domain for it, which takes its time.
    ///
    /// # Errors
    ///
    /// The system cannot be asked.
    ///
    /// Source: [`LookupAccountSidW`](https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-lookupaccountsidw).
    #[doc(alias = "LookupAccountSidW")]
    pub fn account_name(&self) -> Result<Option<AccountName>> {
        let mut name = vec![0_u16; NAME_ROOM];
        let mut domain = vec![0_u16; NAME_ROOM];
        loop {
            let mut name_len = name.len() as u32;
            let mut domain_len = domain.len() as u32;
            let mut usage = SID_NAME_USE(0);
            let sid = self.words.as_ptr().cast_mut().cast();
            // SAFETY: the identifier is well-formed and only read, each text's count is the room
            // behind its pointer, and the other pointers are to places of this frame.
            let found = unsafe {
                sys::LookupAccountSidW(
                    ptr::null(),
                    sid,
                    name.as_mut_ptr(),
                    &raw mut name_len,
                    domain.as_mut_ptr(),
                    &raw mut domain_len,
                    &raw mut usage,
                )
            };
            if found != 0 {
                return Ok(Some(AccountName {
                    domain: decode(&domain),
                    name: decode(&name),
                }));
            }
            let code = sys::windows_code();
            let needed = (name_len as usize, domain_len as usize);
            let grows = needed.0 > name.len() || needed.1 > domain.len();
            match code {
                ERROR_NONE_MAPPED => return Ok(None),
                ERROR_INSUFFICIENT_BUFFER if grows && needed.0.max(needed.1) <= MAX_NAME_ROOM => {
                    name.resize(needed.0.max(name.len()), 0);
                    domain.resize(needed.1.max(domain.len()), 0);
                }
                _ => return Err(Error::windows(Call::LookupAccount, code)),
            }
        }
    }
}

impl fmt::Display for Sid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [revision, _, authority @ ..] = self.head();
        let authority = authority
            .iter()
            .fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
        // As Windows writes it: an authority of more than 32 bits in hexadecimal.
        if authority > u64::from(u32::MAX) {
            write!(f, "S-{revision}-0x{authority:012x}")?;
        } else {
            write!(f, "S-{revision}-{authority}")?;
        }
        self.numbers()
            .iter()
            .try_for_each(|number| write!(f, "-{number}"))
    }
}

impl fmt::Debug for Sid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sid({self})")
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.domain.is_empty() {
            f.write_str(&self.name)
        } else {
            write!(f, "{}\\{}", self.domain, self.name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(authority: [u8; 6], numbers: &[u32]) -> Vec<u8> {
        let mut bytes = vec![1, numbers.len() as u8];
        bytes.extend(authority);
        bytes.extend(numbers.iter().flat_map(|number| number.to_ne_bytes()));
        bytes
    }

    #[test]
    fn an_identifier_has_its_text() {
        let system = bytes([0, 0, 0, 0, 0, 5], &[18]);
        assert_eq!(Sid::read(&system).unwrap().to_string(), "S-1-5-18");
        let long = bytes([0, 0, 0, 0, 0, 5], &[u32::MAX; 15]);
        assert!(
            Sid::read(&long)
                .unwrap()
                .to_string()
                .ends_with("-4294967295")
        );
        let vast = bytes([1, 2, 3, 4, 5, 6], &[]);
        assert_eq!(Sid::read(&vast).unwrap().to_string(), "S-1-0x010203040506");
    }

    #[test]
    fn what_is_no_identifier_is_refused() {
        let whole = bytes([0, 0, 0, 0, 0, 5], &[21, 1, 2, 3, 500]);
        for len in 0..whole.len() {
            assert!(Sid::read(&whole[..len]).is_none(), "{len} bytes");
        }
        let mut other = whole;
        other[0] = 2;
        assert!(Sid::read(&other).is_none(), "another revision");
        let many = bytes([0, 0, 0, 0, 0, 5], &[0; 16]);
        assert!(Sid::read(&many).is_none(), "more than 15 numbers");
    }

    #[test]
    fn a_name_has_its_domain_in_front() {
        let name = |domain: &str| AccountName {
            domain: domain.to_owned(),
            name: "alice".to_owned(),
        };
        assert_eq!(name("CONTOSO").to_string(), "CONTOSO\\alice");
        assert_eq!(name("").to_string(), "alice");
    }
}
