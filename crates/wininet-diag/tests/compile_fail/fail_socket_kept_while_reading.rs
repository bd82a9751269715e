//! Reading on may end the connection, so the socket is given back before.

use winsec_wininet_diag::{Session, Url};

fn main() {
    let url: Url = "http://localhost/".parse().unwrap();
    let session = Session::options().open().unwrap();
    let connection = session.connect(&url).unwrap();
    let mut request = connection.get(&url).unwrap();
    let socket = unsafe { request.socket_info().unwrap().socket() };
    request.drain().unwrap();
    println!("{}", socket.is_some());
}
