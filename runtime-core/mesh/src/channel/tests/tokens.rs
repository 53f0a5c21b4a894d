//! Channels that want tokens, on every path.

use std::collections::BTreeSet;

use meshwright_transport::SecretIdentity;
use meshwright_wire::wire::channel::MembershipReason;
use meshwright_wire::wire::identity::TokenScope;

use super::super::*;
use super::net::*;
use crate::token::{Grant, SignedChain, delegate, issue, revoke_below};

pub(super) const ROOT: u8 = 77;

fn grant(subject: u8, scope: TokenScope, seconds: u64) -> Grant {
    Grant {
        subject: id(subject),
        scope,
        channel: name("a/b").hash(),
        generation: 3,
        not_before: WALL,
        not_after: WALL + seconds,
        depth: 0,
        nonce: u64::from(subject),
    }
}

pub(super) fn token(subject: u8, scope: TokenScope, seconds: u64) -> SignedChain {
    issue(&secret(ROOT), &grant(subject, scope, seconds)).unwrap()
}

pub(super) fn guarded() -> ChannelConfig {
    let roots: BTreeSet<_> = [SecretIdentity::from_seed(&[ROOT; 32]).id()].into();
    ChannelConfig {
        access: Access::Tokens(roots),
        ..ChannelConfig::default()
    }
}

/// Nodes of which the first `count` guard everything below `a`.
fn net(nodes: u8, guarding: u8) -> Net {
    let mut net = Net::new(nodes, 1);
    for node in 1..=guarding {
        net.node(node)
            .configure(&Pattern::prefix("a").unwrap(), guarded());
    }
    net
}

pub(super) fn showing(chain: SignedChain) -> SubscribeOptions {
    SubscribeOptions {
        credential: Some(chain),
        ..SubscribeOptions::default()
    }
}

pub(super) fn refusal(publisher: u8, reason: MembershipReason) -> Option<Item> {
    let publisher = id(publisher);
    Some(Item::Refused { publisher, reason })
}

#[test]
fn in_one_program_tokens_count_as_everywhere() {
    let mut net = net(1, 1);
    let channels = net.node(1);
    let b = Pattern::name("a/b").unwrap();
    let none = channels.subscribe(&b, SubscribeOptions::default()).err();
    assert_eq!(none, Some(SubscribeError::NoCredential));
    let wrong = showing(token(1, TokenScope::PUBLISH, 3600));
    let wrong = channels.subscribe(&b, wrong).err();
    assert!(matches!(wrong, Some(SubscribeError::Unauthorized(_))));
    assert_eq!(
        channels.publish(&name("a/b"), event(0)),
        Err(PublishError::Unauthorized)
    );
    assert!(channels.add_credential(token(1, TokenScope::PUBLISH, 3600)));
    assert!(channels.add_credential(token(1, TokenScope::SUBSCRIBE, 100)));
    let mut by_name = channels.subscribe(&b, SubscribeOptions::default()).unwrap();
    let all = Pattern::prefix("").unwrap();
    let mut by_prefix = channels
        .subscribe(&all, SubscribeOptions::default())
        .unwrap();
    let nobody = showing(token(2, TokenScope::SUBSCRIBE, 3600));
    let mut other = channels.subscribe(&all, nobody).unwrap();
    channels.publish(&name("a/b"), event(1)).unwrap();
    assert_eq!(
        channels.publish(&name("a/c"), event(2)),
        Err(PublishError::Unauthorized)
    );
    channels.publish(&name("open"), event(3)).unwrap();
    assert_eq!(drain(&mut by_name), [1]);
    assert_eq!(drain(&mut by_prefix), [1, 3]);
    assert_eq!(drain(&mut other), [3]);
    assert_eq!(
        channels
            .counts(&name("a/b"))
            .dropped(DropCause::Unauthorized),
        2
    );

    // 60 seconds of skew are allowed.
    net.run(162_000);
    let ended = EndCause::Refused(MembershipReason::Expired);
    assert_eq!(by_name.end_cause(), Some(ended));
    assert_eq!(by_prefix.end_cause(), None);
    let channels = net.node(1);
    channels.publish(&name("a/b"), event(4)).unwrap();
    channels.publish(&name("open"), event(5)).unwrap();
    assert_eq!(by_prefix.try_next(), refusal(1, MembershipReason::Expired));
    assert_eq!(drain(&mut by_prefix), [5]);
}

