//! The README's example, run against a server.

use winsec_core::{Backend, backend};
use winsec_wininet_diag::{ErrorKind, Result, Session, SocketReport, Url};

use crate::common::{Lab, Manner, Setup};

const README: &str = include_str!("../../README.md");
const THIS: &str = include_str!("readme.rs");

fn what_is_behind(url: &str) -> Result<SocketReport> {
    let url: Url = url.parse()?;
    let session = Session::options().open()?;
    let mut request = session.get(&url)?;
    request.send()?;
    Ok(request.socket_info()?.report())
}

#[test]
fn it_tells_what_is_behind_a_request() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    match what_is_behind(&lab.url().to_string()) {
        Ok(report) => assert_eq!(report.destination_port, u32::from(lab.port())),
        Err(error) => {
            assert_eq!(backend(), Backend::Windows, "{error}");
            assert_eq!(error.kind(), ErrorKind::OptionNotSupported);
        }
    }
    lab.audit();
}

#[test]
fn it_is_the_readmes() {
    let begin = THIS.find("fn what_is_behind").unwrap();
    let end = begin + THIS[begin..].find("\n}\n").unwrap();
    assert!(
        README
            .replace('\r', "")
            .contains(&THIS[begin..end].replace('\r', ""))
    );
}

#[test]
fn it_takes_less_than_fifteen_lines() {
    let example = README.split("```").nth(1).unwrap();
    let lines = example.lines().skip(1).count();
    assert!((5..15).contains(&lines), "{lines}");
}
