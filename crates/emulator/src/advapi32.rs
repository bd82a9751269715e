//! The functions of `advapi32.dll` that the safe layers call: whose a token is.

use core::ffi::c_void;
use core::ptr;

use winsec_ffi::{
    BOOL, ERROR_ACCESS_DENIED, ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_HANDLE,
    ERROR_INVALID_PARAMETER, ERROR_INVALID_SID, ERROR_NONE_MAPPED, HANDLE, PCWSTR, PSID, PWSTR,
    SE_GROUP_FLAGS, SID_AND_ATTRIBUTES, SID_NAME_USE, SidTypeUser, TOKEN_ACCESS_MASK,
    TOKEN_INFORMATION_CLASS, TOKEN_USER, TokenUser, WIN32_ERROR,
};

use crate::boundary::win32;
use crate::calls::Call;
use crate::ledger::Kind;
use crate::memory::{Buffer, Input, Out};
use crate::scenario::{Scenario, Security, Token};

/// Tells the user of a token; nothing else of it is known.
///
/// # Safety
///
/// As for the real function: the buffer is null, or has the room that its length says.
pub unsafe extern "system" fn GetTokenInformation(
    TokenHandle: HANDLE,
    TokenInformationClass: TOKEN_INFORMATION_CLASS,
    TokenInformation: *mut c_void,
    TokenInformationLength: u32,
    ReturnLength: *mut u32,
) -> BOOL {
    // SAFETY: as promised to this function.
    let buffer = unsafe { Buffer::new(TokenInformation, TokenInformationLength as usize) };
    // SAFETY: as promised to this function.
    let needed = unsafe { Out::new(ReturnLength) };
    win32(Call::GetTokenInformation, |mut visit| {
        let handle = TokenHandle.addr();
        let checked = visit.check(handle, Kind::is_token);
        checked.map_err(|_| ERROR_INVALID_HANDLE)?;
        let token = visit
            .state
            .tokens
            .get(&handle)
            .ok_or(ERROR_INVALID_HANDLE)?;
        if token.access & TOKEN_ACCESS_MASK::TOKEN_QUERY.bits() == 0 {
            return Err(ERROR_ACCESS_DENIED);
        }
        if TokenInformationClass != TokenUser {
            return Err(ERROR_INVALID_PARAMETER);
        }
        let sid = sid(&token.account);
        let size = size_of::<TOKEN_USER>() + SID_SIZE;
        needed.put(size as u32);
        if buffer.len() < size {
            return Err(ERROR_INSUFFICIENT_BUFFER);
        }
        let behind = TokenInformation.wrapping_byte_add(size_of::<TOKEN_USER>());
        buffer.put_value(TOKEN_USER {
            User: SID_AND_ATTRIBUTES {
                Sid: behind,
                Attributes: SE_GROUP_FLAGS::empty(),
            },
        });
        // SAFETY: the identifier's room lies inside the buffer, as the length above says.
        let rest = unsafe { Buffer::new(behind, SID_SIZE) };
        rest.put(&sid);
        Ok(())
    })
}