#[test]
fn a_far_subscriber_needs_a_token_and_learns_why_it_is_refused() {
    let mut net = net(2, 1);
    assert!(
        net.node(1)
            .add_credential(token(1, TokenScope::PUBLISH, 86_400))
    );
    let mut without = net.subscribe(2, "a/b", SubscribeOptions::default());
    let mut by_name = net.subscribe(2, "a/b", showing(token(2, TokenScope::SUBSCRIBE, 86_400)));
    let mut by_prefix = net.subscribe(2, "a/*", showing(token(2, TokenScope::SUBSCRIBE, 86_400)));
    let mut stolen = net.subscribe(2, "a/b", showing(token(3, TokenScope::SUBSCRIBE, 86_400)));
    let from_one = SubscribeOptions {
        publishers: Publishers::One(id(1)),
        ..SubscribeOptions::default()
    };
    let mut one = net.subscribe(2, "a/b", from_one);
    net.run(100);
    net.publish(1, "a/b", 0..1);
    net.run(100);
    let unauthorized = MembershipReason::Unauthorized;
    assert_eq!(without.try_next(), refusal(1, unauthorized));
    assert_eq!(without.try_next(), None);
    assert_eq!(without.end_cause(), None);
    assert_eq!(stolen.try_next(), refusal(1, unauthorized));
    assert_eq!(one.try_next(), refusal(1, unauthorized));
    assert_eq!(one.end_cause(), Some(EndCause::Refused(unauthorized)));
    assert_eq!(drain(&mut by_name), [0]);
    assert_eq!(drain(&mut by_prefix), [0]);

    // A live subscription ends with its right.
    net.node(1).revoke(revoke_below(&secret(ROOT), 3));
    net.publish(1, "a/b", 1..2);
    net.run(100);
    assert_eq!(drain(&mut by_name), [1]);
    net.node(1).revoke(revoke_below(&secret(ROOT), 4));
    assert_eq!(
        net.node(1).publish(&name("a/b"), event(2)),
        Err(PublishError::Unauthorized)
    );
    net.run(100);
    assert_eq!(by_name.try_next(), refusal(1, MembershipReason::Revoked));
    // It asks again without: what is open stays so for a prefix.
    net.run(100);
    assert_eq!(net.nodes[&2].channels.publishers(&by_prefix), [id(1)]);
    assert_eq!(net.nodes[&2].channels.publishers(&by_name), []);
}

#[test]
fn a_far_subscription_ends_when_its_token_does() {
    let mut net = net(2, 1);
    assert!(
        net.node(1)
            .add_credential(token(1, TokenScope::PUBLISH, 86_400))
    );
    let mut subscription = net.subscribe(2, "a/b", showing(token(2, TokenScope::SUBSCRIBE, 100)));
    net.run(150_000);
    net.publish(1, "a/b", 0..1);
    net.run(100);
    assert_eq!(drain(&mut subscription), [0]);
    net.run(12_000);
    net.publish(1, "a/b", 1..2);
    net.run(100);
    assert_eq!(
        subscription.try_next(),
        refusal(1, MembershipReason::Expired)
    );
    assert_eq!(subscription.try_next(), None);
}

#[test]
fn another_token_is_shown_when_one_has_ended() {
    let mut net = net(2, 1);
    assert!(
        net.node(1)
            .add_credential(token(1, TokenScope::PUBLISH, 86_400))
    );
    assert!(
        net.node(2)
            .add_credential(token(2, TokenScope::SUBSCRIBE, 100))
    );
    let mut subscription = net.subscribe(2, "a/b", SubscribeOptions::default());
    net.run(100_000);
    assert!(
        net.node(2)
            .add_credential(token(2, TokenScope::SUBSCRIBE, 86_400))
    );
    net.run(100_000);
    net.publish(1, "a/b", 0..1);
    net.run(100);
    assert_eq!(
        subscription.try_next(),
        refusal(1, MembershipReason::Expired)
    );
    assert_eq!(drain(&mut subscription), [0]);
}

