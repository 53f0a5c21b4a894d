//! Floods, rubbish and whoever else has no key of the mesh.

use super::net::{Net, at, id};
use crate::endpoint::*;
use crate::handshake::{Psk, Psks};

/// To node 2.
fn opening_of_a_stranger(number: u8) -> Vec<u8> {
    let config = EndpointConfig::new(Psks::new(Psk::new(1, [9; 32]), vec![]));
    let now = Now {
        monotonic: Duration::ZERO,
        wall: Duration::from_secs(1),
    };
    let mut stranger = Endpoint::new(
        SecretIdentity::from_seed(&[number; 32]),
        config,
        [number; 32],
        now,
    );
    stranger.connect(id(2), at(2), now).expect("there is room");
    stranger.poll_transmit().expect("an opening").datagram
}

#[test]
fn a_flood_of_openings_costs_little_and_a_friend_gets_in_with_a_cookie() {
    let mut net = Net::new(1);
    net.start(2, 2, |config| config.openings_per_second = 20);
    let moment = net.moment();
    for number in 100..200 {
        net.node(2)
            .receive(at(number), &mut opening_of_a_stranger(number), moment);
    }
    assert_eq!(net.node(2).drops().of(DropCause::Challenged), 80);
    assert_eq!(net.node(2).unconfirmed, 20);
    net.connect(1, 2);
    net.run_for(1);
    assert_eq!(net.happened(1, &Event::Connected(id(2))), 1);
    net.run_for(10);
    assert_eq!(
        (net.node(2).unconfirmed, net.node(2).peers.len()),
        (0, 1),
        "openings that nobody confirmed are forgotten"
    );
}

#[test]
fn strangers_who_do_not_confirm_keep_nobody_out() {
    let mut net = Net::new(1);
    net.start(2, 2, |config| config.max_unconfirmed = 20);
    let moment = net.moment();
    for number in 100..200 {
        net.node(2)
            .receive(at(number), &mut opening_of_a_stranger(number), moment);
    }
    assert_eq!(net.node(2).unconfirmed, 20);
    assert_eq!(net.node(2).drops().of(DropCause::Full), 80);
    net.connect(1, 2);
    net.run_for(1);
    assert_eq!(net.happened(1, &Event::Connected(id(2))), 1);
    net.run_for(10);
    assert_eq!((net.node(2).unconfirmed, net.node(2).peers.len()), (0, 1));
}

#[test]
fn a_clock_that_was_set_back_is_forgiven_for_a_cookie() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    let config = EndpointConfig::new(Psks::new(Psk::new(1, [9; 32]), vec![]));
    let early = Now {
        monotonic: net.now,
        wall: Duration::from_secs(5),
    };
    let mut again = Endpoint::new(
        SecretIdentity::from_seed(&[1; 32]),
        config,
        [101; 32],
        early,
    );
    again.connect(id(2), at(2), early).expect("there is room");
    net.nodes.insert(at(1), again);
    net.run_for(2);
    assert_eq!(net.node(2).drops().of(DropCause::Challenged), 1);
    assert_eq!(net.happened(2, &Event::Restarted(id(1))), 1);
}

#[test]
fn rubbish_is_counted_and_answered_by_nothing() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    let genuine: Vec<Vec<u8>> = net
        .seen
        .iter()
        .map(|(_, sent)| sent.datagram.clone())
        .collect();
    let sent = net.seen.len();
    let (moment, mut random) = (net.moment(), Random::new([7; 32]));
    let before = net.node(2).drops().total();
    for round in 0..20_000_u32 {
        let mut datagram = genuine[round as usize % genuine.len()].clone();
        let [a, b, c, d] = random.bytes();
        let length = if a & 1 == 0 {
            datagram.len()
        } else {
            usize::from(b) % (datagram.len() + 1)
        };
        datagram.truncate(length);
        let changed = usize::from(c) % datagram.len().max(1);
        datagram
            .iter_mut()
            .skip(changed)
            .take(1 + usize::from(d % 3))
            .for_each(|byte| *byte ^= 1 << (b % 8));
        net.node(2).receive(at(9), &mut datagram, moment);
    }
    assert!(net.node(2).drops().total() - before > 15_000);
    net.collect();
    assert!(
        net.seen.len() - sent < 300,
        "only whole openings with a good first mac are answered, by cookies"
    );
    net.send(1, 2, b"x").expect("they are connected");
    net.run_for(1);
    assert_eq!(net.received(2), vec![b"x".to_vec()]);
}

/// Found by the simulator, seed 2003.
#[test]
fn of_a_stranger_who_only_asked_nothing_is_told() {
    let mut net = Net::new(1);
    net.start(2, 2, |config| {
        config.psks = Psks::new(Psk::new(1, [0; 32]), vec![]);
    });
    net.connect(2, 1);
    net.run_for(100);
    let told = net.events.iter().filter(|(node, _)| *node == at(1));
    assert_eq!(told.count(), 0);
    assert_eq!(net.happened(2, &Event::ConnectFailed(id(1))), 1);
}
