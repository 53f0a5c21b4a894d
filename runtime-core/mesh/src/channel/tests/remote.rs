//! Events between nodes.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use meshwright_wire::wire::channel::MembershipReason;

use super::super::*;
use super::net::*;

fn reliable() -> SubscribeOptions {
    SubscribeOptions {
        reliable: true,
        ..SubscribeOptions::default()
    }
}

fn small(events: usize) -> RingSize {
    RingSize {
        events,
        bytes: 1 << 20,
    }
}

#[test]
fn events_come_from_every_publisher_late_ones_included_or_from_one() {
    let mut net = Net::new(3, 1);
    let mut by_name = net.subscribe(1, "a/b", SubscribeOptions::default());
    let mut by_prefix = net.subscribe(1, "a/*", reliable());
    let from_two = SubscribeOptions {
        publishers: Publishers::One(id(2)),
        ..SubscribeOptions::default()
    };
    let mut from_two = net.subscribe(1, "*", from_two);
    net.run(100);
    assert_eq!(net.nodes[&1].channels.publishers(&by_name), sorted([2, 3]));
    assert_eq!(net.nodes[&1].channels.publishers(&from_two), [id(2)]);
    net.publish(1, "a/b", 10..11);
    net.publish(2, "a/b", 20..21);
    net.publish(3, "a/b", 30..31);
    net.publish(3, "a/c", 31..32);
    net.publish(3, "b", 32..33);
    net.run(100);
    net.start(4, 4, ChannelLimits::default());
    net.run(500);
    net.publish(4, "a/b", 40..41);
    net.run(100);
    assert_eq!(ordered(&mut by_name), [10, 20, 30, 40]);
    assert_eq!(ordered(&mut by_prefix), [10, 20, 30, 31, 40]);
    assert_eq!(ordered(&mut from_two), [20]);
    for node in 1..=4 {
        assert_eq!(net.node(node).totals().dropped_in_all(), 0, "node {node}");
    }
}

fn sorted<const N: usize>(numbers: [u8; N]) -> Vec<EntityId> {
    let mut ids = numbers.map(id).to_vec();
    ids.sort();
    ids
}

fn ordered(subscription: &mut Subscription) -> Vec<u32> {
    let mut numbers = drain(subscription);
    numbers.sort_unstable();
    numbers
}

#[test]
fn a_subscription_that_ends_is_ended_at_its_publishers() {
    let mut net = Net::new(2, 1);
    let first = net.subscribe(1, "a", SubscribeOptions::default());
    let mut second = net.subscribe(1, "a", SubscribeOptions::default());
    let third = net.subscribe(1, "a", reliable());
    net.run(100);
    net.publish(2, "a", 0..1);
    net.run(100);
    // Two that are alike are one to the publisher.
    assert_eq!(net.node(2).totals().forwarded, 2);
    drop((first, third));
    net.run(100);
    net.publish(2, "a", 1..2);
    net.run(100);
    assert_eq!(net.node(2).totals().forwarded, 3);
    assert_eq!(drain(&mut second), [0, 1]);
    drop(second);
    net.run(100);
    net.publish(2, "a", 2..3);
    assert_eq!(net.node(2).totals().forwarded, 3);
    assert_eq!(net.node(1).totals().dropped_in_all(), 0);
}

#[test]
fn reliable_events_of_any_size_come_once_and_in_order_through_losses() {
    for seed in 1..=5 {
        let mut net = Net::new(2, seed);
        net.loss = 20;
        let mut subscription = net.subscribe(1, "a/*", reliable());
        net.run(3000);
        let large = |number: u32| {
            let size = [4, 2000, 70_000][number as usize % 3];
            let mut data = event(number).to_vec();
            data.resize(size, 0);
            Bytes::from(data)
        };
        for number in 0..60 {
            let channel = name(["a/b", "a/c"][number as usize % 2]);
            net.node(2).publish(&channel, large(number)).unwrap();
            net.run(20);
        }
        let mut got = vec![];
        for _ in 0..600 {
            got.extend(drain(&mut subscription));
            net.run(100);
        }
        assert_eq!(got, (0..60).collect::<Vec<_>>(), "seed {seed}");
    }
}

