//! Queries by what they pass: lengths, buffers, the second version, other ways to ask.

use super::*;

#[test]
fn a_null_template_with_a_length_is_a_bad_pointer() {
    let (world, _entered) = world();
    let tcp = world.socket(connected());
    let udp = world.socket(SocketSpec::udp4());
    for (socket, len, code) in [
        (&tcp, 1, WSAEFAULT),
        (&tcp, 144, WSAEFAULT),
        (&udp, 143, WSAEMSGSIZE),
        (&udp, 144, WSAEFAULT),
    ] {
        let raw = Raw {
            socket: socket.raw(),
            template: None,
            template_len: len,
            buffer: None,
            len: 0,
        };
        assert_eq!(raw.query().0, Err(code), "{len}");
    }
}

#[test]
fn the_length_pointer_is_required() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    let mut info = SOCKET_SECURITY_QUERY_INFO::default();
    let null = ptr::null();
    // SAFETY: the null pointer to the length is what is tested.
    let result = unsafe {
        WSAQuerySocketSecurity(
            socket.raw(),
            null,
            0,
            &raw mut info,
            ptr::null_mut(),
            ptr::null_mut(),
            None,
        )
    };
    assert_eq!(winsock(result), Err(WSAEFAULT));
}

#[test]
fn a_buffer_that_is_too_small_is_told_the_size() {
    let (world, _entered) = world();
    let tcp = world.socket(connected());
    let udp = world.socket(SocketSpec::udp4());
    let for_udp = template_for(address(PEER));
    let second = template2();
    for (socket, asked, needed, code) in [
        (&tcp, None, 24, WSAEFAULT),
        (&udp, Some(bytes_of(&for_udp)), 24, WSAEMSGSIZE),
        (&tcp, Some(bytes_of(&second)), 64, WSAEFAULT),
    ] {
        for len in [0, 1, needed - 1] {
            for with_buffer in [true, false] {
                let mut buffer = vec![0xEE; len as usize];
                let raw = Raw {
                    socket: socket.raw(),
                    template: asked,
                    template_len: asked.map_or(0, |bytes| bytes.len() as u32),
                    buffer: with_buffer.then_some(&mut buffer[..]),
                    len,
                };
                assert_eq!(raw.query(), (Err(code), needed));
                assert!(
                    buffer.iter().all(|byte| *byte == 0xEE),
                    "nothing is written"
                );
            }
        }
    }
}

#[test]
fn the_rest_of_a_large_buffer_stays_as_it_is() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    let mut buffer = [0xEE; 100];
    let raw = Raw {
        socket: socket.raw(),
        template: None,
        template_len: 0,
        buffer: Some(&mut buffer),
        len: 100,
    };
    assert_eq!(raw.query(), (Ok(()), 24));
    assert!(buffer[24..].iter().all(|byte| *byte == 0xEE));
}

#[test]
fn the_second_version_tells_what_its_mask_asks_for() {
    let (world, _entered) = world();
    let details = Ipsec2::new(0x1111, 0x2222).negotiation_error(13);
    let socket = world.socket(connected().security(Security::encrypted().ipsec2(details)));
    let mut asked = template2();
    for (mask, told) in [
        (0, (0, 0)),
        (1, (0x1111, 0)),
        (2, (0, 0x2222)),
        (3, (0x1111, 0x2222)),
    ] {
        asked.FieldMask = SOCKET_QUERY_IPSEC2_FIELD_MASK::from_bits_retain(mask);
        let (info, len) = query2(socket.raw(), &asked).expect("it is connected");
        assert_eq!(len, 64);
        assert_eq!(info.SecurityProtocol.0, 2);
        assert_eq!((info.MmSaId, info.QmSaId), told);
        assert_eq!(info.NegotiationWinerr.0, 13);
    }
}

#[test]
fn the_second_version_opens_tokens_as_the_first_does() {
    let (world, _entered) = world();
    let security = Security::secured().application(Token::new("alice"));
    let socket = world.socket(connected().security(security));
    let mut asked = template2();
    asked.PeerTokenAccessMask = TOKEN_ACCESS_MASK::from_bits_retain(8);
    let (info, _) = query2(socket.raw(), &asked).expect("it is connected");
    close(info.PeerApplicationAccessTokenHandle).expect("it is open");
}

