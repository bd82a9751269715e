//! A completion routine runs on the thread that started the query.
use std::net::TcpStream;

use winsec_core::StreamQuery;

fn main() {
    let stream = TcpStream::connect("127.0.0.1:1").unwrap();
    let operation = StreamQuery::new().start_with_routine(stream, |_| {}).unwrap();
    std::thread::spawn(move || drop(operation));
}
