//! A machine of the emulator: the packages that Windows has, one server, secured connections.

use std::cell::OnceCell;
use std::sync::OnceLock;

use winsec_emulator::scenario::{Package, Page, Scenario, Security, Server, SocketSpec};
use winsec_emulator::{EmulatedSocket, Entered, World};
use winsec_ffi::SECPKG_FLAGS;

use super::HOST;

/// Name, comment, capabilities, number and largest token of the packages.
const PACKAGES: [(&str, &str, u32, u16, u32); 5] = [
    (
        "Negotiate",
        "Microsoft Package Negotiator",
        0x0008_3BB3,
        9,
        48_256,
    ),
    (
        "Kerberos",
        "Microsoft Kerberos V1.0",
        0x000F_3BBF,
        16,
        48_000,
    ),
    ("NTLM", "NTLM Security Package", 0x0008_2B37, 10, 2_888),
    (
        "Schannel",
        "Schannel Security Package",
        0x0001_07B3,
        14,
        24_576,
    ),
    (
        "CREDSSP",
        "Microsoft CredSSP Security Provider",
        0x0001_0733,
        0xFFFF,
        90_567,
    ),
];

thread_local! {
    static ENTERED: OnceCell<Entered> = const { OnceCell::new() };
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let server = Server::http(HOST, 80).page(Page::new("/", "body"));
        let scenario = PACKAGES.into_iter().fold(
            Scenario::new().server(server),
            |scenario, (name, comment, capabilities, id, token)| {
                scenario.package(
                    Package::new(name)
                        .comment(comment)
                        .capabilities(SECPKG_FLAGS::from_bits_retain(capabilities))
                        .rpc_id(id)
                        .max_token(token)
                        .preinstalled(),
                )
            },
        );
        // What a side leaves open is left to the end of the process.
        World::new(scenario).without_final_audit()
    })
}

/// Has this thread be on the machine, for as long as it lives.
pub fn enter() {
    ENTERED.with(|entered| {
        entered.get_or_init(|| world().enter());
    });
}

/// A connection that is encrypted.
pub fn connected() -> EmulatedSocket {
    let peer = ([192, 0, 2, 1], 443).into();
    world().socket(
        SocketSpec::tcp4()
            .connected(peer)
            .security(Security::encrypted()),
    )
}

/// A socket that nothing has been done with.
pub fn new_socket() -> EmulatedSocket {
    world().socket(SocketSpec::tcp4())
}