#[test]
fn a_connection_can_be_aborted_when_its_associations_change() {
    let (world, _entered) = world();
    let with = |main| Security::secured().ipsec2(Ipsec2::new(main, 1));
    let socket = world.socket(connected().security(with(1)));
    let mut asked = template2();
    asked.Flags = SOCKET_QUERY_IPSEC2_FLAGS::from_bits_retain(1);
    query2(socket.raw(), &asked).expect("it is connected");
    assert!(world.set_security(socket.raw(), with(1)));
    query2(socket.raw(), &asked).expect("nothing has changed");
    assert!(world.set_security(socket.raw(), with(2)));
    assert_eq!(query(socket.raw(), None).map(|_| ()), Err(WSAECONNRESET));
}

#[test]
fn vista_does_not_know_the_second_version() {
    let (world, _entered) = world_of(Scenario::new().secure_sockets(SecureSockets::Vista));
    let socket = world.socket(connected());
    assert_eq!(
        query2(socket.raw(), &template2()).map(|_| ()),
        Err(WSAEINVAL)
    );
    let mut short = template2();
    short.SecurityProtocol = SOCKET_SECURITY_PROTOCOL(1);
    assert_eq!(
        query2(socket.raw(), &short).expect("the first version").1,
        24
    );
}

#[test]
fn a_second_template_needs_its_whole_length() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    let asked = template2();
    let mut buffer = [0; 64];
    let raw = Raw {
        socket: socket.raw(),
        template: Some(&bytes_of(&asked)[..151]),
        template_len: 151,
        buffer: Some(&mut buffer),
        len: 64,
    };
    assert_eq!(raw.query().0, Err(WSAEMSGSIZE));
}

#[test]
fn a_system_without_secure_sockets_refuses_everything() {
    let scenario = Scenario::new().secure_sockets(SecureSockets::Unsupported);
    let (world, _entered) = world_of(scenario);
    let socket = world.socket(connected());
    assert_eq!(query(socket.raw(), None).map(|_| ()), Err(WSAEOPNOTSUPP));
}

#[test]
fn odd_answers_pass_as_they_are() {
    let (world, _entered) = world();
    let odd = Security::clear()
        .protocol(SOCKET_SECURITY_PROTOCOL(42))
        .flags(SOCKET_INFO_FLAGS::from_bits_retain(0xFFFF_FFF2));
    let socket = world.socket(connected().security(odd));
    let (info, _) = query2(socket.raw(), &template2()).expect("it is connected");
    assert_eq!(
        (info.SecurityProtocol.0, info.Flags.bits()),
        (42, 0xFFFF_FFF2)
    );
}

#[test]
fn success_leaves_the_last_error_alone() {
    let (world, _entered) = world();
    let socket = world.socket(connected());
    assert!(query(0x4444, None).is_err());
    assert!(query(socket.raw(), None).is_ok());
    assert_eq!(last_error(), WSAENOTSOCK);
}

#[test]
fn the_ioctl_gives_the_same_results() {
    let (world, _entered) = world();
    let tcp = world.socket(connected().security(Security::encrypted()));
    let created = world.socket(SocketSpec::tcp4());
    let udp = world.socket(SocketSpec::udp4());
    let unix = world.socket(SocketSpec::new(ADDRESS_FAMILY(1), SOCK_STREAM, IPPROTO(0)));
    let default = template();
    let for_peer = template_for(address(PEER));
    let second = template2();
    let templates = [
        None,
        Some(bytes_of(&default)),
        Some(bytes_of(&for_peer)),
        Some(bytes_of(&second)),
        Some(&bytes_of(&default)[..20]),
    ];
    for socket in [tcp.raw(), created.raw(), udp.raw(), unix.raw(), 0x4444] {
        for asked in templates {
            for len in [0, 23, 24, 63, 64, 200] {
                let template_len = asked.map_or(0, |bytes| bytes.len() as u32);
                let mut by_call = vec![0; len as usize];
                let mut by_ioctl = vec![0; len as usize];
                let raw = |buffer| Raw {
                    socket,
                    template: asked,
                    template_len,
                    buffer: Some(buffer),
                    len,
                };
                let (call, call_len) = raw(&mut by_call[..]).query();
                let (ioctl, ioctl_len) = raw(&mut by_ioctl[..]).ioctl();
                assert_eq!(call, ioctl);
                assert_eq!(by_call, by_ioctl);
                if call.is_ok() || ioctl_len != 0 {
                    assert_eq!(call_len, ioctl_len);
                }
            }
        }
    }
}
