//! A network of endpoints that loses, delays and copies as a test says.

use std::collections::{BTreeMap, BTreeSet};

use meshwright_wire::wire::packet::Subprotocol;

use std::net::IpAddr;

use bytes::Bytes;

use super::super::*;
use crate::handshake::{Psk, Psks};
use crate::session::in_clear;
use crate::stream::Head;

pub(super) const HEAD: Head = Head {
    subprotocol: Subprotocol::Events,
    priority: 0,
    origin: 0,
    channel: 0,
    subnet: 0,
};

/// A network of endpoints, each at one address, and one clock.
pub(super) struct Net {
    pub(super) now: Duration,
    pub(super) nodes: BTreeMap<SocketAddr, Endpoint>,
    pub(super) flying: BTreeMap<(Duration, u64), (SocketAddr, Transmit)>,
    pub(super) count: u64,
    pub(super) delay: Duration,
    /// Of the datagrams that leave, by their number: true if it is lost.
    pub(super) loses: fn(u64) -> bool,
    /// Bytes of the largest datagram that gets through.
    pub(super) carries: usize,
    /// Of two nodes, by their numbers: true if nothing gets through between them.
    pub(super) cut: BTreeSet<(u8, u8)>,
    /// Between two nodes, if it is another one than `delay`.
    pub(super) delays: BTreeMap<(u8, u8), Duration>,
    /// Every datagram that was sent, for replays.
    pub(super) seen: Vec<(SocketAddr, Transmit)>,
    pub(super) events: Vec<(SocketAddr, Event)>,
}

impl Net {
    pub(super) fn new(count: u8) -> Self {
        let mut net = Self {
            now: Duration::ZERO,
            nodes: BTreeMap::new(),
            flying: BTreeMap::new(),
            count: 0,
            delay: Duration::from_millis(10),
            loses: |_| false,
            carries: usize::MAX,
            cut: BTreeSet::new(),
            delays: BTreeMap::new(),
            seen: vec![],
            events: vec![],
        };
        for number in 1..=count {
            net.start(number, number, |_| {});
        }
        net
    }

    pub(super) fn start(&mut self, number: u8, seed: u8, change: fn(&mut EndpointConfig)) {
        let mut config = EndpointConfig::new(Psks::new(Psk::new(1, [9; 32]), vec![]));
        change(&mut config);
        let now = self.moment();
        self.nodes.insert(
            at(number),
            Endpoint::new(
                SecretIdentity::from_seed(&[number; 32]),
                config,
                [seed; 32],
                now,
            ),
        );
    }

    pub(super) fn moment(&self) -> Now {
        Now {
            monotonic: self.now,
            wall: Duration::from_secs(1_700_000_000) + self.now,
        }
    }

    pub(super) fn node(&mut self, number: u8) -> &mut Endpoint {
        self.nodes.get_mut(&at(number)).expect("it is there")
    }

    pub(super) fn connect(&mut self, from: u8, to: u8) {
        let (peer, now) = (id(to), self.moment());
        self.node(from)
            .connect(peer, at(to), now)
            .expect("there is room");
    }

    /// Connects neighbours.
    pub(super) fn link_up(&mut self, links: &[(u8, u8)]) {
        for (one, other) in links {
            self.connect(*one, *other);
        }
    }

    pub(super) fn connect_to(&mut self, from: u8, to: u8, place: Place) {
        let now = self.moment();
        self.node(from)
            .connect(id(to), place, now)
            .expect("there is room");
    }

    pub(super) fn send(&mut self, from: u8, to: u8, event: &[u8]) -> Result<(), SendError> {
        self.node(from)
            .send(&id(to), 1, HEAD, &Bytes::copy_from_slice(event))
    }

    /// Lets everything happen until `until`.
    pub(super) fn run(&mut self, until: Duration) {
        loop {
            self.collect();
            let arrival = self.flying.keys().next().map(|(time, _)| *time);
            let timeout = self.nodes.values().filter_map(Endpoint::next_timeout).min();
            match arrival.into_iter().chain(timeout).min() {
                Some(next) if next <= until => self.now = self.now.max(next),
                _ => break,
            }
            let moment = self.moment();
            while let Some(entry) = self
                .flying
                .first_entry()
                .filter(|entry| entry.key().0 <= moment.monotonic)
            {
                let (from, mut transmit) = entry.remove();
                if let Some(node) = self.nodes.get_mut(&transmit.to) {
                    node.receive(from, &mut transmit.datagram, moment);
                }
            }
            self.nodes.values_mut().for_each(|node| node.tick(moment));
        }
        self.now = until;
    }

    pub(super) fn run_for(&mut self, seconds: u64) {
        self.run(self.now + Duration::from_secs(seconds));
    }

    pub(super) fn collect(&mut self) {
        let moment = self.moment();
        for (address, node) in &mut self.nodes {
            node.flush(moment);
            while let Some(event) = node.poll_event(moment) {
                self.events.push((*address, event));
            }
            node.flush(moment);
            while let Some(transmit) = node.poll_transmit() {
                self.count += 1;
                self.seen.push((*address, transmit.clone()));
                let link = link(number_of(*address), number_of(transmit.to));
                let arrives = transmit.datagram.len() <= self.carries && !self.cut.contains(&link);
                if arrives && !(self.loses)(self.count) {
                    let delay = self.delays.get(&link).copied().unwrap_or(self.delay);
                    self.flying
                        .insert((self.now + delay, self.count), (*address, transmit));
                }
            }
        }
    }

    /// Whence each packet that was sent without a relay came, with its session id and its counter.
    pub(super) fn packets(&self) -> impl Iterator<Item = (SocketAddr, (u64, u64))> {
        self.seen.iter().filter_map(|(from, sent)| {
            let is_packet = Kind::of(&sent.datagram) == Some(Kind::Inner(Inner::Packet));
            Some((*from, in_clear(&sent.datagram).filter(|_| is_packet)?))
        })
    }

    pub(super) fn received(&self, number: u8) -> Vec<Vec<u8>> {
        let of = |(address, event): &(SocketAddr, Event)| match event {
            Event::Received(received) if *address == at(number) => Some(
                received
                    .events
                    .iter()
                    .map(|event| event.to_vec())
                    .collect::<Vec<_>>(),
            ),
            _ => None,
        };
        self.events.iter().filter_map(of).flatten().collect()
    }

    pub(super) fn happened(&self, number: u8, event: &Event) -> usize {
        self.events
            .iter()
            .filter(|(address, one)| *address == at(number) && one == event)
            .count()
    }
}

/// One way or the other.
pub(super) fn link(one: u8, other: u8) -> (u8, u8) {
    (one.min(other), one.max(other))
}

fn number_of(address: SocketAddr) -> u8 {
    match address.ip() {
        IpAddr::V4(ip) => ip.octets()[3],
        IpAddr::V6(_) => unreachable!("tests give no such addresses"),
    }
}

pub(super) fn at(number: u8) -> SocketAddr {
    ([192, 0, 2, number], 4000).into()
}

pub(super) fn id(number: u8) -> EntityId {
    SecretIdentity::from_seed(&[number; 32]).id()
}
