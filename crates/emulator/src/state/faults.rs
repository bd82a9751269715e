//! Which call goes wrong: the scenario's faults in their order, then chance.

use winsec_ffi::{
    ERROR_INTERNET_CANNOT_CONNECT, ERROR_INTERNET_CONNECTION_RESET,
    ERROR_INTERNET_INCORRECT_HANDLE_STATE, ERROR_INTERNET_INVALID_OPTION,
    ERROR_INTERNET_OUT_OF_HANDLES, ERROR_INTERNET_TIMEOUT, ERROR_NOT_ENOUGH_MEMORY,
    SEC_E_INSUFFICIENT_MEMORY, SEC_E_INTERNAL_ERROR, SEC_E_SECPKG_NOT_FOUND, WSAEAFNOSUPPORT,
    WSAECONNRESET, WSAEFAULT, WSAEINVAL, WSAEISCONN, WSAEMSGSIZE, WSAENETDOWN, WSAENOTSOCK,
    WSAEOPNOTSUPP, WSAEWOULDBLOCK, WSASYSCALLFAILURE,
};

use crate::calls::Call;
use crate::scenario::{Action, Answer, Fault, RandomFaults, Scenario};

/// What decides.
#[derive(Debug)]
pub(crate) struct Faults {
    listed: Vec<Fault>,
    chance: Option<Chance>,
}

impl Faults {
    pub(crate) fn new(scenario: &Scenario) -> Self {
        Self {
            listed: scenario.faults.clone(),
            chance: scenario.random_faults.clone().map(Chance::new),
        }
    }

    /// A further fault, after those that are there.
    pub(crate) fn add(&mut self, fault: Fault) {
        self.listed.push(fault);
    }

    /// What happens at the `nth` call of this function, if not what is documented.
    pub(crate) fn decide(&mut self, call: Call, nth: u64) -> Option<Action> {
        let mut listed = self.listed.iter();
        match listed.find(|fault| fault.call == call && fault.when.hits(nth)) {
            Some(fault) => Some(fault.action.clone()),
            None => self.chance.as_mut()?.decide(call),
        }
    }
}

/// SplitMix64: small, and the same everywhere for the same seed.
#[derive(Debug)]
struct Chance {
    faults: RandomFaults,
    state: u64,
}

impl Chance {
    const fn new(faults: RandomFaults) -> Self {
        let state = faults.seed;
        Self { faults, state }
    }

    const fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`, which is not zero.
    const fn below(&mut self, limit: u32) -> u32 {
        (self.next() % limit as u64) as u32
    }

    fn decide(&mut self, call: Call) -> Option<Action> {
        let codes = codes(call);
        let wanted = self.faults.calls.is_empty() || self.faults.calls.contains(&call);
        if codes.is_empty() || !wanted || self.below(self.faults.one_in.get()) != 0 {
            return None;
        }
        let garbage =
            self.faults.garbage && matches!(call, Call::WSAQuerySocketSecurity | Call::WSAIoctl);
        match self.below(3) {
            0 if garbage => Some(Action::TooSmall(self.below(100_000))),
            1 if garbage => Some(Action::Answer(self.answer())),
            _ => {
                let choice = self.below(codes.len() as u32) as usize;
                codes.get(choice).copied().map(Action::Fail)
            }
        }
    }

    /// Bytes, a length and handles that need not have anything to do with each other.
    fn answer(&mut self) -> Answer {
        // No number is cut short: a small one might be the handle of something else.
        let count = self.below(13) * 8;
        let mut bytes: Vec<u8> = (0..count).map(|_| self.next() as u8).collect();
        // Most numbers are no protocol; an answer that is read on beyond it is worth more.
        if let (1.., Some(protocol)) = (self.below(4), bytes.first_chunk_mut()) {
            *protocol = self.below(4).to_ne_bytes();
        }
        let length = match self.below(8) {
            0 => 0,
            1 => 23,
            2 => 24,
            3 => 63,
            4 => 64,
            5 => u32::MAX,
            6 => self.next() as u32,
            _ => count,
        };
        let answer = Answer::new(bytes).claiming(length);
        if self.below(2) == 0 {
            answer.with_tokens()
        } else {
            answer
        }
    }
}

/// The bits of some codes.
macro_rules! codes {
    ($($code:ident),* $(,)?) => { &[$($code.0 as u32),*] };
}

/// The codes that chance picks from. Functions that close or undo something, and those that only
/// wait, do not fail by chance.
const fn codes(call: Call) -> &'static [u32] {
    match call {
        Call::WSAQuerySocketSecurity => codes![
            WSAEAFNOSUPPORT,
            WSAECONNRESET,
            WSAEFAULT,
            WSAEINVAL,
            WSAEMSGSIZE,
            WSAENOTSOCK,
        ],
        Call::WSASetSocketSecurity | Call::WSASetSocketPeerTargetName => {
            codes![
                WSAEAFNOSUPPORT,
                WSAEINVAL,
                WSAEISCONN,
                WSAEMSGSIZE,
                WSAENOTSOCK
            ]
        }
        Call::WSADeleteSocketPeerTargetName => {
            codes![WSAEAFNOSUPPORT, WSAEINVAL, WSAEMSGSIZE, WSAENOTSOCK]
        }
        Call::WSAImpersonateSocketPeer => {
            codes![WSAEAFNOSUPPORT, WSAEFAULT, WSAEMSGSIZE, WSAENOTSOCK]
        }
        Call::WSAIoctl => codes![
            WSAENETDOWN,
            WSAEFAULT,
            WSAEINVAL,
            WSAENOTSOCK,
            WSAEOPNOTSUPP,
            WSAEWOULDBLOCK,
        ],
        Call::WSACreateEvent => codes![WSAENETDOWN, WSASYSCALLFAILURE],
        Call::CreateEventW | Call::CreateThreadpoolWait => codes![ERROR_NOT_ENOUGH_MEMORY],
        Call::EnumerateSecurityPackagesA | Call::EnumerateSecurityPackagesW => {
            codes![SEC_E_INSUFFICIENT_MEMORY, SEC_E_INTERNAL_ERROR]
        }
        Call::QuerySecurityPackageInfoA | Call::QuerySecurityPackageInfoW => {
            codes![SEC_E_INSUFFICIENT_MEMORY, SEC_E_SECPKG_NOT_FOUND]
        }
        Call::InternetOpenW | Call::InternetConnectW | Call::HttpOpenRequestW => {
            codes![ERROR_INTERNET_OUT_OF_HANDLES, ERROR_NOT_ENOUGH_MEMORY]
        }
        Call::HttpSendRequestW | Call::InternetReadFile => codes![
            ERROR_INTERNET_TIMEOUT,
            ERROR_INTERNET_CANNOT_CONNECT,
            ERROR_INTERNET_CONNECTION_RESET,
        ],
        Call::InternetQueryOptionA | Call::InternetQueryOptionW => {
            codes![
                ERROR_INTERNET_INVALID_OPTION,
                ERROR_INTERNET_INCORRECT_HANDLE_STATE
            ]
        }
        _ => &[],
    }
}
