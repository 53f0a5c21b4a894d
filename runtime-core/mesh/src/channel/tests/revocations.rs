//! Revocations on their way from node to node.

use std::time::Duration;

use meshwright_transport::{Now, SecretIdentity};
use meshwright_wire::wire::channel::{
    MembershipMessage, MembershipMessageRevoke, MembershipReason,
};
use meshwright_wire::wire::identity::{TokenRevocation, TokenScope};

use super::super::*;
use super::net::*;
use super::tokens::{ROOT, guarded, refusal, showing, token};
use crate::token::{SignedRevocation, revoke_below};

const DAY: u64 = 86_400;

fn below(issuer: u8, floor: u32) -> SignedRevocation {
    revoke_below(&secret(issuer), floor)
}

/// Nodes 1 to `count`, each connected to the one before.
fn row(count: u8) -> Net {
    let mut net = Net::new(0, 1);
    for number in 1..=count {
        let before: Vec<u8> = (1..number).last().into_iter().collect();
        net.join(number, number, ChannelLimits::default(), &before);
    }
    net.run(500);
    net
}

#[test]
fn given_to_any_node_it_ends_subscriptions_everywhere_and_late_nodes_learn_it() {
    let mut net = row(4);
    // Only the publisher guards the channel: the nodes before it have never heard of the issuer.
    let guarding = net.node(3);
    guarding.configure(&Pattern::prefix("a").unwrap(), guarded());
    assert!(guarding.add_credential(token(3, TokenScope::PUBLISH, DAY)));
    let by_token = showing(token(4, TokenScope::SUBSCRIBE, DAY));
    let mut subscription = net.subscribe(4, "a/b", by_token);
    net.run(100);
    net.publish(3, "a/b", 0..1);
    net.run(100);
    assert_eq!(drain(&mut subscription), [0]);

    assert!(net.node(1).revoke(below(ROOT, 4)));
    net.run(100);
    for node in 1..=4 {
        assert_eq!(net.node(node).floor(&id(ROOT)), 4, "node {node}");
    }
    assert_eq!(
        net.node(3).publish(&name("a/b"), event(1)),
        Err(PublishError::Unauthorized)
    );
    net.run(1100);
    assert_eq!(
        subscription.try_next(),
        refusal(3, MembershipReason::Revoked)
    );

    net.join(5, 5, ChannelLimits::default(), &[4]);
    net.run(500);
    assert_eq!(net.node(5).floor(&id(ROOT)), 4);
    // Node 4 has forgotten all, and is told again, also what it has brought to others.
    net.join(4, 44, ChannelLimits::default(), &[3, 5]);
    net.run(500);
    assert_eq!(net.node(4).floor(&id(ROOT)), 4);
}

#[test]
fn a_part_that_was_cut_off_learns_it_when_it_is_back() {
    for seconds in [2, 20, 200] {
        let mut net = row(4);
        net.cut_off = Some(3);
        assert!(net.node(1).revoke(below(ROOT, 4)));
        assert!(net.node(4).revoke(below(ROOT, 5)));
        net.run(seconds * 1000);
        assert_eq!(net.node(3).floor(&id(ROOT)), 0);
        net.cut_off = None;
        net.run(20_000);
        for node in 1..=4 {
            let floor = net.node(node).floor(&id(ROOT));
            assert_eq!(floor, 5, "node {node} after {seconds} s");
        }
    }
}

/// Node 2 with peers 1 and 3, of which nothing else is there.
fn alone(limits: ChannelLimits) -> Channels {
    let mut channels = Channels::new(id(2), SubnetId::GLOBAL, limits, at(0));
    channels.peer_up(id(1));
    channels.peer_up(id(3));
    channels
}

fn at(second: u64) -> Now {
    Now {
        monotonic: Duration::from_secs(second),
        wall: Duration::from_secs(WALL + second),
    }
}

fn hear(channels: &mut Channels, from: u8, revocation: TokenRevocation) {
    let message = MembershipMessage::Revoke(MembershipMessageRevoke { revocation });
    channels.receive_message(id(from), 2 << 48 | 1, &message.encode().unwrap());
}

/// Which floors it tells whom.
fn told(channels: &mut Channels) -> Vec<(EntityId, u32)> {
    let sent = std::iter::from_fn(|| channels.poll_outgoing());
    sent.map(|outgoing| match outgoing {
        Outgoing::Send(sending) => match MembershipMessage::decode(&sending.data) {
            Ok(MembershipMessage::Revoke(message)) => (sending.peer, message.revocation.floor),
            other => panic!("{other:?}"),
        },
        Outgoing::Finish { .. } => panic!("nothing was begun"),
    })
    .collect()
}

