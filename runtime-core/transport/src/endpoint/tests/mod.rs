//! What two and more endpoints do with a network between them.

mod hostile;
mod lost;
mod net;
mod packing;
mod relaying;
mod sizes;
mod tracing;

use bytes::Bytes;
use meshwright_wire::wire::session::CloseReason;

use super::*;
use crate::handshake::{Psk, Psks};
use net::{HEAD, Net, at, id};

#[test]
fn two_nodes_meet_and_talk() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    for (one, other) in [(1, 2), (2, 1)] {
        assert_eq!(net.happened(one, &Event::Connected(id(other))), 1);
        net.send(one, other, b"hello").expect("they are connected");
    }
    net.run_for(1);
    assert_eq!(
        (net.received(1), net.received(2)),
        (vec![b"hello".to_vec()], vec![b"hello".to_vec()])
    );
    let round_trip = net
        .node(1)
        .peers()
        .next()
        .and_then(|peer| peer.round_trip)
        .expect("heartbeats measure it");
    assert_eq!(round_trip, Duration::from_millis(20));
    assert_eq!(net.node(1).drops().total() + net.node(2).drops().total(), 0);
}

#[test]
fn both_may_open_at_once() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.connect(2, 1);
    net.run_for(2);
    for (one, other) in [(1, 2), (2, 1)] {
        assert_eq!(net.happened(one, &Event::Connected(id(other))), 1);
        net.send(one, other, b"x").expect("they are connected");
    }
    net.run_for(1);
    assert_eq!((net.received(1).len(), net.received(2).len()), (1, 1));
}

#[test]
fn whatever_is_lost_of_a_handshake_is_made_up_for() {
    for lost in 1..=5 {
        let mut net = Net::new(2);
        net.loses = [|n| n == 1, |n| n == 2, |n| n == 3, |n| n == 4, |n| n <= 3][lost - 1];
        net.connect(1, 2);
        net.run_for(6);
        for (one, other) in [(1, 2), (2, 1)] {
            assert_eq!(net.happened(one, &Event::Connected(id(other))), 1, "{lost}");
            net.send(one, other, b"x").expect("they are connected");
        }
        net.run_for(1);
        assert_eq!(
            (net.received(1).len(), net.received(2).len()),
            (1, 1),
            "{lost}"
        );
    }
}

#[test]
fn nobody_there_is_told() {
    let mut net = Net::new(1);
    net.connect(1, 2);
    net.run_for(100);
    assert_eq!(net.happened(1, &Event::ConnectFailed(id(2))), 1);
    assert_eq!(net.node(1).next_timeout(), None);
    assert_eq!(net.send(1, 2, b"x"), Err(SendError::NotConnected));
}

#[test]
fn keys_are_replaced_and_nothing_is_lost_meanwhile() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    let mut sent = 0_u32;
    for _ in 0..4_000 {
        for (one, other) in [(1, 2), (2, 1)] {
            net.send(one, other, &sent.to_le_bytes())
                .expect("they are connected");
        }
        sent += 1;
        net.run(net.now + Duration::from_millis(100));
    }
    net.run_for(1);
    let expected: Vec<Vec<u8>> = (0..sent)
        .map(|number| number.to_le_bytes().to_vec())
        .collect();
    assert_eq!(
        (net.received(1), net.received(2)),
        (expected.clone(), expected)
    );
    let sessions: std::collections::BTreeSet<&[u8]> = net
        .seen
        .iter()
        .filter(|(_, sent)| sent.datagram[..2] == [0x4d, 0x57])
        .map(|(_, sent)| &sent.datagram[8..16])
        .collect();
    assert_eq!(
        sessions.len(),
        8,
        "four sessions in 400 s, each with an id for either side"
    );
}

