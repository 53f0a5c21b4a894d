//! Who is flooded waits alone, and who is not has a turn.

use std::collections::{BTreeMap, VecDeque};

use bytes::Bytes;

use super::super::transmits::{Outgoing, Transmits};
use super::hostile::relayed;
use super::net::{HEAD, Net, at, id};
use super::sizes::large;
use crate::crypto::random::Random;
use crate::endpoint::*;

const FLOOD: [u8; 1000] = [7; 1000];

/// Sends to a node until that is busy; so many events were taken.
fn flood(net: &mut Net, from: u8, to: u8) -> usize {
    let taken = (0..).take_while(|_| net.send(from, to, &FLOOD).is_ok());
    taken.count()
}

/// Datagrams that leave a node before the first for another one, and their bytes.
fn before(net: &mut Net, node: u8, to: u8) -> Vec<usize> {
    let now = net.moment();
    let node = net.node(node);
    node.flush(now);
    std::iter::from_fn(|| node.poll_transmit())
        .take_while(|transmit| transmit.to != at(to))
        .map(|transmit| transmit.datagram.len())
        .collect()
}

fn star() -> Net {
    let mut net = Net::new(5);
    net.link_up(&[(1, 2), (1, 3), (1, 4)]);
    net.run_for(5);
    net
}

#[test]
fn a_peer_that_is_flooded_is_busy_alone() {
    let mut net = star();
    let all = net.node(1).config.max_transmits;
    let taken = flood(&mut net, 1, 2);
    assert!((all / 2 - 2..=all / 2 + 2).contains(&taken), "{taken}");
    assert_eq!(net.send(1, 2, b""), Err(SendError::Busy));
    let busy = [2, 3, 4].map(|peer| net.node(1).is_busy(&id(peer)));
    assert_eq!(busy, [true, false, false]);
    net.send(1, 3, b"fair").expect("nothing else waits for it");
    net.run_for(1);
    assert_eq!(net.received(3), [b"fair".to_vec()]);
    assert_eq!(net.received(2).len(), taken);
    assert!(!net.node(1).is_busy(&id(2)));
    assert_eq!(net.node(1).drops().total(), 0);
}

#[test]
fn others_wait_for_one_turn_of_a_peer_that_is_flooded() {
    for unflooded in [3, 5] {
        let mut net = star();
        flood(&mut net, 1, 2);
        if unflooded == 5 {
            // Nobody that it knows: an opening.
            net.connect(1, 5);
        } else {
            net.send(1, 3, b"fair").expect("nothing else waits for it");
        }
        let before = before(&mut net, 1, unflooded);
        assert!(!before.is_empty(), "the turn is that of whoever came first");
        assert!(before.iter().sum::<usize>() <= LARGEST_RUN);
    }
}

/// A socket that takes nothing for a while costs no heartbeat.
#[test]
fn a_flood_that_does_not_leave_drops_nothing_of_the_nodes_own() {
    let mut net = star();
    flood(&mut net, 1, 2);
    for _ in 0..10 {
        net.now += Duration::from_millis(100);
        let now = net.moment();
        net.node(1).tick(now);
    }
    assert_eq!(net.node(1).drops().total(), 0);
    let lost = net.node(1).occupancy().transmits - net.node(1).config.max_transmits / 2;
    assert!(lost >= 3, "a heartbeat to each waits, and {lost} did");
}

/// Calls that a node wants at one moment, while nothing of what it has to send is polled.
fn calls(net: &mut Net, number: u8) -> usize {
    let now = net.moment();
    let node = net.node(number);
    (0..100)
        .take_while(|_| {
            let is_due = node.next_timeout().is_some_and(|at| at <= now.monotonic);
            is_due.then(|| node.tick(now)).is_some()
        })
        .count()
}

/// A socket that takes nothing for a while costs no turns either, and streams go on after it.
#[test]
fn a_stream_that_cannot_leave_is_no_reason_to_be_called() {
    for is_flooded in [true, false] {
        let mut net = large(2);
        net.connect(1, 2);
        net.run_for(5);
        let taken = if is_flooded { flood(&mut net, 1, 2) } else { 0 };
        let event = Bytes::from(vec![7; 400_000]);
        net.node(1)
            .send_reliably(&id(2), 9, HEAD, event.clone())
            .expect("they are connected");
        let calls: Vec<usize> = (0..40)
            .map(|_| {
                net.now += Duration::from_millis(5);
                calls(&mut net, 1)
            })
            .collect();
        assert!(calls.iter().all(|calls| *calls <= 1), "{calls:?}");
        net.run_for(2);
        let received = net.received(2);
        assert_eq!(received.len(), taken + 1);
        assert!(received.contains(&event.to_vec()));
        assert_eq!(net.node(1).drops().total(), 0);
    }
}

