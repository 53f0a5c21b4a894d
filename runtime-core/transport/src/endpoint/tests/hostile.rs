//! Neighbours, relays and peers that do what they may not.

use std::sync::Arc;

use bytes::Bytes;
use meshwright_wire::wire::handshake::HandshakeFeature;
use meshwright_wire::wire::identity::Signature;
use meshwright_wire::wire::packet::{PacketFlag, PacketHeader, RoutingHeader, Subprotocol};
use meshwright_wire::wire::pingwave::Pingwave;
use meshwright_wire::wire::routing::RouteWithdrawal;
use meshwright_wire::wire::session::{CloseReason, Heartbeat};
use meshwright_wire::wire::stream::{StreamReset, WindowGrant};

use super::net::{HEAD, Net, at, id};
use crate::crypto::random::Random;
use crate::endpoint::*;
use crate::routing::Verifier;
use crate::stream::blank;

/// Three nodes in a row; the first and the last talk through the one between them.
pub(super) fn relayed(change: fn(&mut EndpointConfig)) -> Net {
    let mut net = Net::new(3);
    net.start(2, 2, change);
    net.link_up(&[(1, 2), (2, 3)]);
    net.run_for(8);
    net.connect_to(1, 3, Place::Via(id(2)));
    net.run_for(2);
    net
}

fn drops(net: &mut Net, number: u8, cause: DropCause) -> u64 {
    net.node(number).drops().of(cause)
}

/// The newest relayed datagram from the first node to the second.
fn last_relayed(net: &mut Net) -> Vec<u8> {
    net.send(1, 3, b"x").expect("they are connected");
    net.collect();
    let mut sent = net.seen.iter().rev();
    let found =
        sent.find(|(from, sent)| *from == at(1) && Kind::of(&sent.datagram) == Some(Kind::Relayed));
    found.expect("it was sent").1.datagram.clone()
}

#[test]
fn a_relay_takes_only_what_a_neighbour_tagged() {
    let mut net = relayed(|_| {});
    let genuine = last_relayed(&mut net);
    let now = net.moment();
    let (head, rest) = genuine.split_at(RoutingHeader::SIZE);
    let header = RoutingHeader::decode(head).expect("it is one");
    for changed in [
        RoutingHeader {
            ttl: header.ttl - 1,
            ..header.clone()
        },
        RoutingHeader {
            source: node_id(&id(9)).0,
            ..header.clone()
        },
        RoutingHeader {
            destination: node_id(&id(9)).0,
            ..header
        },
    ] {
        let mut datagram = changed.encode().expect("it can be written");
        datagram.extend_from_slice(rest);
        net.node(2).receive(at(1), &mut datagram, now);
    }
    for place in [RoutingHeader::SIZE, genuine.len() - 1] {
        let mut changed = genuine.clone();
        changed[place] ^= 1;
        net.node(2).receive(at(1), &mut changed, now);
    }
    assert_eq!(drops(&mut net, 2, DropCause::Forged), 5);
    net.node(2).receive(at(9), &mut genuine.clone(), now);
    assert_eq!(drops(&mut net, 2, DropCause::NoSession), 1);
    net.node(2).receive(at(3), &mut genuine.clone(), now);
    assert_eq!(
        drops(&mut net, 2, DropCause::Forged),
        6,
        "another neighbour's"
    );
    net.run_for(1);
    assert_eq!(net.received(3), vec![b"x".to_vec()]);
}

/// The tag has no counter: a copy is relayed, and its end takes none twice.
#[test]
fn a_relayed_copy_is_taken_once_at_its_end() {
    let mut net = relayed(|_| {});
    let genuine = last_relayed(&mut net);
    let now = net.moment();
    for _ in 0..5 {
        net.node(2).receive(at(1), &mut genuine.clone(), now);
    }
    net.run_for(1);
    assert_eq!(net.received(3), vec![b"x".to_vec()]);
    assert_eq!(drops(&mut net, 3, DropCause::Replayed), 5);
}

