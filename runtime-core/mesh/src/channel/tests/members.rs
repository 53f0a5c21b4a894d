//! Bounds on what peers may ask, and what happens at them.

use meshwright_wire::wire::channel::MembershipReason;

use super::super::*;
use super::net::*;

#[test]
fn a_peer_has_a_bound_on_subscriptions_and_asks_again_later() {
    let mut net = Net::new(1, 1);
    let limits = ChannelLimits {
        subscriptions_per_peer: 1,
        ..ChannelLimits::default()
    };
    net.start(2, 2, limits);
    net.run(500);
    let mut first = net.subscribe(1, "a", SubscribeOptions::default());
    let mut second = net.subscribe(1, "b", SubscribeOptions::default());
    net.run(100);
    net.publish(2, "a", 0..1);
    net.publish(2, "b", 1..2);
    net.run(100);
    assert_eq!(drain(&mut first), [0]);
    let publisher = id(2);
    let reason = MembershipReason::TooMany;
    assert_eq!(second.try_next(), Some(Item::Refused { publisher, reason }));
    assert_eq!(second.end_cause(), None);
    assert_eq!(net.node(2).totals().dropped(DropCause::PeerLimit), 1);
    drop(first);
    net.run(32_000);
    net.publish(2, "b", 2..3);
    net.run(100);
    assert_eq!(drain(&mut second), [2]);
}

#[test]
fn names_that_a_peer_may_tell_are_bounded() {
    let mut net = Net::new(1, 1);
    let limits = ChannelLimits {
        names_per_peer: 2,
        ..ChannelLimits::default()
    };
    net.start(2, 2, limits);
    net.run(500);
    let reliable = SubscribeOptions {
        reliable: true,
        ..SubscribeOptions::default()
    };
    let mut all = net.subscribe(2, "*", reliable);
    net.run(100);
    for (number, channel) in (0..).zip(["a", "b", "c", "a"]) {
        net.publish(1, channel, number..number + 1);
    }
    net.run(100);
    // The first has made room for the third, of which node 1 does not know: its own bound is another.
    assert_eq!(drain(&mut all), [0, 1, 2]);
    let totals = net.node(2).totals();
    assert_eq!(totals.dropped(DropCause::PeerLimit), 1);
    assert_eq!(totals.dropped(DropCause::NotAnnounced), 1);
}

#[test]
fn ever_new_channels_are_told_again_before_they_are_forgotten() {
    let limits = ChannelLimits {
        names_per_peer: 8,
        ..ChannelLimits::default()
    };
    let mut net = Net::new(0, 1);
    for node in 1..=2 {
        net.start(node, node, limits.clone());
    }
    net.run(500);
    for reliable in [true, false] {
        let options = SubscribeOptions {
            reliable,
            ..SubscribeOptions::default()
        };
        let mut all = net.subscribe(2, "*", options);
        net.run(100);
        for number in 0..100 {
            net.publish(1, &format!("new/{number}"), number..number + 1);
            net.publish(1, "old", number..number + 1);
            net.run(20);
        }
        assert_eq!(drain(&mut all).len(), 200);
    }
}

#[test]
fn groups_are_bounded() {
    let mut net = Net::new(1, 1);
    let limits = ChannelLimits {
        groups: 1,
        ..ChannelLimits::default()
    };
    net.start(2, 2, limits);
    net.run(500);
    let group = |name: &str| SubscribeOptions {
        group: Some(name.into()),
        ..SubscribeOptions::default()
    };
    let _own = net.subscribe(2, "a", group("g"));
    let pattern = Pattern::name("a").unwrap();
    let error = net.node(2).subscribe(&pattern, group("h")).err();
    assert_eq!(error, Some(SubscribeError::TooMany));
    let _same = net.subscribe(1, "a", group("g"));
    let mut other = net.subscribe(1, "a", group("h"));
    net.run(100);
    let publisher = id(2);
    let reason = MembershipReason::TooMany;
    assert_eq!(other.try_next(), Some(Item::Refused { publisher, reason }));
}

#[test]
fn subscribers_see_what_their_subnets_may_see() {
    let mut net = Net::new(2, 1);
    let (here, below) = (SubnetId(0x0100_0000), SubnetId(0x0101_0000));
    for node in 1..=2 {
        let config = ChannelConfig {
            visibility: Visibility::ParentVisible,
            ..ChannelConfig::default()
        };
        net.node(node)
            .configure(&Pattern::prefix("up").unwrap(), config);
    }
    // Node 2 is told that it is below node 1.
    let limits = ChannelLimits::default();
    let now = net.moment();
    let old = std::mem::replace(
        net.node(2),
        Channels::new(id(2), below, limits.clone(), now),
    );
    drop(old);
    let old = std::mem::replace(net.node(1), Channels::new(id(1), here, limits, now));
    drop(old);
    for node in 1..=2 {
        let config = ChannelConfig {
            visibility: Visibility::ParentVisible,
            ..ChannelConfig::default()
        };
        let (other, subnet) = [(id(2), below), (id(1), here)][usize::from(node) - 1];
        let channels = net.node(node);
        channels.configure(&Pattern::prefix("up").unwrap(), config);
        channels.peer_up(other);
        channels.set_peer_subnet(other, Some(subnet));
    }
    let mut above = net.subscribe(1, "up", SubscribeOptions::default());
    let mut beneath = net.subscribe(2, "up", SubscribeOptions::default());
    let mut all = net.subscribe(2, "*", SubscribeOptions::default());
    net.run(100);
    net.publish(2, "up", 0..1);
    net.publish(1, "up", 1..2);
    net.publish(1, "open", 2..3);
    net.run(100);
    // Its own is there at once.
    assert_eq!(drain(&mut above), [1, 0]);
    let publisher = id(1);
    let reason = MembershipReason::NotVisible;
    assert_eq!(
        beneath.try_next(),
        Some(Item::Refused { publisher, reason })
    );
    assert_eq!(drain(&mut beneath), [0]);
    assert_eq!(drain(&mut all), [0, 2]);
    assert_eq!(net.node(1).totals().dropped(DropCause::NotVisible), 1);
}
