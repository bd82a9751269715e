//! The socket is lent for the request's lifetime, and no longer.

use winsec_wininet_diag::{Session, Url};

fn main() {
    let url: Url = "http://localhost/".parse().unwrap();
    let session = Session::options().open().unwrap();
    let socket = {
        let request = session.get(&url).unwrap();
        unsafe { request.socket_info().unwrap().socket() }
    };
    println!("{}", socket.is_some());
}
