//! One node and its own subscribers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use bytes::Bytes;
use meshwright_transport::Now;
use meshwright_wire::wire::identity::EntityId;

use super::super::*;

const NOW: Now = Now {
    monotonic: Duration::ZERO,
    wall: Duration::ZERO,
};

fn channels() -> Channels {
    Channels::new(
        EntityId([1; 32]),
        SubnetId::GLOBAL,
        ChannelLimits::default(),
        NOW,
    )
}

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn options(group: Option<&str>, events: usize) -> SubscribeOptions {
    SubscribeOptions {
        group: group.map(Arc::from),
        ring: RingSize {
            events,
            bytes: 1 << 20,
        },
        ..SubscribeOptions::default()
    }
}

fn drain(subscription: &mut Subscription) -> Vec<u8> {
    std::iter::from_fn(|| subscription.try_next())
        .map(|item| match item {
            Item::Event(event) => event.data[0],
            Item::Refused { .. } => panic!("{item:?}"),
        })
        .collect()
}

fn event(number: u8) -> Bytes {
    vec![number].into()
}

fn with(channels: &mut Channels, on_full: OnFull) {
    let config = ChannelConfig {
        on_full,
        ..ChannelConfig::default()
    };
    channels.configure(&Pattern::prefix("").unwrap(), config);
}

#[test]
fn events_reach_those_who_want_them_and_share_their_bytes() {
    let mut channels = channels();
    let patterns = [
        Pattern::name("a/b").unwrap(),
        Pattern::prefix("a").unwrap(),
        Pattern::prefix("").unwrap(),
        Pattern::name("a").unwrap(),
    ];
    let mut subscriptions =
        patterns.map(|pattern| channels.subscribe(&pattern, options(None, 9)).unwrap());
    let data = event(7);
    channels.publish(&name("a/b"), data.clone()).unwrap();
    let received = subscriptions.each_mut().map(Subscription::try_next);
    for item in &received[..3] {
        let Some(Item::Event(event)) = item else {
            panic!("{item:?}");
        };
        assert_eq!(event.channel, name("a/b"));
        assert_eq!(event.publisher, EntityId([1; 32]));
        assert_eq!(event.data.as_ptr(), data.as_ptr());
    }
    assert_eq!(received[3], None);
    let counts = channels.counts(&name("a/b"));
    assert_eq!((counts.published, counts.delivered), (1, 3));
    assert_eq!(counts.dropped_in_all(), 0);
}

#[test]
fn each_policy_does_what_it_says_to_a_slow_subscriber_and_nothing_to_others() {
    for (on_full, slow_gets, cause, published) in [
        (OnFull::DropNewest, vec![0, 1], DropCause::RingFull, 5),
        (OnFull::DropOldest, vec![3, 4], DropCause::Overwritten, 5),
        (
            OnFull::FailProducer,
            vec![0, 1],
            DropCause::ProducerFailed,
            2,
        ),
    ] {
        let mut channels = channels();
        with(&mut channels, on_full);
        let pattern = Pattern::name("a").unwrap();
        let mut slow = channels.subscribe(&pattern, options(None, 2)).unwrap();
        let mut fast = channels.subscribe(&pattern, options(None, 2)).unwrap();
        let mut fast_got = vec![];
        for number in 0..5 {
            let done = channels.publish(&name("a"), event(number));
            assert_eq!(done.is_ok(), u64::from(number) < published);
            fast_got.extend(drain(&mut fast));
        }
        assert_eq!(drain(&mut slow), slow_gets, "{on_full:?}");
        // Nobody gets what the producer was failed for.
        assert_eq!(fast_got, (0..published as u8).collect::<Vec<_>>());
        let counts = channels.counts(&name("a"));
        assert_eq!(counts.published, published);
        assert_eq!(counts.dropped(cause), 3);
        assert_eq!(counts.dropped_in_all(), 3);
    }
}

#[test]
fn a_failed_producer_may_go_on_when_there_is_room() {
    let mut channels = channels();
    with(&mut channels, OnFull::FailProducer);
    let mut slow = channels
        .subscribe(&Pattern::name("a").unwrap(), options(None, 2))
        .unwrap();
    let done = channels.publish_all(&name("a"), (0..4).map(event));
    let error = PublishAllError {
        published: 2,
        cause: PublishError::Full,
    };
    assert_eq!(done, Err(error));
    assert_eq!(drain(&mut slow), [0, 1]);
    channels.publish_all(&name("a"), (2..4).map(event)).unwrap();
    assert_eq!(drain(&mut slow), [2, 3]);
}

