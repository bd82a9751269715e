//! Scenarios: read from TOML, with errors that show the place; the demonstration; rules for sockets.

mod common;

use std::net::{TcpListener, TcpStream, UdpSocket};

use common::sockets::{query, template_for, template_with_mask};
use common::{address, close, world_of};
use winsec_emulator::scenario::{
    Action, Completion, Endpoint, Fault, Peer, Scenario, Security, SocketRule, SocketState, When,
};
use winsec_emulator::{Call, Observe};
use winsec_ffi::{AF_INET6, SECPKG_FLAG_DELEGATION, SECPKG_FLAG_MUTUAL_AUTH, SOCK_DGRAM};

fn read(text: &str) -> Scenario {
    Scenario::read("test.toml", text).unwrap_or_else(|error| panic!("{error}"))
}

/// The message for a scenario that must be refused.
fn complaint(text: &str) -> String {
    Scenario::read("test.toml", text)
        .expect_err("it is wrong")
        .to_string()
}

/// The blocks of TOML in the format's description.
fn examples() -> Vec<&'static str> {
    let blocks = include_str!("../SCENARIO.md").split("```toml\n").skip(1);
    blocks
        .map(|rest| rest.split("```").next().expect("the block"))
        .collect()
}

#[test]
fn an_empty_file_is_an_empty_world() {
    let scenario = read("");
    assert!(scenario.packages.is_empty() && scenario.sockets.is_empty());
    assert!(scenario.title.is_none());
}

#[test]
fn every_example_of_the_description_is_valid() {
    assert_eq!(examples().len(), 5);
    for example in examples() {
        read(example);
    }
}

#[test]
fn the_examples_mean_what_they_say() {
    let all = read(&examples().concat());
    assert_eq!(all.title.as_deref(), Some("A branch office, as of March"));
    let flags = all.packages[0].capabilities;
    assert!(flags.contains(SECPKG_FLAG_MUTUAL_AUTH | SECPKG_FLAG_DELEGATION));
    let socket = all.socket_named("file server").expect("it is named").spec();
    assert_eq!(socket.remote, Some(address("10.0.0.5:445")));
    assert_eq!(socket.state, SocketState::Connected);
    assert_eq!(socket.security.flags.bits(), 3);
    assert_eq!(socket.security.ipsec2.lookup_context.Data1, 0xAEC2_EF9C);
    assert_eq!(socket.security.ipsec2.lookup_context.Data4[7], 0x47);
    assert_eq!(
        socket.security.application.expect("a token").access,
        Some(0xE)
    );
    let faults = &all.faults;
    assert_eq!(
        (faults[0].when, &faults[0].action),
        (When::Nth(3), &Action::Fail(10050))
    );
    let Action::Answer(answer) = &faults[1].action else {
        panic!("{:?}", faults[1])
    };
    assert_eq!(
        (&*answer.bytes, answer.length),
        (&[1, 0, 0, 0, 3, 0, 0, 0][..], 24)
    );
    assert_eq!(faults[3].action, Action::Complete(Completion::Never));
    assert_eq!(faults[5].action, Action::Nothing);
    assert_eq!(all.random_faults.expect("chance").calls.len(), 2);
}

#[test]
fn an_unknown_key_is_shown_with_its_line() {
    let message = complaint("title = \"x\"\n\n[[socket]]\nfamilly = \"inet\"\n");
    for part in [
        "test.toml",
        "line 4",
        "familly = \"inet\"",
        "unknown field",
        "expected one of",
    ] {
        assert!(message.contains(part), "{part}: {message}");
    }
}

