//! Answers that no system should give: nothing is read that was not written, nothing is closed that may
//! be somebody else's, and each has its error.

mod common;

use common::{Connection, Lab, ROUTES, SECURED, kind};
use winsec_core::__private::Route;
use winsec_core::{
    ConnectionFlags, ConnectionSecurity, Error, ErrorKind, Ipsec2Fields, ReportedProtocol,
    StreamQuery, TokenAccess,
};

/// The function that a route leads to.
const fn function(route: Route) -> &'static str {
    match route {
        Route::ControlCode => "WSAIoctl",
        _ => "WSAQuerySocketSecurity",
    }
}

/// The 64 bytes of an answer with these first members; each further byte tells its own offset.
fn answer(protocol: i32, flags: u32, len: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = (0..len.max(8)).map(|at| at as u8).collect();
    bytes[..4].copy_from_slice(&protocol.to_ne_bytes());
    bytes[4..8].copy_from_slice(&flags.to_ne_bytes());
    bytes.truncate(len);
    bytes
}

struct Case {
    connection: Connection,
    route: Route,
}

impl Case {
    fn each(test: impl Fn(&Self)) {
        for &route in ROUTES {
            test(&Self {
                connection: Connection::v4(),
                route,
            });
        }
    }

    /// A lab in which every query gets these bytes, and this as their length.
    fn lab(&self, bytes: &[u8], length: u32, tokens: bool) -> Lab {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let answer = format!("{{ bytes = \"{hex}\", length = {length}, tokens = {tokens} }}");
        self.faulty(&format!("answer = {answer}"))
    }

    /// A lab in which every query meets this fault.
    fn faulty(&self, fault: &str) -> Lab {
        let call = function(self.route);
        self.connection
            .lab_with(SECURED, &format!("[[fault]]\ncall = \"{call}\"\n{fault}"))
    }

    fn query(&self) -> StreamQuery {
        StreamQuery::new().route(self.route)
    }

    fn ask(&self, query: StreamQuery) -> Result<ConnectionSecurity, Error> {
        query.run(&self.connection.client)
    }
}

#[test]
fn short_answers_name_both_lengths() {
    Case::each(|case| {
        for length in 0..24 {
            let lab = case.lab(&answer(1, 1, 24), length, false);
            let error = case
                .ask(case.query().peer_tokens(TokenAccess::QUERY))
                .unwrap_err();
            let kind = ErrorKind::ShortAnswer {
                received: length,
                needed: 24,
            };
            assert_eq!(error.kind(), kind);
            assert!(
                error
                    .to_string()
                    .contains(&format!("({length} bytes, 24 needed)"))
            );
            assert_eq!(lab.calls("CloseHandle"), 0);
            lab.audit();
        }
    });
}

#[test]
fn overlong_answers_are_refused_and_their_tokens_left_alone() {
    Case::each(|case| {
        for claimed in [25, 64, 65_536, u32::MAX] {
            // The numbers in the tokens' places are those of handles that somebody else has open.
            let lab = case.lab(&answer(1, 1, 24), claimed, false);
            let error = case
                .ask(case.query().peer_tokens(TokenAccess::QUERY))
                .unwrap_err();
            assert_eq!(
                error.kind(),
                ErrorKind::OverlongAnswer { claimed, given: 24 }
            );
            assert_eq!(lab.calls("CloseHandle"), 0);
            lab.audit();
        }
    });
}

#[test]
fn tokens_that_nobody_asked_for_are_left_alone() {
    Case::each(|case| {
        let lab = case.lab(&answer(1, 1, 24), 24, false);
        let security = case.ask(case.query()).unwrap();
        assert!(security.peer_application_token().is_none());
        assert!(security.peer_machine_token().is_none());
        drop(security);
        assert_eq!(lab.calls("CloseHandle"), 0);
        lab.audit();
    });
}

#[test]
fn two_tokens_that_are_one_handle_are_left_alone() {
    Case::each(|case| {
        let mut bytes = answer(1, 1, 24);
        bytes[8..16].copy_from_slice(&0x1234_u64.to_ne_bytes());
        bytes[16..24].copy_from_slice(&0x1234_u64.to_ne_bytes());
        let lab = case.lab(&bytes, 24, false);
        let asked = case.ask(case.query().peer_tokens(TokenAccess::QUERY));
        assert_eq!(kind(asked), ErrorKind::SharedToken);
        assert_eq!(lab.calls("CloseHandle"), 0);
        lab.audit();
    });
}

#[test]
fn handles_that_stand_for_none_are_none() {
    Case::each(|case| {
        for none in [0, u64::MAX] {
            let mut bytes = answer(1, 1, 24);
            bytes[8..16].copy_from_slice(&none.to_ne_bytes());
            bytes[16..24].copy_from_slice(&none.to_ne_bytes());
            let lab = case.lab(&bytes, 24, false);
            let security = case
                .ask(case.query().peer_tokens(TokenAccess::QUERY))
                .unwrap();
            assert!(security.peer_application_token().is_none());
            assert!(security.peer_machine_token().is_none());
            drop(security);
            assert_eq!(lab.calls("CloseHandle"), 0);
        }
    });
}

