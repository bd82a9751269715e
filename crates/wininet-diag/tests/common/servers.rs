//! Servers on the loopback, made for one test in plain std: with and without TLS, and a proxy.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::{BODY, ELSEWHERE, Manner, PART};

/// A server that listens until the program ends.
pub struct Listening {
    pub port: u16,
    connections: Arc<AtomicUsize>,
    /// What keeps a port at which nobody listens from being given to a server.
    _occupant: Option<(TcpListener, TcpStream)>,
}

impl Listening {
    /// How many connections it has accepted.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

/// Starts a server.
pub fn server(manner: Manner, secure: bool) -> Listening {
    if manner == Manner::Refuses {
        return nobody();
    }
    let tls = secure.then(certificate);
    start(move |stream| match &tls {
        None => serve(stream, manner),
        Some(config) => {
            let connection = ServerConnection::new(Arc::clone(config)).map_err(io::Error::other)?;
            serve(StreamOwned::new(connection, stream), manner)
        }
    })
}

/// A port that is a connection's own end, so that nobody listens there.
fn nobody() -> Listening {
    let (listener, _) = listen();
    let client = TcpStream::connect(listener.local_addr().unwrap()).expect("the port listens");
    Listening {
        port: client.local_addr().unwrap().port(),
        connections: Arc::default(),
        _occupant: Some((listener, client)),
    }
}

/// Starts a proxy.
pub fn proxy() -> Listening {
    start(|mut client| {
        let head = head(&mut client)?;
        let target = head.split(' ').nth(1).unwrap_or_default().to_owned();
        let tunnel = head.starts_with("CONNECT ");
        let authority = match target.strip_prefix("http://") {
            None => &*target,
            Some(rest) => rest.split('/').next().unwrap_or_default(),
        };
        let mut server = TcpStream::connect(authority)?;
        if tunnel {
            client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")?;
        } else {
            server.write_all(head.as_bytes())?;
        }
        let (up, down) = (client.try_clone()?, server.try_clone()?);
        thread::spawn(move || relay(up, down));
        relay(server, client)
    })
}

fn listen() -> (TcpListener, u16) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    let port = listener.local_addr().unwrap().port();
    (listener, port)
}

/// Serves each connection on a thread of its own, until the program ends. A connection that fails
/// is WinINet's business.
fn start(serve: impl Fn(TcpStream) -> io::Result<()> + Send + Sync + 'static) -> Listening {
    let (listener, port) = listen();
    let serve = Arc::new(serve);
    let connections = Arc::new(AtomicUsize::new(0));
    let accepted = Arc::clone(&connections);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            accepted.fetch_add(1, Ordering::SeqCst);
            let serve = Arc::clone(&serve);
            thread::spawn(move || serve(stream));
        }
    });
    Listening {
        port,
        connections,
        _occupant: None,
    }
}

/// The head of a message, with the empty line that ends it.
fn head(stream: &mut impl Read) -> io::Result<String> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    String::from_utf8(head).map_err(io::Error::other)
}

/// Answers the requests of one connection.
fn serve(mut stream: impl Read + Write, manner: Manner) -> io::Result<()> {
    loop {
        let request = head(&mut stream)?;
        let (mut connection, mut sent) = ("keep-alive", BODY);
        let mut status = "200 OK".to_owned();
        match manner {
            Manner::Answers => {}
            Manner::AnswersOnce => connection = "close",
            Manner::ClosesInBody => (connection, sent) = ("close", PART),
            Manner::Redirects => status = format!("302 Found\r\nLocation: {ELSEWHERE}"),
            Manner::AsksForLogon if request.contains("\r\nAuthorization: ") => {}
            Manner::AsksForLogon => {
                let schemes = ["Negotiate", "NTLM"].map(|it| format!("\r\nWWW-Authenticate: {it}"));
                status = format!("401 Unauthorized{}", schemes.concat());
            }
            Manner::Says(words) => {
                stream.write_all(words.as_bytes())?;
                return stream.flush();
            }
            Manner::ClosesEarly | Manner::Refuses => return Ok(()),
            Manner::NeverAnswers => {
                // Until the other side has had enough.
                let _ = stream.read(&mut [0]);
                return Ok(());
            }
        }
        let mut answer = format!(
            "HTTP/1.1 {status}\r\nContent-Length: {BODY}\r\nConnection: {connection}\r\n\r\n"
        );
        answer.push_str(&"x".repeat(sent));
        stream.write_all(answer.as_bytes())?;
        stream.flush()?;
        if connection == "close" {
            return Ok(());
        }
    }
}

/// Passes on what comes, until nothing more does.
fn relay(mut from: TcpStream, mut to: TcpStream) -> io::Result<()> {
    io::copy(&mut from, &mut to)?;
    to.shutdown(Shutdown::Write)
}

/// A certificate for the loopback that its own key has signed.
fn certificate() -> Arc<ServerConfig> {
    let names = ["127.0.0.1".to_owned(), "localhost".to_owned()];
    let certified = rcgen::generate_simple_self_signed(names).expect("a certificate");
    let key = PrivatePkcs8KeyDer::from(certified.signing_key.serialize_der());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions of TLS")
        .with_no_client_auth()
        .with_single_cert(
            vec![certified.cert.der().clone()],
            PrivateKeyDer::Pkcs8(key),
        )
        .expect("the key is the certificate's");
    Arc::new(config)
}