#[test]
fn a_neighbour_gets_its_share_of_a_relay_and_no_more() {
    let mut net = relayed(|config| {
        config.routing.relayed_bytes_per_second = 20_000;
        config.routing.max_relayed_waiting = 10;
    });
    net.start(4, 4, |_| {});
    net.connect(4, 2);
    net.run_for(6);
    net.connect_to(4, 3, Place::Routed);
    net.run_for(2);
    for _ in 0..200 {
        net.send(1, 3, &[7; 1000]).expect("they are connected");
    }
    net.collect();
    let (now, mut flood) = (net.moment(), vec![]);
    while let Some((key, _)) = net.flying.last_key_value() {
        flood.push(net.flying.remove(&key.clone()).expect("it is there"));
    }
    for (from, transmit) in &mut flood {
        if transmit.to == at(2) {
            net.node(2).receive(*from, &mut transmit.datagram, now);
        }
    }
    net.send(4, 3, b"fair").expect("they are connected");
    net.run_for(1);
    let received = net.received(3);
    assert_eq!(
        received.iter().filter(|event| event.len() == 1000).count(),
        10
    );
    assert!(received.contains(&b"fair".to_vec()));
    assert!(drops(&mut net, 2, DropCause::RelayQuota) >= 190);
}

#[test]
fn a_relayed_datagram_has_so_many_hops_and_says_whose_it_is() {
    let mut net = relayed(|_| {});
    net.start(4, 4, |_| {});
    net.connect(3, 4);
    net.run_for(8);
    net.start(5, 5, |config| config.routing.ttl = 1);
    net.connect(5, 1);
    net.run_for(8);
    net.connect_to(5, 4, Place::Routed);
    net.run_for(1);
    assert!(drops(&mut net, 2, DropCause::TtlExceeded) > 0);
    assert_eq!(net.happened(5, &Event::Connected(id(4))), 0);

    let node_2 = net.node(2).routing.us;
    net.node(1).routing.us = 4711;
    last_relayed(&mut net);
    net.run_for(1);
    assert!(drops(&mut net, 2, DropCause::Misrouted) > 0);
    net.node(1).routing.us = node_2;
    last_relayed(&mut net);
    net.run_for(1);
    assert!(drops(&mut net, 2, DropCause::Misrouted) > 1);
}

#[test]
fn who_does_not_relay_is_no_way() {
    for change in [
        (|config| config.routing.relays = false) as fn(&mut EndpointConfig),
        |config| config.features = HandshakeFeature::ACK_RANGES,
    ] {
        let mut net = relayed(change);
        assert_eq!(net.happened(1, &Event::Connected(id(3))), 0);
        assert_eq!(net.node(1).routes().count(), 1);
        assert_eq!(net.node(2).routes().count(), 2);
        let refused = drops(&mut net, 2, DropCause::NotRelaying);
        assert!(refused + drops(&mut net, 1, DropCause::NoRoute) > 0);
    }
}

/// What cannot be relayed is answered by a withdrawal, so that the sender takes another way.
#[test]
fn a_relay_that_leads_nowhere_says_so() {
    let mut net = relayed(|_| {});
    let now = net.moment();
    net.node(2).close(&id(3), CloseReason::Shutdown, now);
    // The withdrawal that follows is lost.
    net.loses = |_| true;
    net.run(net.now + Duration::from_millis(50));
    net.loses = |_| false;
    assert!(net.node(1).route(&id(3)).is_some());
    last_relayed(&mut net);
    net.run(net.now + Duration::from_millis(100));
    assert!(net.node(1).route(&id(3)).is_none());
    assert_eq!(drops(&mut net, 2, DropCause::NoRoute), 1);
}

#[test]
fn a_flooded_node_wants_cookies_of_those_behind_relays_too() {
    let mut net = Net::new(4);
    net.start(3, 3, |config| config.openings_per_second = 1);
    net.link_up(&[(1, 2), (4, 2)]);
    net.connect(2, 3);
    net.run_for(8);
    net.connect_to(1, 3, Place::Routed);
    net.connect_to(4, 3, Place::Routed);
    net.run_for(3);
    assert!(drops(&mut net, 3, DropCause::Challenged) > 0);
    for number in [1, 4] {
        assert_eq!(net.happened(number, &Event::Connected(id(3))), 1);
    }
}