#[test]
fn no_nonce_is_used_twice() {
    let mut net = Net::new(3);
    net.loses = |n| n % 7 == 0;
    for (one, other) in [(1, 2), (2, 3), (3, 1), (2, 1)] {
        net.connect(one, other);
    }
    net.run_for(500);
    let mut nonces = std::collections::BTreeSet::new();
    for (from, sent) in net
        .seen
        .iter()
        .filter(|(_, sent)| sent.datagram[..2] == [0x4d, 0x57])
    {
        assert!(nonces.insert((*from, sent.datagram[8..24].to_vec())));
    }
}

#[test]
fn a_replayed_datagram_changes_nothing() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    net.send(1, 2, b"once").expect("they are connected");
    net.run_for(1);
    let recorded = std::mem::take(&mut net.seen);
    for (from, transmit) in &recorded {
        let moment = net.moment();
        if let Some(node) = net.nodes.get_mut(&transmit.to) {
            node.receive(*from, &mut transmit.datagram.clone(), moment);
        }
    }
    net.run_for(10);
    assert_eq!(net.received(2), vec![b"once".to_vec()]);
    assert_eq!(net.happened(2, &Event::Connected(id(1))), 1);
    net.send(2, 1, b"still here").expect("they are connected");
    net.run_for(1);
    assert_eq!(net.received(1), vec![b"still here".to_vec()]);
}

#[test]
fn a_peer_that_moves_is_followed_once_it_has_answered() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    let moved = net.nodes.remove(&at(1)).expect("it is there");
    net.nodes.insert(at(7), moved);
    net.node(7)
        .send(&id(2), 1, HEAD, &Bytes::from_static(b"from elsewhere"))
        .expect("they are connected");
    net.run_for(1);
    assert_eq!(net.received(2), vec![b"from elsewhere".to_vec()]);
    assert_eq!(net.happened(2, &Event::Moved(id(1), at(7).into())), 1);
    net.send(2, 1, b"found you").expect("they are connected");
    net.run_for(1);
    assert_eq!(net.received(7), vec![b"found you".to_vec()]);
}

/// Somebody on the path sends our packets from another address: the peer does not follow.
#[test]
fn a_packet_from_an_address_that_does_not_answer_moves_nobody() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    net.send(1, 2, b"x").expect("they are connected");
    net.collect();
    let (_, (_, mut transmit)) = net.flying.pop_last().expect("it is on its way");
    let moment = net.moment();
    net.node(2).receive(at(66), &mut transmit.datagram, moment);
    net.run_for(5);
    assert_eq!(net.happened(2, &Event::Moved(id(1), at(66).into())), 0);
    let sent: usize = net
        .seen
        .iter()
        .filter(|(_, sent)| sent.to == at(66))
        .map(|(_, sent)| sent.datagram.len())
        .sum();
    assert!(
        (1..=3 * transmit.datagram.len()).contains(&sent),
        "{sent} bytes"
    );
}

#[test]
fn silence_is_noticed_and_mended() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    net.loses = |_| true;
    net.run_for(4);
    assert_eq!(
        net.happened(1, &Event::Liveness(id(2), Liveness::Suspected)),
        1
    );
    net.loses = |_| false;
    net.run_for(2);
    assert_eq!(
        net.happened(1, &Event::Liveness(id(2), Liveness::Healthy)),
        1
    );
    net.loses = |_| true;
    net.run_for(10);
    assert_eq!(
        net.happened(1, &Event::Liveness(id(2), Liveness::Failed)),
        1
    );
    net.run_for(400);
    assert_eq!(
        net.happened(1, &Event::Closed(id(2), CloseCause::TimedOut)),
        1
    );
    assert_eq!(net.node(1).next_timeout(), None, "nothing is left");
    assert_eq!(net.node(1).peers.len(), 0);
}

#[test]
fn a_program_that_was_started_again_is_known_and_new() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    net.start(1, 101, |_| {});
    net.connect(1, 2);
    net.run_for(2);
    assert_eq!(net.happened(2, &Event::Restarted(id(1))), 1);
    net.send(1, 2, b"again").expect("they are connected");
    net.run_for(1);
    assert_eq!(net.received(2), vec![b"again".to_vec()]);
}

