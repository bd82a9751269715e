//! The accounts of a scenario, and the security identifiers that the emulator gives them.

use crate::scenario::{Scenario, Security, Token};

/// How long each identifier is: a head of eight bytes and five numbers.
pub(crate) const SID_SIZE: usize = 8 + 5 * 4;

/// The security identifier of an account, in memory: `S-1-5-21-` and four numbers that follow from
/// its name, so that the same account has the same identifier everywhere.
pub(crate) fn sid(account: &str) -> [u8; SID_SIZE] {
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
pub(crate) fn known(scenario: &Scenario) -> impl Iterator<Item = &str> {
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
