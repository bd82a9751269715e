//! An operation on a borrowed socket cannot outlive it.
use std::net::TcpStream;

use winsec_core::StreamQuery;
use winsec_core::overlapped::Operation;

fn escape() -> Operation<&'static TcpStream> {
    let stream = TcpStream::connect("127.0.0.1:1").unwrap();
    StreamQuery::new().start(&stream).unwrap()
}

fn main() {
    drop(escape());
}