#[test]
fn a_goodbye_ends_both_sides() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    let now = net.moment();
    net.node(1).close(&id(2), CloseReason::Shutdown, now);
    net.run_for(1);
    assert_eq!(
        net.happened(
            2,
            &Event::Closed(
                id(1),
                CloseCause::Peer(CloseReason::Shutdown, String::new())
            )
        ),
        1
    );
    for number in [1, 2] {
        assert_eq!(net.node(number).peers.len(), 0);
        assert_eq!(net.node(number).next_timeout(), None);
    }
}

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

#[test]
fn a_reliable_stream_outlives_its_keys_a_move_and_losses() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    net.loses = |n| n % 9 == 0;
    let mut sent = 0_u32;
    while net.now < Duration::from_secs(300) {
        let event = Bytes::from([&sent.to_le_bytes()[..], &[0; 3000]].concat());
        let (address, mut node) = net.nodes.pop_first().expect("the first node");
        node.send_reliably(&id(2), 77, HEAD, event)
            .expect("there is room");
        // Every hundred seconds it is somewhere else.
        let address = if sent % 500 == 499 {
            SocketAddr::new(address.ip(), address.port() + 1)
        } else {
            address
        };
        net.nodes.insert(address, node);
        sent += 1;
        net.run(net.now + Duration::from_millis(200));
    }
    net.nodes
        .first_entry()
        .expect("the first node")
        .get_mut()
        .finish(&id(2), 77)
        .expect("it is there");
    net.run_for(10);
    let numbers: Vec<u32> = net
        .received(2)
        .iter()
        .map(|event| u32::from_le_bytes(event[..4].try_into().expect("4")))
        .collect();
    assert!(
        numbers.iter().copied().eq(0..sent),
        "{} of {sent}",
        numbers.len()
    );
    assert_eq!(net.happened(2, &Event::StreamFinished(id(1), 77)), 1);
    assert_eq!(
        net.events
            .iter()
            .filter(|(_, event)| *event == Event::StreamDrained(id(2), 77))
            .count(),
        1
    );
    assert_eq!(
        net.events
            .iter()
            .filter(|(_, event)| matches!(event, Event::Moved(..)))
            .count(),
        2
    );
}

#[test]
fn a_stream_to_a_program_that_was_started_again_begins_anew() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    net.node(2)
        .send_reliably(&id(1), 5, HEAD, Bytes::from_static(b"old"))
        .expect("they are connected");
    net.run_for(1);
    net.start(1, 101, |_| {});
    net.connect(1, 2);
    net.run_for(2);
    assert_eq!(net.happened(2, &Event::Restarted(id(1))), 1);
    net.node(2)
        .send_reliably(&id(1), 5, HEAD, Bytes::from_static(b"new"))
        .expect("they are connected");
    net.run_for(1);
    assert_eq!(net.received(1), vec![b"old".to_vec(), b"new".to_vec()]);
}

/// Found by the simulator, seed 156: what the program before had sent came late, under keys that were not forgotten yet, into the stream of the same id.
#[test]
fn what_comes_late_of_the_program_before_gets_into_no_stream_of_the_one_after() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    net.node(1)
        .send_reliably(&id(2), 5, HEAD, Bytes::from_static(b"old"))
        .expect("they are connected");
    net.collect();
    let (_, (from, mut late)) = net.flying.pop_last().expect("it is on its way");
    net.start(1, 101, |_| {});
    net.connect(1, 2);
    net.run_for(1);
    assert_eq!(net.happened(2, &Event::Restarted(id(1))), 1);
    let now = net.moment();
    net.node(2).receive(from, &mut late.datagram, now);
    net.run_for(1);
    assert_eq!(net.received(2), Vec::<Vec<u8>>::new());
    assert_eq!(net.node(2).drops().of(DropCause::NoSession), 1);
}