#[derive(Debug)]
struct Never;

impl Verifier for Never {
    fn verify(&self, _: &EntityId, _: &[u8], _: &Signature) -> bool {
        false
    }
}

#[test]
fn pingwaves_that_are_not_signed_or_too_many_lead_nowhere() {
    let mut net = Net::new(1);
    net.start(2, 2, |config| config.verifier = Arc::new(Never));
    net.connect(1, 2);
    net.run_for(8);
    assert_eq!(net.node(2).routes().count(), 0);
    assert!(drops(&mut net, 2, DropCause::PingwaveForged) > 0);

    let mut net = Net::new(4);
    net.start(5, 5, |config| config.routing.max_destinations = 2);
    net.start(6, 6, |config| config.routing.signatures_per_second = 1);
    net.link_up(&[(1, 2), (2, 3), (3, 4), (1, 5), (1, 6)]);
    net.run_for(20);
    assert_eq!(net.node(5).routes().count(), 2);
    assert!(drops(&mut net, 5, DropCause::RoutesFull) > 0);
    assert!(drops(&mut net, 6, DropCause::PingwaveQuota) > 0);
}

#[test]
fn another_identity_with_the_same_node_id_is_refused() {
    let mut peers = Peers::default();
    let first = peers
        .insert(Peer::new(id(1), 7, 1))
        .expect("it is the first");
    assert_eq!(peers.insert(Peer::new(id(2), 7, 1)), None);
    peers.remove(first);
    assert!(peers.insert(Peer::new(id(2), 7, 1)).is_some());

    let mut net = Net::new(2);
    net.node(1).routing.us = node_id(&id(2)).0;
    let now = net.moment();
    assert_eq!(
        net.node(1).connect(id(2), at(2), now),
        Err(ConnectError::NodeIdTaken)
    );
}

/// A peer with keys says anything at all: nothing breaks, and others are served.
#[test]
fn whatever_a_peer_seals_is_survived() {
    let mut net = relayed(|_| {});
    net.connect(1, 3);
    net.run_for(2);
    let kinds = [
        Subprotocol::Events,
        Subprotocol::Heartbeat,
        Subprotocol::PathChallenge,
        Subprotocol::PathResponse,
        Subprotocol::Probe,
        Subprotocol::ProbeAck,
        Subprotocol::Pingwave,
        Subprotocol::RouteWithdrawal,
        Subprotocol::PingwaveRequest,
        Subprotocol::WindowGrant,
        Subprotocol::StreamAckRanges,
        Subprotocol::StreamReset,
        Subprotocol::SplitPacket,
    ];
    let mut random = Random::new([11; 32]);
    for round in 0..20_000_usize {
        let [flags, count, stream, sequence, length, fill, shape, cut] = random.bytes();
        let kind = kinds[round % kinds.len()];
        let header = PacketHeader {
            flags: PacketFlag::from_bits(flags % 8).expect("three are known"),
            sequence: u64::from(sequence % 16),
            event_count: u16::from(count % 4),
            ..blank(kind, u64::from(stream % 4))
        };
        // A well-formed frame around bytes of the sizes that messages have, or just bytes.
        let sizes = [
            0,
            4,
            StreamReset::SIZE,
            RouteWithdrawal::SIZE,
            Heartbeat::SIZE,
            WindowGrant::SIZE,
            Pingwave::SIZE,
            usize::from(length),
        ];
        let body: Vec<u8> = match fill % 3 {
            0 => vec![fill; sizes[usize::from(shape % 8)]],
            _ => random.bytes::<256>()[..sizes[usize::from(shape % 8)]].to_vec(),
        };
        let mut payload = (body.len() as u32).to_le_bytes().to_vec();
        payload.extend_from_slice(&body);
        if cut % 5 == 0 {
            payload.truncate(usize::from(cut) % (payload.len() + 1));
        }
        let hostile = net.nodes.get_mut(&at(1)).expect("it is there");
        let slot = hostile.peers.slot(&id(3)).expect("they are connected");
        if let Some(association) = hostile.peers.association_mut(slot) {
            association.send_raw(header, &payload, &mut hostile.out);
        }
        if round % 100 == 0 {
            net.run(net.now + Duration::from_millis(20));
        }
    }
    net.run_for(1);
    let honest = Bytes::from_static(b"still here");
    net.node(2)
        .send_reliably(&id(3), 1, HEAD, honest.clone())
        .expect("they are connected");
    net.run_for(1);
    assert!(net.received(3).contains(&honest.to_vec()));
    assert!(drops(&mut net, 3, DropCause::Malformed) > 1000);
    assert!(drops(&mut net, 3, DropCause::PingwaveMalformed) > 100);
}

