//! The commands against the system itself, Windows or Wine, and servers on its loopback.
#![cfg(windows)]

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::process::Stdio;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

use common::{check, run, schema, start, stderr, stdout, winsec};
use serde_json::Value;

/// Longer than a program needs to notice, on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a command line prints with `--json`, and how it ends.
fn json(arguments: &[&str]) -> (Value, i32) {
    let output = run(&[arguments, &["--json"]].concat());
    let text = stdout(&output);
    let document = serde_json::from_str(text.trim())
        .unwrap_or_else(|_| panic!("{arguments:?}: {text}{}", stderr(&output)));
    check(&schema(), &document);
    (document, output.status.code().expect("it ended by itself"))
}

/// Whether Wine answers, where the secure socket extensions are not to be had.
fn is_wine() -> bool {
    json(&["packages"]).0["backend"] == "wine"
}

/// A web server that answers each request of each connection, or what `answer` does instead.
fn serve(answer: impl Fn(TcpStream) + Clone + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = answer.clone();
            thread::spawn(move || answer(stream));
        }
    });
    port
}

/// Reads up to the end of a request; tells what it was, if there was one.
fn head(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut head = String::new();
    while stream.read_line(&mut head).is_ok_and(|read| read > 0) {
        if head.ends_with("\r\n\r\n") {
            return Some(head);
        }
    }
    None
}

fn request(stream: &mut BufReader<TcpStream>) -> bool {
    head(stream).is_some()
}

