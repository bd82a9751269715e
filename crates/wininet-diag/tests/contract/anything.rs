//! Whatever the system tells of a request, it is told as it is, or refused: nothing breaks, and
//! nothing is made up.

use std::mem::offset_of;

use proptest::prelude::{
    Just, Strategy, any, prop_assert, prop_assert_eq, prop_assert_ne, prop_oneof, proptest,
};
use proptest::{array, collection};
use winsec_core::os::{AsRawSocket, RawSocket};
use winsec_emulator::Call;
use winsec_emulator::scenario::{Action, Answer, Diagnostic, Fault, Scenario};
use winsec_ffi::{IDSI_FLAGS, INTERNET_DIAGNOSTIC_SOCKET_INFO as Info, INVALID_SOCKET};
use winsec_wininet_diag::{Error, ErrorKind, Port, SocketInfo, SocketReport};

use crate::common::{Lab, Manner, Setup};

const PLAIN: Setup = Setup::http(Manner::Answers);

/// Looks at what is behind a request whose body has begun.
fn look<T>(lab: &Lab, look: impl FnOnce(SocketInfo<'_>) -> T) -> Result<T, Error> {
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    request.send().unwrap();
    request.socket_info().map(look)
}

/// The same where the query meets this.
fn ask_with(action: Action) -> Result<SocketReport, Error> {
    let fault = Fault::new(Call::InternetQueryOptionW, action);
    let lab = Lab::on(Scenario::new().fault(fault), PLAIN);
    let told = look(&lab, |info| info.report());
    lab.audit();
    told
}

fn ports() -> impl Strategy<Value = u32> {
    prop_oneof![0..=65_540_u32, any::<u32>()]
}

fn sockets() -> impl Strategy<Value = usize> {
    prop_oneof![Just(0), Just(INVALID_SOCKET), 0..2000_usize, any::<usize>()]
}

fn lengths() -> impl Strategy<Value = u32> {
    prop_oneof![Just(size_of::<Info>() as u32), 0..100_u32, any::<u32>()]
}

/// The four bytes at an offset; those that were never written are 0.
fn number(bytes: &[u8], offset: usize) -> u32 {
    let byte = |index| bytes.get(offset + index).copied().unwrap_or(0);
    u32::from_ne_bytes(std::array::from_fn(byte))
}

proptest! {
    #[test]
    fn any_socket_port_and_flags(socket in sockets(), ports in array::uniform2(ports()), bits: u32) {
        let [source, destination] = ports;
        let odd = Diagnostic::truth()
            .socket(socket)
            .ports(source, destination)
            .flags(IDSI_FLAGS::from_bits_retain(bits));
        let lab = Lab::with(Scenario::new(), PLAIN, |server| server.diagnostic(odd));
        let checked = |port: u32| u16::try_from(port).map(Port::new).map_err(|_| port);
        look(&lab, |info| {
            let absent = socket == 0 || socket == INVALID_SOCKET;
            // SAFETY: its number is looked at, and nothing else.
            let raw = unsafe { info.socket() }.map(|socket| socket.as_raw_socket());
            prop_assert_eq!(raw, (!absent).then_some(socket as RawSocket));
            prop_assert!(info.security().is_none() || !absent);
            prop_assert_eq!(info.report().has_socket, !absent);
            let told = (info.source_port(), info.destination_port());
            prop_assert_eq!(told.0.map_err(|error| error.value), checked(source));
            prop_assert_eq!(told.1.map_err(|error| error.value), checked(destination));
            prop_assert_eq!(info.flags().bits(), bits);
            prop_assert_eq!(info.report().to_string(), info.to_string());
            Ok(())
        })
        .unwrap()?;
        lab.audit();
    }

    #[test]
    fn any_bytes_of_any_length(bytes in collection::vec(any::<u8>(), 0..100), length in lengths()) {
        let answer = Answer::new(bytes.clone()).claiming(length);
        match ask_with(Action::Answer(answer)) {
            Ok(report) => {
                prop_assert_eq!(length as usize, size_of::<Info>());
                let told = |offset| number(&bytes, offset);
                prop_assert_eq!(report.source_port, told(offset_of!(Info, SourcePort)));
                prop_assert_eq!(report.destination_port, told(offset_of!(Info, DestPort)));
                prop_assert_eq!(report.flags.bits(), told(offset_of!(Info, Flags)));
            }
            Err(error) => {
                prop_assert_eq!(error.kind(), ErrorKind::InvalidAnswer);
                prop_assert_ne!(length as usize, size_of::<Info>());
            }
        }
    }

    #[test]
    fn any_code(code in 1_u32..) {
        let error = ask_with(Action::Fail(code)).unwrap_err();
        prop_assert_eq!(error.code(), Some(code as i32));
        let text = error.to_string();
        prop_assert!(text.contains(&code.to_string()), "{}", text);
        prop_assert!(!text.contains(error.advice()), "{}", text);
    }

    #[test]
    fn any_size_that_is_asked_for(needed: u32) {
        let error = ask_with(Action::TooSmall(needed)).unwrap_err();
        prop_assert_eq!(error.kind(), ErrorKind::BufferSize);
    }
}
