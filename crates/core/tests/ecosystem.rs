//! The sockets of other crates lend themselves, too, as they are.
#![cfg(windows)]

mod common;

use std::time::Duration;

use common::{Connection, Datagrams, ENCRYPTED, SECURED};
use winsec_core::{DatagramQuery, Settings, StreamQuery, query};

#[test]
fn socket2() {
    let connection = Connection::v4();
    let _lab = connection.lab_with(ENCRYPTED, "[[socket]]\nstate = \"created\"");
    let socket = socket2::Socket::from(connection.client);
    assert!(query(&socket).unwrap().is_encrypted());
    assert!(
        query(&*socket2::SockRef::from(&socket))
            .unwrap()
            .is_encrypted()
    );

    let fresh = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
    Settings::new()
        .guarantee_encryption()
        .apply(&fresh)
        .unwrap();
}

#[test]
fn tokio() {
    let connection = Connection::v4();
    let datagrams = Datagrams::v4();
    let local = datagrams.socket.local_addr().unwrap();
    let more = format!("[[socket]]\nlocal = \"{local}\"\n{SECURED}");
    let _lab = connection.lab_with(
        &format!("{ENCRYPTED}\ncompletion = {{ after = 20 }}"),
        &more,
    );
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .unwrap();
    runtime.block_on(async {
        connection.client.set_nonblocking(true).unwrap();
        let stream = tokio::net::TcpStream::from_std(connection.client).unwrap();
        assert!(query(&stream).unwrap().is_encrypted());
        // Its socket is tied to the runtime's completion port, which must not see our operation.
        let operation = StreamQuery::new().start(&stream).unwrap();
        assert!(operation.await.unwrap().is_encrypted());

        datagrams.socket.set_nonblocking(true).unwrap();
        let socket = tokio::net::UdpSocket::from_std(datagrams.socket).unwrap();
        assert!(
            DatagramQuery::new(datagrams.peer)
                .run(&socket)
                .unwrap()
                .is_secured()
        );
    });
    runtime.shutdown_timeout(Duration::from_secs(1));
}
