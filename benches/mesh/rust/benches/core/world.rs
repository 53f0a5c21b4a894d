//! A hub among many nodes, in memory, at one moment.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use meshwright_transport::{
    Endpoint, EndpointConfig, Head, Now, Psk, Psks, SecretIdentity, Verifier,
};
use meshwright_wire::wire::identity::{EntityId, Signature};
use meshwright_wire::wire::packet::Subprotocol;

pub const HEAD: Head = Head {
    subprotocol: Subprotocol::Events,
    priority: 0,
    origin: 0,
    channel: 0,
    subnet: 0,
};

/// The number by which the hub has its address; the others have theirs from 0.
pub const HUB: usize = 0xff_ff_ff;

pub struct World {
    pub hub: Endpoint,
    others: Vec<Endpoint>,
    now: Now,
}

/// Signatures are not what is timed.
#[derive(Debug)]
struct Trusting;

impl Verifier for Trusting {
    fn verify(&self, _: &EntityId, _: &[u8], _: &Signature) -> bool {
        true
    }
}

pub fn address(number: usize) -> SocketAddr {
    let [_, a, b, c] = (number as u32).to_be_bytes();
    (Ipv4Addr::new(10, a, b, c), 1).into()
}

impl World {
    /// The hub has `count` neighbours.
    pub fn with_peers(count: usize) -> Self {
        let mut world = Self::new(count);
        for number in 0..count {
            world.connect(number);
        }
        world
    }

    pub fn parts(&mut self) -> (&mut Endpoint, &mut [Endpoint], Now) {
        (&mut self.hub, &mut self.others, self.now)
    }

    fn new(count: usize) -> Self {
        let now = Now {
            monotonic: Duration::from_secs(1),
            wall: Duration::from_secs(1_700_000_000),
        };
        Self {
            hub: endpoint(HUB, now),
            others: (0..count).map(|number| endpoint(number, now)).collect(),
            now,
        }
    }

    fn connect(&mut self, number: usize) {
        self.others[number]
            .connect(self.hub.id(), address(HUB), self.now)
            .expect("there is room");
        // Opening, answer, and the packet that confirms it.
        for _ in 0..3 {
            self.deliver(number);
            while let Some(mut back) = self.hub.poll_transmit() {
                self.others[number].receive(address(HUB), &mut back.datagram, self.now);
            }
        }
        while self.hub.poll_event(self.now).is_some() {}
        while self.others[number].poll_event(self.now).is_some() {}
    }

    /// What a neighbour has to send, to the hub.
    pub fn deliver(&mut self, number: usize) {
        self.others[number].flush(self.now);
        while let Some(mut transmit) = self.others[number].poll_transmit() {
            self.hub
                .receive(address(number), &mut transmit.datagram, self.now);
        }
        while self.hub.poll_event(self.now).is_some() {}
    }
}

fn endpoint(number: usize, now: Now) -> Endpoint {
    let mut config = EndpointConfig::new(Psks::new(Psk::new(1, [9; 32]), vec![]));
    config.max_peers = usize::MAX;
    config.openings_per_second = u32::MAX;
    config.routing.max_destinations = usize::MAX;
    config.routing.max_per_neighbour = usize::MAX;
    config.routing.signatures_per_second = u32::MAX;
    config.routing.relayed_bytes_per_second = u32::MAX;
    config.verifier = Arc::new(Trusting);
    Endpoint::new(identity(number), config, seed(number), now)
}

pub fn identity(number: usize) -> SecretIdentity {
    SecretIdentity::from_seed(&seed(number))
}

fn seed(number: usize) -> [u8; 32] {
    let mut seed = [3; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    seed
}
