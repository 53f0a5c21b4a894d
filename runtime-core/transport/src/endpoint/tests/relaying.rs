//! Routes and relays over the network of the tests.

use bytes::Bytes;
use meshwright_wire::wire::session::CloseReason;

use super::net::{HEAD, Net, at, id, link};
use crate::crypto::random::Random;
use crate::endpoint::*;

/// `count` nodes in a row, each a neighbour of the next.
pub(super) fn line(count: u8) -> Net {
    let mut net = Net::new(count);
    for one in 1..count {
        net.connect(one, one + 1);
    }
    net.run_for(8);
    net
}

fn hops(net: &mut Net, from: u8, to: u8) -> Option<u8> {
    net.node(from).route(&id(to)).map(|route| route.hops)
}

#[test]
fn everybody_learns_of_everybody_and_how_far_it_is() {
    let mut net = line(5);
    for from in 1..=5_u8 {
        for to in (1..=5).filter(|to| *to != from) {
            assert_eq!(hops(&mut net, from, to), Some(from.abs_diff(to)));
        }
        assert_eq!(net.node(from).routes().count(), 4);
    }
    net.run_for(12);
    let route = net.node(1).route(&id(5)).expect("it leads there");
    assert_eq!((route.via, route.identity), (id(2), id(5)));
    assert_eq!(route.round_trip, Duration::from_millis(80));
    assert!(
        net.events
            .iter()
            .all(|(_, event)| !matches!(event, Event::Unreachable(_)))
    );
    for number in 1..=5 {
        assert_eq!(net.node(number).drops(), Drops::default());
    }
}

#[test]
fn far_peers_meet_through_relays_and_stream() {
    let mut net = line(4);
    net.connect_to(1, 4, Place::Routed);
    net.run_for(2);
    assert_eq!(net.happened(1, &Event::Connected(id(4))), 1);
    assert_eq!(net.happened(4, &Event::Connected(id(1))), 1);
    let large = Bytes::from(vec![7; 100_000]);
    for (one, other) in [(1, 4), (4, 1)] {
        net.send(one, other, b"hello").expect("they are connected");
        net.node(one)
            .send_reliably(&id(other), 9, HEAD, large.clone())
            .expect("they are connected");
    }
    net.run_for(5);
    for number in [1, 4] {
        assert_eq!(
            net.received(number),
            vec![b"hello".to_vec(), large.to_vec()]
        );
    }
    assert!(
        net.seen
            .iter()
            .all(|(from, sent)| link_exists(*from, sent.to))
    );
    let relayed =
        |(_, sent): &&(SocketAddr, Transmit)| Kind::of(&sent.datagram) == Some(Kind::Relayed);
    let sizes = net
        .seen
        .iter()
        .filter(relayed)
        .map(|(_, sent)| sent.datagram.len());
    assert_eq!(sizes.max(), Some(LARGEST_RELAYED));
}

fn link_exists(from: SocketAddr, to: SocketAddr) -> bool {
    (1..=3).any(|one| [(at(one), at(one + 1)), (at(one + 1), at(one))].contains(&(from, to)))
}

#[test]
fn a_given_neighbour_relays_even_before_there_are_routes() {
    let mut net = Net::new(3);
    net.link_up(&[(1, 2), (2, 3)]);
    net.run(Duration::from_millis(45));
    let now = net.moment();
    assert_eq!(
        net.node(1).connect_via(id(9), id(3), now),
        Err(ConnectError::NoRelay)
    );
    net.node(1)
        .connect_via(id(2), id(3), now)
        .expect("it is a neighbour");
    net.run_for(1);
    assert_eq!(net.happened(3, &Event::Connected(id(1))), 1);
    net.send(3, 1, b"back").expect("they are connected");
    net.run_for(1);
    assert_eq!(net.received(1), vec![b"back".to_vec()]);
}

#[test]
fn a_lost_neighbour_is_gone_round_within_a_heartbeat_and_streams_go_on() {
    let mut net = Net::new(5);
    net.delays.insert((3, 4), Duration::from_millis(30));
    net.link_up(&[(1, 2), (2, 5), (1, 3), (3, 4), (4, 5)]);
    net.run_for(8);
    assert_eq!(hops(&mut net, 1, 5), Some(2));
    net.connect_to(1, 5, Place::Routed);
    net.run_for(2);
    let mut sent = 0_u32;
    while sent < 200 {
        if sent == 50 {
            net.cut.extend([link(1, 2), link(2, 5)]);
        }
        let event = Bytes::from(sent.to_le_bytes().to_vec());
        net.node(1)
            .send_reliably(&id(5), 3, HEAD, event)
            .expect("there is room");
        sent += 1;
        net.run(net.now + Duration::from_millis(50));
    }
    let found = |(address, event): &(SocketAddr, Event)| {
        *address == at(1)
            && matches!(event, Event::Reachable(route) if route.identity == id(5) && route.via == id(3))
    };
    assert!(net.events.iter().any(found));
    net.run_for(5);
    let numbers: Vec<u32> = net
        .received(5)
        .iter()
        .map(|event| u32::from_le_bytes(event[..4].try_into().expect("4")))
        .collect();
    assert!(numbers.into_iter().eq(0..sent));
    assert_eq!(net.happened(1, &Event::Unreachable(id(2))), 1);
}

