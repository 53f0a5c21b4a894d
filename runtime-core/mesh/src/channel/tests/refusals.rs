//! Peers that do not keep to the protocol.

use bytes::Bytes;
use meshwright_transport::{Head, origin_hash};
use meshwright_wire::wire::packet::Subprotocol;

use super::super::*;
use super::net::*;

fn head(subprotocol: Subprotocol, channel: u64) -> Head {
    Head {
        subprotocol,
        priority: 0,
        origin: origin_hash(&id(1)),
        channel,
        subnet: 0,
    }
}

/// Node 1 says something to node 2 that its channels would not say.
fn say(net: &mut Net, stream: u64, head: Head, event: &[u8]) {
    let node = net.nodes.get_mut(&1).unwrap();
    let event = Bytes::copy_from_slice(event);
    node.endpoint.send(&id(2), stream, head, &event).unwrap();
    net.run(100);
}

/// The first subscription that a node makes at a peer which it has just met.
const FIRST: u64 = 1 << 48 | 2;

#[test]
fn what_was_not_asked_for_is_dropped_and_counted() {
    let mut net = Net::new(2, 1);
    let mut subscription = net.subscribe(2, "a", SubscribeOptions::default());
    net.run(100);
    net.publish(1, "a", 0..1);
    net.run(100);
    assert_eq!(drain(&mut subscription), [0]);
    let a = name("a").hash();
    let dropped = |net: &mut Net, cause| net.node(2).totals().dropped(cause);

    say(&mut net, FIRST, head(Subprotocol::Events, a), &[1; 4]);
    assert_eq!(drain(&mut subscription).len(), 1);
    say(&mut net, FIRST + 9, head(Subprotocol::Events, a), &[1; 4]);
    assert_eq!(dropped(&mut net, DropCause::NotSubscribed), 1);
    // A channel of which it has told, and that nobody asked for.
    let other = name("other");
    say(
        &mut net,
        FIRST,
        head(Subprotocol::Membership, 0),
        &announcement("other"),
    );
    say(
        &mut net,
        FIRST,
        head(Subprotocol::Events, other.hash()),
        &[1; 4],
    );
    assert_eq!(dropped(&mut net, DropCause::NotSubscribed), 2);
    let forged = Head {
        origin: 5,
        ..head(Subprotocol::Events, a)
    };
    say(&mut net, FIRST, forged, &[1; 4]);
    assert_eq!(dropped(&mut net, DropCause::WrongOrigin), 1);
    say(&mut net, FIRST, head(Subprotocol::Events, 12345), &[1; 4]);
    net.run(4000);
    assert_eq!(dropped(&mut net, DropCause::NotAnnounced), 1);
    assert_eq!(drain(&mut subscription), [0; 0]);
}

fn announcement(channel: &str) -> Vec<u8> {
    let name = channel.as_bytes();
    [&[4, name.len() as u8], name, &[0, 0]].concat()
}

#[test]
fn messages_that_mean_nothing_are_counted() {
    let mut net = Net::new(2, 1);
    let control = |counter: u64| 2 << 48 | counter;
    let bad = |net: &mut Net| net.node(2).totals().dropped(DropCause::BadMessage);
    let membership = head(Subprotocol::Membership, 0);
    say(&mut net, control(100), membership, &[9, 9]);
    assert_eq!(bad(&mut net), 1);
    // Not a control stream.
    say(&mut net, 7, membership, &announcement("a"));
    assert_eq!(bad(&mut net), 2);
    // A subscription that takes another stream's id.
    let stolen = [&[0][..], &control(100).to_le_bytes(), &[1, 0, 0, 0, 0, 0]].concat();
    say(&mut net, control(100), membership, &stolen);
    assert_eq!(bad(&mut net), 3);
    // One id twice.
    let twice = [&[0][..], &FIRST.to_le_bytes(), &[1, 0, 0, 0, 0, 0]].concat();
    say(&mut net, control(100), membership, &twice);
    assert_eq!(bad(&mut net), 3);
    say(&mut net, control(100), membership, &twice);
    assert_eq!(bad(&mut net), 4);
    // A control stream that was left, and another that begins: what was asked before is forgotten.
    say(&mut net, control(99), membership, &twice);
    assert_eq!(bad(&mut net), 5);
    say(&mut net, control(101), membership, &twice);
    assert_eq!(bad(&mut net), 5);
}
