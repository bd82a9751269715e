//! URLs and proxies as people type them, and what to say of those that are none.

use std::net::Ipv6Addr;

use winsec_wininet_diag::{ErrorKind, Proxy, Url, UrlError, redact};

use crate::net::Target;
use crate::outcome::{Failure, Outcome};

/// Reads a URL that the user has typed.
pub(crate) fn url(text: &str) -> Outcome<Url> {
    text.parse::<Url>().map_err(|error| {
        let ErrorKind::InvalidUrl(fault) = error.kind() else {
            return error.into();
        };
        let failure = match fault {
            UrlError::Empty => Failure::usage("the URL is missing"),
            _ => Failure::usage(format!(
                "{} is not a URL of a web server: {fault}",
                redact(text)
            )),
        };
        failure.help(advice(text, fault))
    })
}

/// What to type instead.
fn advice(text: &str, fault: UrlError) -> String {
    let guess = guess(text);
    match fault {
        _ if guess.parse::<Url>().is_ok() => format!("write it as {}", redact(&guess)),
        UrlError::Port => "a port is a number from 1 to 65535; without one, http:// means 80 and \
             https:// means 443"
            .to_owned(),
        UrlError::Host => {
            "a host is a name, an address of IPv4, or an address of IPv6 in brackets, \
             without a zone"
                .to_owned()
        }
        _ => "write it as http://server/ or https://server/".to_owned(),
    }
}

