//! The connections that a report looks at: those asked for, and some that are always there.

use std::time::Duration;

use winsec_core::TokenAccess;
#[cfg(not(windows))]
use winsec_emulator::scenario::SocketSpec;
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
    timeout: Duration,
}

impl Probes {
    /// What the user asks for.
    pub(super) fn asked(sockets: &[Target], urls: Vec<Url>, timeout: Duration) -> Self {
        let sockets = sockets
            .iter()
            .map(|target| (target.to_string(), target.clone()));
        let requests = urls.into_iter().map(|url| (url.to_string(), url));
        Self {
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
            let target = Target {
                host: address.ip().to_string(),
                port: address.port(),
            };
            self.sockets.push((about.to_owned(), target));
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
            let outwards = spec.kind == SocketSpec::tcp4().kind && spec.local.is_none();
            let Some(peer) = spec.remote.filter(|_| outwards) else {
                continue;
            };
            let about = rule.name().map_or_else(|| peer.to_string(), str::to_owned);
            let target = Target {
                host: peer.ip().to_string(),
                port: peer.port(),
            };
            self.sockets.push((about, target));
        }
        self.sockets.truncate(UNASKED);
        for server in &scenario.servers {
            // Without a page, it is a server of something else than the web.
            let Some(page) = server.pages.first() else {
                continue;
            };
            let url = match (server.secure, server.port) {
                (false, 80) => format!("http://{}{}", server.host, page.path),
                (true, 443) => format!("https://{}{}", server.host, page.path),
                (false, port) => format!("http://{}:{port}{}", server.host, page.path),
                (true, port) => format!("https://{}:{port}{}", server.host, page.path),
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
        all(&self.sockets, look)
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
        all(&self.requests, send)
    }
}

fn all<A, T>(probes: &[(String, A)], look: impl Fn(&A) -> Outcome<T>) -> Outcome<Vec<Probed<T>>> {
    probes
        .iter()
        .map(|(about, probe)| {
            Ok(Probed {
                about: about.clone(),
                section: Section::of(look(probe))?,
            })
        })
        .collect()
}
