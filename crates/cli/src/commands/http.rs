//! `winsec http`: sends requests with WinINet, and shows the socket behind each.

mod request;
mod show;
mod typed;
mod view;

use std::time::Duration;

use clap::Args;
use winsec_wininet_diag::{Proxy, Session, Url};

use self::request::UnderWay;
pub(crate) use self::show::{show, show_requests};
pub(crate) use self::typed::url;
pub(crate) use self::view::{HttpView, Redirect, RequestView};
use crate::commands::seconds;
use crate::outcome::Outcome;
use crate::output::Output;
use crate::place::Place;
use crate::wait::{self, Next, Work};

/// Send requests with WinINet, and show the socket behind each
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  winsec http http://intranet/ --repeat 3\n  winsec http https://intranet/ --proxy proxy:8080 --insecure"
)]
pub(crate) struct Http {
    /// What to ask for, with http:// or https://; a user name and password in it are not sent
    url: String,
    /// HOST:PORT, http=HOST:PORT;https=HOST:PORT, or system for the configured one
    #[arg(long, value_name = "PROXY", value_parser = typed::proxy)]
    proxy: Option<Proxy>,
    /// Send it so many times over one session
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    repeat: u32,
    /// Accept any certificate: then nobody knows who answers
    #[arg(long)]
    insecure: bool,
    /// Tell a server that asks who you are: log on as the user who runs winsec
    #[arg(long)]
    logon: bool,
    /// How long each request may take
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    timeout: Duration,
}

/// Requests to send, and what to look at.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) url: Url,
    pub(crate) proxy: Proxy,
    pub(crate) repeat: u32,
    pub(crate) insecure: bool,
    pub(crate) logon: bool,
    pub(crate) timeout: Duration,
}

impl Http {
    /// Sends them, and shows each.
    pub(crate) fn run(self, place: &Place, output: &Output) -> Outcome {
        let plan = Plan {
            url: url(&self.url)?,
            proxy: self.proxy.unwrap_or_default(),
            repeat: self.repeat,
            insecure: self.insecure,
            logon: self.logon,
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
    /// Ctrl-C before anything is known: what a request meets on its way is a part of the result.
    pub(crate) fn run(&self, place: &Place) -> Outcome<HttpView> {
        let plan = self.clone();
        let work = Work::start(place, move |sender| {
            let session = Session::options()
                .proxy(plan.proxy.clone())
                .timeout(plan.timeout)
                .automatic_logon(plan.logon)
                .open();
            for number in 1..=plan.repeat {
                let under_way = UnderWay::new(number);
                // If nobody waits any more, nobody wants the result.
                if sender.send(Step::Begun(under_way.clone())).is_err() {
                    return;
                }
                let view = match &session {
                    Ok(session) => under_way.send(session, &plan.url, plan.insecure),
                    Err(error) => under_way.ended(Some((*error).into())),
                };
                let failed = view.error.is_some();
                if sender.send(Step::Ended(Box::new(view))).is_err() || failed {
                    return;
                }
            }
        })?;
        let mut view = HttpView {
            url: self.url.to_string(),
            requests: Vec::new(),
        };
        let mut under_way = UnderWay::new(1);
        loop {
            let number = view.requests.len() + 1;
            let what = format!("request {number} of {} to {}", self.repeat, self.url);
            // WinINet has the same limit for each part of a request; together they may take longer.
            let request = match work.next(Some(self.timeout), &what) {
                Next::Result(Step::Begun(begun)) => {
                    under_way = begun;
                    continue;
                }
                Next::Result(Step::Ended(request)) => *request,
                Next::Ended => return Ok(view),
                Next::TimedOut => under_way.timed_out(&what, self.timeout),
                Next::Interrupted => {
                    let request = under_way.ended(Some(wait::interrupted()));
                    if view.requests.is_empty() && request.status.is_none() {
                        return Err(wait::interrupted());
                    }
                    request
                }
            };
            let failed = request.error.is_some();
            view.requests.push(request);
            if failed {
                return Ok(view);
            }
            under_way = UnderWay::new(number as u32 + 1);
        }
    }
}

/// What is told of a request while it is sent.
#[derive(Debug)]
enum Step {
    /// It begins.
    Begun(UnderWay),
    /// That was it.
    Ended(Box<RequestView>),
}