/// What was probably meant; it need not be a URL either.
fn guess(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_ascii_control()).collect();
    let letters = text.find(|c: char| !c.is_ascii_alphanumeric());
    let (head, tail) = text.split_at(letters.unwrap_or(text.len()));
    let head = head.to_ascii_lowercase();
    let near = |scheme| strsim::osa_distance(&head, scheme) <= 1;
    // Colons behind the slashes are of an address.
    let rest = tail
        .trim_start_matches([':', ';'])
        .trim_start_matches(['/', '\\']);
    // `ftp://` is somebody's scheme, `https//` and `http;//` are HTTP's, and `server:80/` has none.
    let separator = &tail[..tail.len() - rest.len()];
    let slashes = separator.trim_start_matches([':', ';']).len();
    let has_scheme = separator.starts_with("://")
        || (near("http") || near("https")) && (slashes > 0 || separator.starts_with([':', ';']));
    let (secure, rest) = if has_scheme {
        (head.ends_with('s'), rest)
    } else {
        let host = |text: &str| {
            text.split(['/', '?', '#'])
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        let rest = match host(&text).parse::<Ipv6Addr>() {
            Ok(_) => &*text,
            Err(_) => text.trim_start_matches([':', '/', '\\']),
        };
        let host = host(rest);
        (host.ends_with(":443"), rest)
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let scheme = if secure { "https" } else { "http" };
    match host.parse::<Ipv6Addr>() {
        Ok(address) => format!("{scheme}://[{address}]{path}"),
        Err(_) => format!("{scheme}://{host}{path}"),
    }
}

/// Reads a proxy, or a list of proxies by protocol, in any of the forms that Windows' own settings
/// take.
pub(super) fn proxy(text: &str) -> Result<Proxy, String> {
    if text == "system" {
        return Ok(Proxy::Configured);
    }
    if text.contains('@') {
        return Err(
            "a proxy's user and password cannot be given; write HOST:PORT alone".to_owned(),
        );
    }
    let mut servers: Vec<String> = Vec::new();
    let mut protocols: Vec<String> = Vec::new();
    for entry in text.split([';', ' ']).filter(|entry| !entry.is_empty()) {
        let (protocol, address) = match entry.split_once('=') {
            Some((protocol, address)) => (format!("{}=", protocol.to_ascii_lowercase()), address),
            None => (String::new(), entry),
        };
        if !matches!(&*protocol, "" | "http=" | "https=") {
            return Err(format!(
                "{protocol} is of no use here: a request goes through the proxy of http= or of https="
            ));
        }
        if protocols.contains(&protocol) {
            return Err(match &*protocol {
                "" => "two proxies for everything; give one, or one for http= and one for https="
                    .to_owned(),
                _ => format!("two proxies for {protocol}; give one"),
            });
        }
        servers.push(format!("{protocol}{}", proxy_address(address)?));
        protocols.push(protocol);
    }
    if servers.is_empty() {
        return Err(
            "the proxy is missing; write HOST:PORT, or system for the configured one".to_owned(),
        );
    }
    Ok(Proxy::Named {
        servers: servers.join(" "),
        // WinINet goes past a proxy for the local machine, unless this is said.
        bypass: "<-loopback>".to_owned(),
    })
}

fn proxy_address(text: &str) -> Result<Target, String> {
    let address = match text.split_once("://") {
        Some((scheme, address)) if scheme.eq_ignore_ascii_case("http") => address,
        Some((scheme, _)) => {
            return Err(format!(
                "a proxy is spoken to by HTTP, not by {scheme}; write HOST:PORT"
            ));
        }
        None => text,
    };
    let address = address.trim_end_matches('/');
    let (host, port) = match address.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (address, None),
    };
    match (host, port) {
        ("", _) => Err("the proxy's host is missing; write proxy:8080, for example".to_owned()),
        (_, None | Some("")) => Err(format!(
            "the proxy's port is missing; write {host}:8080, for example"
        )),
        _ => address.parse(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn help(text: &str) -> String {
        let failure = url(text).expect_err(text);
        assert_eq!(failure.status, crate::outcome::Status::Usage);
        assert!(!failure.message.contains("secret"), "{}", failure.message);
        failure.help.join("\n")
    }

    #[test]
    fn a_mistyped_url_is_mended() {
        for (typed, meant) in [
            ("https//h/", "https://h/"),
            ("http//h/", "http://h/"),
            ("htp://h/", "http://h/"),
            ("htps://h/a?b", "https://h/a?b"),
            ("httpss://h/", "https://h/"),
            ("http;//h/", "http://h/"),
            ("ttp://h", "http://h"),
            ("h", "http://h"),
            ("h/a", "http://h/a"),
            ("//h/a", "http://h/a"),
            ("://h/a", "http://h/a"),
            ("www.h.example", "http://www.h.example"),
            ("h:8080/a", "http://h:8080/a"),
            ("localhost:8080", "http://localhost:8080"),
            ("h:443/a", "https://h:443/a"),
            ("ftp://h/a", "http://h/a"),
            ("wss://h/a", "https://h/a"),
            ("127.0.0.1:80", "http://127.0.0.1:80"),
            ("::1", "http://[::1]"),
            ("http://::1/a", "http://[::1]/a"),
            ("http://h/\tb", "http://h/b"),
            ("\u{7f}h", "http://h"),
            ("https//alice:secret@h/", "https://***@h/"),
            ("alice:secret@h/", "http://***@h/"),
        ] {
            assert_eq!(help(typed), format!("write it as {meant}"), "{typed:?}");
        }
    }

    #[test]
    fn what_cannot_be_mended_is_explained() {
        for (typed, part) in [
            ("", "http://server/"),
            ("http://", "http://server/"),
            ("https:", "http://server/"),
            ("http://h:109655/", "1 to 65535"),
            ("http://alice:secret@h:-1/", "1 to 65535"),
            ("http://h h/", "a host is a name"),
            ("http://[fe80::1%25eth0]/", "without a zone"),
        ] {
            assert!(help(typed).contains(part), "{typed}: {}", help(typed));
        }
    }

    #[test]
    fn proxies_are_taken_in_windows_own_forms() {
        for (typed, servers) in [
            ("proxy:8080", "proxy:8080"),
            ("http://proxy:8080/", "proxy:8080"),
            ("[::1]:8080", "[::1]:8080"),
            ("http=a:1;https=b:2", "http=a:1 https=b:2"),
            ("HTTPS=b:2 http=http://a:1", "https=b:2 http=a:1"),
            ("https=b:2; c:3;", "https=b:2 c:3"),
        ] {
            let Ok(Proxy::Named { servers: read, .. }) = proxy(typed) else {
                panic!("{typed}");
            };
            assert_eq!(read, servers, "{typed}");
        }
        assert_eq!(proxy("system"), Ok(Proxy::Configured));
    }

    #[test]
    fn a_proxy_that_is_none_is_refused_with_the_reason() {
        for (typed, part) in [
            ("", "the proxy is missing; write HOST:PORT"),
            (" ; ", "the proxy is missing"),
            ("proxy", "port is missing; write proxy:8080"),
            ("proxy:", "port is missing; write proxy:8080"),
            ("http://proxy/", "port is missing; write proxy:8080"),
            ("[::1]", "port is missing; write [::1]:8080"),
            ("http=", "host is missing"),
            (":8080", "host is missing"),
            ("proxy:0", "1 to 65535"),
            ("proxy:65536", "1 to 65535"),
            ("https://proxy:443", "not by https"),
            ("socks=a:1", "socks= is of no use here"),
            ("http=a:1;ftp=b:2", "ftp= is of no use here"),
            ("http=a:1;http=b:2", "two proxies for http="),
            ("a:1 b:2", "two proxies for everything"),
            ("user:secret@a:1", "user and password cannot be given"),
        ] {
            let error = proxy(typed).unwrap_err();
            assert!(error.contains(part), "{typed}: {error}");
            assert!(!error.contains("secret"), "{error}");
        }
    }
}
