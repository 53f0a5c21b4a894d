//! A network of endpoints with their channels, one clock, and losses from a seed.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use meshwright_transport::{Endpoint, EndpointConfig, Now, Psk, Psks, SecretIdentity, Transmit};
use meshwright_wire::wire::identity::EntityId;

use super::super::*;

pub(super) const WALL: u64 = 1_700_000_000;

pub(super) struct Node {
    pub(super) endpoint: Endpoint,
    pub(super) channels: Channels,
}

pub(super) struct Net {
    pub(super) now: Duration,
    pub(super) nodes: BTreeMap<u8, Node>,
    flying: BTreeMap<(Duration, u64), (u8, Transmit)>,
    sent: u64,
    random: u64,
    /// Of 100 datagrams, so many are lost.
    pub(super) loss: u64,
    /// Of those that go to or from this node, all.
    pub(super) cut_off: Option<u8>,
}

pub(super) fn secret(number: u8) -> SecretIdentity {
    SecretIdentity::from_seed(&[number; 32])
}

pub(super) fn id(number: u8) -> EntityId {
    secret(number).id()
}

pub(super) fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

pub(super) fn event(number: u32) -> Bytes {
    number.to_le_bytes().to_vec().into()
}

/// The numbers of events that wait, and what was refused.
pub(super) fn drain(subscription: &mut Subscription) -> Vec<u32> {
    std::iter::from_fn(|| subscription.try_next())
        .filter_map(|item| match item {
            Item::Event(event) => Some(number(&event.data)),
            Item::Refused { .. } => None,
        })
        .collect()
}

pub(super) fn number(data: &[u8]) -> u32 {
    u32::from_le_bytes(data[..4].try_into().unwrap())
}

pub(super) fn address(number: u8) -> SocketAddr {
    ([10, 0, 0, number], 7000).into()
}

impl Net {
    /// Nodes 1 to `count`, all connected.
    pub(super) fn new(count: u8, seed: u64) -> Self {
        let mut net = Self {
            now: Duration::from_secs(1),
            nodes: BTreeMap::new(),
            flying: BTreeMap::new(),
            sent: 0,
            random: seed * 2 + 1,
            loss: 0,
            cut_off: None,
        };
        for number in 1..=count {
            net.start(number, number, ChannelLimits::default());
        }
        net.run(500);
        net
    }

    /// Starts, or starts again, a node that connects to all others.
    pub(super) fn start(&mut self, number: u8, seed: u8, limits: ChannelLimits) {
        let others: Vec<u8> = self.nodes.keys().copied().collect();
        self.join(number, seed, limits, &others);
    }

    /// The same with a node that connects to some.
    pub(super) fn join(&mut self, number: u8, seed: u8, limits: ChannelLimits, to: &[u8]) {
        let config = EndpointConfig::new(Psks::new(Psk::new(1, [9; 32]), vec![]));
        let now = self.moment();
        let mut endpoint = Endpoint::new(secret(number), config, [seed; 32], now);
        for other in to.iter().filter(|other| **other != number) {
            endpoint.connect(id(*other), address(*other), now).unwrap();
        }
        let channels = Channels::new(id(number), SubnetId::GLOBAL, limits, now);
        self.nodes.insert(number, Node { endpoint, channels });
    }

    pub(super) fn node(&mut self, number: u8) -> &mut Channels {
        &mut self.nodes.get_mut(&number).unwrap().channels
    }

    pub(super) fn moment(&self) -> Now {
        Now {
            monotonic: self.now,
            wall: Duration::from_secs(WALL) + self.now,
        }
    }

    pub(super) fn subscribe(
        &mut self,
        node: u8,
        pattern: &str,
        options: SubscribeOptions,
    ) -> Subscription {
        let pattern = match pattern.strip_suffix('*') {
            Some(prefix) => Pattern::prefix(prefix.trim_end_matches('/')).unwrap(),
            None => Pattern::name(pattern).unwrap(),
        };
        self.node(node).subscribe(&pattern, options).unwrap()
    }

    pub(super) fn publish(&mut self, node: u8, channel: &str, events: std::ops::Range<u32>) {
        let events = events.map(event);
        self.node(node).publish_all(&name(channel), events).unwrap();
    }

    /// Lets so many milliseconds pass.
    pub(super) fn run(&mut self, milliseconds: u64) {
        let until = self.now + Duration::from_millis(milliseconds);
        let mut next_tick = self.now;
        loop {
            self.settle();
            let arrival = self.flying.keys().next().map(|(at, _)| *at);
            let timers = self
                .nodes
                .values()
                .filter_map(|node| node.endpoint.next_timeout());
            let next = arrival
                .into_iter()
                .chain(timers)
                .chain([next_tick])
                .min()
                .unwrap_or(until);
            if next > until {
                self.now = until;
                return;
            }
            self.now = next.max(self.now);
            let now = self.moment();
            while let Some(entry) = self.flying.first_entry()
                && entry.key().0 <= self.now
            {
                let (from, mut transmit) = entry.remove();
                let to = transmit.to.ip();
                let receiver = self
                    .nodes
                    .iter_mut()
                    .find(|(number, _)| address(**number).ip() == to);
                if let Some((_, node)) = receiver {
                    node.endpoint
                        .receive(address(from), &mut transmit.datagram, now);
                }
            }
            let ticks = next_tick <= self.now;
            for node in self.nodes.values_mut() {
                node.endpoint.tick(now);
                if ticks {
                    node.channels.tick(now);
                }
            }
            if ticks {
                next_tick = self.now + Channels::TICK;
            }
        }
    }

    fn settle(&mut self) {
        let now = self.moment();
        let mut leaving = vec![];
        for (number, node) in &mut self.nodes {
            while let Some((event, credit)) = node.endpoint.poll_event_on_credit() {
                node.channels.handle(event, credit, now);
            }
            let mut more = true;
            while more {
                more = node.channels.pump(&mut node.endpoint, now);
                node.endpoint.flush(now);
                while let Some(transmit) = node.endpoint.poll_transmit() {
                    leaving.push((*number, transmit));
                }
            }
        }
        for (from, transmit) in leaving {
            self.sent += 1;
            let is_cut = |number| from == number || transmit.to.ip() == address(number).ip();
            if self.draw() % 100 >= self.loss && !self.cut_off.is_some_and(is_cut) {
                // Where some are lost, others are overtaken.
                let jitter = if self.loss > 0 { self.draw() % 1000 } else { 0 };
                let delay = Duration::from_micros(5000 + jitter);
                self.flying
                    .insert((self.now + delay, self.sent), (from, transmit));
            }
        }
    }

    /// A linear congruential generator (Knuth's MMIX numbers); the upper half is random enough for losses.
    pub(super) fn draw(&mut self) -> u64 {
        self.random = self
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.random >> 33
    }
}
