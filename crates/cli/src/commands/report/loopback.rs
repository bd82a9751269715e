//! A web server for this machine's own requests: something to look at without any network.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use crate::outcome::{Failure, Outcome};

/// How long the server waits for a request.
const PATIENCE: Duration = Duration::from_secs(10);

/// The longest request that it reads.
const LONGEST: usize = 16 * 1024;

/// What it answers to everything.
const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\n\
    Content-Type: text/plain\r\n\
    Cache-Control: no-store\r\n\
    Content-Length: 7\r\n\
    \r\n\
    winsec\n";

/// Starts the server on a free port of the loopback; it ends with the program.
pub(super) fn serve() -> Outcome<SocketAddr> {
    let fail =
        |error| Failure::refused(format!("no server can be started on the loopback: {error}"));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(fail)?;
    let address = listener.local_addr().map_err(fail)?;
    let server = thread::Builder::new().name("winsec-loopback".to_owned());
    server
        .spawn(move || {
            for stream in listener.incoming().flatten() {
                let connection = thread::Builder::new().name("winsec-connection".to_owned());
                // Without a thread for it, the connection is closed: the request tells so.
                let _ = connection.spawn(move || answer(stream));
            }
        })
        .map_err(fail)?;
    Ok(address)
}

/// Answers the requests of one connection, one after the other.
fn answer(mut stream: TcpStream) {
    let _ = stream.set_read_timeout(Some(PATIENCE));
    let mut request = Vec::new();
    let mut buffer = [0; 1024];
    while request.len() < LONGEST {
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return,
            Ok(read) => request.extend_from_slice(&buffer[..read]),
        }
        if request.ends_with(b"\r\n\r\n") {
            request.clear();
            if stream.write_all(ANSWER).is_err() {
                return;
            }
        }
    }
}
