//! Nor may another thread look at it.
use std::net::TcpStream;

use winsec_core::Impersonation;

fn main() {
    let stream = TcpStream::connect("127.0.0.1:1").unwrap();
    let guard = Impersonation::of_stream(&stream).unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| println!("{:?}", guard.backend()));
    });
}
