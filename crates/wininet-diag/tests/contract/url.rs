//! URLs, taken apart as the URL standard has it, without asking the system.

use winsec_wininet_diag::{Error, ErrorKind, Scheme, Url, UrlError, redact};

use Scheme::{Http, Https};

fn parse(text: &str) -> Result<Url, Error> {
    text.parse()
}

#[track_caller]
fn fault(text: &str) -> UrlError {
    let error = parse(text).expect_err(text);
    assert_eq!(error.code(), None);
    let ErrorKind::InvalidUrl(fault) = error.kind() else {
        panic!("{text}: {error}");
    };
    assert!(error.to_string().contains(&fault.to_string()), "{error}");
    let io = std::io::Error::from(error);
    assert_eq!(io.kind(), std::io::ErrorKind::InvalidInput);
    fault
}

#[test]
fn each_part_is_found() {
    let table = [
        ("http://h/", Http, "h", 80, "/"),
        ("https://h/", Https, "h", 443, "/"),
        ("http://h", Http, "h", 80, "/"),
        ("HTTP://H.example/", Http, "h.example", 80, "/"),
        ("http://h:8080/a/b", Http, "h", 8080, "/a/b"),
        ("https://h:80/", Https, "h", 80, "/"),
        ("http://h:/", Http, "h", 80, "/"),
        ("http://h/?q", Http, "h", 80, "/?q"),
        ("http://h?q", Http, "h", 80, "/?q"),
        ("http://h#part", Http, "h", 80, "/"),
        ("http://h/a?b=c&d", Http, "h", 80, "/a?b=c&d"),
        ("http://h/a?b#part", Http, "h", 80, "/a?b"),
        ("http://h/a%20b%zz", Http, "h", 80, "/a%20b%zz"),
        ("http://h/a/../b", Http, "h", 80, "/b"),
        ("http://user@h/", Http, "h", 80, "/"),
        ("http://user:secret@h:81/a", Http, "h", 81, "/a"),
        ("http://127.0.0.1:65535/", Http, "127.0.0.1", 65_535, "/"),
        ("http://[::1]/", Http, "[::1]", 80, "/"),
        ("http://[2001:db8::7]:81/a", Http, "[2001:db8::7]", 81, "/a"),
        // As browsers read it.
        (r"http:\\h\a", Http, "h", 80, "/a"),
        ("http:/h", Http, "h", 80, "/"),
        ("http://0x7f.1/", Http, "127.0.0.1", 80, "/"),
    ];
    for (text, scheme, host, port, resource) in table {
        let url = parse(text).unwrap();
        let parts = (url.scheme(), url.host(), url.port(), url.resource());
        assert_eq!(parts, (scheme, host, port, resource), "{text}");
    }
}

#[test]
fn other_letters_than_asciis_are_sent_as_utf_8_and_by_idna() {
    // The bytes of UTF-8: ü is C3 BC, € is E2 82 AC, 😀 is F0 9F 98 80. The names are examples of
    // RFC 3492 and of the URL standard.
    for (text, host, resource) in [
        ("http://h/ü?ü", "h", "/%C3%BC?%C3%BC"),
        ("http://h/€/😀", "h", "/%E2%82%AC/%F0%9F%98%80"),
        ("http://bücher.example/", "xn--bcher-kva.example", "/"),
        ("http://BÜCHER.example/", "xn--bcher-kva.example", "/"),
        ("http://faß.example/", "xn--fa-hia.example", "/"),
        ("http://ｈｏｓｔ。example/", "host.example", "/"),
        (
            "http://h/a b\"<>?c d\"<>",
            "h",
            "/a%20b%22%3C%3E?c%20d%22%3C%3E",
        ),
    ] {
        let url = parse(text).unwrap();
        assert_eq!((url.host(), url.resource()), (host, resource), "{text}");
        assert!(url.to_string().is_ascii());
    }
}