/// Found by the simulator, seed 305: both ends kept to the relays that had brought the last packet, until they suspected each other.
#[test]
fn a_relay_that_says_that_it_does_not_lead_there_is_left_at_once() {
    let mut net = Net::new(5);
    net.delays.insert((1, 5), Duration::from_millis(25));
    net.link_up(&[(1, 2), (2, 3), (3, 4), (1, 5), (4, 5)]);
    net.run_for(8);
    net.connect_to(1, 4, Place::Routed);
    net.run_for(2);
    let peer = net.node(1).peer(&id(4)).expect("they are connected");
    assert_eq!(peer.place, Place::Via(id(2)));
    let now = net.moment();
    net.node(2).close(&id(3), CloseReason::Shutdown, now);
    net.run(net.now + Duration::from_millis(100));
    for (from, to) in [(1, 4), (4, 1)] {
        net.send(from, to, b"round").expect("they are connected");
    }
    net.run(net.now + Duration::from_millis(100));
    for number in [1, 4] {
        assert_eq!(net.received(number), vec![b"round".to_vec()], "{number}");
    }
}

/// Found by the simulator, seed 3100: news of a silent node made its neighbours leave the way that they had just taken to it.
#[test]
fn a_way_that_was_just_taken_is_not_doubted() {
    let mut net = Net::new(5);
    net.delays.insert((3, 4), Duration::from_millis(15));
    net.delays.insert((4, 5), Duration::from_millis(25));
    net.link_up(&[(1, 2), (2, 4), (1, 3), (3, 4), (1, 5), (5, 4)]);
    net.run_for(8);
    net.connect_to(1, 4, Place::Routed);
    net.run_for(2);
    net.node(2).config.routing.relays = false;
    let suspected = Event::Liveness(id(4), Liveness::Suspected);
    while net.happened(1, &suspected) == 0 {
        net.run(net.now + Duration::from_millis(10));
    }
    let node = |number| node_id(&id(number)).0;
    let first_hop = |net: &mut Net| net.node(1).routing.table.first_hop(node(4));
    assert_eq!(first_hop(&mut net), Some(node(3)));
    let now = net.moment();
    let silent = net.node(4);
    let (beacon, config) = (&mut silent.routing.beacon, &silent.config.routing);
    beacon.emit(&silent.identity, config, 0, now);
    let mut news = beacon.last().expect("it was made").clone();
    (news.ttl, news.hops) = (news.ttl - 1, 1);
    let news = news.encode().expect("it can be written");
    net.node(1)
        .receive_wave(node(3), Duration::from_millis(20), &news, now);
    assert_eq!(first_hop(&mut net), Some(node(3)));
    net.run_for(2);
    let peer = net.node(1).peer(&id(4)).expect("they are connected");
    assert_eq!(peer.liveness, Liveness::Healthy);
}

#[test]
fn who_is_cut_off_is_unreachable_for_all_at_once() {
    let mut net = line(5);
    net.cut.insert(link(4, 5));
    net.run_for(5);
    for number in 1..=4 {
        assert_eq!(net.happened(number, &Event::Unreachable(id(5))), 1);
        assert_eq!(hops(&mut net, number, 5), None);
    }
    net.cut.clear();
    net.run_for(12);
    assert_eq!(hops(&mut net, 1, 5), Some(4));
}

/// Three nodes in a ring count on each other for a fourth that is gone.
#[test]
fn a_ring_does_not_believe_itself() {
    let mut net = Net::new(4);
    net.link_up(&[(1, 2), (2, 3), (1, 3), (1, 4)]);
    net.run_for(12);
    net.cut.insert(link(1, 4));
    net.run(net.now + Duration::from_secs(5));
    for number in 1..=3 {
        assert_eq!(hops(&mut net, number, 4), None, "{number}");
    }
}

/// Three neighbours of a node that is gone notice it one after the other, and each has one of the others left that does not count on it yet.
#[test]
fn neighbours_of_the_dead_do_not_send_each_other_in_a_circle() {
    let mut net = Net::new(4);
    let delays = [
        ((1, 2), 10),
        ((1, 3), 20),
        ((2, 3), 30),
        ((1, 4), 20),
        ((2, 4), 20),
        ((3, 4), 30),
    ];
    net.link_up(&delays.map(|(link, _)| link));
    net.delays = delays
        .map(|(link, delay)| (link, Duration::from_millis(delay)))
        .into();
    net.run_for(12);
    net.run(net.now + Duration::from_millis(900));
    net.cut.insert(link(1, 4));
    net.run_for(1);
    net.cut.extend([link(2, 4), link(3, 4)]);
    net.run_for(4);
    for number in 1..=3 {
        assert_eq!(hops(&mut net, number, 4), None, "{number}");
    }
}