#[test]
fn a_bad_value_is_shown_with_its_line() {
    for (text, line, cause) in [
        ("title = ", "line 1", "title ="),
        (
            "\n[system]\nsecure-sockets = \"xp\"",
            "line 3",
            "unknown variant `xp`",
        ),
        (
            "[[socket]]\nremote = \"10.0.0.5:x\"",
            "line 2",
            "`10.0.0.5:x` is not an address such as",
        ),
        (
            "[[socket]]\nremote = \"::1:80\"",
            "line 2",
            "can be read in two ways",
        ),
        (
            "[[socket]]\nlocal = \"10.0.0.5:99999\"",
            "line 2",
            "is not an address such as",
        ),
        ("[[socket.peers]]\naddress = \"x\"", "line 1", "invalid"),
        (
            "[[socket]]\n[socket.security]\nflags = [\"secure\"]",
            "line 3",
            "no flag `secure`",
        ),
        (
            "[[socket]]\n[socket.security]\nflags = -1",
            "line 3",
            "does not fit into 32 bits",
        ),
        (
            "[[package]]\nname = \"x\"\ncapabilities = [\"fly\"]",
            "line 3",
            "SECPKG_FLAG_FLY",
        ),
        (
            "[[package]]\ncomment = \"x\"",
            "line 1",
            "missing field `name`",
        ),
        (
            "[[package]]\nname = \"x\"\nrpc-id = 70000",
            "line 3",
            "70000",
        ),
        (
            "[[fault]]\ncall = \"WSAQuery\"\nfail = 1",
            "line 2",
            "unknown variant `WSAQuery`",
        ),
        ("[[fault]]\ncall = \"WSAIoctl\"", "line 1", "exactly one of"),
        (
            "[[fault]]\ncall = \"WSAIoctl\"\nfail = 1\nnothing = true",
            "line 1",
            "exactly one of",
        ),
        (
            "[[fault]]\ncall = \"WSAIoctl\"\nfail = 1\nnth = 0",
            "line 1",
            "count from 1",
        ),
        (
            "[[fault]]\ncall = \"WSAIoctl\"\nfail = 1\nnth = 1\nevery = 2",
            "line 1",
            "exclude",
        ),
        (
            "[[fault]]\ncall = \"WSAIoctl\"\nfail = 4294967296",
            "line 1",
            "not a code of 32 bits",
        ),
        (
            "[[fault]]\ncall = \"WSAIoctl\"\nanswer = { bytes = \"0\" }",
            "line 3",
            "pairs of hex",
        ),
        ("[random-faults]\nseed = 1\none-in = 0", "line 3", "nonzero"),
        (
            "[[socket]]\n[socket.security.ipsec2]\nlookup-context = \"12\"",
            "line 3",
            "a GUID such as",
        ),
    ] {
        let message = complaint(text);
        assert!(message.contains(line), "{line}: {message}");
        assert!(message.contains(cause), "{cause}: {message}");
    }
}

#[test]
fn two_of_a_name_are_refused() {
    let message = complaint("[[socket]]\nname = \"a\"\n[[socket]]\nname = \"a\"\n");
    assert_eq!(message, "test.toml: two sockets are named `a`");
    let message = complaint("[[package]]\nname = \"NTLM\"\n[[package]]\nname = \"ntlm\"\n");
    assert_eq!(message, "test.toml: two packages are named `ntlm`");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let error = Scenario::open("/nowhere/scenario.toml").expect_err("it is not there");
    let message = error.to_string();
    assert!(
        message.starts_with("/nowhere/scenario.toml: cannot be read: "),
        "{message}"
    );
}

#[test]
fn negative_codes_are_codes() {
    let scenario = read("[[fault]]\ncall = \"FreeContextBuffer\"\nfail = -2146893055\n");
    assert_eq!(scenario.faults[0].action, Action::Fail(0x8009_0301));
}

#[test]
fn the_demonstration_says_that_it_is_one() {
    let demo = Scenario::demo();
    let (world, _entered) = world_of(demo);
    assert_eq!(
        world.title().as_deref(),
        Some("Demonstration data, made up")
    );
    let secured = world
        .named_socket("secured")
        .expect("the demonstration has it");
    let (info, _) = query(secured.raw(), Some(&template_with_mask(8))).expect("it is connected");
    assert_eq!((info.SecurityProtocol.0, info.Flags.bits()), (1, 3));
    close(info.PeerApplicationAccessTokenHandle).expect("it is open");
    close(info.PeerMachineAccessTokenHandle).expect("it is open");
    let clear = world
        .named_socket("clear")
        .expect("the demonstration has it");
    assert_eq!(
        query(clear.raw(), None)
            .expect("it is connected")
            .0
            .Flags
            .bits(),
        0
    );
    let datagrams = world
        .named_socket("datagrams")
        .expect("the demonstration has it");
    let asked = template_for(address("192.0.2.2:53"));
    assert_eq!(
        query(datagrams.raw(), Some(&asked))
            .expect("a peer")
            .0
            .Flags
            .bits(),
        1
    );
    assert!(world.named_socket("nothing").is_none());
}

#[test]
fn what_is_not_given_follows_from_the_rest() {
    let scenario = read(
        "[[socket]]\nname = \"six\"\nkind = \"datagram\"\nlocal = \"[::1]:53\"\n\
         [[socket]]\nname = \"odd\"\nkind = { other = 5 }\nfamily = { other = 99 }\n",
    );
    let six = scenario.socket_named("six").expect("it is named").spec();
    assert_eq!(
        (six.family, six.kind, six.protocol.0),
        (AF_INET6, SOCK_DGRAM, 17)
    );
    assert_eq!(six.state, SocketState::Bound);
    let odd = scenario.socket_named("odd").expect("it is named").spec();
    assert_eq!((odd.family.0, odd.kind.0, odd.protocol.0), (99, 5, 0));
    assert_eq!(odd.state, SocketState::Created);
}