#[test]
fn unreliable_events_come_at_most_once_and_subscriptions_survive_losses() {
    for seed in 1..=5 {
        let mut net = Net::new(2, seed);
        net.loss = 20;
        let mut subscription = net.subscribe(1, "*", SubscribeOptions::default());
        net.run(3000);
        let mut got = vec![];
        for number in 0..200 {
            net.publish(2, "a", number..number + 1);
            net.run(20);
            got.extend(drain(&mut subscription));
        }
        net.run(3000);
        got.extend(drain(&mut subscription));
        let count = got.len();
        got.sort_unstable();
        got.dedup();
        assert_eq!(got.len(), count);
        assert!(
            (120..200).contains(&count),
            "{count} of 200 with seed {seed}"
        );
    }
}

#[test]
fn the_first_events_of_a_channel_wait_for_its_name() {
    let mut net = Net::new(2, 7);
    let mut subscription = net.subscribe(1, "*", SubscribeOptions::default());
    net.run(100);
    for channel in 0..50 {
        net.publish(2, &format!("c/{channel}"), channel..channel + 1);
    }
    net.run(100);
    assert_eq!(ordered(&mut subscription), (0..50).collect::<Vec<_>>());
}

#[test]
fn a_slow_reliable_subscriber_holds_its_own_stream_and_nobody_else() {
    let mut net = Net::new(3, 1);
    let mut slow = net.subscribe(2, "a", reliable());
    let mut fast = net.subscribe(3, "a", reliable());
    let mut neighbour = net.subscribe(2, "a", reliable());
    net.run(100);
    let data = |number: u32| {
        let mut data = event(number).to_vec();
        data.resize(20_000, 0);
        Bytes::from(data)
    };
    let (mut fast_got, mut neighbour_got) = (vec![], vec![]);
    for number in 0..500 {
        net.node(1).publish(&name("a"), data(number)).unwrap();
        net.run(50);
        fast_got.extend(drain(&mut fast));
        neighbour_got.extend(drain(&mut neighbour));
    }
    assert_eq!(fast_got, (0..500).collect::<Vec<_>>());
    assert_eq!(neighbour_got, fast_got);
    // 1 MiB in the stream's window, 1 MiB in its send buffer, 4 MiB in the ring towards it: the rest went by.
    let dropped = net.node(1).counts(&name("a")).dropped(DropCause::RingFull);
    assert!((150..250).contains(&dropped), "{dropped}");
    let mut slow_got = vec![];
    for _ in 0..100 {
        slow_got.extend(drain(&mut slow));
        net.run(50);
    }
    assert_eq!(slow_got, (0..500 - dropped as u32).collect::<Vec<_>>());
}

#[test]
fn a_producer_is_failed_by_a_far_subscriber_until_that_takes_something_or_is_given_up() {
    let mut net = Net::new(2, 1);
    let config = ChannelConfig {
        on_full: OnFull::FailProducer,
        ..ChannelConfig::default()
    };
    let everything = Pattern::prefix("").unwrap();
    net.node(1).configure(&everything, config);
    let mut slow = net.subscribe(2, "a", reliable());
    net.run(100);
    let data = Bytes::from(vec![1; 50_000]);
    let mut published = 0;
    while net.node(1).publish(&name("a"), data.clone()).is_ok() {
        published += 1;
        net.run(50);
    }
    assert!((100..150).contains(&published), "{published}");
    let mut taken = 0;
    for _ in 0..100 {
        taken += std::iter::from_fn(|| slow.try_next()).count();
        net.run(50);
    }
    assert_eq!(taken, published);
    assert_eq!(net.node(1).publish(&name("a"), data.clone()), Ok(()));

    while net.node(1).publish(&name("a"), data.clone()).is_ok() {
        net.run(50);
    }
    net.run(31_000);
    assert_eq!(net.node(1).publish(&name("a"), data.clone()), Ok(()));
    let told =
        std::iter::from_fn(|| slow.try_next()).find(|item| matches!(item, Item::Refused { .. }));
    let reason = MembershipReason::TooSlow;
    let publisher = id(1);
    assert_eq!(told, Some(Item::Refused { publisher, reason }));
    // It asks again by itself.
    net.run(1000);
    assert_eq!(net.nodes[&2].channels.publishers(&slow), [publisher]);
}