/// Datagrams of every kind, changed at random, to a node that knows nobody, one with neighbours, and one that relays.
#[test]
fn whatever_comes_from_outside_is_survived() {
    let mut net = relayed(|_| {});
    net.connect_to(1, 3, Place::Routed);
    let genuine: Vec<Vec<u8>> = net
        .seen
        .iter()
        .map(|(_, sent)| sent.datagram.clone())
        .collect();
    let (moment, mut random) = (net.moment(), Random::new([12; 32]));
    let mut fresh = Net::new(1);
    for round in 0..30_000_usize {
        let [a, b, c, d] = random.bytes();
        let mut datagram = genuine[round % genuine.len()].clone();
        match a % 4 {
            0 => datagram.truncate(usize::from(b) * datagram.len() / 255),
            1 => datagram.extend(vec![c; usize::from(b)]),
            2 => {
                let (start, length) = (usize::from(b) % datagram.len(), usize::from(c) % 40);
                let bytes: [u8; 40] = random.bytes();
                let end = datagram.len().min(start + length);
                datagram[start..end].copy_from_slice(&bytes[..end - start]);
            }
            _ => {
                let bytes: [u8; 64] = random.bytes();
                let keep = [2, 4, RoutingHeader::SIZE, RELAY_OVERHEAD][usize::from(b % 4)]
                    .min(datagram.len());
                datagram.truncate(keep);
                datagram.extend_from_slice(&bytes[..usize::from(c % 65)]);
            }
        }
        let from = at(1 + d % 5);
        for number in [2, 3] {
            net.node(number)
                .receive(from, &mut datagram.clone(), moment);
        }
        fresh.node(1).receive(from, &mut datagram, moment);
        if round % 500 == 0 {
            net.collect();
            fresh.collect();
            net.flying.clear();
        }
    }
    net.flying.clear();
    assert!(fresh.node(1).drops().total() > 25_000);
    net.run_for(1);
    net.send(2, 3, b"still here").expect("they are connected");
    net.run_for(1);
    assert!(net.received(3).contains(&b"still here".to_vec()));
}

/// It says that it leads somewhere, and keeps what it gets.
#[test]
fn a_relay_that_swallows_datagrams_is_left() {
    let mut net = Net::new(4);
    net.delays.insert((3, 4), Duration::from_millis(15));
    net.link_up(&[(1, 2), (2, 4), (1, 3), (3, 4)]);
    net.run_for(8);
    net.connect_to(1, 4, Place::Routed);
    net.run_for(2);
    let node = |number| node_id(&id(number)).0;
    let first_hop = |net: &mut Net| net.node(1).routing.table.first_hop(node(4));
    assert_eq!(first_hop(&mut net), Some(node(2)));
    net.node(2).config.routing.relays = false;
    net.run_for(6);
    assert!(drops(&mut net, 2, DropCause::NotRelaying) > 0);
    assert_eq!(first_hop(&mut net), Some(node(3)));
    assert_eq!(
        net.happened(1, &Event::Liveness(id(4), Liveness::Suspected)),
        1
    );
    assert_eq!(
        net.happened(1, &Event::Liveness(id(4), Liveness::Failed)),
        0
    );
    net.send(1, 4, b"through").expect("they are connected");
    net.run_for(1);
    assert_eq!(net.received(4), vec![b"through".to_vec()]);
}
