//! Settings of new sockets: what the system gets to see, and when it is too late.

mod common;

use common::{Connection, Datagrams, ROUTES, SOON, kind, not_with_the_dll};
use winsec_core::__private::LengthUnit;
use winsec_core::{
    Credentials, ErrorKind, Guid, IpsecFlags, IpsecSettings, MAX_TEXT_UNITS, Settings,
    SettingsFlags, SocketStage, TextError,
};

const FRESH: &str =
    "[[socket]]\nname = \"fresh\"\nfamily = \"inet\"\nkind = \"stream\"\nstate = \"created\"\n";

fn lab(more: &str) -> common::Lab {
    common::Lab::new(&format!("{FRESH}{more}"))
}

fn ipsec() -> IpsecSettings {
    IpsecSettings::new()
        .guarantee_encryption()
        .ipsec_flags(IpsecFlags::SKIP_FILTER_INSTANTIATION)
        .main_mode_policy(Guid::from_u128(0x00112233_4455_6677_8899_aabbccddeeff))
        .quick_mode_policy(Guid::from_u128(0xaec2ef9c_3a4d_4d3e_8842_239942e39a47))
        .credentials(Credentials::new("äúser", "EXAMPLE", "pass wörd 𐍈").unwrap())
}

#[test]
fn applied_to_a_new_socket() {
    for &route in ROUTES {
        let lab = lab("");
        for settings in [
            Settings::inherited(),
            Settings::new(),
            Settings::default().guarantee_encryption(),
            Settings::new().allow_insecure(),
            Settings::new().flags(SettingsFlags::GUARANTEE_ENCRYPTION),
        ] {
            settings.route(route).apply(&lab.fresh("fresh")).unwrap();
        }
        ipsec().route(route).apply(&lab.fresh("fresh")).unwrap();
        IpsecSettings::new()
            .route(route)
            .apply(&lab.fresh("fresh"))
            .unwrap();
        lab.audit();
    }
}

#[test]
fn applied_without_waiting() {
    for &route in ROUTES {
        for completion in ["completion = \"immediate\"", "completion = { after = 30 }"] {
            let lab = lab(completion);
            let socket = lab.fresh("fresh");
            let operation = Settings::new().route(route).start(&socket).unwrap();
            operation.finish_within(SOON).unwrap();
            let socket = lab.fresh("fresh");
            pollster::block_on(ipsec().route(route).start(&socket).unwrap()).unwrap();
            lab.settle();
        }
    }
}

#[test]
fn applied_twice_is_refused_by_the_system() {
    let lab = lab("");
    let socket = lab.fresh("fresh");
    Settings::new().apply(&socket).unwrap();
    assert!(Settings::new().apply(&socket).is_err());
    assert_eq!(lab.calls("WSASetSocketSecurity"), 2);
}

#[test]
fn too_late_is_told_without_a_call() {
    let connection = Connection::v4();
    let datagrams = Datagrams::v4();
    let lab = lab("[[socket]]\n");
    lab.adopt(&connection.client);
    lab.adopt(&connection.listener);
    lab.adopt(&datagrams.socket);
    let settings = Settings::new();
    for (result, stage) in [
        (settings.apply(&connection.client), SocketStage::Connected),
        (settings.apply(&connection.listener), SocketStage::Listening),
        (settings.apply(&datagrams.socket), SocketStage::Bound),
        (ipsec().apply(&connection.listener), SocketStage::Listening),
    ] {
        let error = result.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLate(stage));
        assert!(error.advice().contains("before bind"));
    }
    let started = settings.start(&connection.client);
    assert_eq!(kind(started), ErrorKind::TooLate(SocketStage::Connected));
    assert_eq!(lab.calls("WSASetSocketSecurity"), 0);
    lab.audit();
}

#[test]
fn refusals_of_the_system_have_their_kinds() {
    for (code, expected) in [
        (10056, ErrorKind::AlreadyConnected),
        (10047, ErrorKind::AddressFamilyNotSupported),
        (10022, ErrorKind::InvalidInput),
        (10040, ErrorKind::BufferSize),
        (10038, ErrorKind::NotASocket),
    ] {
        let lab = lab(&format!(
            "[[fault]]\ncall = \"WSASetSocketSecurity\"\nfail = {code}"
        ));
        assert_eq!(kind(Settings::new().apply(&lab.fresh("fresh"))), expected);
        assert_eq!(kind(Settings::new().start(&lab.fresh("fresh"))), expected);
    }
}

