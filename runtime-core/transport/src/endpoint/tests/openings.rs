//! Openings that come twice, late, or from elsewhere: the latest of a peer counts, and its keys are not taken away.

use super::net::{Net, at, id};
use crate::endpoint::*;
use crate::handshake::{Psk, Psks};

/// Between nodes 1 and 2, with every datagram in the hands of the test.
struct Wire(Net);

impl Wire {
    fn new() -> Self {
        let mut net = Net::new(2);
        net.connect(1, 2);
        Self(net)
    }

    /// The first datagram that waits to be sent; others are lost.
    fn sent(&mut self, number: u8) -> Vec<u8> {
        let now = self.0.moment();
        let node = self.0.node(number);
        node.flush(now);
        let sent = node.poll_transmit().expect("it answers");
        while node.poll_transmit().is_some() {}
        sent.datagram
    }

    /// What node `to` sends when it gets `datagram` from the address of node `from`.
    fn answer(&mut self, from: u8, to: u8, datagram: &[u8]) -> Vec<u8> {
        self.give(from, to, datagram);
        self.sent(to)
    }

    fn give(&mut self, from: u8, to: u8, datagram: &[u8]) {
        let now = self.0.moment();
        self.0
            .node(to)
            .receive(at(from), &mut datagram.to_vec(), now);
    }

    /// Everything goes its way again: the keys that node 1 has are those of node 2.
    fn they_talk(&mut self) {
        let refused = self.0.node(2).drops().of(DropCause::NoSession);
        self.0.run_for(1);
        for (one, other) in [(1, 2), (2, 1)] {
            assert_eq!(self.0.happened(one, &Event::Connected(id(other))), 1);
            self.0.send(one, other, b"x").expect("they are connected");
        }
        self.0.run_for(1);
        assert_eq!((self.0.received(1).len(), self.0.received(2).len()), (1, 1));
        assert_eq!(self.0.node(2).drops().of(DropCause::NoSession), refused);
    }
}

/// Found by the simulator, seed 1874.
#[test]
fn an_opening_that_comes_twice_gets_the_same_answer_twice() {
    let mut wire = Wire::new();
    let opening = wire.sent(1);
    let answer = wire.answer(1, 2, &opening);
    let cookie = wire.answer(1, 2, &opening);
    let with_cookie = wire.answer(2, 1, &cookie);
    let confirmation = wire.answer(2, 1, &answer);
    assert_eq!(wire.answer(1, 2, &with_cookie), answer);
    wire.give(1, 2, &confirmation);
    wire.they_talk();
}

/// Of an opening that somebody overtook with a copy from elsewhere, the address that took the cookie counts.
#[test]
fn the_same_answer_goes_to_where_a_cookie_was_taken() {
    let mut wire = Wire::new();
    let opening = wire.sent(1);
    let answer = wire.answer(9, 2, &opening);
    let cookie = wire.answer(1, 2, &opening);
    let with_cookie = wire.answer(2, 1, &cookie);
    assert_eq!(wire.answer(1, 2, &with_cookie), answer);
    let confirmation = wire.answer(2, 1, &answer);
    wire.give(1, 2, &confirmation);
    let peer = wire.0.node(2).peer(&id(1)).expect("it has confirmed");
    assert_eq!(peer.place, Place::Direct(at(1)));
    wire.they_talk();
}

/// Node `number` in an earlier life, and its opening to node `to`.
fn earlier_life(number: u8, to: u8) -> (Endpoint, Vec<u8>) {
    let config = EndpointConfig::new(Psks::new(Psk::new(1, [9; 32]), vec![]));
    let identity = SecretIdentity::from_seed(&[number; 32]);
    let mut before = Endpoint::new(identity, config, [101; 32], EARLY);
    before
        .connect(id(to), at(to), EARLY)
        .expect("there is room");
    let opening = before.poll_transmit().expect("an opening").datagram;
    (before, opening)
}

const EARLY: Now = Now {
    monotonic: Duration::ZERO,
    wall: Duration::from_secs(5),
};

/// The opening with the cookie that came for it: nobody needs a key for that.
fn with_cookie(before: &mut Endpoint, mut cookie: Vec<u8>) -> Vec<u8> {
    before.receive(at(9), &mut cookie, EARLY);
    before.poll_transmit().expect("with a cookie").datagram
}

#[test]
fn an_older_opening_takes_no_keys_away() {
    let mut wire = Wire::new();
    let opening = wire.sent(1);
    let answer = wire.answer(1, 2, &opening);
    let (mut before, recorded) = earlier_life(1, 2);
    let recorded = with_cookie(&mut before, wire.answer(9, 2, &recorded));
    wire.give(9, 2, &recorded);
    let confirmation = wire.answer(2, 1, &answer);
    wire.give(1, 2, &confirmation);
    wire.they_talk();
}

#[test]
fn a_later_opening_is_answered_whatever_waits() {
    let mut wire = Wire::new();
    let opening = wire.sent(1);
    let lost = wire.answer(1, 2, &opening);
    wire.0.run(wire.0.now + Duration::from_millis(800));
    assert_eq!(wire.0.happened(1, &Event::Connected(id(2))), 1);
    wire.give(2, 1, &lost);
    wire.they_talk();
}

/// Of two that open, the higher identity waits for the other; but not for copies of what that one said before.
#[test]
fn an_older_opening_does_not_hold_up_ours() {
    let (us, peer) = if id(1).0 > id(2).0 { (1, 2) } else { (2, 1) };
    let (mut before, recorded) = earlier_life(peer, us);
    let mut wire = Wire(Net::new(2));
    wire.0.nodes.remove(&at(peer));
    wire.answer(peer, us, &recorded);
    wire.0.run_for(6);
    wire.0.connect(us, peer);
    wire.sent(us);
    let recorded = with_cookie(&mut before, wire.answer(9, us, &recorded));
    wire.answer(9, us, &recorded);
    wire.0.run_for(2);
    let openings = wire.0.seen.iter();
    let to_peer = openings.filter(|(from, sent)| *from == at(us) && sent.to == at(peer));
    assert_eq!(
        to_peer.count(),
        2,
        "after half a second, and after one more"
    );
}
