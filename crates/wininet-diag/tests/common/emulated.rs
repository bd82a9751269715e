//! The harness where there is no Windows: a world of the emulator, entered by the test's thread.

use winsec_emulator::scenario::{Behaviour, Certificate, Connect, Page, Proxy, Scenario, Server};
use winsec_emulator::{Call, Entered, Kind, World};

use super::{BODY, ELSEWHERE, Manner, PART, Setup};

const HOST: &str = "127.0.0.1";
const PORT: u16 = 8080;
const PROXY_PORT: u16 = 3128;

/// One test's world. Its books are balanced when it goes.
pub struct Lab {
    pub world: World,
    setup: Setup,
    _entered: Entered,
}

impl Lab {
    pub fn new(setup: Setup) -> Self {
        Self::on(Scenario::new(), setup)
    }

    /// A world that has the servers of a setup, and more.
    pub fn on(scenario: Scenario, setup: Setup) -> Self {
        Self::with(scenario, setup, |server| server)
    }

    /// A world whose server is changed.
    pub fn with(scenario: Scenario, setup: Setup, change: impl FnOnce(Server) -> Server) -> Self {
        let scenario = scenario.server(change(server(setup)));
        let scenario = if setup.proxied {
            scenario.proxy(Proxy::new(HOST, PROXY_PORT))
        } else {
            scenario
        };
        let world = World::new(scenario);
        let entered = world.enter();
        Self {
            world,
            setup,
            _entered: entered,
        }
    }

    pub const fn setup(&self) -> Setup {
        self.setup
    }

    /// The server's port.
    pub const fn port(&self) -> u16 {
        PORT
    }

    /// The proxy's port.
    pub const fn proxy(&self) -> Option<u16> {
        if self.setup.proxied {
            Some(PROXY_PORT)
        } else {
            None
        }
    }

    /// Nothing to check here: no packets travel.
    pub fn made_one_connection(&self) {}

    /// Checks that every handle was closed, once, and after those that were made from it.
    #[track_caller]
    pub fn audit(&self) {
        for kind in [Kind::Session, Kind::Connection, Kind::Request] {
            assert_eq!(self.world.outstanding(kind), 0, "{kind:?}");
        }
        if let Err(audit) = self.world.audit() {
            panic!("{audit}");
        }
    }

    /// Checks that the books tell of a misuse, with these words.
    #[track_caller]
    pub fn finds_misuse(&self, words: &str) {
        let audit = self.world.audit().expect_err("something was misused");
        assert!(audit.to_string().contains(words), "{audit}");
    }

    /// Checks that nothing was called.
    #[track_caller]
    pub fn nothing_was_called(&self) {
        for call in Call::ALL {
            assert_eq!(self.world.calls(*call), 0, "{}", call.name());
        }
    }
}

fn server(setup: Setup) -> Server {
    let server = if setup.secure {
        Server::https(HOST, PORT).certificate(Certificate::UnknownIssuer)
    } else {
        Server::http(HOST, PORT)
    };
    let page = Page::new("/page?query", "x".repeat(BODY));
    match setup.manner {
        Manner::Answers => server.page(page),
        Manner::AnswersOnce => server.page(page).closing(),
        Manner::ClosesEarly => server.page(page.behaviour(Behaviour::ClosesAtOnce)),
        Manner::ClosesInBody => server.page(page.behaviour(Behaviour::ClosesAfter(PART))),
        Manner::NeverAnswers => server.page(page.behaviour(Behaviour::NeverAnswers)),
        Manner::Refuses => server.connect(Connect::Refuses),
        Manner::Redirects => server.page(page.status(302, "Found").header("Location", ELSEWHERE)),
        Manner::AsksForLogon => server.page(page).asks_for_logon(),
        Manner::Says(_) => server.page(page.behaviour(Behaviour::Nonsense)),
    }
}
