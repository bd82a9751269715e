//! The harness where there is no Windows: a world of the emulator, entered by the test's thread.

use std::cell::RefCell;

use winsec_core::os::AsRawSocket;
use winsec_emulator::scenario::{Scenario, SocketSpec};
use winsec_emulator::{Call, EmulatedSocket, Entered, Kind, Observe, World};
use winsec_ffi::SOCKET;

thread_local! {
    /// What keeps this thread in the worlds that it was let into.
    static STAY: RefCell<Vec<Entered>> = const { RefCell::new(Vec::new()) };
}

/// A socket that is neither bound nor connected.
pub type Fresh = EmulatedSocket;

/// One test's world. Its books are balanced when it goes.
pub struct Lab {
    pub world: World,
    _entered: Entered,
}

impl Lab {
    pub fn new(scenario: &str) -> Self {
        let scenario = Scenario::read("the test's scenario", scenario).unwrap();
        let world = World::new(scenario);
        let entered = world.enter();
        Self {
            world,
            _entered: entered,
        }
    }

    /// Answers for a real socket as the scenario's rules say.
    pub fn adopt(&self, socket: &impl Observe) {
        assert!(self.world.adopt(socket), "no rule matches the socket");
    }

    /// Answers for a real socket that is neither bound nor connected.
    pub fn attach(&self, socket: &impl AsRawSocket) {
        let raw = socket.as_raw_socket() as SOCKET;
        self.world.attach(raw, SocketSpec::tcp4());
    }

    /// A socket that is neither bound nor connected, as the scenario describes it under this name.
    pub fn fresh(&self, name: &str) -> Fresh {
        self.world.named_socket(name).expect("the scenario has it")
    }

    /// How often a function was called.
    pub fn calls(&self, name: &str) -> u64 {
        let call = Call::ALL
            .iter()
            .find(|call| call.name() == name)
            .expect("such a function");
        self.world.calls(*call)
    }

    /// Completes what waits for it.
    pub fn advance(&self) -> usize {
        self.world.advance()
    }

    /// What a thread calls to find the sockets of this lab, for the rest of its life.
    pub fn let_in(&self) -> impl Fn() + Send + Sync + 'static {
        let world = self.world.clone();
        move || STAY.with(|stay| stay.borrow_mut().push(world.enter()))
    }

    /// Balances the books, once the pool has let go of what operations left to it.
    #[track_caller]
    pub fn settle(&self) {
        while self.world.outstanding(Kind::Event) + self.world.outstanding(Kind::ThreadpoolWait)
            != 0
        {
            std::thread::yield_now();
        }
        self.audit();
    }

    /// What is wrong in the books, which need not balance any more.
    pub fn findings(&self) -> String {
        let world = self.world.clone().without_final_audit();
        world
            .audit()
            .err()
            .map_or_else(String::new, |audit| audit.to_string())
    }

    /// Balances the books.
    #[track_caller]
    pub fn audit(&self) {
        if let Err(audit) = self.world.audit() {
            panic!("{audit}");
        }
    }
}
