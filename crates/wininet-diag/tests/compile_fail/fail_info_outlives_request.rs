//! What is behind a request is asked while the request lives.

use winsec_wininet_diag::{Session, Url};

fn main() {
    let url: Url = "http://localhost/".parse().unwrap();
    let session = Session::options().open().unwrap();
    let request = session.get(&url).unwrap();
    let info = request.socket_info().unwrap();
    drop(request);
    println!("{info}");
}