/// Found by the simulator, seed 191: somebody on the path passes on an answer, or the packet that confirms one, from an address of his own.
#[test]
fn a_handshake_that_somebody_passes_on_moves_nobody() {
    for passed_on in [1, 2] {
        let mut net = Net::new(2);
        net.connect(1, 2);
        for _ in 0..passed_on {
            net.run(net.now + net.delay);
        }
        net.collect();
        let (_, (_, mut held)) = net.flying.pop_last().expect("it is on its way");
        let moment = net.moment();
        net.nodes.get_mut(&held.to).expect("it is there").receive(
            at(66),
            &mut held.datagram,
            moment,
        );
        net.run_for(1);
        for (one, other) in [(1, 2), (2, 1)] {
            let known = net.node(one).peers().next().expect("they are connected");
            assert_eq!(known.place, at(other).into(), "{passed_on}");
        }
    }
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

/// Found by the simulator, seed 5: the answer to an opening for new keys was on its way for so long that its sender had dropped them.
#[test]
fn an_answer_that_came_too_late_is_noticed() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    net.loses = |_| true;
    let (slot, moment) = (
        net.node(1).peers.slot(&id(2)).expect("it is there"),
        net.moment(),
    );
    net.node(1)
        .open(slot, at(2).into(), 4, moment)
        .expect("the key is good");
    let opening = net.node(1).poll_transmit().expect("an opening");
    net.node(2)
        .receive(at(1), &mut opening.datagram.clone(), moment);
    let answer = net.node(2).poll_transmit().expect("an answer");
    net.run_for(6);
    let moment = net.moment();
    net.node(1)
        .receive(at(2), &mut answer.datagram.clone(), moment);
    net.loses = |_| false;
    net.run_for(7);
    net.send(1, 2, b"x").expect("they are connected");
    net.run_for(1);
    assert_eq!(net.received(2), vec![b"x".to_vec()]);
}

/// One side said goodbye, and the other did not hear it: what was sent before must not be taken for what is sent after.
#[test]
fn a_side_that_forgot_is_new_to_the_one_that_did_not() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    // The highest id there is, too.
    for word in [&b"before"[..], b"after"] {
        let event = Bytes::copy_from_slice(word);
        net.node(1)
            .send_reliably(&id(2), u64::MAX, HEAD, event)
            .expect("they are connected");
        net.run_for(1);
        if word == b"before" {
            net.loses = |_| true;
            let now = net.moment();
            net.node(1).close(&id(2), CloseReason::Shutdown, now);
            net.collect();
            net.loses = |_| false;
            net.connect(1, 2);
            net.run_for(1);
        }
    }
    assert_eq!(net.happened(2, &Event::Restarted(id(1))), 1);
    assert_eq!(net.received(2), vec![b"before".to_vec(), b"after".to_vec()]);
}

/// Both opened; the one whose opening is answered is gone before it has heard so.
#[test]
fn a_connect_that_gave_way_to_the_peers_own_goes_on_when_that_fails() {
    let mut net = Net::new(2);
    assert!(id(1).0 > id(2).0, "the first gives way");
    net.connect(1, 2);
    net.connect(2, 1);
    net.collect();
    let gone = net.nodes.remove(&at(2)).expect("it is there");
    net.run_for(7);
    net.nodes.insert(at(2), gone);
    net.run_for(10);
    assert_eq!(net.happened(1, &Event::Connected(id(2))), 1);

    let mut net = Net::new(2);
    net.connect(1, 2);
    net.connect(2, 1);
    net.collect();
    net.nodes.remove(&at(2));
    net.run_for(100);
    assert_eq!(net.happened(1, &Event::ConnectFailed(id(2))), 1);
    assert_eq!(net.node(1).next_timeout(), None);
}
