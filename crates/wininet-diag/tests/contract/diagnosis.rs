//! What is behind a request before, during and after: plain, reused, closing, proxied, secure,
//! tunnelled, refused.

use winsec_core::backend;
use winsec_wininet_diag::{CertificateChecks, Request, Session};

use crate::common::{BODY, Lab, Manner, Setup};
use crate::scenes::{Scene, Stage, look};

/// Sends one request, and looks at each stage.
fn look_at_each_stage(lab: &Lab, session: &Session, scene: Scene) {
    let mut request = session.get(&lab.url()).unwrap();
    if lab.setup().secure {
        request
            .skip_certificate_checks(CertificateChecks::all())
            .unwrap();
    }
    look(lab, &request, scene, Stage::Before);
    request.send().unwrap();
    assert_eq!(request.status(), Ok(200));
    look(lab, &request, scene, Stage::During);
    assert_eq!(request.drain(), Ok(BODY as u64));
    look(lab, &request, scene, Stage::After);
}

fn one_request(setup: Setup, scene: Scene) {
    let lab = Lab::new(setup);
    let session = lab.session();
    look_at_each_stage(&lab, &session, scene);
    lab.made_one_connection();
    drop(session);
    lab.audit();
}

#[test]
fn plain() {
    one_request(Setup::http(Manner::Answers), Scene::Plain);
}

#[test]
fn kept_alive_and_reused() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    look_at_each_stage(&lab, &session, Scene::Plain);
    look_at_each_stage(&lab, &session, Scene::Reused);
    lab.made_one_connection();
}

#[test]
fn closed_by_the_server() {
    one_request(Setup::http(Manner::AnswersOnce), Scene::Closing);
}

#[test]
fn through_a_proxy() {
    one_request(Setup::http(Manner::Answers).through_proxy(), Scene::Proxied);
}

#[test]
fn with_tls() {
    one_request(Setup::https(Manner::Answers), Scene::Secure);
}

#[test]
fn with_tls_through_a_tunnel() {
    one_request(
        Setup::https(Manner::Answers).through_proxy(),
        Scene::Tunnelled,
    );
}

#[test]
fn refused() {
    let lab = Lab::new(Setup::http(Manner::Refuses));
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    look(&lab, &request, Scene::Refused, Stage::Before);
    request.send().unwrap_err();
    look(&lab, &request, Scene::Refused, Stage::During);
}

#[test]
fn results_say_who_gave_them() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    request.send().unwrap();
    let check = |request: &Request| {
        let info = request.socket_info()?;
        let report = info.report();
        assert_eq!((info.backend(), report.backend), (backend(), backend()));
        let emulated = backend().is_emulated();
        assert_eq!(emulated, cfg!(not(windows)));
        assert_eq!(
            info.to_string().ends_with(" (emulated)"),
            emulated,
            "{info}"
        );
        assert_eq!(report.to_string(), info.to_string());
        assert_eq!(format!("{info:?}"), format!("{report:?}"));
        assert_eq!(info.flags(), report.flags);
        let said = format!("backend: {:?}", backend());
        assert!(format!("{info:?}").contains(&said));
        let text = serde_json::to_string(&report).unwrap();
        assert_eq!(
            serde_json::from_str::<winsec_wininet_diag::SocketReport>(&text).unwrap(),
            report
        );
        Ok::<_, winsec_wininet_diag::Error>(())
    };
    match check(&request) {
        Ok(()) => {}
        Err(error) => assert_eq!(backend(), winsec_core::Backend::Windows, "{error}"),
    }
}