#[test]
fn only_news_goes_on_and_never_back() {
    let mut channels = alone(ChannelLimits::default());
    hear(&mut channels, 1, below(ROOT, 4).to_wire());
    assert_eq!(told(&mut channels), [(id(3), 4)]);
    hear(&mut channels, 3, below(ROOT, 4).to_wire());
    hear(&mut channels, 1, below(ROOT, 4).to_wire());
    hear(&mut channels, 3, below(ROOT, 3).to_wire());
    assert!(!channels.revoke(below(ROOT, 4)));
    assert_eq!(told(&mut channels), []);
    assert_eq!(channels.floor(&id(ROOT)), 4);
    // What is replaced before its turn is not said at all.
    hear(&mut channels, 3, below(ROOT, 5).to_wire());
    hear(&mut channels, 3, below(ROOT, 6).to_wire());
    assert_eq!(told(&mut channels), [(id(1), 6)]);
    assert_eq!(channels.totals().dropped_in_all(), 0);
}

#[test]
fn a_forged_one_is_counted_and_its_bringer_put_off() {
    let mut channels = alone(ChannelLimits::default());
    let mut forged = below(ROOT, 4).to_wire();
    forged.floor = 5;
    for _ in 0..16 {
        hear(&mut channels, 1, forged.clone());
    }
    hear(&mut channels, 1, below(ROOT, 4).to_wire());
    assert_eq!(channels.floor(&id(ROOT)), 0);
    assert_eq!(told(&mut channels), []);
    let totals = channels.totals();
    assert_eq!(totals.dropped(DropCause::ForgedRevocation), 16);
    assert_eq!(totals.dropped(DropCause::PeerLimit), 1);
    hear(&mut channels, 3, below(ROOT, 4).to_wire());
    assert_eq!(told(&mut channels), [(id(1), 4)]);
}

#[test]
fn strangers_fill_only_their_own_room() {
    let mut channels = alone(ChannelLimits {
        revocations: 2,
        ..ChannelLimits::default()
    });
    for issuer in [11, 12, 13] {
        hear(&mut channels, 1, below(issuer, 1).to_wire());
    }
    let floor = |channels: &Channels, issuer| channels.floor(&id(issuer));
    assert_eq!(floor(&channels, 12), 1);
    assert_eq!(floor(&channels, 13), 0);
    let refused = |channels: &Channels| channels.totals().dropped(DropCause::RevocationLimit);
    assert_eq!(refused(&channels), 1);
    // Those that are known may rise.
    hear(&mut channels, 3, below(12, 2).to_wire());
    assert_eq!(floor(&channels, 12), 2);
    // For whom the program has named there is room.
    assert!(channels.revoke(below(14, 1)));
    channels.configure(&Pattern::prefix("a").unwrap(), guarded());
    hear(&mut channels, 1, below(ROOT, 1).to_wire());
    assert_eq!(floor(&channels, ROOT), 1);
    hear(&mut channels, 1, below(13, 1).to_wire());
    assert_eq!(refused(&channels), 2);
    // And who is named later is a stranger no more.
    assert!(channels.revoke(below(11, 2)));
    hear(&mut channels, 1, below(13, 1).to_wire());
    assert_eq!(floor(&channels, 13), 1);
}

#[test]
fn a_peer_is_told_at_a_bounded_pace() {
    let mut channels = alone(ChannelLimits::default());
    while channels.poll_outgoing().is_some() {}
    for number in 0..1100u16 {
        let [low, high] = number.to_le_bytes();
        let mut seed = [7; 32];
        (seed[0], seed[1]) = (low, high);
        assert!(channels.revoke(revoke_below(&SecretIdentity::from_seed(&seed), 1)));
    }
    channels.peer_down(id(3));
    let mut counts = vec![];
    for second in 1..=6 {
        counts.push(told(&mut channels).len());
        channels.tick(at(second));
    }
    assert_eq!(counts, [1024, 16, 16, 16, 16, 12]);
    // A new one has an allowance of its own.
    channels.peer_up(id(3));
    assert_eq!(told(&mut channels).len(), 1024);
}

#[test]
fn what_one_peer_may_have_looked_at_is_bounded() {
    let mut channels = alone(ChannelLimits::default());
    let mut floor = 0;
    let mut hear_many = |channels: &mut Channels, count| {
        for _ in 0..count {
            floor += 1;
            hear(channels, 1, below(ROOT, floor).to_wire());
        }
    };
    hear_many(&mut channels, 2050);
    assert_eq!(channels.floor(&id(ROOT)), 2048);
    assert_eq!(channels.totals().dropped(DropCause::PeerLimit), 2);
    channels.tick(at(1));
    hear_many(&mut channels, 40);
    assert_eq!(channels.floor(&id(ROOT)), 2082);
    assert_eq!(channels.totals().dropped(DropCause::PeerLimit), 10);
}
