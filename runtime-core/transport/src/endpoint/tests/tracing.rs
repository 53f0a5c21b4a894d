//! Traces over the network of the tests.

use meshwright_wire::wire::trace::{TraceAnswer, TraceAnswerBody, TraceOutcome, TraceProbe};

use super::net::{Net, at, id, link};
use super::relaying::line;
use crate::endpoint::trace::digest;
use crate::endpoint::*;
use crate::routing::{Trace, TraceEnd, TraceError};

/// What came of one trace, as numbers of nodes with round trips in milliseconds.
fn traced(net: &mut Net, from: u8, to: u8) -> (Vec<Option<(u8, u128)>>, TraceEnd) {
    let now = net.moment();
    net.node(from).trace(&id(to), now).expect("it begins");
    outcome(net, from, to)
}

fn outcome(net: &mut Net, from: u8, to: u8) -> (Vec<Option<(u8, u128)>>, TraceEnd) {
    net.events.clear();
    net.run(net.now + Trace::PATIENCE + Duration::from_millis(10));
    let mut events = net.events.iter();
    let Some(trace) = events.find_map(|(address, event)| match event {
        Event::Traced(trace) if *address == at(from) => Some(trace),
        _ => None,
    }) else {
        panic!("it has not ended");
    };
    assert_eq!(trace.destination, id(to));
    let number = |identity| (1..=20).find(|number| id(*number) == identity);
    let hops = trace.hops.iter().map(|hop| {
        let hop = hop.as_ref()?;
        Some((number(hop.identity)?, hop.round_trip.as_millis()))
    });
    (hops.collect(), trace.end)
}

/// Sends a probe of the node `source` that the node `from` made up.
fn probe(net: &mut Net, from: u8, source: u8, ttl: u8, hops: u8) {
    let probe = TraceProbe {
        ttl,
        hops,
        source: node_id(&id(source)),
        destination: node_id(&id(3)),
        token: 1,
    };
    assert!(net.node(from).pass_probe(None, &probe));
}

fn dropped(net: &mut Net, number: u8, cause: DropCause) -> u64 {
    net.node(number).drops().of(cause)
}

#[test]
fn every_hop_tells_who_it_is_and_how_far() {
    let mut net = line(5);
    let (hops, end) = traced(&mut net, 1, 5);
    assert_eq!(
        hops,
        [(2, 20), (3, 40), (4, 60), (5, 80)].map(Some).to_vec()
    );
    assert_eq!(end, TraceEnd::Reached);
    assert_eq!(
        traced(&mut net, 3, 2),
        (vec![Some((2, 20))], TraceEnd::Reached)
    );
    for number in 1..=5 {
        assert_eq!(net.node(number).drops(), Drops::default());
    }
}

#[test]
fn a_distance_that_is_not_true_any_more_is_mended() {
    let mut net = line(4);
    for distance in [1, 2, 6, 255] {
        let now = net.moment();
        let tracer = &mut net.node(1).routing.tracer;
        tracer
            .begin(id(4), distance, now.monotonic)
            .expect("there is room");
        net.node(1).tick_traces(now);
        let (hops, end) = outcome(&mut net, 1, 4);
        let numbers: Vec<u8> = hops.iter().flatten().map(|(number, _)| *number).collect();
        assert_eq!((numbers, end), (vec![2, 3, 4], TraceEnd::Reached));
    }
}

#[test]
fn what_is_gone_is_silent_and_the_hops_before_it_are_told() {
    let mut net = line(4);
    net.nodes.remove(&at(3));
    let (hops, end) = traced(&mut net, 1, 4);
    assert_eq!(hops, [Some((2, 20)), None, None]);
    assert_eq!(end, TraceEnd::Silent);
    // By now all know.
    let now = net.moment();
    assert_eq!(net.node(1).trace(&id(4), now), Err(TraceError::NoRoute));
    assert_eq!(net.node(1).next_timeout().filter(|at| *at < net.now), None);
}

#[test]
fn the_node_where_the_way_ends_says_so() {
    let mut net = line(4);
    let (lost, now) = (node_id(&id(3)).0, net.now);
    net.node(2).routing.table.lose_neighbour(lost, now);
    net.node(2)
        .routing
        .table
        .lose_neighbour(node_id(&id(4)).0, now);
    let (hops, end) = traced(&mut net, 1, 4);
    assert_eq!(hops, [Some((2, 20))]);
    assert_eq!(end, TraceEnd::NoRoute);
}

#[test]
fn what_is_lost_is_asked_again_and_round_trips_are_those_of_the_last_question() {
    let mut net = line(3);
    net.cut.insert(link(2, 3));
    let now = net.moment();
    net.node(1).trace(&id(3), now).expect("it begins");
    net.run(net.now + Duration::from_secs(1));
    net.cut.clear();
    let (hops, end) = outcome(&mut net, 1, 3);
    assert_eq!(hops, [Some((2, 20)), Some((3, 40))]);
    assert_eq!(end, TraceEnd::Reached);
}

/// As a node of an older version, which drops what it does not know.
#[test]
fn a_node_that_answers_nothing_hides_what_is_behind_it() {
    let mut net = Net::new(4);
    net.start(3, 3, |config| config.routing.traces_per_second = 0);
    net.link_up(&[(1, 2), (2, 3), (3, 4)]);
    net.run_for(8);
    let (hops, end) = traced(&mut net, 1, 4);
    assert_eq!(hops, [Some((2, 20)), None, None]);
    assert_eq!(end, TraceEnd::Silent);
    assert_eq!(dropped(&mut net, 3, DropCause::TraceQuota), 8);
}

