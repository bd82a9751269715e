//! Answers as plain data: written, read back, and never without their origin.

mod common;

use common::Connection;
use winsec_core::{Guid, SecurityReport, StreamQuery, TokenAccess, query};

#[test]
fn a_report_survives_being_written_and_read() {
    let connection = Connection::v4();
    for security in [
        "security = { protocol = 1, flags = 0x80000003, application = { account = 'A' } }",
        "security = { protocol = 1, ipsec2 = { main-mode-sa = 0xFFFFFFFFFFFF, negotiation-error = 5 } }",
        "security = { protocol = 77 }",
    ] {
        let _lab = connection.lab(security);
        let asked = StreamQuery::new().peer_tokens(TokenAccess::QUERY);
        for asked in [asked, asked.abort_on_change()] {
            let security = asked.run(&connection.client).unwrap();
            let text = serde_json::to_string(&security).unwrap();
            assert_eq!(text, serde_json::to_string(&security.report()).unwrap());
            assert!(text.contains("\"backend\":\"Emulator\""), "{text}");
            let read: SecurityReport = serde_json::from_str(&text).unwrap();
            assert_eq!(read, security.report());
        }
    }
}

#[test]
fn a_report_says_what_the_answer_says() {
    let connection = Connection::v4();
    let _lab = connection.lab(common::ENCRYPTED);
    let security = query(&connection.client).unwrap();
    let report = security.report();
    assert_eq!(report.to_string(), security.to_string());
    assert!(report.is_secured() && report.is_encrypted());
    assert_eq!(report.clone(), report);
}

#[test]
fn guids_in_their_text_form() {
    let guid = Guid::from_u128(0x00112233_4455_6677_8899_aabbccddeeff);
    for text in [
        "00112233-4455-6677-8899-aabbccddeeff",
        "{00112233-4455-6677-8899-AABBCCDDEEFF}",
    ] {
        assert_eq!(text.parse(), Ok(guid));
    }
    assert_eq!(guid.to_string(), "00112233-4455-6677-8899-aabbccddeeff");
    assert_eq!(u128::from(guid), guid.to_u128());
    assert!(Guid::default().is_zero() && !guid.is_zero());
    for wrong in [
        "",
        "00112233",
        "00112233-4455-6677-8899-aabbccddeef",
        "00112233-4455-6677-8899-aabbccddeeff-",
        "00112233-4455-6677-8899-aabbccddeefg",
        "+0112233-4455-6677-8899-aabbccddeeff",
        "{00112233-4455-6677-8899-aabbccddeeff",
        "0011223-34455-6677-8899-aabbccddeeff",
        "00112233-4455-6677-8899-aabbccddeéf",
    ] {
        let error = wrong.parse::<Guid>().unwrap_err();
        assert!(error.to_string().contains("8-4-4-4-12"), "{wrong}");
    }
}

#[test]
fn guids_of_the_bindings() {
    let policy = winsec_ffi::SOCKET_DEFAULT2_QM_POLICY;
    let guid = Guid::from(policy);
    assert_eq!(guid.to_string(), "aec2ef9c-3a4d-4d3e-8842-239942e39a47");
    assert_eq!(winsec_ffi::GUID::from(guid), policy);
}

#[test]
fn guids_are_written_as_text() {
    let guid = Guid::from_u128(0xaec2ef9c_3a4d_4d3e_8842_239942e39a47);
    let text = serde_json::to_string(&guid).unwrap();
    assert_eq!(text, "\"aec2ef9c-3a4d-4d3e-8842-239942e39a47\"");
    assert_eq!(serde_json::from_str::<Guid>(&text).unwrap(), guid);
    assert!(serde_json::from_str::<Guid>("\"nonsense\"").is_err());
}
