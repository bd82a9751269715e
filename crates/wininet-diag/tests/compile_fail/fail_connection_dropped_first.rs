//! A connection is closed after its requests, in whatever order they are declared.

use winsec_wininet_diag::{Session, Url};

fn main() {
    let url: Url = "http://localhost/".parse().unwrap();
    let session = Session::options().open().unwrap();
    let _request;
    let connection = session.connect(&url).unwrap();
    _request = connection.get(&url).unwrap();
}
