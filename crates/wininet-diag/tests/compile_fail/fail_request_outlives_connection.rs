//! A request is closed before its connection.

use winsec_wininet_diag::{Session, Url};

fn main() {
    let url: Url = "http://localhost/".parse().unwrap();
    let session = Session::options().open().unwrap();
    let connection = session.connect(&url).unwrap();
    let request = connection.get(&url).unwrap();
    drop(connection);
    drop(request);
}
