//! URLs, taken apart by the system.

use winsec_wininet_diag::{Call, Error, ErrorKind, Scheme, TextError, Url};

use crate::common::{Lab, Manner, Setup, kind};
use crate::wine::Difference;

use Scheme::{Http, Https};

fn parse(text: &str) -> Result<Url, Error> {
    text.parse()
}

#[test]
fn each_part_is_found() {
    let _lab = Lab::new(Setup::http(Manner::Answers));
    let table = [
        ("http://h/", Http, "h", 80, "/"),
        ("https://h/", Https, "h", 443, "/"),
        ("http://h", Http, "h", 80, "/"),
        ("HTTP://H.example/", Http, "H.example", 80, "/"),
        ("http://h:8080/a/b", Http, "h", 8080, "/a/b"),
        ("https://h:80/", Https, "h", 80, "/"),
        ("http://h/?q", Http, "h", 80, "/?q"),
        ("http://h/a?b=c&d", Http, "h", 80, "/a?b=c&d"),
        ("http://h/a#part", Http, "h", 80, "/a"),
        ("http://h/a?b#part", Http, "h", 80, "/a?b"),
        ("http://h/a%20b", Http, "h", 80, "/a%20b"),
        ("http://user@h/", Http, "h", 80, "/"),
        ("http://user:secret@h:81/a", Http, "h", 81, "/a"),
        ("http://127.0.0.1:65535/", Http, "127.0.0.1", 65_535, "/"),
        ("http://h/ü", Http, "h", 80, "/ü"),
    ];
    for (text, scheme, host, port, resource) in table {
        let url = parse(text).unwrap();
        let parts = (url.scheme(), url.host(), url.port(), url.resource());
        assert_eq!(parts, (scheme, host, port, resource), "{text}");
    }
}

#[test]
fn an_address_of_ipv6_stands_in_brackets() {
    let _lab = Lab::new(Setup::http(Manner::Answers));
    let url = parse("http://[2001:db8::7]:8080/a").unwrap();
    assert_eq!((url.host(), url.port()), ("[2001:db8::7]", 8080));
    assert_eq!(url.to_string(), "http://[2001:db8::7]:8080/a");
}

#[test]
fn an_address_of_ipv6_needs_no_port() {
    let _lab = Lab::new(Setup::http(Manner::Answers));
    let url = parse("http://[::1]/");
    let failure = url.as_ref().err().map(Error::kind);
    Difference::Ipv6WithoutPort.check(failure);
    if let Ok(url) = url {
        assert_eq!((url.host(), url.port()), ("[::1]", 80));
    }
}

#[test]
fn a_query_needs_no_path() {
    let _lab = Lab::new(Setup::http(Manner::Answers));
    assert_eq!(parse("http://h?q").unwrap().resource(), "/?q");
    assert_eq!(parse("http://h#part").unwrap().resource(), "/");
}

#[test]
fn what_is_printed_is_the_same_again() {
    let _lab = Lab::new(Setup::http(Manner::Answers));
    for text in ["http://h/", "https://h:80/a?b"] {
        let url = parse(text).unwrap();
        assert_eq!(parse(&url.to_string()).unwrap(), url, "{url}");
    }
    let secret = parse("http://user:secret@h/a#b").unwrap();
    assert_eq!(secret.to_string(), "http://h:80/a");
}

#[test]
fn what_is_not_of_http_is_refused() {
    let _lab = Lab::new(Setup::http(Manner::Answers));
    for text in [
        "h",
        "h/a",
        "//h/a",
        "/a",
        "1://h/",
        "ftp://h/",
        "file:///c:/a",
        "mailto:a@h",
        "fancy://h/",
        "http:",
        "http://",
        "http:///a",
    ] {
        let error = parse(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidUrl, "{text}: {error}");
        assert_eq!(error.call(), Call::CrackUrl);
        assert!(
            error.to_string().contains("write it as http://host/"),
            "{error}"
        );
    }
}

#[test]
fn what_cannot_be_passed_reaches_nobody() {
    let lab = Lab::new(Setup::http(Manner::Answers));
    assert_eq!(kind(parse("")), ErrorKind::InvalidText(TextError::Empty));
    for (text, position) in [("http://h\0/", 8), ("http://h/\0", 9), ("\0", 0)] {
        let error = parse(text).unwrap_err();
        let nul = TextError::InteriorNul { position };
        assert_eq!(error.kind(), ErrorKind::InvalidText(nul));
        assert_eq!(error.code(), None);
        let source = std::error::Error::source(&error).unwrap();
        assert_eq!(source.to_string(), nul.to_string());
        assert!(error.to_string().contains(&nul.to_string()), "{error}");
    }
    lab.nothing_was_called();
}
