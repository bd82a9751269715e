//! Odd and wrong answers, and systems that refuse: no real one is at hand, so these are the
//! emulator's alone.

use winsec_emulator::Call;
use winsec_emulator::scenario::{Action, Answer, Diagnostic, DiagnosticSupport, Fault, Scenario};
use winsec_ffi::{
    ERROR_INTERNET_BAD_OPTION_LENGTH, ERROR_INTERNET_INCORRECT_HANDLE_STATE,
    ERROR_INTERNET_INTERNAL_ERROR, IDSI_FLAGS, WIN32_ERROR,
};
use winsec_wininet_diag::{Error, ErrorKind, Port, SocketFlags, SocketReport};

use crate::common::{Lab, Manner, Setup, kind};

const PLAIN: Setup = Setup::http(Manner::Answers);

/// What a request tells before it is sent.
fn ask(lab: &Lab) -> Result<SocketReport, Error> {
    let session = lab.session();
    let request = session.get(&lab.url())?;
    request.socket_info().map(|info| info.report())
}

/// What a request tells when its query meets this.
fn ask_with(action: Action) -> Result<SocketReport, Error> {
    let fault = Fault::new(Call::InternetQueryOptionW, action);
    let lab = Lab::on(Scenario::new().fault(fault), PLAIN);
    let told = ask(&lab);
    lab.audit();
    told
}

#[test]
fn ports_are_checked() {
    for (told, expected) in [
        (0, Ok(None)),
        (1, Ok(Port::new(1))),
        (65_535, Ok(Port::new(65_535))),
        (65_536, Err(65_536)),
        (u32::MAX, Err(u32::MAX)),
    ] {
        let odd = Diagnostic::truth().ports(told, told);
        let lab = Lab::with(Scenario::new(), PLAIN, |server| server.diagnostic(odd));
        let session = lab.session();
        let request = session.get(&lab.url()).unwrap();
        let info = request.socket_info().unwrap();
        assert_eq!(info.source_port().map_err(|error| error.value), expected);
        assert_eq!(
            info.destination_port().map_err(|error| error.value),
            expected
        );
        let report = info.report();
        assert_eq!((report.source_port, report.destination_port), (told, told));
        let words = match told {
            0 => "port unknown to port unknown, none (emulated)".to_owned(),
            told => format!("port {told} to port {told}, none (emulated)"),
        };
        assert_eq!(info.to_string(), words);
        if let Err(error) = info.source_port() {
            let words = format!("the system told the port {told}, and 65535 is the highest");
            assert_eq!(error.to_string(), words);
        }
    }
}

#[test]
fn unknown_flags_are_kept_and_printed() {
    let bits = 0x8000_000F;
    let odd = Diagnostic::truth().flags(IDSI_FLAGS::from_bits_retain(bits));
    let lab = Lab::with(Scenario::new(), PLAIN, |server| server.diagnostic(odd));
    let flags = ask(&lab).unwrap().flags;
    assert_eq!(flags.bits(), bits);
    assert_eq!(
        flags.words(),
        "kept alive, secure, through a proxy, tunnelled, 0x80000000"
    );
    let text = serde_json::to_string(&flags).unwrap();
    assert_eq!(
        text,
        "\"KEEP_ALIVE | SECURE | PROXY | TUNNEL | 0x80000000\""
    );
    assert_eq!(serde_json::from_str::<SocketFlags>(&text).unwrap(), flags);
    assert_eq!(SocketFlags::empty().words(), "none");
}

#[test]
fn a_system_that_has_given_the_option_up_is_a_kind_of_its_own() {
    let refusals = [
        (DiagnosticSupport::Unsupported, 12009),
        (DiagnosticSupport::Refused(12009), 12009),
        (DiagnosticSupport::Refused(87), 87),
        (DiagnosticSupport::Refused(12018), 12018),
        (DiagnosticSupport::Refused(12011), 12011),
    ];
    for (support, code) in refusals {
        let lab = Lab::on(Scenario::new().diagnostic_socket_info(support), PLAIN);
        let error = ask(&lab).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OptionNotSupported, "{error}");
        assert_eq!(error.code(), Some(code));
        assert!(error.advice().contains("Windows 7"), "{error}");
        let io = std::io::Error::from(error);
        assert_eq!(io.kind(), std::io::ErrorKind::Unsupported);
        lab.audit();
    }
}

#[test]
fn both_codes_for_a_wrong_handle_mean_the_same() {
    for code in [87, 12018] {
        let fault = Fault::fail(Call::InternetQueryOptionW, WIN32_ERROR(code)).nth(1);
        let lab = Lab::on(Scenario::new().fault(fault), PLAIN);
        let session = lab.session();
        // SAFETY: the session is open, and no other thread uses it.
        let no_request =
            unsafe { winsec_wininet_diag::BorrowedRequest::borrow_raw(session.as_raw()) };
        let error = no_request.socket_info().map(|_| ()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::WrongHandleType, "{error}");
        assert_eq!(error.code(), Some(code as i32));
    }
}

#[test]
fn where_the_type_is_not_told_either_the_code_decides() {
    for (code, expected) in [
        (87, ErrorKind::OptionNotSupported),
        (12009, ErrorKind::OptionNotSupported),
        (12018, ErrorKind::WrongHandleType),
    ] {
        let always = Action::Fail(code);
        assert_eq!(kind(ask_with(always)), expected, "{code}");
    }
}

#[test]
fn a_structure_of_another_size_is_refused() {
    for needed in [0, 23, 25, 4096, u32::MAX] {
        let error = ask_with(Action::TooSmall(needed)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BufferSize);
        assert_eq!(error.code(), Some(122));
    }
    let error = ask_with(Action::Fail(ERROR_INTERNET_BAD_OPTION_LENGTH.0)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BufferSize);
}

#[test]
fn an_answer_of_another_length_is_refused() {
    for claimed in [0, 4, 23, 25, 500, u32::MAX] {
        let garbage = Answer::new(vec![0xAB; 500]).claiming(claimed);
        let error = ask_with(Action::Answer(garbage)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidAnswer, "{claimed}");
        assert_eq!(error.code(), None);
    }
}

#[test]
fn garbage_of_the_right_length_is_told_as_it_is() {
    let size = size_of::<winsec_ffi::INTERNET_DIAGNOSTIC_SOCKET_INFO>();
    let report = ask_with(Action::Answer(Answer::new(vec![0xAB; size]))).unwrap();
    assert!(report.has_socket);
    assert_eq!(report.source_port, 0xABAB_ABAB);
    assert_eq!(report.flags.bits(), 0xABAB_ABAB);
}

#[test]
fn other_failures_keep_their_code() {
    for (code, expected) in [
        (
            ERROR_INTERNET_INCORRECT_HANDLE_STATE,
            ErrorKind::WrongHandleState,
        ),
        (ERROR_INTERNET_INTERNAL_ERROR, ErrorKind::Other),
        (WIN32_ERROR(77_777), ErrorKind::Other),
    ] {
        let error = ask_with(Action::Fail(code.0)).unwrap_err();
        assert_eq!(
            (error.kind(), error.code()),
            (expected, Some(code.0 as i32))
        );
        assert!(error.to_string().contains(&code.0.to_string()), "{error}");
    }
}