#[test]
fn a_publisher_needs_a_token_where_its_events_arrive() {
    // Node 1 guards the channel, node 2 does not know of that.
    let mut net = net(2, 1);
    assert!(
        net.node(1)
            .add_credential(token(1, TokenScope::SUBSCRIBE, 86_400))
    );
    for reliable in [false, true] {
        let options = SubscribeOptions {
            reliable,
            ..SubscribeOptions::default()
        };
        let mut subscription = net.subscribe(1, "a/b", options);
        net.run(100);
        let before = net.node(1).totals().dropped(DropCause::Unauthorized);
        net.publish(2, "a/b", 0..2);
        net.run(100);
        assert_eq!(drain(&mut subscription), [0; 0]);
        assert_eq!(
            net.node(1).totals().dropped(DropCause::Unauthorized),
            before + 2
        );
    }
    // Now it knows, and has a right.
    net.node(2)
        .configure(&Pattern::prefix("a").unwrap(), guarded());
    assert!(
        net.node(2)
            .add_credential(token(2, TokenScope::PUBLISH, 86_400))
    );
    let reliable = SubscribeOptions {
        reliable: true,
        ..SubscribeOptions::default()
    };
    let mut subscription = net.subscribe(1, "a/b", reliable);
    net.run(100);
    net.publish(2, "a/b", 2..3);
    net.run(100);
    assert_eq!(drain(&mut subscription), [2]);
}

#[test]
fn a_group_admits_only_who_has_a_right() {
    let mut net = net(3, 1);
    assert!(
        net.node(1)
            .add_credential(token(1, TokenScope::PUBLISH, 86_400))
    );
    let group = |chain: Option<SignedChain>| SubscribeOptions {
        group: Some("g".into()),
        reliable: true,
        credential: chain,
        ..SubscribeOptions::default()
    };
    let mut may = net.subscribe(
        2,
        "a/*",
        group(Some(token(2, TokenScope::SUBSCRIBE, 86_400))),
    );
    let mut may_not = net.subscribe(3, "a/*", group(None));
    net.run(100);
    net.publish(1, "a/b", 0..20);
    net.run(200);
    assert_eq!(drain(&mut may), (0..20).collect::<Vec<_>>());
    assert_eq!(drain(&mut may_not), [0; 0]);
}

#[test]
fn who_shows_what_nobody_signed_is_put_off() {
    let mut net = net(2, 1);
    let mut others = vec![];
    for number in 0..20 {
        let mut subscription = SubscribeOptions {
            credential: Some(token(2, TokenScope::SUBSCRIBE, 1000 + number)),
            ..SubscribeOptions::default()
        };
        subscription.credential = subscription.credential.map(SignedChain::spoiled);
        others.push(net.subscribe(2, "a/b", subscription));
    }
    net.run(100);
    let reasons: Vec<_> = others
        .iter_mut()
        .filter_map(Subscription::try_next)
        .collect();
    let unauthorized = reasons
        .iter()
        .filter(|item| Some((*item).clone()) == refusal(1, MembershipReason::Unauthorized));
    assert_eq!(unauthorized.count(), 16);
    let limited = reasons
        .iter()
        .filter(|item| Some((*item).clone()) == refusal(1, MembershipReason::RateLimited));
    assert_eq!(limited.count(), 4);
}

#[test]
fn the_longest_chain_is_shown_in_more_than_one_datagram() {
    let mut net = net(2, 1);
    assert!(
        net.node(1)
            .add_credential(token(1, TokenScope::PUBLISH, 86_400))
    );
    let first = Grant {
        depth: 7,
        ..grant(10, TokenScope::SUBSCRIBE | TokenScope::DELEGATE, 86_400)
    };
    let mut chain = issue(&secret(ROOT), &first).unwrap();
    for (from, to) in [
        (10, 11),
        (11, 12),
        (12, 13),
        (13, 14),
        (14, 15),
        (15, 16),
        (16, 2),
    ] {
        let until = WALL + 86_400;
        chain = delegate(&secret(from), &chain, id(to), TokenScope::ALL, until, 1).unwrap();
    }
    assert!(chain.as_bytes().len() > 1200);
    let mut subscription = net.subscribe(2, "a/b", showing(chain));
    net.run(100);
    net.publish(1, "a/b", 0..1);
    net.run(100);
    assert_eq!(drain(&mut subscription), [0]);
    // Whoever passed it on may be revoked.
    net.node(1).revoke(revoke_below(&secret(13), 4));
    net.run(100);
    assert_eq!(
        subscription.try_next(),
        refusal(1, MembershipReason::Revoked)
    );
}