#[test]
fn endpoints_may_be_left_open() {
    let parse = |text: &str| text.parse::<Endpoint>();
    assert_eq!(parse("*"), Ok(Endpoint::default()));
    assert_eq!(parse("*:*"), Ok(Endpoint::default()));
    assert_eq!(parse("10.0.0.5:445"), Ok(address("10.0.0.5:445").into()));
    for (text, host, port) in [
        ("[::1]:*", Some("::1"), None),
        ("[::1]", Some("::1"), None),
        ("::1", Some("::1"), None),
        ("::", Some("::"), None),
        ("fe80::1%3", Some("fe80::1%3"), None),
        ("[fe80::1%3]:445", Some("fe80::1%3"), Some(445)),
        ("::ffff:10.0.0.5", Some("::ffff:10.0.0.5"), None),
        ("10.0.0.5", Some("10.0.0.5"), None),
        ("*:445", None, Some(445)),
    ] {
        let host = host.map(|host| host.parse().expect("an address"));
        assert_eq!(parse(text), Ok(Endpoint { host, port }), "{text}");
    }
    for wrong in [
        "",
        "445",
        "x:1",
        "[10.0.0.5]:1",
        "10.0.0.5%3:1",
        "10.0.0.5:",
        "[::1:445",
        "::1]:445",
        "[::1]445",
        "[fe80::1%eth0]:445",
        "[fe80::1%]:445",
        "fe80::1%3:445",
    ] {
        assert!(parse(wrong).is_err(), "{wrong}");
    }
    let twofold = parse("::1:445").expect_err("it can be read in two ways");
    assert!(twofold.contains("[::1]:445 or [::1:445]"), "{twofold}");
}

#[test]
fn a_scope_is_of_one_interface_and_none_of_any() {
    let seen = Some(address("[fe80::1%3]:445"));
    for (written, matches) in [
        ("[fe80::1%3]:445", true),
        ("[fe80::1%4]:445", false),
        ("[fe80::1]:445", true),
        ("fe80::1%3", true),
        ("[fe80::2%3]:445", false),
    ] {
        let end: Endpoint = written.parse().expect(written);
        assert_eq!(end.matches(seen), matches, "{written}");
    }
    assert_eq!(
        "[fe80::1%3]:445".parse::<Endpoint>().map(Endpoint::address),
        Ok(seen)
    );
}

#[test]
fn a_server_is_where_its_address_or_its_name_says() {
    for (lines, place) in [
        ("host = \"a\"\nport = 1", "127.0.0.1:1"),
        ("host = \"10.0.0.7\"\nport = 1", "10.0.0.7:1"),
        ("host = \"::1\"\nport = 1", "[::1]:1"),
        ("host = \"[::1]\"\nport = 1", "[::1]:1"),
        ("host = \"a\"\nport = 1\naddress = \"::1\"", "[::1]:1"),
        ("host = \"a\"\nport = 1\naddress = \"[::1]\"", "[::1]:1"),
        (
            "host = \"a\"\nport = 1\naddress = \"fe80::1%3\"",
            "[fe80::1%3]:1",
        ),
    ] {
        let server = read(&format!("[[server]]\n{lines}\n"));
        assert_eq!(server.servers[0].place(), address(place), "{lines}");
        let proxy = read(&format!("[[proxy]]\n{lines}\n"));
        assert_eq!(proxy.proxies[0].place(), address(place), "{lines}");
    }
}

#[test]
fn real_sockets_are_adopted_by_the_first_rule_that_matches() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let to = listener.local_addr().expect("an address");
    let client = TcpStream::connect(to).expect("a connection");
    let (server, _) = listener.accept().expect("a connection");
    let udp = UdpSocket::bind("127.0.0.1:0").expect("a port");
    let peer = address("192.0.2.9:9");
    let at_udp = Endpoint::from(udp.local_addr().expect("an address"));
    let rules = Scenario::new()
        .socket(SocketRule::new(Security::encrypted()).remote(to.into()))
        .socket(SocketRule::new(Security::secured()).local(to.into()))
        .socket(
            SocketRule::default()
                .local(at_udp)
                .peer(Peer::new(peer, Security::encrypted())),
        );
    let (world, _entered) = world_of(rules);
    assert!(world.adopt(&client) && world.adopt(&server) && world.adopt(&udp));
    let flags = |socket| query(socket, None).map(|(info, _)| info.Flags.bits());
    assert_eq!(flags(client.descriptor()), Ok(3));
    assert_eq!(flags(server.descriptor()), Ok(1));
    let asked = template_for(peer);
    assert_eq!(
        query(udp.descriptor(), Some(&asked))
            .expect("a peer")
            .0
            .Flags
            .bits(),
        3
    );
    assert_eq!(listener.facts().state, SocketState::Listening);
    let other = UdpSocket::bind("127.0.0.1:0").expect("a port");
    assert!(!world.adopt(&other), "no rule speaks of it");
}

#[test]
fn code_and_file_make_the_same_fault() {
    let written = read("[[fault]]\ncall = \"CloseHandle\"\nevery = 2\nfail = 6\n");
    let coded = Fault::fail(Call::CloseHandle, 6_u32).every(2);
    assert_eq!(format!("{:?}", written.faults[0]), format!("{coded:?}"));
}
