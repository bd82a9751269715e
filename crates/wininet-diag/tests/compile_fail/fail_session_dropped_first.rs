//! A session is closed after its connections, which nobody has to use for that.

use winsec_wininet_diag::{Session, Url};

fn main() {
    let url: Url = "http://localhost/".parse().unwrap();
    let session = Session::options().open().unwrap();
    let _connection = session.connect(&url).unwrap();
    drop(session);
}
