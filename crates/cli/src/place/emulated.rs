//! The emulator: a scenario that the user names, and this thread's stay in it.

use winsec_emulator::scenario::Scenario;
use winsec_emulator::{Entered, World};

use crate::outcome::{Failure, Outcome};

/// The name of the scenario that is built in.
const DEMO: &str = "demo";

/// A scenario come to life, for the thread that opened it.
#[derive(Debug)]
pub(crate) struct Emulated {
    name: String,
    scenario: Scenario,
    world: World,
    _entered: Entered,
}

impl Emulated {
    /// Brings the scenario of a file to life, or the one that is built in.
    pub(super) fn open(name: &str) -> Outcome<Self> {
        let scenario = match name {
            DEMO => Scenario::read("demo.toml", include_str!("demo.toml")),
            file => Scenario::open(file),
        };
        let scenario = scenario.map_err(|error| {
            Failure::usage(format!("the scenario cannot be used: {error}"))
                .help("--emulate demo uses the one that is built in")
        })?;
        let world = World::new(scenario.clone()).without_final_audit();
        Ok(Self {
            name: name.to_owned(),
            scenario,
            _entered: world.enter(),
            world,
        })
    }

    /// What the user called it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// What it is made of.
    pub(crate) const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Where it lives.
    pub(crate) const fn world(&self) -> &World {
        &self.world
    }
}
