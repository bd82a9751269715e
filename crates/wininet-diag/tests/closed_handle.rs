//! A request that is closed. Alone in its program: a system may give the handle of a closed request
//! to the next one that is opened, by whatever thread.

mod common;

use common::{Lab, Manner, Setup, refused};
use winsec_wininet_diag::ErrorKind;

#[test]
fn a_closed_handle_is_refused() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    let session = lab.session();
    let raw = session.get(&lab.url()).unwrap().as_raw();
    refused(raw, ErrorKind::InvalidHandle, 6);
    lab.finds_misuse("used by InternetQueryOptionW");
}