/// A server that says this to every request, and then nothing more.
fn says(words: &'static str) -> impl Fn(TcpStream) + Clone + Send + 'static {
    move |stream| {
        let mut stream = BufReader::new(stream);
        while request(&mut stream) {
            if stream.get_mut().write_all(words.as_bytes()).is_err() {
                return;
            }
        }
    }
}

/// A server that says this to the first request, and closes the connection.
fn says_and_closes(words: &'static [u8]) -> impl Fn(TcpStream) + Clone + Send + 'static {
    move |stream| {
        let mut stream = BufReader::new(stream);
        request(&mut stream);
        let _ = stream.get_mut().write_all(words);
    }
}

fn answers(stream: TcpStream) {
    let mut stream = BufReader::new(stream);
    while request(&mut stream) {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes";
        if stream.get_mut().write_all(answer).is_err() {
            return;
        }
    }
}

fn closes_at_once(stream: TcpStream) {
    let mut stream = BufReader::new(stream);
    request(&mut stream);
    let _ = stream.get_ref().shutdown(Shutdown::Both);
}

fn says_nothing(stream: TcpStream) {
    let mut stream = BufReader::new(stream);
    request(&mut stream);
    // Until the client gives up.
    let _ = stream.read(&mut [0]);
}

/// A port that nobody listens on.
fn closed_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

#[test]
fn packages_are_the_system_s() {
    let (document, status) = json(&["packages"]);
    assert_eq!(status, 0);
    assert_eq!(document["emulated"], false);
    let packages = document["result"]["packages"].as_array().unwrap();
    let names: Vec<&str> = packages
        .iter()
        .map(|package| package["name"].as_str().unwrap())
        .collect();
    assert!(
        names.contains(&"Negotiate") && names.contains(&"Kerberos"),
        "{names:?}"
    );
    let (document, status) = json(&["packages", "negotiate"]);
    assert_eq!(status, 0);
    assert_eq!(document["result"]["packages"][0]["name"], "Negotiate");
}

#[test]
fn an_unknown_package_is_refused_with_the_likely_one() {
    let output = run(&["packages", "kerberso"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains("did you mean Kerberos?"));
}

#[test]
fn a_choice_is_made_among_the_system_s_packages() {
    let output = run(&[
        "packages",
        "--choose",
        "kerberos,negotiate",
        "--require",
        "mutual-auth",
    ]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).starts_with("chosen: Kerberos"));
    let output = run(&["packages", "--choose", "nothing", "--quiet"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_connection_is_looked_at() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let target = listener.local_addr().unwrap().to_string();
    let (document, status) = json(&["socket", &target, "--tokens", "query", "--ipsec2"]);
    let result = &document["result"];
    assert_eq!(result["peer"], *target);
    if is_wine() {
        assert_eq!(status, 4);
        assert_eq!(result["unknown"]["status"], "unsupported");
        assert_eq!(result["unknown"]["system"]["name"], "WSAEOPNOTSUPP");
    } else {
        assert_eq!(status, 0);
        assert_eq!(
            result["security"]["encrypted"], false,
            "nobody secures the loopback"
        );
    }
}

#[test]
fn a_datagram_socket_is_looked_at() {
    let (document, status) = json(&["socket", "127.0.0.1:9", "--udp"]);
    assert_eq!(document["result"]["transport"], "udp");
    assert_eq!(status, if is_wine() { 4 } else { 0 });
}

#[test]
fn nobody_there_is_said_plainly() {
    let output = run(&["socket", &format!("127.0.0.1:{}", closed_port())]);
    assert_eq!(output.status.code(), Some(3));
    assert!(
        stderr(&output).contains("refuses the connection"),
        "{}",
        stderr(&output)
    );
    let output = run(&["socket", "no-such-host.invalid:80"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(
        stderr(&output).contains("was not found"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_target_name_is_set_before_connecting() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let target = listener.local_addr().unwrap().to_string();
    let (document, status) = json(&["socket", &target, "--target-name", "host/localhost"]);
    if is_wine() {
        assert_eq!(status, 4);
        assert_eq!(
            document["error"]["system"]["call"],
            "WSASetSocketPeerTargetName"
        );
    }
}

#[test]
fn requests_show_their_sockets() {
    let port = serve(answers);
    let url = format!("http://127.0.0.1:{port}/");
    let (document, status) = json(&["http", &url, "--repeat", "2"]);
    let requests = document["result"]["requests"].as_array().unwrap();
    assert_eq!(requests.len(), 2);
    for request in requests {
        assert_eq!(request["status"], 200);
        assert_eq!(request["bytes"], 3);
    }
    if is_wine() {
        assert_eq!(status, 0);
        assert_eq!(requests[1]["socket"]["destination_port"], port);
        assert_eq!(requests[1]["socket"]["keep_alive"], true);
        assert_eq!(requests[1]["socket"]["lent"], false);
    } else {
        assert!(
            [0, 4].contains(&status),
            "Windows need not tell of the socket"
        );
    }
}

#[test]
fn requests_fail_with_their_causes() {
    for (port, code) in [
        (closed_port(), "ERROR_INTERNET_CANNOT_CONNECT"),
        (serve(closes_at_once), ""),
        (serve(says_nothing), ""),
    ] {
        let url = format!("http://127.0.0.1:{port}/");
        let (document, status) = json(&["http", &url, "--timeout", "2"]);
        assert_eq!(status, 3, "{document:#}");
        let error = &document["result"]["requests"][0]["error"];
        assert_eq!(error["status"], "refused");
        if !code.is_empty() {
            assert_eq!(error["system"]["name"], code);
        }
    }
}

#[test]
fn a_server_that_does_not_speak_tls_is_no_secure_one() {
    let url = format!("https://127.0.0.1:{}/", serve(closes_at_once));
    for insecure in [false, true] {
        let mut arguments = vec!["http", &url, "--timeout", "5"];
        arguments.extend(insecure.then_some("--insecure"));
        let (document, status) = json(&arguments);
        assert_eq!(status, 3, "{document:#}");
        assert!(document["result"]["requests"][0]["status"].is_null());
    }
}

#[test]
fn what_came_in_place_of_http_is_said() {
    // What a server with TLS says to a client without: a fatal alert (RFC 8446, section 6).
    const ALERT: &[u8] = &[0x15, 3, 3, 0, 2, 2, 70];
    for (came, words) in [
        (&b""[..], "closed before a status came"),
        (ALERT, "closed before a status came"),
        (
            b"HTTP/1.1 abc def\r\n\r\n",
            "its status is not a number, and means \"def\"",
        ),
        (b"HTTP/1.1 99 def\r\n\r\n", "99 is not a status"),
        (b"HTTP/1.1\r\n\r\n", "closed before a status came"),
        (b"220 mail.example ESMTP\r\n", "not a status line"),
    ] {
        let url = format!("http://127.0.0.1:{}/", serve(says_and_closes(came)));
        let (document, status) = json(&["http", &url, "--timeout", "5"]);
        assert_eq!(status, 3, "{document:#}");
        let request = &document["result"]["requests"][0];
        assert!(request["status"].is_null(), "{document:#}");
        if is_wine() {
            let message = request["error"]["message"].as_str().unwrap();
            assert!(message.contains("is not one of HTTP"), "{message}");
            assert!(message.contains(words), "{message}");
            let help = request["error"]["help"].to_string();
            assert!(help.contains(&url.replace("http", "https")), "{help}");
        }
    }
}

#[test]
fn what_is_known_is_shown_when_the_time_is_up() {
    let slow = serve(says(
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
    ));
    let url = format!("http://127.0.0.1:{slow}/");
    let (document, status) = json(&["http", &url, "--timeout", "2"]);
    assert_eq!(status, 3);
    let request = &document["result"]["requests"][0];
    assert_eq!(request["status"], 200, "{document:#}");
    // How much of a body a read hands on before the rest has come is the system's business.
    assert!(request["bytes"].as_u64() <= Some(9), "{document:#}");
    assert!(!request["error"].is_null());
    if is_wine() {
        assert_eq!(request["socket"]["destination_port"], slow);
    }
}

#[test]
fn a_circle_of_redirects_is_shown() {
    let answer = "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n";
    let url = format!("http://127.0.0.1:{}/", serve(says(answer)));
    let (document, status) = json(&["http", &url]);
    assert_eq!(status, 3);
    let request = &document["result"]["requests"][0];
    assert_eq!(request["status"], 302, "{document:#}");
    let redirects = request["redirects"].as_array().unwrap();
    assert_eq!(redirects.len(), 10);
    assert_eq!(redirects[9]["to"], format!("{url}again"));
}

#[test]
fn an_unusable_redirect_is_the_servers_mistake() {
    let answer =
        "HTTP/1.1 302 Found\r\nLocation: http://u:secret@h:99999/\r\nContent-Length: 0\r\n\r\n";
    let url = format!("http://127.0.0.1:{}/", serve(says(answer)));
    let (document, status) = json(&["http", &url]);
    assert_eq!(status, 3);
    let error = &document["result"]["requests"][0]["error"];
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("the server redirects to"), "{message}");
    assert!(!document.to_string().contains("secret"), "{document:#}");
}

#[test]
fn a_server_gets_ascii_and_no_secrets() {
    let (sender, heads) = mpsc::channel();
    let port = serve(move |stream| {
        let mut stream = BufReader::new(stream);
        while let Some(head) = head(&mut stream) {
            let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes";
            if sender.send(head).is_err() || stream.get_mut().write_all(answer).is_err() {
                return;
            }
        }
    });
    let url = format!("http://alice:secret@127.0.0.1:{port}/ü/\u{1F600}?ü#ü");
    let (document, _) = json(&["http", &url]);
    assert_eq!(document["result"]["requests"][0]["status"], 200);
    assert!(!document.to_string().contains("secret"), "{document:#}");
    let head = heads.recv().unwrap();
    assert!(
        head.starts_with("GET /%C3%BC/%F0%9F%98%80?%C3%BC HTTP/1.1\r\n"),
        "{head}"
    );
    for secret in ["alice", "secret", "Authorization", "#"] {
        assert!(!head.contains(secret), "{head}");
    }
}

#[test]
fn a_proxy_is_told() {
    let proxy = format!("127.0.0.1:{}", serve(answers));
    // The name is the proxy's to resolve, and it answers whatever it is asked.
    let (document, status) = json(&["http", "http://server.invalid/", "--proxy", &proxy]);
    let request = &document["result"]["requests"][0];
    assert_eq!(request["status"], 200, "{document:#}");
    if is_wine() {
        assert_eq!(status, 0);
        assert_eq!(request["socket"]["proxied"], true);
    }
}

#[test]
fn each_protocol_goes_through_its_proxy() {
    let (open, closed) = (serve(answers), closed_port());
    let through = |https: u16, http: u16| {
        let list = format!("https=127.0.0.1:{https};http=127.0.0.1:{http}");
        let (document, status) = json(&["http", "http://server.invalid/", "--proxy", &list]);
        (document["result"]["requests"][0].clone(), status)
    };
    let (request, status) = through(closed, open);
    assert_eq!(
        (&request["status"], status),
        (&Value::from(200), 0),
        "{request:#}"
    );
    let (request, status) = through(open, closed);
    let name = &request["error"]["system"]["name"];
    assert_eq!(
        (name, status),
        (&Value::from("ERROR_INTERNET_CANNOT_CONNECT"), 3),
        "{request:#}"
    );
}

#[test]
fn a_url_that_is_none_is_a_mistake_of_usage() {
    for url in ["", "nonsense", "ftp://127.0.0.1/", "http://"] {
        let output = run(&["http", url]);
        assert_eq!(output.status.code(), Some(2), "{url}: {}", stderr(&output));
    }
}

#[test]
fn whoever_connects_is_looked_at() {
    let mut command = winsec(&[
        "listen",
        "127.0.0.1:0",
        "--count",
        "1",
        "--timeout",
        "30",
        "--json",
    ]);
    let mut child = start(command.stdout(Stdio::piped()));
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut next = || -> Value { serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap() };
    let listening = next();
    let address = listening["result"]["addresses"][0].as_str().unwrap();
    let stream = TcpStream::connect(address).unwrap();
    let peer = next();
    assert_eq!(peer["result"]["event"], "peer");
    assert_eq!(
        peer["result"]["peer"],
        *stream.local_addr().unwrap().to_string()
    );
    let summary = next();
    assert_eq!(summary["result"]["connections"], 1);
    assert_eq!(
        child.wait().unwrap().code(),
        Some(if is_wine() { 4 } else { 0 })
    );
}

#[test]
fn a_port_in_use_is_said_so() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let output = run(&[
        "listen",
        &listener.local_addr().unwrap().to_string(),
        "--timeout",
        "1",
    ]);
    assert_eq!(output.status.code(), Some(3));
    assert!(
        stderr(&output).contains("nothing can listen"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_report_has_packages_and_a_request_of_this_machine() {
    let (document, status) = json(&["report"]);
    assert_eq!(status, 0);
    let result = &document["result"];
    assert_eq!(result["system"]["emulated"], false);
    assert!(result["system"]["version"].is_string());
    let packages = result["packages"]["found"]["packages"].as_array().unwrap();
    assert!(!packages.is_empty());
    let request = &result["requests"][0]["found"]["requests"][0];
    assert_eq!(request["status"], 200, "{result:#}");
}

#[test]
fn a_report_s_page_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.html");
    let output = run(&["report", "--html", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let page = std::fs::read_to_string(&file).unwrap();
    assert!(page.ends_with("</html>\n"));
    assert!(!page.contains("EMULATED"));
}

#[test]
fn there_is_no_emulator_in_a_build_for_windows() {
    let output = run(&["packages", "--emulate", "demo"]);
    assert_eq!(output.status.code(), Some(4));
    assert!(stderr(&output).contains("has no emulator"));
}

#[test]
fn a_port_is_listened_on_with_both_families() {
    let mut command = winsec(&["listen", "0", "--count", "2", "--timeout", "60", "--json"]);
    let mut child = start(command.stdout(Stdio::piped()));
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut next = || -> Value { serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap() };
    let listening = next();
    check(&schema(), &listening);
    let addresses = listening["result"]["addresses"].as_array().unwrap();
    let addresses: Vec<SocketAddr> = addresses
        .iter()
        .map(|address| address.as_str().unwrap().parse().unwrap())
        .collect();
    assert_eq!(addresses.len(), 2, "{listening:#}");
    assert_eq!(addresses[0].port(), addresses[1].port());
    for address in &addresses {
        let loopback: IpAddr = match address {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        };
        let stream = TcpStream::connect((loopback, address.port())).unwrap();
        let peer = next();
        assert_eq!(
            peer["result"]["peer"],
            *stream.local_addr().unwrap().to_string()
        );
    }
    child.wait().unwrap();
}

#[test]
fn the_address_that_answers_is_found_among_those_of_a_name() {
    // Whatever the hosts file has for the name, only one of the two answers.
    for (here, other) in [("127.0.0.1:0", "[::1]"), ("[::1]:0", "127.0.0.1")] {
        let listener = TcpListener::bind(here).unwrap();
        let address = listener.local_addr().unwrap();
        let target = format!("localhost:{}", address.port());
        let (document, _) = json(&["socket", &target]);
        if document["error"].is_null() {
            let result = &document["result"];
            assert_eq!(result["peer"], *address.to_string(), "{document:#}");
            for told in result["others"].as_array().into_iter().flatten() {
                let told = told["address"].as_str().unwrap();
                assert_eq!(told, format!("{other}:{}", address.port()));
            }
        } else {
            // A hosts file with the other family alone: it is refused, and nothing worse.
            let message = document["error"]["message"].as_str().unwrap();
            assert!(message.contains("refuses the connection"), "{document:#}");
        }
    }
}

#[test]
fn a_watch_ends_when_its_reader_has_gone() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let target = listener.local_addr().unwrap().to_string();
    let listening = ["listen", "127.0.0.1:0"];
    for line in [&["socket", &target, "--watch", "3600"][..], &listening] {
        let mut child = start(winsec(line).stdout(Stdio::piped()));
        let mut first = [0];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let (ended, told) = mpsc::channel();
        let child = Arc::new(Mutex::new(child));
        let waiting = Arc::clone(&child);
        thread::spawn(move || {
            while waiting.lock().unwrap().try_wait().unwrap().is_none() {
                thread::sleep(Duration::from_millis(20));
            }
            ended.send(())
        });
        if told.recv_timeout(PATIENCE).is_err() {
            child.lock().unwrap().kill().unwrap();
            panic!("{line:?} goes on for nobody");
        }
    }
}