#[test]
fn a_flood_of_its_own_does_not_keep_a_relay_from_relaying() {
    let mut net = relayed(|_| {});
    net.start(4, 4, |_| {});
    net.connect(4, 2);
    net.run_for(2);
    flood(&mut net, 2, 4);
    net.send(1, 3, b"through").expect("they are connected");
    let (now, mut flying) = (net.moment(), vec![]);
    net.node(1).flush(now);
    while let Some(transmit) = net.node(1).poll_transmit() {
        flying.push(transmit);
    }
    for mut transmit in flying {
        net.node(2).receive(at(1), &mut transmit.datagram, now);
    }
    assert_eq!(net.node(2).drops().of(DropCause::RelayQuota), 0);
    net.run_for(1);
    assert_eq!(net.received(3), [b"through".to_vec()]);
}

fn outgoing(number: u64, size: usize) -> Outgoing {
    let mut datagram = number.to_le_bytes().to_vec();
    datagram.resize(size.max(8), 0);
    Outgoing {
        to: Target::Address(at(1)),
        datagram,
    }
}

#[test]
fn a_thousand_floods_share_the_room_and_leave_some() {
    const MOST: usize = 4096;
    let mut transmits = Transmits::new(MOST, MOST);
    let floods = 0..1000;
    let mut counts = vec![0; floods.len()];
    loop {
        let before = transmits.waiting();
        for slot in floods.clone() {
            if transmits.has_room(Lane::Peer(slot), 1) {
                counts[slot] += usize::from(transmits.push(Lane::Peer(slot), outgoing(0, 100)));
            }
        }
        if transmits.waiting() == before {
            break;
        }
    }
    assert!(counts.iter().all(|count| (4..=5).contains(count)));
    assert!(transmits.has_room(Lane::Peer(floods.end), 4));
    // What asks nobody has a bound as well.
    let pushed = |lane| transmits.push(lane, outgoing(0, 100));
    let lanes = floods.clone().map(Lane::Peer).chain([Lane::Strangers]);
    lanes.cycle().take(10_000).map(pushed).for_each(drop);
    assert!(transmits.waiting() <= MOST, "{}", transmits.waiting());
    let left = std::iter::from_fn(|| transmits.pop()).count();
    assert!((4000..=MOST).contains(&left), "{left}");
    assert_eq!(transmits.waiting(), 0);
}

/// Against lanes that are kept one by one, from a seed.
#[test]
fn lanes_keep_their_order_and_turns_are_whole() {
    for seed in 0..20 {
        let mut random = Random::new([seed; 32]);
        let (most, most_relayed) = (60, 12);
        let mut transmits = Transmits::new(most, most_relayed);
        let mut model: BTreeMap<usize, VecDeque<(u64, usize)>> = BTreeMap::new();
        // Whose turn it is, and what was sent in it.
        let (mut turn, mut sent) = (None, 0);
        for number in 0..5000 {
            let [kind, slot, high, low] = random.bytes();
            let (slot, size) = (
                usize::from(slot % 4),
                usize::from(u16::from_be_bytes([high, low])),
            );
            // Both bursts and pauses.
            if (kind < 180) == (number / 100 % 2 == 0) {
                let (lane, key) = match kind % 3 {
                    0 => (Lane::Strangers, 0),
                    1 => (Lane::Peer(slot), 1 + slot),
                    _ => (Lane::Relayed(slot), 5 + slot),
                };
                let may = kind % 3 != 2 || transmits.has_room_to_relay(slot);
                if may && transmits.push(lane, outgoing(number, size)) {
                    model
                        .entry(key)
                        .or_default()
                        .push_back((number, size.max(8)));
                }
            } else {
                let Some(Outgoing { datagram, .. }) = transmits.pop() else {
                    assert!(model.is_empty());
                    continue;
                };
                let first = datagram.first_chunk().copied().expect("it has a number");
                let (&key, lane) = model
                    .iter_mut()
                    .find(|(_, lane)| lane[0].0 == u64::from_le_bytes(first))
                    .expect("it is the first of its lane");
                let (_, size) = lane.pop_front().expect("it is there");
                let is_empty = lane.is_empty();
                if let Some(other) = turn.filter(|other| *other != key) {
                    let next = model.get(&other).and_then(|lane| lane.front());
                    let size = next.expect("it was not empty").1;
                    assert!(sent + size > LARGEST_RUN, "seed {seed}: a turn was cut");
                    sent = 0;
                } else if sent > 0 && sent + size > LARGEST_RUN {
                    let alone = model.len() == 1;
                    assert!(alone, "seed {seed}: a turn was too long");
                    sent = 0;
                }
                (turn, sent) = if is_empty {
                    model.remove(&key);
                    (None, 0)
                } else {
                    (Some(key), sent + size)
                };
            }
            let waiting: usize = model.values().map(VecDeque::len).sum();
            assert_eq!(transmits.waiting(), waiting);
            let relayed = model.range(5..).map(|(_, lane)| lane.len());
            let relayed: Vec<usize> = relayed.collect();
            assert!(waiting <= most && relayed.iter().sum::<usize>() <= most / 2);
            assert_eq!(
                transmits.most_for_one(),
                relayed.iter().copied().max().unwrap_or(0)
            );
            assert!(transmits.most_for_one() <= most_relayed);
        }
    }
}
