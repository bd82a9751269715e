//! The sockets of other crates lend themselves, too, as they are: off Windows with a feature for each.

mod common;

use std::time::Duration;

use common::{Connection, Datagrams, ENCRYPTED, SECURED, kind};
use winsec_core::{DatagramQuery, ErrorKind, Settings, SocketStage, StreamQuery, query};

#[test]
fn socket2() {
    let connection = Connection::v4();
    let lab = connection.lab_with(ENCRYPTED, "[[socket]]\nstate = \"created\"");
    let socket = socket2::Socket::from(connection.client);
    assert!(query(&socket).unwrap().is_encrypted());
    assert!(
        query(&*socket2::SockRef::from(&socket))
            .unwrap()
            .is_encrypted()
    );

    let fresh = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
    lab.attach(&fresh);
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
    let listening = connection.listener.local_addr().unwrap();
    let more = format!(
        "[[socket]]\nlocal = \"{local}\"\n{SECURED}\n\
         [[socket]]\nlocal = \"{listening}\"\nstate = \"listening\"\n\
         [[socket]]\nstate = \"created\""
    );
    let lab = connection.lab_with(
        &format!("{ENCRYPTED}\ncompletion = {{ after = 20 }}"),
        &more,
    );
    lab.adopt(&datagrams.socket);
    lab.adopt(&connection.listener);
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

        connection.listener.set_nonblocking(true).unwrap();
        let listener = tokio::net::TcpListener::from_std(connection.listener).unwrap();
        assert_eq!(
            kind(Settings::new().apply(&listener)),
            ErrorKind::TooLate(SocketStage::Listening)
        );

        let fresh = tokio::net::TcpSocket::new_v4().unwrap();
        lab.attach(&fresh);
        Settings::new().apply(&fresh).unwrap();
    });
    runtime.shutdown_timeout(Duration::from_secs(1));
    lab.settle();
}
