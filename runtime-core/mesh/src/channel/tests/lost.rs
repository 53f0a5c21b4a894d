//! Answers that were lost with the control stream that carried them.

use std::time::Duration;

use meshwright_transport::Now;
use meshwright_wire::wire::channel::MembershipReason;

use super::super::*;
use super::net::{WALL, id};
use super::tokens::{guarded, refusal};

const PUBLISHER: u8 = 1;
const SUBSCRIBER: u8 = 2;

/// Two nodes without endpoints: a test says what arrives.
struct Pair {
    publisher: Channels,
    subscriber: Channels,
    seconds: u64,
}

fn moment(seconds: u64) -> Now {
    Now {
        monotonic: Duration::from_secs(seconds),
        wall: Duration::from_secs(WALL + seconds),
    }
}

/// What waits to be sent, in order: streams and messages.
fn say(channels: &mut Channels) -> Vec<Sending> {
    let outgoing = std::iter::from_fn(|| channels.poll_outgoing());
    let sendings = outgoing.filter_map(|one| match one {
        Outgoing::Send(sending) => Some(sending),
        Outgoing::Finish { .. } => None,
    });
    sendings.collect()
}

impl Pair {
    fn new() -> Self {
        let node = |number| {
            let limits = ChannelLimits::default();
            Channels::new(id(number), SubnetId::GLOBAL, limits, moment(0))
        };
        let (mut publisher, mut subscriber) = (node(PUBLISHER), node(SUBSCRIBER));
        publisher.configure(&Pattern::prefix("a").unwrap(), guarded());
        publisher.peer_up(id(SUBSCRIBER));
        subscriber.peer_up(id(PUBLISHER));
        Self {
            publisher,
            subscriber,
            seconds: 0,
        }
    }

    fn subscribe(&mut self, channel: &str) -> Subscription {
        let pattern = Pattern::name(channel).unwrap();
        let options = SubscribeOptions::default();
        self.subscriber.subscribe(&pattern, options).unwrap()
    }

    /// All that the subscriber has to say arrives. Gives how much it was.
    fn ask(&mut self) -> usize {
        let asked = say(&mut self.subscriber);
        for sending in &asked {
            let publisher = &mut self.publisher;
            publisher.receive_message(id(SUBSCRIBER), sending.stream, &sending.data);
        }
        asked.len()
    }

    fn answer(&mut self) {
        for sending in say(&mut self.publisher) {
            let subscriber = &mut self.subscriber;
            subscriber.receive_message(id(PUBLISHER), sending.stream, &sending.data);
        }
    }

    /// What the publisher has to say is lost, and its stream given up.
    fn lose_answers(&mut self) -> u64 {
        let lost = say(&mut self.publisher);
        let stream = lost.last().expect("there was an answer").stream;
        self.publisher.gave_up(&id(SUBSCRIBER), stream);
        stream
    }

    fn pass(&mut self, seconds: u64) {
        self.seconds += seconds;
        self.publisher.tick(moment(self.seconds));
        self.subscriber.tick(moment(self.seconds));
    }
}

/// Whether the subscriber learns that the stream was given up.
fn a_lost_refusal_comes(is_told: bool) {
    let mut pair = Pair::new();
    let mut refused = pair.subscribe("a/b");
    pair.ask();
    let stream = pair.lose_answers();
    if is_told {
        pair.subscriber.reset(&id(PUBLISHER), stream);
    }
    pair.answer();
    pair.pass(29);
    assert_eq!(pair.ask(), 0);
    pair.pass(1);
    assert_eq!(
        pair.ask(),
        2,
        "what was asked for is taken back, and asked anew"
    );
    pair.answer();
    let unauthorized = refusal(PUBLISHER, MembershipReason::Unauthorized);
    assert_eq!(refused.try_next(), unauthorized);
    pair.pass(100);
    assert_eq!(pair.ask(), 0, "it was answered");
}

#[test]
fn a_refusal_that_was_lost_comes_in_the_end() {
    a_lost_refusal_comes(true);
    a_lost_refusal_comes(false);
}

#[test]
fn what_goes_on_is_not_asked_for_anew() {
    let mut pair = Pair::new();
    let mut open = pair.subscribe("open");
    pair.ask();
    pair.answer();
    // Something else to answer, which is lost.
    let mut refused = pair.subscribe("a/b");
    pair.ask();
    let stream = pair.lose_answers();
    pair.subscriber.reset(&id(PUBLISHER), stream);
    pair.answer();
    pair.pass(30);
    assert_eq!(pair.ask(), 2, "only what was not answered");
    pair.answer();
    assert_eq!(
        refused.try_next(),
        refusal(PUBLISHER, MembershipReason::Unauthorized)
    );
    assert_eq!(open.try_next(), None);
    let publishers = pair.subscriber.publishers(&open);
    assert_eq!(publishers, [id(PUBLISHER)]);
    pair.pass(100);
    assert_eq!(pair.ask(), 0);
}
