//! From a request to its socket's security in one step, on every backend.

use winsec_core::{Backend, backend};

use crate::common::{Lab, Manner, Setup};
use crate::wine;

#[test]
fn a_request_tells_whether_its_traffic_is_secured() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    let mut request = session.get(&lab.url()).unwrap();
    request.send().unwrap();
    match request.socket_info().map(|info| info.security()) {
        Ok(Some(Err(error))) => assert_eq!(backend(), Backend::Windows, "{error}"),
        Err(error) => assert_eq!(backend(), Backend::Windows, "{error}"),
        Ok(told) => {
            let secured = told.and_then(Result::ok).map(|told| told.is_secured());
            wine::check_secured(Some(false), secured);
        }
    }
    drop(request);
    drop(session);
    lab.audit();
}
