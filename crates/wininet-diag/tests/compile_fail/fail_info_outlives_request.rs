//! What is behind a request is asked while the request lives.

use winsec_wininet_diag::{Session, Url};

fn main() {
    let url: Url = "http://localhost/".parse().unwrap();
    let session = Session::options().open().unwrap();
    let connection = session.connect(&url).unwrap();
    let request = connection.get(&url).unwrap();
    let info = request.socket_info().unwrap();
    drop(request);
    println!("{info}");
}