#[test]
fn a_direct_way_that_breaks_is_replaced_by_relays_and_found_again() {
    let mut net = Net::new(3);
    net.link_up(&[(1, 2), (2, 3), (1, 3)]);
    net.run_for(8);
    net.node(1)
        .send_reliably(&id(3), 4, HEAD, Bytes::from_static(b"one"))
        .expect("they are connected");
    net.cut.insert(link(1, 3));
    net.run_for(10);
    net.node(1)
        .send_reliably(&id(3), 4, HEAD, Bytes::from_static(b"two"))
        .expect("they are connected");
    net.run_for(2);
    assert_eq!(net.received(3), vec![b"one".to_vec(), b"two".to_vec()]);
    let place = |net: &mut Net| {
        let peer = net.node(1).peers().find(|peer| peer.identity == id(3));
        peer.expect("they are connected").place
    };
    assert!(place(&mut net).is_relayed());
    net.cut.clear();
    net.run_for(20);
    assert_eq!(place(&mut net), Place::Direct(at(3)));
    assert_eq!(
        net.happened(1, &Event::Closed(id(3), CloseCause::TimedOut)),
        0
    );
}

/// The peer's own opening came through a relay while ours to its address was lost.
#[test]
fn a_peer_that_was_met_through_relays_is_looked_for_at_the_address_that_was_said() {
    for (one, other) in [(1, 3), (3, 1)] {
        let mut net = line(3);
        net.cut.insert(link(1, 3));
        net.connect(one, other);
        net.connect_to(other, one, Place::Routed);
        net.run_for(2);
        assert_eq!(net.happened(one, &Event::Connected(id(other))), 1);
        net.cut.clear();
        net.run_for(20);
        for (node, peer) in [(1, 3), (3, 1)] {
            let info = net.node(node).peer(&id(peer)).expect("they are connected");
            assert_eq!(info.place, Place::Direct(at(peer)));
        }
    }
}

#[test]
fn a_far_peer_that_becomes_a_neighbour_keeps_its_streams() {
    let mut net = line(3);
    net.connect_to(1, 3, Place::Routed);
    net.run_for(2);
    net.node(1)
        .send_reliably(&id(3), 4, HEAD, Bytes::from_static(b"far"))
        .expect("they are connected");
    net.connect(1, 3);
    net.run_for(2);
    assert_eq!(net.happened(1, &Event::Moved(id(3), at(3).into())), 1);
    assert_eq!(net.happened(3, &Event::Moved(id(1), at(1).into())), 1);
    net.node(1)
        .send_reliably(&id(3), 4, HEAD, Bytes::from_static(b"near"))
        .expect("they are connected");
    net.run_for(6);
    assert_eq!(net.received(3), vec![b"far".to_vec(), b"near".to_vec()]);
    assert_eq!(hops(&mut net, 1, 3), Some(1));
}

/// Follows the neighbours that lead from one node to another. None: they lead nowhere, or in a circle.
fn walk(net: &Net, ids: &[EntityId], from: u8, to: u8) -> Option<usize> {
    let mut here = from;
    for hops in 0..=ids.len() {
        if here == to {
            return Some(hops);
        }
        let via = net.nodes[&at(here)].route(&ids[usize::from(to)])?.via;
        here = ids.iter().position(|known| *known == via)? as u8;
    }
    None
}

/// A ring of nodes with chords, from a seed; then some of them are gone.
#[test]
fn a_mesh_that_loses_nodes_finds_its_ways_and_forgets_the_dead() {
    const COUNT: u8 = 24;
    let ids: Vec<EntityId> = (0..=COUNT).map(id).collect();
    let mut random = Random::new([21; 32]);
    let mut net = Net::new(COUNT);
    for one in 1..=COUNT {
        let [chord, delay] = random.bytes();
        let others = [one % COUNT + 1, 1 + chord % COUNT];
        for other in others.into_iter().filter(|other| *other != one) {
            let delay = Duration::from_millis((1 + delay % 50).into());
            net.delays.insert(link(one, other), delay);
            net.connect(one, other);
        }
    }
    net.run_for(20);
    for (from, to) in pairs(COUNT, &[]) {
        assert!(walk(&net, &ids, from, to).is_some(), "{from} to {to}");
    }
    let dead = [3, 11, 12, 20];
    for number in dead {
        net.nodes.remove(&at(number));
    }
    net.run_for(25);
    for (from, to) in pairs(COUNT, &dead) {
        assert!(walk(&net, &ids, from, to).is_some(), "{from} to {to}");
    }
    for (address, node) in &net.nodes {
        for number in dead {
            let route = node.route(&ids[usize::from(number)]);
            assert_eq!(route, None, "{address} to {number}");
        }
    }
}

fn pairs(count: u8, without: &[u8]) -> Vec<(u8, u8)> {
    let there: Vec<u8> = (1..=count)
        .filter(|number| !without.contains(number))
        .collect();
    let mut pairs = vec![];
    for from in &there {
        pairs.extend(there.iter().filter(|to| *to != from).map(|to| (*from, *to)));
    }
    pairs
}
