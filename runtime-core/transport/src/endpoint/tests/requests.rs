//! Who has lost its way to a node gets a newer pingwave of it at once.

use meshwright_wire::wire::routing::PingwaveRequest;

use super::net::{Net, at, id};
use crate::crypto::identity::node_id;
use crate::endpoint::*;

/// Node 1 sits behind 2, which reaches 5 over 3 and 7, or, as far away, over 4, 6 and 8.
const LINKS: [(u8, u8); 8] = [
    (1, 2),
    (2, 3),
    (3, 7),
    (7, 5),
    (2, 4),
    (4, 6),
    (6, 8),
    (8, 5),
];
const STEP: Duration = Duration::from_millis(10);
/// There and back, once the last pingwave is a second old.
const PATIENCE: Duration = Duration::from_millis(1200);

fn via(net: &mut Net, from: u8) -> Option<EntityId> {
    net.node(from).route(&id(5)).map(|route| route.via)
}

/// Node 3 goes, and `who` has no way to 5 any more. Of itself, node 5 says nothing new in time.
fn lose_3(net: &mut Net, who: u8) {
    let speaks_at = |net: &mut Net| net.node(5).routing.beacon.next_at();
    while speaks_at(net) > net.now + Duration::from_secs(1) {
        net.run(net.now + STEP);
    }
    net.nodes.remove(&at(3));
    while via(net, who).is_some() {
        net.run(net.now + STEP);
    }
    assert!(speaks_at(net) > net.now + PATIENCE);
}

#[test]
fn who_sits_behind_a_detour_waits_for_no_interval() {
    let mut net = Net::new(8);
    net.link_up(&LINKS);
    net.run_for(12);
    assert_eq!(via(&mut net, 2), Some(id(3)));
    lose_3(&mut net, 1);
    net.run(net.now + PATIENCE);
    assert_eq!(via(&mut net, 1), Some(id(2)));
    for number in [1, 2, 4, 5, 6, 7, 8] {
        assert_eq!(net.node(number).drops().of(DropCause::RequestQuota), 0);
    }
}

#[test]
fn a_neighbour_requests_no_more_than_its_share() {
    let mut net = Net::new(8);
    net.start(4, 4, |config| config.routing.requests_per_second = 0);
    net.link_up(&LINKS);
    net.run_for(12);
    lose_3(&mut net, 1);
    net.run(net.now + PATIENCE);
    assert_eq!(via(&mut net, 1), None, "nobody has asked node 5");
    assert!(net.node(4).drops().of(DropCause::RequestQuota) > 0);
    net.run_for(5);
    assert!(via(&mut net, 1).is_some(), "it speaks from time to time");
}

/// Node 4 reaches 5 through 2 until that loses its way: so it has told 2 of no other way, nor of the newest number, which came by that.
#[test]
fn who_was_told_of_no_other_way_waits_for_no_interval() {
    let mut net = Net::new(8);
    net.delays.insert((4, 6), Duration::from_millis(100));
    net.link_up(&LINKS);
    net.run_for(17);
    assert_eq!([1, 4].map(|node| via(&mut net, node)), [Some(id(2)); 2]);
    lose_3(&mut net, 2);
    net.run(net.now + PATIENCE);
    let ways = [1, 2, 4].map(|node| via(&mut net, node));
    assert_eq!(ways, [Some(id(2)), Some(id(4)), Some(id(6))]);
}

/// Whatever number is requested: a pingwave a second is the most.
#[test]
fn requests_make_no_node_talk_without_end() {
    let mut net = Net::new(2);
    net.connect(1, 2);
    net.run_for(3);
    let before = net.count;
    let request = PingwaveRequest {
        destination: node_id(&id(2)),
        sequence: u64::MAX,
    };
    let request = request.encode().expect("it can be written");
    let node = node_id(&id(1)).0;
    for _ in 0..1000 {
        let now = net.now;
        net.node(2).receive_request(node, &request, now);
        net.run(now + STEP / 2);
    }
    // Five seconds: as many pingwaves, heartbeats and their answers.
    assert!(net.count - before < 30, "{}", net.count - before);
}
