//! The system wants to know which peer a datagram query is about.
use std::net::UdpSocket;

use winsec_core::DatagramQuery;

fn main() {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    let _ = DatagramQuery::new().run(&socket);
    let _ = DatagramQuery::default().run(&socket);
}
