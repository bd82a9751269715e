//! The connections that a report looks at: those asked for, and some that are always there.

#[cfg(not(windows))]
use std::net::Ipv6Addr;
use std::time::Duration;

use winsec_core::TokenAccess;
#[cfg(not(windows))]
use winsec_emulator::scenario::{SocketFacts, SocketSpec};
use winsec_wininet_diag::{Proxy, Url};

use super::view::{Probed, Section};
use crate::commands::http::{HttpView, Plan};
use crate::commands::socket::{Probe, Question, SocketView};
use crate::net::Target;
use crate::outcome::{Outcome, Status};
use crate::place::Place;
use crate::wait;

/// How often each URL is asked for: the second request shows whether connections are kept.
const REPEAT: u32 = 2;

/// How many connections of a scenario are looked at unasked.
#[cfg(not(windows))]
const UNASKED: usize = 8;

/// The connections to look at.
#[derive(Debug)]
pub(super) struct Probes {
    sockets: Vec<(String, Target)>,
    requests: Vec<(String, Url)>,
    /// How many sockets and requests the user asks for: the first ones.
    asked: (usize, usize),
    timeout: Duration,
}

impl Probes {
    /// What the user asks for.
    pub(super) fn asked(sockets: &[Target], urls: Vec<Url>, timeout: Duration) -> Self {
        let asked = (sockets.len(), urls.len());
        let sockets = sockets
            .iter()
            .map(|target| (target.to_string(), target.clone()));
        let requests = urls.into_iter().map(|url| (url.to_string(), url));
        Self {
            asked,
            sockets: sockets.collect(),
            requests: requests.collect(),
            timeout,
        }
    }

    /// Adds a server on this machine's loopback, which needs no network.
    #[cfg(windows)]
    pub(super) fn add_unasked(&mut self, _place: &Place) {
        if let Ok(address) = super::loopback::serve() {
            let about = "this machine's loopback";
            self.sockets.push((about.to_owned(), address.into()));
            let url = format!("http://{address}/");
            let url = url.parse().expect("an address makes a URL");
            self.requests.push((about.to_owned(), url));
        }
    }

    /// Adds what the scenario has.
    #[cfg(not(windows))]
    pub(super) fn add_unasked(&mut self, place: &Place) {
        let Place::Emulated(emulated) = place else {
            return;
        };
        let scenario = emulated.scenario();
        for rule in &scenario.sockets {
            let spec = rule.spec();
            // With an address on this side, it is somebody who connects to us.
            let outwards = SocketFacts {
                family: spec.family,
                kind: SocketSpec::tcp4().kind,
                protocol: spec.protocol,
                state: spec.state,
                local: None,
                remote: spec.remote,
            };
            let outwards = rule.matches(&outwards);
            let Some(peer) = spec.remote.filter(|_| outwards) else {
                continue;
            };
            let about = rule.name().map_or_else(|| peer.to_string(), str::to_owned);
            self.sockets.push((about, peer.into()));
        }
        self.sockets.truncate(UNASKED);
        for server in &scenario.servers {
            // Without a page, it is a server of something else than the web.
            let Some(page) = server.pages.first() else {
                continue;
            };
            let host = match server.host.parse::<Ipv6Addr>() {
                Ok(ip) => format!("[{ip}]"),
                Err(_) => server.host.clone(),
            };
            let url = match (server.secure, server.port) {
                (false, 80) => format!("http://{host}{}", page.path),
                (true, 443) => format!("https://{host}{}", page.path),
                (false, port) => format!("http://{host}:{port}{}", page.path),
                (true, port) => format!("https://{host}:{port}{}", page.path),
            };
            // A scenario may have servers that no URL can name.
            if let Ok(url) = url.parse() {
                self.requests.push((server.host.clone(), url));
            }
        }
        self.requests.truncate(UNASKED);
    }

    /// Looks at the sockets.
    pub(super) fn sockets(&self, place: &Place) -> Outcome<Vec<Probed<SocketView>>> {
        let look = |target: &Target| {
            let probe = Probe {
                target: target.clone(),
                principal: None,
                require: Vec::new(),
                question: Question {
                    tokens: TokenAccess::QUERY,
                    ..Question::plain(self.timeout)
                },
            };
            let connection = probe.connect(place)?;
            Ok(probe.look(place, connection)?.0)
        };
        all(&self.sockets, self.asked.0, look)
    }

    /// Sends the requests.
    pub(super) fn requests(&self, place: &Place) -> Outcome<Vec<Probed<HttpView>>> {
        let send = |url: &Url| {
            let plan = Plan {
                url: url.clone(),
                proxy: Proxy::default(),
                repeat: REPEAT,
                insecure: false,
                logon: false,
                timeout: self.timeout,
            };
            let view = plan.run(place)?;
            // Half a report is none.
            match view.status() {
                Status::Interrupted => Err(wait::interrupted()),
                _ => Ok(view),
            }
        };
        all(&self.requests, self.asked.1, send)
    }
}

/// Looks at all of them, of which so many were asked for.
fn all<A, T>(
    probes: &[(String, A)],
    asked: usize,
    look: impl Fn(&A) -> Outcome<T>,
) -> Outcome<Vec<Probed<T>>> {
    probes
        .iter()
        .enumerate()
        .map(|(at, (about, probe))| {
            Ok(Probed {
                about: about.clone(),
                asked: at < asked,
                section: Section::of(look(probe))?,
            })
        })
        .collect()
}