/// Finds the account of a security identifier: one that the scenario has a token of.
///
/// # Safety
///
/// As for the real function: the identifier is valid, and each text's place is null or has the room
/// that its count says.
pub unsafe extern "system" fn LookupAccountSidW(
    _lpSystemName: PCWSTR,
    Sid: PSID,
    Name: PWSTR,
    cchName: *mut u32,
    ReferencedDomainName: PWSTR,
    cchReferencedDomainName: *mut u32,
    peUse: *mut SID_NAME_USE,
) -> BOOL {
    // SAFETY: as promised to this function: an identifier has a head of eight bytes.
    let head = unsafe { Input::new(Sid, 8) };
    // SAFETY: as promised to this function.
    let name_len = unsafe { Out::new(cchName) };
    // SAFETY: as promised to this function.
    let domain_len = unsafe { Out::new(cchReferencedDomainName) };
    // SAFETY: as promised to this function.
    let usage = unsafe { Out::new(peUse) };
    win32(Call::LookupAccountSidW, |visit| {
        let [1, count, ..] = *head.bytes() else {
            return Err(ERROR_INVALID_SID);
        };
        // SAFETY: the identifier is as long as its own count says, which the caller vouches for.
        let sid = unsafe { Input::new(Sid, 8 + usize::from(count) * 4) };
        let tokens = visit
            .state
            .tokens
            .values()
            .map(|token| token.account.as_str());
        let account = known(&visit.state.scenario)
            .chain(tokens)
            .find(|account| self::sid(account) == *sid.bytes())
            .ok_or(ERROR_NONE_MAPPED)?;
        let (domain, name) = account.split_once('\\').unwrap_or(("", account));
        let texts = [
            (Name, name_len, name),
            (ReferencedDomainName, domain_len, domain),
        ];
        let too_small = texts
            .iter()
            .any(|(_, room, text)| (room.get().unwrap_or(0) as usize) <= units(text));
        for (at, room, text) in texts {
            let len = units(text) as u32;
            if too_small {
                room.put(len + 1);
            } else {
                write(at, text)?;
                room.put(len);
            }
        }
        if too_small {
            return Err(ERROR_INSUFFICIENT_BUFFER);
        }
        usage.put(SidTypeUser);
        Ok(())
    })
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Writes a text and its terminator, for which there is room.
fn write(at: PWSTR, text: &str) -> Result<(), WIN32_ERROR> {
    if ptr::eq(at, ptr::null()) {
        return Err(ERROR_INVALID_PARAMETER);
    }
    let bytes: Vec<u8> = text
        .encode_utf16()
        .chain([0])
        .flat_map(u16::to_ne_bytes)
        .collect();
    // SAFETY: the caller's count says that there is room for the text and its terminator.
    let buffer = unsafe { Buffer::new(at, bytes.len()) };
    buffer.put(&bytes);
    Ok(())
}

/// How long each identifier is: a head of eight bytes and five numbers.
const SID_SIZE: usize = 8 + 5 * 4;

/// The security identifier of an account, in memory: `S-1-5-21-` and four numbers that follow from
/// its name, so that the same account has the same identifier everywhere.
fn sid(account: &str) -> [u8; SID_SIZE] {
    let domain = account.split_once('\\').map_or("", |(domain, _)| domain);
    let domain = hash(domain);
    // Accounts that people make have numbers from 1000 on.
    let relative = 1000 + hash(account) % 1_000_000;
    let numbers = [
        21,
        (domain >> 32) as u32,
        domain as u32,
        (domain >> 16) as u32,
        relative as u32,
    ];
    let mut sid = [0; SID_SIZE];
    // Revision 1, five numbers, and the authority 5, which is Windows NT.
    sid[..8].copy_from_slice(&[1, 5, 0, 0, 0, 0, 0, 5]);
    for (place, number) in sid[8..].chunks_exact_mut(4).zip(numbers) {
        place.copy_from_slice(&number.to_ne_bytes());
    }
    sid
}

/// Every account that the scenario has a token of.
fn known(scenario: &Scenario) -> impl Iterator<Item = &str> {
    let sockets = scenario.sockets.iter().flat_map(|rule| rule.securities());
    let servers = scenario.servers.iter().map(|server| &server.security);
    sockets.chain(servers).flat_map(accounts)
}

fn accounts(security: &Security) -> impl Iterator<Item = &str> {
    let tokens = [&security.application, &security.machine];
    tokens
        .into_iter()
        .filter_map(Option::as_ref)
        .map(|Token { account, .. }| account.as_str())
}

/// FNV-1a: spreads names over numbers, the same on every machine. Case does not matter.
fn hash(text: &str) -> u64 {
    text.to_lowercase()
        .bytes()
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
        })
}
