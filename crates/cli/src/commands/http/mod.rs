//! `winsec http`: sends requests with WinINet, and shows the socket behind each.

mod request;
mod show;
mod view;

use std::time::Duration;

use clap::Args;
use winsec_wininet_diag::{Proxy, Session, Url};

pub(crate) use self::show::{show, show_requests};
pub(crate) use self::view::{HttpView, RequestView};
use crate::commands::seconds;
use crate::net::Target;
use crate::outcome::{Failure, Outcome, Status};
use crate::output::Output;
use crate::place::Place;
use crate::wait::{self, Next, Work};

/// Send requests with WinINet, and show the socket behind each
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  winsec http http://intranet/ --repeat 3\n  winsec http https://intranet/ --proxy proxy:8080 --insecure"
)]
pub(crate) struct Http {
    /// What to ask for, with http:// or https://
    url: String,
    /// HOST:PORT, or system for the configured one
    #[arg(long, value_name = "PROXY", value_parser = proxy)]
    proxy: Option<Proxy>,
    /// Send it so many times over one session
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    repeat: u32,
    /// Accept any certificate: then nobody knows who answers
    #[arg(long)]
    insecure: bool,
    /// How long each request may take
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    timeout: Duration,
}

/// Requests to send, and what to look at.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) url: String,
    pub(crate) proxy: Proxy,
    pub(crate) repeat: u32,
    pub(crate) insecure: bool,
    pub(crate) timeout: Duration,
}

fn proxy(text: &str) -> Result<Proxy, String> {
    if text == "system" {
        return Ok(Proxy::Configured);
    }
    let target: Target = text.parse()?;
    Ok(Proxy::Named {
        servers: target.to_string(),
        // WinINet goes past a proxy for the local machine, unless this is said.
        bypass: "<-loopback>".to_owned(),
    })
}

impl Http {
    /// Sends them, and shows each.
    pub(crate) fn run(self, place: &Place, output: &Output) -> Outcome {
        let plan = Plan {
            url: self.url,
            proxy: self.proxy.unwrap_or_default(),
            repeat: self.repeat,
            insecure: self.insecure,
            timeout: self.timeout,
        };
        let view = plan.run(place)?;
        let status = view.status();
        output.print(place, &view, show)?;
        Ok(status)
    }
}

impl Plan {
    /// Sends the requests one after the other; one that fails, or that Ctrl-C ends, is the last.
    ///
    /// # Errors
    ///
    /// The URL is none, or Ctrl-C before anything is known: what a request meets on its way is a
    /// part of the result.
    pub(crate) fn run(&self, place: &Place) -> Outcome<HttpView> {
        let url = self.parse()?;
        let plan = self.clone();
        let work = Work::start(place, move |sender| {
            let session = Session::options()
                .proxy(plan.proxy.clone())
                .timeout(plan.timeout)
                .open();
            let session = match session {
                Ok(session) => session,
                Err(error) => {
                    // If nobody waits any more, nobody wants the result.
                    let _ = sender.send(RequestView::failed(1, error.into()));
                    return;
                }
            };
            for number in 1..=plan.repeat {
                let view = request::send(&session, &url, number, plan.insecure);
                let failed = view.error.is_some();
                if sender.send(view).is_err() || failed {
                    break;
                }
            }
        })?;
        let mut view = HttpView {
            url: self.url.clone(),
            requests: Vec::new(),
        };
        for number in 1..=self.repeat {
            let what = format!("request {number} of {} to {}", self.repeat, self.url);
            // WinINet has the same limit for each part of a request; together they may take longer.
            let request = match work.next(Some(self.timeout), &what) {
                Next::Result(request) => request,
                Next::Ended => break,
                Next::TimedOut => RequestView::failed(number, wait::timed_out(&what, self.timeout)),
                Next::Interrupted if view.requests.is_empty() => return Err(wait::interrupted()),
                Next::Interrupted => RequestView::failed(number, wait::interrupted()),
            };
            let failed = request.error.is_some();
            view.requests.push(request);
            if failed {
                break;
            }
        }
        Ok(view)
    }

    fn parse(&self) -> Outcome<Url> {
        self.url.parse::<Url>().map_err(|error| {
            let mut failure = Failure::from(error);
            if failure.status == Status::Usage {
                failure.message = format!("{} is not a URL of a web server", self.url);
                failure.help = vec![format!("write it as http://{}/", bare(&self.url))];
            }
            failure
        })
    }
}

/// A guess at the host that was meant.
fn bare(url: &str) -> &str {
    let rest = url.rsplit("://").next().unwrap_or(url);
    match rest.split('/').next() {
        Some(host) if !host.is_empty() => host,
        _ => "server",
    }
}
