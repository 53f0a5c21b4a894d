//! Sizes of datagrams over the network of the tests.

use bytes::Bytes;

use super::net::{HEAD, Net, id, link};
use crate::endpoint::*;

/// Nodes that try datagrams of up to 9,000 bytes.
pub(super) fn large(count: u8) -> Net {
    let mut net = Net::new(0);
    for number in 1..=count {
        net.start(number, number, |config| config.largest_datagram = 9000);
    }
    net
}

fn largest_sent(net: &mut Net) -> usize {
    net.collect();
    let seen = std::mem::take(&mut net.seen);
    let sizes = seen.iter().map(|(_, sent)| sent.datagram.len());
    sizes.max().unwrap_or_default()
}

#[test]
fn datagrams_grow_to_what_the_path_carries() {
    for (carries, least) in [(9000, 9000), (1500, 1480), (1200, 1180)] {
        let mut net = large(2);
        net.carries = carries;
        net.connect(1, 2);
        net.run_for(60);
        largest_sent(&mut net);
        net.send(1, 2, &[7; 60_000]).expect("they are connected");
        let size = largest_sent(&mut net);
        assert!((least..=carries).contains(&size), "{size} of {carries}");
        net.run_for(1);
        assert_eq!(net.received(2), vec![vec![7; 60_000]]);
    }
}

/// What was packed large is on its way, again and again, when the path shrinks.
#[test]
fn a_path_that_shrinks_loses_nothing_of_a_stream() {
    let mut net = large(2);
    net.connect(1, 2);
    net.run_for(5);
    let event = Bytes::from((0..400_000_u32).map(|n| n as u8).collect::<Vec<_>>());
    net.node(1)
        .send_reliably(&id(2), 5, HEAD, event.clone())
        .expect("there is room");
    net.run(net.now + Duration::from_millis(5));
    net.carries = 1280;
    net.run_for(30);
    assert_eq!(net.received(2), vec![event.to_vec()]);
    largest_sent(&mut net);
    net.send(1, 2, &[7; 10_000]).expect("they are connected");
    assert!(largest_sent(&mut net) <= 1280);
}

#[test]
fn a_stream_of_large_packets_goes_on_through_relays() {
    let mut net = large(3);
    for (one, other) in [(1, 2), (2, 3), (1, 3)] {
        net.connect(one, other);
    }
    net.run_for(8);
    let event = Bytes::from((0..400_000_u32).map(|n| n as u8).collect::<Vec<_>>());
    net.node(1)
        .send_reliably(&id(3), 5, HEAD, event.clone())
        .expect("there is room");
    net.run(net.now + Duration::from_millis(5));
    net.cut.insert(link(1, 3));
    net.run_for(30);
    assert_eq!(net.received(3), vec![event.to_vec()]);
}