#[test]
fn texts_that_cannot_be_passed_on() {
    let fault = |result: Result<Credentials, winsec_core::Error>| match kind(result) {
        ErrorKind::InvalidText(fault) => fault,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        fault(Credentials::new("a\0b", "", "")),
        TextError::InteriorNul { position: 1 }
    );
    assert_eq!(
        fault(Credentials::new("", "", "\0")),
        TextError::InteriorNul { position: 0 }
    );
    let longest = "x".repeat(MAX_TEXT_UNITS);
    assert!(Credentials::new(&longest, "", "").is_ok());
    let longer = "x".repeat(MAX_TEXT_UNITS + 1);
    let too_long = |units| TextError::TooLong {
        units,
        most: 32_767,
    };
    assert_eq!(fault(Credentials::new("", &longer, "")), too_long(32_768));
    // 40,000 UTF-16 units in 20,000 characters.
    assert_eq!(
        fault(Credentials::new("", "", &"𐍈".repeat(20_000))),
        too_long(40_000)
    );
}

#[test]
fn credentials_are_not_shown() {
    let shown = format!("{:?}", ipsec());
    assert!(shown.contains("not shown"), "{shown}");
    for secret in ["äúser", "EXAMPLE", "pass"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

not_with_the_dll!(
    the_system_sees_what_was_said,
    "the DLL does not show what it was told"
);
#[cfg(not(windows))]
#[test]
fn the_system_sees_what_was_said() {
    for &route in ROUTES {
        for (unit, system) in [
            (LengthUnit::Bytes, "bytes"),
            (LengthUnit::Characters, "characters"),
        ] {
            let lab = lab(&format!("[system]\nstring-lengths = \"{system}\""));
            let socket = lab.fresh("fresh");
            ipsec()
                .route(route)
                .length_unit(unit)
                .apply(&socket)
                .unwrap();
            let seen = lab.world.settings(socket.raw()).unwrap();
            assert_eq!((seen.protocol.0, seen.flags.bits()), (1, 1));
            let seen = seen.ipsec.unwrap();
            assert_eq!(seen.flags.bits(), 1);
            assert_eq!(seen.main_mode_policy.Data1, 0x00112233);
            assert_eq!(
                seen.main_mode_policy.Data4,
                [0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff]
            );
            assert_eq!(seen.quick_mode_policy.Data2, 0x3a4d);
            assert_eq!(seen.user_name, "äúser");
            assert_eq!(seen.domain_name, "EXAMPLE");
            assert_eq!(seen.password, "pass wörd 𐍈");

            let socket = lab.fresh("fresh");
            Settings::new()
                .route(route)
                .allow_insecure()
                .apply(&socket)
                .unwrap();
            let seen = lab.world.settings(socket.raw()).unwrap();
            assert_eq!((seen.protocol.0, seen.flags.bits()), (0, 2));
            assert!(seen.ipsec.is_none());

            let socket = lab.fresh("fresh");
            Settings::inherited().route(route).apply(&socket).unwrap();
            assert_eq!(lab.world.settings(socket.raw()).unwrap().flags.bits(), 0);
        }
    }
}

#[test]
fn the_wrong_unit_is_refused_and_nothing_is_read_beyond_the_buffer() {
    let lab = lab("[system]\nstring-lengths = \"characters\"");
    let told_in_bytes = ipsec()
        .length_unit(LengthUnit::Bytes)
        .apply(&lab.fresh("fresh"));
    assert_eq!(kind(told_in_bytes), ErrorKind::BufferSize);
}

not_with_the_dll!(
    guaranteed_encryption_keeps_a_clear_connection_from_being_made,
    "it is the system that connects, not the DLL"
);
#[cfg(not(windows))]
#[test]
fn guaranteed_encryption_keeps_a_clear_connection_from_being_made() {
    let lab = lab("");
    let socket = lab.fresh("fresh");
    Settings::new()
        .guarantee_encryption()
        .apply(&socket)
        .unwrap();
    assert!(socket.connect("192.0.2.1:443".parse().unwrap()).is_err());
    let socket = lab.fresh("fresh");
    Settings::new().allow_insecure().apply(&socket).unwrap();
    assert!(socket.connect("192.0.2.1:443".parse().unwrap()).is_ok());
}
