//! Peers that are gone, and come back.

use bytes::Bytes;
use meshwright_wire::wire::session::CloseReason;

use super::net::{HEAD, Net, at, id};
use crate::endpoint::*;

/// Two nodes that were connected; the second is gone, and the first has noticed.
fn abandoned() -> Net {
    let mut net = Net::new(2);
    net.start(1, 1, |config| config.connect_attempts = 2);
    net.connect(1, 2);
    net.run_for(1);
    net.nodes.remove(&at(2));
    net.run_for(7);
    assert_eq!(
        net.happened(1, &Event::Liveness(id(2), Liveness::Failed)),
        1
    );
    net
}

#[test]
fn a_connect_to_a_peer_that_is_gone_fails_although_there_are_still_keys() {
    let mut net = abandoned();
    net.connect(1, 2);
    net.run_for(2);
    assert_eq!(net.happened(1, &Event::ConnectFailed(id(2))), 1);
}

#[test]
fn a_peer_that_comes_back_is_met_by_the_next_connect() {
    let mut net = abandoned();
    net.connect(1, 2);
    net.run_for(2);
    net.start(2, 7, |_| {});
    net.connect(1, 2);
    net.run_for(1);
    assert_eq!(net.happened(1, &Event::Restarted(id(2))), 1);
    assert_eq!(net.happened(1, &Event::ConnectFailed(id(2))), 1);
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

/// Found by the simulator, seed 1126: who had copied packets that were lost gave them out when their sender was gone.
#[test]
fn packets_that_were_held_back_do_not_make_a_silent_peer_healthy() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    net.send(2, 1, b"held back").expect("they are connected");
    let now = net.moment();
    net.node(2).flush(now);
    let mut held = net.node(2).poll_transmit().expect("it is sent").datagram;
    net.run_for(2);
    net.loses = |_| true;
    net.run_for(4);
    let suspected = Event::Liveness(id(2), Liveness::Suspected);
    assert_eq!(net.happened(1, &suspected), 1);
    let now = net.moment();
    net.node(1).receive(at(2), &mut held, now);
    net.run_for(0);
    assert_eq!(net.received(1), vec![b"held back".to_vec()]);
    let healthy = Event::Liveness(id(2), Liveness::Healthy);
    assert_eq!(net.happened(1, &healthy), 0);
}

/// An answer is under way when the keys before are given up: the association goes with those, and so do its streams.
#[test]
fn keys_that_nobody_has_used_yet_do_not_outlive_the_association() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(1);
    net.loses = |_| true;
    net.run(Duration::from_secs(299));
    let now = net.moment();
    assert!(id(1).0 > id(2).0, "the first answers");
    let slot = net.node(2).peers.slot(&id(1)).expect("it is there");
    net.node(2).drop_attempt(slot);
    let opened = net.node(2).open(slot, at(1).into(), 0, now);
    opened.expect("the key is good");
    let mut next = |from: u8, to: u8| {
        let mut transmit = net.node(from).poll_transmit().expect("it is sent");
        net.node(to).receive(at(from), &mut transmit.datagram, now);
    };
    next(2, 1);
    next(1, 2);
    let mut confirmation = net.node(2).poll_transmit().expect("it has keys");
    net.run_for(2);
    let closed = Event::Closed(id(2), CloseCause::TimedOut);
    assert_eq!(net.happened(1, &closed), 1);
    let now = net.moment();
    net.node(1).receive(at(2), &mut confirmation.datagram, now);
    net.loses = |_| false;
    net.run_for(5);
    assert_eq!(net.happened(1, &Event::Connected(id(2))), 2);
    assert_eq!(net.happened(2, &Event::Restarted(id(1))), 1);
}
