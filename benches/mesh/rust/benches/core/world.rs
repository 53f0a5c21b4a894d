//! A hub among many nodes, in memory, at one moment.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use meshwright_transport::{
    Endpoint, EndpointConfig, Head, Now, Place, Psk, Psks, SecretIdentity, Verifier,
};
use meshwright_wire::wire::identity::{EntityId, Signature};
use meshwright_wire::wire::packet::Subprotocol;
use meshwright_wire::wire::pingwave::{NodeHealth, Pingwave, PingwaveBody};

pub const HEAD: Head = Head {
    subprotocol: Subprotocol::Events,
    priority: 0,
    origin: 0,
    channel: 0,
    subnet: 0,
};

/// The number by which the hub has its address; the others have theirs from 0.
pub const HUB: usize = 0xff_ff_ff;

/// A quarter of a million datagrams to relay would only measure the cache's misses for themselves.
const TO_RELAY: usize = 1_000;

pub struct World {
    pub hub: Endpoint,
    others: Vec<Endpoint>,
    /// Nodes beyond the neighbours.
    pub far: Vec<EntityId>,
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

    /// The hub has two neighbours; through the second, `count` nodes are reached.
    pub fn with_routes(count: usize) -> Self {
        let mut world = Self::with_peers(2);
        for number in 0..count {
            let origin = identity(number + 2).id();
            world.far.push(origin);
            let wave = pingwave(origin).encode().expect("it can be written");
            let head = Head {
                subprotocol: Subprotocol::Pingwave,
                ..HEAD
            };
            let hub = world.hub.id();
            world.others[1]
                .send(&hub, 0, head, &Bytes::from(wave))
                .expect("they are connected");
            world.deliver(1);
        }
        assert!(
            world.hub.routes().count() >= count,
            "the hub learned {} routes",
            world.hub.routes().count()
        );
        world
    }

    pub fn id(&self, number: usize) -> EntityId {
        self.others[number].id()
    }

    pub fn parts(&mut self) -> (&mut Endpoint, &mut [Endpoint], Now) {
        (&mut self.hub, &mut self.others, self.now)
    }

    /// What the first neighbour sends to far nodes, by the hub: openings.
    pub fn to_relay(&mut self) -> Vec<Vec<u8>> {
        let hub = self.hub.id();
        let first = &mut self.others[0];
        let to_each = self
            .far
            .iter()
            .step_by(self.far.len().div_ceil(TO_RELAY))
            .map(|far| {
                first
                    .connect(*far, Place::Via(hub), self.now)
                    .expect("there is room");
                first.poll_transmit().expect("an opening").datagram
            });
        to_each.collect()
    }

    fn new(count: usize) -> Self {
        let now = Now {
            monotonic: Duration::from_secs(1),
            wall: Duration::from_secs(1_700_000_000),
        };
        Self {
            hub: endpoint(HUB, now),
            others: (0..count).map(|number| endpoint(number, now)).collect(),
            far: vec![],
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
    fn deliver(&mut self, number: usize) {
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

fn identity(number: usize) -> SecretIdentity {
    SecretIdentity::from_seed(&seed(number))
}

fn seed(number: usize) -> [u8; 32] {
    let mut seed = [3; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    seed
}

fn pingwave(origin: EntityId) -> Pingwave {
    let body = PingwaveBody {
        origin,
        boot_id: 1,
        sequence: 1,
        sent_at: 1,
        capability_hash: 0,
        capability_version: 0,
        subnet: 0,
        hop_limit: 8,
        load: 0,
        health: NodeHealth::Healthy,
        gpus: 0,
        model_slots: 0,
        memory_tier: 0,
        tools: 0,
    };
    Pingwave {
        ttl: 7,
        hops: 1,
        path_rtt_us: 100,
        body,
        signature: Signature([0; 64]),
    }
}
