//! Reading on may end the connection, so the socket is given back before.

use winsec_wininet_diag::{Session, Url};

fn main() {
    let url: Url = "http://localhost/".parse().unwrap();
    let session = Session::options().open().unwrap();
    let mut request = session.get(&url).unwrap();
    let socket = unsafe { request.socket_info().unwrap().socket() };
    request.drain().unwrap();
    println!("{}", socket.is_some());
}