#[test]
fn of_a_group_one_member_gets_each_event_whatever_it_subscribed_to() {
    let mut channels = channels();
    let mut members = [
        Pattern::name("a/b").unwrap(),
        Pattern::prefix("a").unwrap(),
        Pattern::name("a/b").unwrap(),
    ]
    .map(|pattern| {
        channels
            .subscribe(&pattern, options(Some("g"), 99))
            .unwrap()
    });
    let mut other = channels
        .subscribe(&Pattern::name("a/b").unwrap(), options(Some("h"), 99))
        .unwrap();
    channels
        .publish_all(&name("a/b"), (0..30).map(event))
        .unwrap();
    let mut got: Vec<Vec<u8>> = members.iter_mut().map(drain).collect();
    assert_eq!(got.iter().map(Vec::len).collect::<Vec<_>>(), [10; 3]);
    let mut all = got.concat();
    all.sort_unstable();
    assert_eq!(all, (0..30).collect::<Vec<_>>());
    assert_eq!(drain(&mut other).len(), 30);

    let [first, second, third] = members;
    drop(second);
    channels.attend();
    channels
        .publish_all(&name("a/b"), (0..30).map(event))
        .unwrap();
    got = [first, third].iter_mut().map(drain).collect();
    assert_eq!(got.concat().len(), 30);
}

#[test]
fn a_full_member_is_passed_over() {
    let mut channels = channels();
    let pattern = Pattern::name("a").unwrap();
    let mut small = channels.subscribe(&pattern, options(Some("g"), 1)).unwrap();
    let mut large = channels
        .subscribe(&pattern, options(Some("g"), 99))
        .unwrap();
    channels
        .publish_all(&name("a"), (0..10).map(event))
        .unwrap();
    assert_eq!(drain(&mut small).len(), 1);
    assert_eq!(drain(&mut large).len(), 9);
    assert_eq!(channels.totals().dropped_in_all(), 0);
}

#[test]
fn a_subscription_that_is_dropped_gets_nothing_and_blocks_nobody() {
    let mut channels = channels();
    with(&mut channels, OnFull::FailProducer);
    let pattern = Pattern::name("a").unwrap();
    let gone = channels.subscribe(&pattern, options(None, 1)).unwrap();
    channels.publish(&name("a"), event(0)).unwrap();
    drop(gone);
    channels.publish(&name("a"), event(1)).unwrap();
    channels.attend();
    channels.publish(&name("a"), event(2)).unwrap();
    assert_eq!(channels.totals().delivered, 1);
}

#[test]
fn there_are_bounds() {
    let limits = ChannelLimits {
        subscriptions: 1,
        ..ChannelLimits::default()
    };
    let mut channels = Channels::new(EntityId([1; 32]), SubnetId::GLOBAL, limits, NOW);
    let pattern = Pattern::name("a").unwrap();
    let bad = channels.subscribe(&pattern, options(Some(""), 1));
    assert_eq!(bad.err(), Some(SubscribeError::BadGroup));
    let first = channels.subscribe(&pattern, options(None, 1)).unwrap();
    let second = channels.subscribe(&pattern, options(None, 1));
    assert_eq!(second.err(), Some(SubscribeError::TooMany));
    drop(first);
    assert!(channels.subscribe(&pattern, options(None, 1)).is_ok());
}

struct Woken(AtomicUsize);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

#[test]
fn who_waits_is_woken_by_an_event_and_the_node_by_a_subscription_that_is_dropped() {
    let mut channels = channels();
    let mut subscription = channels
        .subscribe(&Pattern::name("a").unwrap(), options(None, 9))
        .unwrap();
    let woken = Arc::new(Woken(AtomicUsize::new(0)));
    let waker = Waker::from(woken.clone());
    let mut context = Context::from_waker(&waker);
    assert_eq!(subscription.poll_next(&mut context), Poll::Pending);
    channels.publish(&name("a"), event(1)).unwrap();
    assert_eq!(woken.0.load(Ordering::Relaxed), 0);
    channels.take_wakers().into_iter().for_each(Waker::wake);
    assert_eq!(woken.0.load(Ordering::Relaxed), 1);
    assert!(matches!(
        subscription.poll_next(&mut context),
        Poll::Ready(Some(Item::Event(_)))
    ));
    channels.wake_on_return(waker.clone());
    drop(subscription);
    assert_eq!(woken.0.load(Ordering::Relaxed), 2);
}
