use meshwright_wire::wire::packet::{PacketFlag, PacketHeader, Subprotocol};
use zeroize::Zeroizing;

use super::*;

fn pair() -> (Session, Session) {
    let keys = |local_id, remote_id, sending, receiving| Handshake {
        remote: meshwright_wire::wire::identity::EntityId([0; 32]),
        remote_boot_id: 0,
        features: meshwright_wire::wire::handshake::HandshakeFeature::NONE,
        local_id,
        remote_id,
        sending: Zeroizing::new([sending; 32]),
        receiving: Zeroizing::new([receiving; 32]),
    };
    (
        Session::new(&keys(1, 2, 3, 4)),
        Session::new(&keys(2, 1, 4, 3)),
    )
}

fn header() -> PacketHeader {
    PacketHeader {
        flags: PacketFlag::RELIABLE,
        subprotocol: Subprotocol::Events.number(),
        priority: 0,
        session_id: 0,
        counter: 0,
        stream_id: 5,
        sequence: 6,
        origin: 7,
        channel: 8,
        subnet: 9,
        payload_length: 0,
        event_count: 1,
    }
}

#[test]
fn a_packet_arrives_as_it_was_sent() {
    let (mut a, mut b) = pair();
    let mut out = b"before".to_vec();
    a.seal(header(), &[&b"he"[..], b"llo"], &mut out)
        .expect("a fresh key");
    let datagram = &mut out[6..];
    assert_eq!(datagram.len(), OVERHEAD + 5);
    let opened = b.open(datagram).expect("a genuine packet");
    assert_eq!(opened.payload, b"hello");
    assert_eq!(
        opened.header,
        PacketHeader {
            session_id: 2,
            payload_length: 5,
            ..header()
        }
    );
}

#[test]
fn the_path_sees_the_session_and_the_counter() {
    let header = PacketHeader {
        session_id: 0x0102_0304_0506_0708,
        counter: 0x1112_1314_1516_1718,
        ..header()
    };
    let packet = header.encode().expect("it can be written");
    assert_eq!(in_clear(&packet), Some((header.session_id, header.counter)));
}

#[test]
fn nobody_on_the_path_sees_streams_channels_or_payloads() {
    let (mut a, _) = pair();
    let mut out = vec![];
    a.seal(
        PacketHeader {
            stream_id: u64::MAX,
            channel: u64::MAX,
            origin: u64::MAX,
            ..header()
        },
        &[0xff; 64][..],
        &mut out,
    )
    .expect("a fresh key");
    assert!(
        !out[packet::CLEAR..]
            .windows(8)
            .any(|window| window == [0xff; 8])
    );
}

#[test]
fn every_bit_is_guarded() {
    let (mut a, mut b) = pair();
    let mut genuine = vec![];
    a.seal(header(), &b"hello"[..], &mut genuine)
        .expect("a fresh key");
    for bit in 0..genuine.len() * 8 {
        let mut forged = genuine.clone();
        forged[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(
            b.open(&mut forged).err(),
            Some(PacketError::Forged),
            "bit {bit}"
        );
    }
    for length in 0..genuine.len() {
        assert!(
            b.open(&mut genuine.clone()[..length]).is_err(),
            "{length} bytes"
        );
    }
    assert!(b.open(&mut genuine.clone()).is_ok());
    assert_eq!(
        b.open(&mut genuine.clone()).err(),
        Some(PacketError::Replayed)
    );
    assert_eq!(
        a.open(&mut genuine).err(),
        Some(PacketError::Forged),
        "reflected"
    );
}

#[test]
fn counters_rise_and_end() {
    let (mut a, mut b) = pair();
    for counter in 0..10 {
        let mut out = vec![];
        a.seal(header(), &[][..], &mut out).expect("a fresh key");
        assert_eq!(b.open(&mut out).expect("genuine").header.counter, counter);
    }
    assert_eq!(a.sealed(), 10);
    a.next_counter = Session::LAST_COUNTER;
    assert_eq!(a.seal(header(), &[][..], &mut vec![]), Err(Exhausted));
}