#[test]
fn an_unreliable_subscriber_is_treated_as_its_own_node_says() {
    let mut net = Net::new(2, 1);
    let config = ChannelConfig {
        on_full: OnFull::DropOldest,
        ..ChannelConfig::default()
    };
    net.node(2).configure(&Pattern::prefix("").unwrap(), config);
    let options = SubscribeOptions {
        ring: small(3),
        ..SubscribeOptions::default()
    };
    let mut subscription = net.subscribe(2, "a", options);
    net.run(100);
    for number in 0..10 {
        net.publish(1, "a", number..number + 1);
        net.run(20);
    }
    assert_eq!(drain(&mut subscription), [7, 8, 9]);
    assert_eq!(net.node(2).totals().dropped(DropCause::Overwritten), 7);
}

#[test]
fn each_event_reaches_one_member_of_a_group_wherever_it_is() {
    let mut net = Net::new(4, 3);
    let options = |reliable| SubscribeOptions {
        reliable,
        group: Some(Arc::from("g")),
        ..SubscribeOptions::default()
    };
    let mut members = [
        net.subscribe(1, "a", options(true)),
        net.subscribe(2, "a", options(true)),
        net.subscribe(3, "*", options(true)),
        net.subscribe(3, "a", options(false)),
    ];
    net.run(100);
    for number in 0..40 {
        net.publish(4, "a", number..number + 1);
        net.run(20);
    }
    let got: Vec<_> = members.iter_mut().map(drain).collect();
    assert_eq!(got.iter().map(Vec::len).collect::<Vec<_>>(), [10; 4]);
    let mut all = got.concat();
    all.sort_unstable();
    assert_eq!(all, (0..40).collect::<Vec<_>>());

    // A member in the publisher's own program takes its share as well.
    let mut own = net.subscribe(4, "a", options(false));
    net.publish(4, "a", 0..50);
    net.run(100);
    assert_eq!(drain(&mut own).len(), 10);
    assert_eq!(
        members
            .iter_mut()
            .map(drain)
            .map(|got| got.len())
            .sum::<usize>(),
        40
    );
}

#[test]
fn what_waits_for_a_member_that_dies_goes_to_the_others() {
    let mut net = Net::new(3, 3);
    let options = SubscribeOptions {
        reliable: true,
        group: Some(Arc::from("g")),
        ..SubscribeOptions::default()
    };
    let _dies = net.subscribe(1, "a", options.clone());
    let mut lives = net.subscribe(2, "a", options);
    net.run(100);
    // Published and not yet given to the endpoint.
    net.publish(3, "a", 0..20);
    net.node(3).peer_down(id(1));
    net.publish(3, "a", 20..40);
    net.run(200);
    assert_eq!(ordered(&mut lives), (0..40).collect::<Vec<_>>());
    assert_eq!(net.node(3).totals().dropped_in_all(), 0);
}

#[test]
fn a_program_that_starts_again_gets_and_gives_again() {
    let mut net = Net::new(2, 1);
    let mut first = net.subscribe(1, "*", reliable());
    net.run(100);
    net.publish(2, "a", 0..1);
    net.run(100);
    net.start(2, 99, ChannelLimits::default());
    net.run(3000);
    net.publish(2, "a", 1..2);
    net.run(100);
    assert_eq!(drain(&mut first), [0, 1]);
    net.start(1, 98, ChannelLimits::default());
    let mut second = net.subscribe(1, "*", reliable());
    net.run(3000);
    net.publish(2, "a", 2..3);
    net.run(100);
    assert_eq!(drain(&mut second), [2]);
    drop(first);
}