#[test]
fn what_is_printed_is_the_same_again() {
    for (text, printed) in [
        ("http://h", "http://h/"),
        ("https://h:80/a?b#c", "https://h:80/a?b"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("http://user:secret@h:81/a#b", "http://***@h:81/a"),
        ("http://:secret@h/", "http://***@h/"),
        ("http://us%40er@h/", "http://***@h/"),
    ] {
        let url = parse(text).unwrap();
        assert_eq!(url.to_string(), printed);
        assert_eq!(parse(printed).unwrap(), url, "{printed}");
        assert_eq!(format!("{url:?}"), format!("Url({printed})"));
    }
}

#[test]
fn what_is_not_of_http_is_refused() {
    for (text, expected) in [
        ("", UrlError::Empty),
        ("h", UrlError::NoScheme),
        ("h/a", UrlError::NoScheme),
        ("//h/a", UrlError::NoScheme),
        ("/a", UrlError::NoScheme),
        ("https//h/", UrlError::NoScheme),
        ("1://h/", UrlError::NoScheme),
        ("h:8080", UrlError::OtherScheme),
        ("ftp://h/", UrlError::OtherScheme),
        ("file:///c:/a", UrlError::OtherScheme),
        ("mailto:a@h", UrlError::OtherScheme),
        ("fancy://h/", UrlError::OtherScheme),
        ("http:", UrlError::NoHost),
        ("http://", UrlError::NoHost),
        ("http://:80/", UrlError::NoHost),
        ("http://user@/", UrlError::NoHost),
        ("http://a b/", UrlError::Host),
        ("http://a%00b/", UrlError::Host),
        ("http://[::1/", UrlError::Host),
        ("http://[fe80::1%25eth0]/", UrlError::Host),
        ("http://1.2.3.256/", UrlError::Host),
        ("http://xn--a/", UrlError::Host),
    ] {
        assert_eq!(fault(text), expected, "{text}");
    }
}

#[test]
fn a_port_is_taken_as_it_is_or_not_at_all() {
    // In 16 bits, each of them would be another port, or the scheme's own.
    for port in [
        "109655",
        "-21417",
        "44119x",
        "65536",
        "0",
        "00",
        "4294967376",
        "+80",
        " 80",
    ] {
        assert_eq!(
            fault(&format!("http://h:{port}/")),
            UrlError::Port,
            "{port}"
        );
    }
}

#[test]
fn control_characters_are_refused_wherever_they_stand() {
    for control in (0..0x20).chain([0x7F]).map(char::from) {
        for (before, after) in [
            ("", "http://h/"),
            ("ht", "tp://h/"),
            ("http://h", "st/"),
            ("http://h:8", "0/"),
            ("http://h/a", "b"),
            ("http://h/?a", "b"),
            ("http://ü/#a", ""),
        ] {
            let text = format!("{before}{control}{after}");
            let position = before.chars().count();
            let expected = UrlError::ControlCharacter { position };
            assert_eq!(fault(&text), expected, "{text:?}");
        }
    }
}

#[test]
fn a_reference_is_read_from_the_urls_own_place() {
    let url = parse("http://user:secret@h:81/a/b?c").unwrap();
    for (reference, expected) in [
        ("d", "http://h:81/a/d"),
        ("/d", "http://h:81/d"),
        ("?d", "http://h:81/a/b?d"),
        ("//other/", "http://other/"),
        ("https://eve:secret@other/", "https://***@other/"),
        ("", "http://h:81/a/b?c"),
        ("#d", "http://h:81/a/b?c"),
    ] {
        assert_eq!(url.join(reference).unwrap().to_string(), expected);
    }
    for (reference, expected) in [
        ("javascript:alert(1)", UrlError::OtherScheme),
        ("http://h:99999/", UrlError::Port),
        ("http://", UrlError::NoHost),
        ("/a\r\nb", UrlError::ControlCharacter { position: 2 }),
    ] {
        let error = url.join(reference).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidUrl(expected));
    }
}

#[test]
fn what_may_be_a_secret_is_not_shown() {
    for (text, shown) in [
        ("h", "h"),
        ("http://h:99999/", "http://h:99999/"),
        ("http://alice:secret@h:99999/", "http://***@h:99999/"),
        ("HTTPS:\\\\alice:secret@h h/", "HTTPS:\\\\***@h h/"),
        ("http//alice:secret@h/", "http//***@h/"),
        ("http:/alice:secret@h/", "***@h/"),
        ("ftp://alice:secret@h/", "ftp://***@h/"),
        ("alice:secret@h", "***@h"),
        ("http://alice:se/cr?et@h/", "http://***@h/"),
        ("http://alice:s@cret@h/", "http://***@h/"),
        ("http=alice:secret@h:1;https=bob:secret@h:2", "***@h:2"),
        ("//alice:secret@h", "//***@h"),
        ("@", "***@"),
    ] {
        assert_eq!(redact(text), shown, "{text}");
    }
}