#[test]
fn a_way_has_no_more_hops_than_datagrams_may_take() {
    let mut net = Net::new(5);
    net.start(1, 1, |config| config.routing.ttl = 2);
    net.link_up(&[(1, 2), (2, 3), (3, 4), (4, 5)]);
    net.run_for(8);
    let (hops, end) = traced(&mut net, 1, 5);
    assert_eq!(hops, [Some((2, 20)), Some((3, 40))]);
    assert_eq!(end, TraceEnd::TooFar);
}

#[test]
fn traces_that_make_no_sense_and_too_many_at_once_are_refused() {
    let mut net = Net::new(18);
    for other in 2..=18 {
        net.connect(1, other);
    }
    net.run_for(2);
    let now = net.moment();
    assert_eq!(net.node(1).trace(&id(1), now), Err(TraceError::Itself));
    assert_eq!(net.node(1).trace(&id(99), now), Err(TraceError::NoRoute));
    for other in 2..=17 {
        assert_eq!(net.node(1).trace(&id(other), now), Ok(()));
    }
    assert_eq!(net.node(1).trace(&id(18), now), Err(TraceError::Busy));
    assert_eq!(net.node(1).trace(&id(2), now), Ok(()), "it is under way");
    net.run_for(4);
    let traced = |(_, event): &&(SocketAddr, Event)| matches!(event, Event::Traced(_));
    assert_eq!(net.events.iter().filter(traced).count(), 16);
    let now = net.moment();
    assert_eq!(net.node(1).trace(&id(18), now), Ok(()));
}

#[test]
fn a_neighbour_asks_for_others_only_what_it_could_have_been_brought() {
    let mut net = line(3);
    // Of node 9, and yet not on its way.
    probe(&mut net, 1, 9, 1, 0);
    // Its own, and yet from elsewhere; and one of the node that it asks.
    probe(&mut net, 1, 1, 1, 1);
    probe(&mut net, 1, 2, 1, 1);
    net.run_for(1);
    assert_eq!(dropped(&mut net, 2, DropCause::Misrouted), 3);
    for (ttl, hops) in [(16, 0), (255, 0), (15, 1), (0, 255), (255, 255)] {
        let source = if hops == 0 { 1 } else { 9 };
        probe(&mut net, 1, source, ttl, hops);
    }
    net.run_for(1);
    assert_eq!(dropped(&mut net, 2, DropCause::TtlExceeded), 5);
    assert_eq!(net.node(3).drops(), Drops::default());
}

#[test]
fn a_neighbour_has_a_share_of_traces() {
    let mut net = line(3);
    let before = net.count;
    for _ in 0..100 {
        probe(&mut net, 1, 1, 0, 0);
    }
    net.run(net.now + Duration::from_millis(25));
    assert_eq!(dropped(&mut net, 2, DropCause::TraceQuota), 36);
    assert_eq!(dropped(&mut net, 1, DropCause::TraceUnasked), 64);
    let most = 100 + 64 + 10;
    assert!(net.count - before <= most, "each makes one answer at most");
}

/// Sends node 1 an answer of the node `from`, which signs it, whatever it says.
fn answer(net: &mut Net, from: u8, says: (u64, EntityId, u8, TraceOutcome), ttl: u8) {
    let (token, identity, hops, outcome) = says;
    let body = TraceAnswerBody {
        source: node_id(&id(1)),
        token,
        identity,
        hops,
        outcome,
    };
    let signature = net.node(from).identity.sign(&digest(&body));
    let answer = TraceAnswer {
        ttl,
        body,
        signature,
    };
    let passed = net.node(from).pass_answer(None, &answer);
    passed.expect("it leads there");
}

#[test]
fn answers_are_taken_only_from_whom_they_say_and_where_it_can_be() {
    let mut net = line(4);
    // Nodes 3 and 4 are silent, and node 2, which has seen the questions, answers in their place.
    net.cut.insert(link(2, 3));
    let now = net.moment();
    net.node(1).trace(&id(4), now).expect("it begins");
    net.run(net.now + Duration::from_millis(50));
    let tokens: Vec<u64> = net.node(1).routing.tracer.tokens().collect();
    let [second, third] = tokens[..] else {
        panic!("two hops are silent: {tokens:?}");
    };
    for says in [
        (third, id(4), 2, TraceOutcome::Reached),
        (second, id(3), 1, TraceOutcome::Expired),
        (second, id(2), 2, TraceOutcome::Expired),
        (second, id(2), 1, TraceOutcome::Reached),
        (third, id(2), 2, TraceOutcome::NoRoute),
        (third, id(4), 1, TraceOutcome::NoRoute),
        (77, id(2), 1, TraceOutcome::Expired),
    ] {
        answer(&mut net, 2, says, 16);
    }
    net.run(net.now + Duration::from_millis(50));
    assert_eq!(dropped(&mut net, 1, DropCause::TraceForged), 2);
    assert_eq!(dropped(&mut net, 1, DropCause::Misrouted), 4);
    assert_eq!(dropped(&mut net, 1, DropCause::TraceUnasked), 1);
    let (hops, end) = outcome(&mut net, 1, 4);
    assert_eq!((hops[1], hops[2], end), (None, None, TraceEnd::Silent));
}

#[test]
fn answers_end_where_they_have_taken_their_hops() {
    let mut net = line(4);
    for ttl in [0, 1, 2, 16, 17, 255] {
        answer(&mut net, 4, (1, id(4), 2, TraceOutcome::Expired), ttl);
    }
    net.run_for(1);
    assert_eq!(dropped(&mut net, 3, DropCause::TtlExceeded), 3);
    assert_eq!(dropped(&mut net, 2, DropCause::TtlExceeded), 1);
    assert_eq!(dropped(&mut net, 1, DropCause::TraceUnasked), 2);
}
