//! What the safe layer costs: instructions of a safe query against those of the same call written by
//! hand, on the same backend, in one run. Counted by valgrind, so Linux and the emulator only.
//!
//! `cargo bench -p winsec-core --bench overhead` prints the table, and fails where the safe query takes
//! more than 1.02 times the instructions.

#[cfg(windows)]
fn main() {
    println!(
        "instructions are counted by valgrind, which runs no Windows programs: nothing measured"
    );
}

#[cfg(not(windows))]
fn main() -> std::process::ExitCode {
    let mut arguments = std::env::args().skip(1);
    match (
        arguments.next().as_deref(),
        arguments.next(),
        arguments.next(),
    ) {
        (Some("child"), Some(case), Some(count)) => {
            work::run(&case, count.parse().expect("a number"));
            std::process::ExitCode::SUCCESS
        }
        _ => measure::all(),
    }
}

/// The queries, safe and by hand.
#[cfg(not(windows))]
mod work {
    use std::hint::black_box;
    use std::net::SocketAddr;
    use std::ptr;

    use winsec_core::{DatagramQuery, StreamQuery, TokenAccess};
    use winsec_emulator::fwpuclnt::WSAQuerySocketSecurity;
    use winsec_emulator::kernel32::CloseHandle;
    use winsec_emulator::scenario::Scenario;
    use winsec_emulator::{EmulatedSocket, World};
    use winsec_ffi::{
        AF_INET, SOCKADDR_IN, SOCKET_INFO_CONNECTION_ENCRYPTED, SOCKET_SECURITY_QUERY_INFO,
        SOCKET_SECURITY_QUERY_TEMPLATE, TOKEN_ACCESS_MASK, TOKEN_QUERY,
    };

    /// Each case, by hand and safe.
    pub const CASES: [&str; 3] = ["default", "tokens", "datagram"];

    const SCENARIO: &str = r#"
        [[socket]]
        name = "tcp"
        remote = "192.0.2.1:443"
        security = { protocol = 1, flags = ["secured", "encrypted"], application = { account = "A" }, machine = { account = "M" } }
        [[socket]]
        name = "udp"
        kind = "datagram"
        local = "0.0.0.0:5000"
        security = { protocol = 1, flags = ["secured", "encrypted"] }
    "#;

    pub fn run(case: &str, count: u32) {
        let scenario = Scenario::read("the bench's scenario", SCENARIO).expect("it is right");
        let world = World::new(scenario);
        let _entered = world.enter();
        let tcp = world.named_socket("tcp").expect("it is there");
        let udp = world.named_socket("udp").expect("it is there");
        let peer: SocketAddr = "192.0.2.7:5000".parse().expect("an address");
        for _ in 0..count {
            let encrypted = match case {
                "default by hand" => by_hand(&tcp, None),
                "default safe" => winsec_core::query(black_box(&tcp)).unwrap().is_encrypted(),
                "tokens by hand" => by_hand(&tcp, Some(&template(TOKEN_QUERY, None))),
                "tokens safe" => {
                    let asked = StreamQuery::new().peer_tokens(TokenAccess::QUERY);
                    asked.run(black_box(&tcp)).unwrap().is_encrypted()
                }
                "datagram by hand" => {
                    let template = template(TOKEN_ACCESS_MASK::empty(), Some(peer));
                    by_hand(&udp, Some(&template))
                }
                "datagram safe" => DatagramQuery::new(peer)
                    .run(black_box(&udp))
                    .unwrap()
                    .is_encrypted(),
                other => panic!("no case is called {other}"),
            };
            assert!(encrypted);
        }
    }

    fn template(
        mask: TOKEN_ACCESS_MASK,
        peer: Option<SocketAddr>,
    ) -> SOCKET_SECURITY_QUERY_TEMPLATE {
        let mut template = SOCKET_SECURITY_QUERY_TEMPLATE {
            PeerTokenAccessMask: mask,
            ..Default::default()
        };
        if let Some(SocketAddr::V4(v4)) = peer {
            let mut address = SOCKADDR_IN {
                sin_family: AF_INET,
                ..Default::default()
            };
            address.sin_port = v4.port().to_be();
            address.sin_addr.S_un.S_addr = u32::from_ne_bytes(v4.ip().octets());
            let place = (&raw mut template.PeerAddress).cast::<SOCKADDR_IN>();
            // SAFETY: a storage has room for every address, and is aligned for it.
            unsafe { place.write(address) };
        }
        template
    }

    /// The call as a careful C programmer makes it: checked, read, tokens closed.
    fn by_hand(socket: &EmulatedSocket, template: Option<&SOCKET_SECURITY_QUERY_TEMPLATE>) -> bool {
        let mut info = SOCKET_SECURITY_QUERY_INFO::default();
        let mut len = size_of_val(&info) as u32;
        let template_len = template.map_or(0, |template| size_of_val(template) as u32);
        // SAFETY: every pointer is null or valid for the length beside it.
        let result = unsafe {
            WSAQuerySocketSecurity(
                black_box(socket).raw(),
                template.map_or(ptr::null(), ptr::from_ref),
                template_len,
                &raw mut info,
                &raw mut len,
                ptr::null_mut(),
                None,
            )
        };
        if result != 0 || (len as usize) < size_of_val(&info) {
            return false;
        }
        for handle in [
            info.PeerApplicationAccessTokenHandle,
            info.PeerMachineAccessTokenHandle,
        ] {
            if handle != 0 {
                // SAFETY: the query handed the token out, and it is used no more.
                unsafe { CloseHandle(ptr::with_exposed_provenance_mut(handle as usize)) };
            }
        }
        info.Flags.contains(SOCKET_INFO_CONNECTION_ENCRYPTED)
    }
}

/// Counting the instructions.
#[cfg(not(windows))]
mod measure {
    use std::process::{Command, ExitCode};

    use super::work::CASES;

    /// The most that a safe query may take, against one by hand.
    const LIMIT: f64 = 1.02;

    /// How many queries the shorter and the longer run make.
    const RUNS: (u32, u32) = (2_000, 12_000);

    pub fn all() -> ExitCode {
        let mut kept = true;
        println!(
            "{:<10} {:>10} {:>10} {:>8}",
            "query", "by hand", "safe", "ratio"
        );
        for case in CASES {
            let by_hand = instructions(&format!("{case} by hand"));
            let safe = instructions(&format!("{case} safe"));
            let ratio = safe / by_hand;
            println!("{case:<10} {by_hand:>10.0} {safe:>10.0} {ratio:>8.4}");
            kept &= ratio <= LIMIT;
        }
        if kept {
            println!("instructions of one query; the limit is {LIMIT} times those by hand");
            ExitCode::SUCCESS
        } else {
            println!("the limit of {LIMIT} times the instructions by hand is exceeded");
            ExitCode::FAILURE
        }
    }

    /// The instructions of one query: what a longer run takes more than a shorter one.
    fn instructions(case: &str) -> f64 {
        let (short, long) = RUNS;
        let more = total(case, long) - total(case, short);
        more as f64 / f64::from(long - short)
    }

    fn total(case: &str, count: u32) -> u64 {
        let program = std::env::current_exe().expect("this program has a path");
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(program)
            .args(["child", case, &count.to_string()])
            .output()
            .expect("valgrind is installed: apt-get install valgrind");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        let collected = said
            .lines()
            .find_map(|line| line.split("Collected :").nth(1));
        collected
            .and_then(|number| number.trim().parse().ok())
            .expect("valgrind counts")
    }
}