#[test]
fn streams_that_are_given_up_are_asked_for_again() {
    let mut net = Net::new(2, 1);
    let mut subscription = net.subscribe(1, "a", reliable());
    net.run(100);
    net.publish(2, "a", 0..1);
    net.run(100);
    // The first ids of node 1: its control stream, and then this subscription.
    let (control, stream) = (2 << 48 | 1, 1 << 48 | 2);
    net.node(2).gave_up(&id(1), stream);
    net.node(1).reset(&id(2), stream);
    net.run(100);
    net.publish(2, "a", 1..2);
    net.run(100);
    assert_eq!(drain(&mut subscription), [0, 1]);
    net.node(1).gave_up(&id(2), control);
    net.run(100);
    net.publish(2, "a", 2..3);
    net.run(100);
    // Once: what it had asked for before is forgotten.
    assert_eq!(drain(&mut subscription), [2]);
    assert_eq!(net.node(2).totals().forwarded, 3);
    assert_eq!(net.node(1).totals().dropped_in_all(), 0);
}

#[test]
fn what_is_too_large_for_one_subscriber_reaches_the_other() {
    let mut net = Net::new(2, 1);
    let mut some = net.subscribe(1, "a", SubscribeOptions::default());
    let mut all = net.subscribe(1, "a", reliable());
    net.run(100);
    let (mut some_got, mut all_got) = (vec![], vec![]);
    for size in [64 << 10, (64 << 10) + 1, 3 << 20] {
        let mut data = event(size).to_vec();
        data.resize(size as usize, 0);
        net.node(2).publish(&name("a"), data.into()).unwrap();
        net.run(3000);
        some_got.extend(drain(&mut some));
        all_got.extend(drain(&mut all));
    }
    assert_eq!(some_got, [65536]);
    assert_eq!(all_got, [65536, 65537, 3 << 20]);
    let counts = net.node(2).counts(&name("a"));
    assert_eq!(counts.dropped(DropCause::TooLarge), 2);
    assert_eq!(counts.dropped_in_all(), 2);
}

/// Random subscribers, publishers and losses; what everyone must get follows from who subscribed when.
#[test]
fn random_meshes_lose_and_repeat_nothing_that_is_reliable() {
    for seed in 1..=8 {
        let mut net = Net::new(4, seed);
        let channels = ["a", "a/b", "a/c", "b"];
        let patterns = ["a", "a/b", "a/*", "*", "b"];
        let mut subscriptions = vec![];
        for _ in 0..6 {
            let node = (net.draw() % 4 + 1) as u8;
            let pattern = patterns[net.draw() as usize % patterns.len()];
            subscriptions.push((pattern, net.subscribe(node, pattern, reliable())));
        }
        net.run(500);
        net.loss = 10;
        let mut given: BTreeMap<&str, Vec<(EntityId, u32)>> = BTreeMap::new();
        for number in 0..100 {
            let node = (net.draw() % 4 + 1) as u8;
            let channel = channels[net.draw() as usize % channels.len()];
            net.publish(node, channel, number..number + 1);
            given.entry(channel).or_default().push((id(node), number));
            net.run(5);
        }
        net.run(20_000);
        for (pattern, subscription) in &mut subscriptions {
            let matches = |channel: &&str| match pattern.strip_suffix('*') {
                Some(prefix) => {
                    channel.starts_with(prefix) || *channel == prefix.trim_end_matches('/')
                }
                None => channel == pattern,
            };
            let of = |events: Vec<(EntityId, u32)>| {
                let mut by_publisher: BTreeMap<EntityId, Vec<u32>> = BTreeMap::new();
                for (publisher, number) in events {
                    by_publisher.entry(publisher).or_default().push(number);
                }
                by_publisher
            };
            let mut expected: Vec<_> = given
                .iter()
                .filter(|(channel, _)| matches(channel))
                .flat_map(|(_, events)| events.clone())
                .collect();
            expected.sort_by_key(|(_, number)| *number);
            let got = std::iter::from_fn(|| subscription.try_next())
                .map(|item| match item {
                    Item::Event(event) => (event.publisher, number(&event.data)),
                    Item::Refused { .. } => panic!("{item:?}"),
                })
                .collect();
            assert_eq!(of(got), of(expected), "{pattern}, seed {seed}");
        }
    }
}
