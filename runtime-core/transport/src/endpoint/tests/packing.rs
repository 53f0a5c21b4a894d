//! Small events that share packets.

use bytes::Bytes;
use meshwright_wire::wire::packet::{PacketHeader, Subprotocol};

use super::net::{HEAD, Net, id};
use crate::endpoint::*;
use crate::stream::{Head, blank};

const STREAM: u64 = 1;

fn pair() -> Net {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(3);
    net
}

/// Datagrams that the first node has to send now.
fn sent(net: &mut Net) -> Vec<Transmit> {
    let now = net.moment();
    let node = net.node(1);
    node.flush(now);
    std::iter::from_fn(|| node.poll_transmit()).collect()
}

/// They arrive at the second node, which tells how many events each had.
fn arrive(net: &mut Net, datagrams: Vec<Transmit>) -> Vec<usize> {
    let now = net.moment();
    for mut transmit in datagrams {
        net.node(2)
            .receive(super::net::at(1), &mut transmit.datagram, now);
    }
    let packets = std::iter::from_fn(|| net.node(2).poll_event(now));
    packets
        .filter_map(|event| match event {
            Event::Received(received) => {
                assert_eq!(
                    usize::from(received.header.event_count),
                    received.events.len()
                );
                Some(received.events.len())
            }
            _ => None,
        })
        .collect()
}

fn reliably(net: &mut Net, event: &[u8]) {
    let event = Bytes::copy_from_slice(event);
    net.node(1)
        .send_reliably(&id(2), STREAM, HEAD, event)
        .expect("there is room");
}

#[test]
fn events_that_wait_share_a_packet_and_keep_order_and_bounds() {
    let events: Vec<Vec<u8>> = (0..20).map(|n| vec![n; usize::from(n % 5) * 9]).collect();
    for is_reliable in [false, true] {
        let mut net = pair();
        net.seen.clear();
        for event in &events {
            if is_reliable {
                reliably(&mut net, event);
            } else {
                net.send(1, 2, event).expect("they are connected");
            }
        }
        net.collect();
        assert_eq!(net.seen.len(), 1, "one datagram");
        net.run_for(1);
        assert_eq!(net.received(2), events);
    }
}

#[test]
fn an_event_that_is_alone_goes_at_once() {
    let mut net = pair();
    for _ in 0..3 {
        net.send(1, 2, b"alone").expect("they are connected");
        assert_eq!(sent(&mut net).len(), 1);
        reliably(&mut net, b"alone");
        assert_eq!(sent(&mut net).len(), 1);
    }
}

#[test]
fn a_packet_has_as_many_events_as_the_path_carries() {
    let mut net = pair();
    let largest = EndpointConfig::new(net.node(1).config.psks.clone()).largest_datagram;
    for size in [0, 1, 60, 700, 1300] {
        for _ in 0..1000 {
            net.send(1, 2, &vec![7; size]).expect("they are connected");
        }
        let datagrams = sent(&mut net);
        let fit = (largest - 80) / (4 + size);
        assert_eq!(datagrams.len(), 1000_usize.div_ceil(fit), "{size}");
        assert!(datagrams.iter().all(|one| one.datagram.len() <= largest));
        let counts = arrive(&mut net, datagrams);
        assert!(counts[..counts.len() - 1].iter().all(|count| *count == fit));
        assert_eq!(counts.iter().sum::<usize>(), 1000);
    }
}

#[test]
fn events_of_other_streams_and_kinds_have_packets_of_their_own() {
    let mut net = pair();
    let other = Head { channel: 9, ..HEAD };
    for (stream, head) in [(1, HEAD), (1, HEAD), (2, HEAD), (2, other), (1, HEAD)] {
        net.node(1)
            .send(&id(2), stream, head, &Bytes::from_static(b"event"))
            .expect("they are connected");
    }
    let datagrams = sent(&mut net);
    assert_eq!(arrive(&mut net, datagrams), [2, 1, 1, 1]);
}

#[test]
fn a_packet_of_many_events_that_is_lost_is_mended() {
    let mut net = pair();
    let events: Vec<Vec<u8>> = (0..50).map(|n| vec![n; 30]).collect();
    events.iter().for_each(|event| reliably(&mut net, event));
    assert_eq!(sent(&mut net).len(), 2, "both are lost here");
    net.run_for(3);
    assert_eq!(net.received(2), events);
}

#[test]
fn what_is_taken_before_a_goodbye_goes_before_it() {
    let mut net = pair();
    net.send(1, 2, b"last").expect("they are connected");
    reliably(&mut net, b"words");
    let now = net.moment();
    net.node(1).close(
        &id(2),
        meshwright_wire::wire::session::CloseReason::Shutdown,
        now,
    );
    net.run_for(1);
    assert_eq!(net.received(2), [b"last".to_vec(), b"words".to_vec()]);
}

#[test]
fn a_packet_that_lies_about_its_events_is_refused_and_counted() {
    let mut net = pair();
    let payload = [1, 0, 0, 0, 7, 1, 0, 0, 0, 8];
    for (event_count, is_right) in [
        (0, false),
        (1, false),
        (2, true),
        (3, false),
        (u16::MAX, false),
    ] {
        let before = net.node(2).drops().of(DropCause::Malformed);
        let header = PacketHeader {
            event_count,
            ..blank(Subprotocol::Events, STREAM)
        };
        let liar = net.node(1);
        let slot = liar.peers.slot(&id(2)).expect("they are connected");
        if let Some(association) = liar.peers.association_mut(slot) {
            association.send_raw(header, &payload, &mut liar.out);
        }
        let datagrams = sent(&mut net);
        let events = arrive(&mut net, datagrams);
        assert_eq!(events, if is_right { vec![2] } else { vec![] });
        let refused = net.node(2).drops().of(DropCause::Malformed) - before;
        assert_eq!(refused, u64::from(!is_right), "{event_count}");
    }
}
