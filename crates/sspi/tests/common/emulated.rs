//! The harness where there is no Windows: a world of the emulator, entered by the test's thread.

use winsec_emulator::scenario::{Fault, Package, Scenario};
use winsec_emulator::{Call, Entered, Kind, World};
use winsec_ffi::SECPKG_FLAGS;

use super::Expected;

/// The machine of the tests: what a Windows machine has as well.
const MACHINE: [Expected; 4] = [
    Expected {
        name: "Negotiate",
        comment: "Microsoft Package Negotiator",
        capabilities: 0x0008_3BB3,
        rpc_id: Some(9),
        max_token: 48_256,
    },
    Expected {
        name: "NTLM",
        comment: "NTLM Security Package",
        capabilities: 0x0008_2B37,
        rpc_id: Some(10),
        max_token: 2888,
    },
    Expected {
        name: "Kerberos",
        comment: "Microsoft Kerberos V1.0",
        capabilities: 0x000F_3BBF,
        rpc_id: Some(16),
        max_token: 48_000,
    },
    Expected {
        name: "Schannel",
        comment: "Schannel Security Package",
        capabilities: 0x0001_07B3,
        rpc_id: Some(14),
        max_token: 24_576,
    },
];

/// One test's world. Its books are balanced when it goes.
pub struct Lab {
    pub world: World,
    _entered: Entered,
}

impl Lab {
    /// The machine of the tests, and a package that it has in store.
    pub fn new() -> Self {
        let mut scenario = Scenario::new();
        for package in MACHINE {
            scenario = scenario.package(
                Package::new(package.name)
                    .comment(package.comment)
                    .capabilities(SECPKG_FLAGS::from_bits_retain(package.capabilities))
                    .rpc_id(package.rpc_id.unwrap())
                    .max_token(package.max_token)
                    .preinstalled(),
            );
        }
        Self::of(scenario.package(Package::new("Spare").not_installed()))
    }

    /// A machine of the test's own.
    pub fn of(scenario: Scenario) -> Self {
        let world = World::new(scenario);
        let entered = world.enter();
        Self {
            world,
            _entered: entered,
        }
    }

    /// The machine of the tests, and what goes wrong on it.
    pub fn with_fault(fault: Fault) -> Self {
        let lab = Self::new();
        lab.world.add_fault(fault);
        lab
    }

    /// What the machine lists: exactly this.
    pub fn expected(&self) -> Option<Vec<Expected>> {
        Some(MACHINE.to_vec())
    }

    /// Checks that nothing was called.
    #[track_caller]
    pub fn nothing_was_called(&self) {
        for call in Call::ALL {
            assert_eq!(self.world.calls(*call), 0, "{}", call.name());
        }
    }

    /// Checks that every buffer was freed, once.
    #[track_caller]
    pub fn audit(&self) {
        assert_eq!(self.world.outstanding(Kind::PackageBuffer), 0);
        if let Err(audit) = self.world.audit() {
            panic!("{audit}");
        }
    }

    /// For another thread, to be on the same machine.
    pub fn visitor(&self) -> Visitor {
        Visitor(self.world.clone())
    }
}

/// What lets another thread be on a lab's machine.
pub struct Visitor(World);

impl Visitor {
    pub fn enter(&self) -> Entered {
        self.0.enter()
    }
}