#[test]
fn an_unknown_protocol_is_kept_and_not_read() {
    Case::each(|case| {
        for protocol in [3, 4, 7, -1, i32::MIN, i32::MAX] {
            for len in [4, 5, 23, 24] {
                let bytes = answer(protocol, 3, len);
                let lab = case.lab(&bytes, len as u32, false);
                let asked = case.ask(case.query().peer_tokens(TokenAccess::QUERY));
                let security = asked.unwrap();
                assert_eq!(security.protocol(), ReportedProtocol::from_raw(protocol));
                assert!(!security.protocol().is_known());
                assert_eq!(security.unknown_answer(), Some(&bytes[..]));
                assert_eq!(security.flags(), None);
                assert!(!security.is_secured() && !security.is_encrypted());
                assert!(security.peer_application_token().is_none());
                assert!(
                    security
                        .to_string()
                        .contains(&format!("unknown protocol {protocol}"))
                );
                drop(security);
                assert_eq!(lab.calls("CloseHandle"), 0);
            }
        }
    });
}

#[test]
fn every_flag_comes_through() {
    Case::each(|case| {
        for bit in 0..32 {
            let _lab = case.lab(&answer(1, 1 << bit, 24), 24, false);
            let flags = case.ask(case.query()).unwrap().flags().unwrap();
            assert_eq!(flags, ConnectionFlags::from_bits_retain(1 << bit));
            assert!(!format!("{flags:?}").is_empty());
        }
    });
}

#[test]
fn details_are_told_only_where_they_were_written() {
    Case::each(|case| {
        for len in 24..=64 {
            let _lab = case.lab(&answer(2, 1, 64), len, false);
            let asked = case.query().ipsec2(Ipsec2Fields::MAIN_MODE_SA);
            let security = case.ask(asked).unwrap();
            assert_eq!(security.protocol(), ReportedProtocol::IPSEC2);
            assert_eq!(security.ipsec2().is_some(), len >= 60, "{len} bytes");
        }
        // Nor are they where the answer says that it is one of the first version.
        let _lab = case.lab(&answer(1, 1, 64), 64, false);
        let security = case
            .ask(case.query().ipsec2(Ipsec2Fields::MAIN_MODE_SA))
            .unwrap();
        assert!(security.ipsec2().is_none());
    });
}

#[test]
fn an_answer_of_the_second_version_that_nobody_asked_for() {
    Case::each(|case| {
        let _lab = case.lab(&answer(2, 3, 24), 24, false);
        let security = case.ask(case.query()).unwrap();
        assert_eq!(security.protocol(), ReportedProtocol::IPSEC2);
        assert!(security.is_encrypted());
        assert!(security.ipsec2().is_none());
    });
}

#[test]
fn a_size_that_grows_is_followed_a_while() {
    Case::each(|case| {
        let call = function(case.route);
        let growing = |sizes: &[u32]| {
            let fault = |(at, size): (usize, &u32)| {
                format!(
                    "[[fault]]\ncall = \"{call}\"\nnth = {}\ntoo-small = {size}\n",
                    at + 1
                )
            };
            let faults: String = sizes.iter().enumerate().map(fault).collect();
            case.connection.lab_with(SECURED, &faults)
        };
        for sizes in [&[25][..], &[64], &[65], &[25, 64, 65], &[100, 1000, 65_536]] {
            let lab = growing(sizes);
            assert!(case.ask(case.query()).unwrap().is_secured(), "{sizes:?}");
            assert_eq!(lab.calls(call), sizes.len() as u64 + 1);
        }
        let lab = growing(&[100, 200, 300, 400, 500]);
        let error = ErrorKind::UnsettledSize {
            needed: 400,
            tries: 4,
        };
        assert_eq!(kind(case.ask(case.query())), error);
        assert_eq!(lab.calls(call), 4);

        for needed in [65_537, u32::MAX] {
            let lab = growing(&[needed]);
            let error = ErrorKind::HugeAnswer {
                needed,
                limit: 65_536,
            };
            assert_eq!(kind(case.ask(case.query())), error);
            assert_eq!(lab.calls(call), 1);
        }
    });
}

#[test]
fn a_size_that_shrinks_or_stays_is_an_error() {
    Case::each(|case| {
        for needed in [0, 1, 23, 24] {
            let lab = case.faulty(&format!("too-small = {needed}"));
            assert_eq!(kind(case.ask(case.query())), ErrorKind::BadPointer);
            assert_eq!(lab.calls(function(case.route)), 1);
        }
    });
}

#[test]
fn the_answer_after_growing_is_read_whole() {
    Case::each(|case| {
        let hex: String = answer(9, 0, 96)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let call = function(case.route);
        let _lab = case.connection.lab_with(
            SECURED,
            &format!(
                "[[fault]]\ncall = \"{call}\"\nnth = 1\ntoo-small = 96\n\
                 [[fault]]\ncall = \"{call}\"\nnth = 2\nanswer = {{ bytes = \"{hex}\" }}"
            ),
        );
        let security = case.ask(case.query()).unwrap();
        assert_eq!(security.unknown_answer(), Some(&answer(9, 0, 96)[..]));
    });
}
