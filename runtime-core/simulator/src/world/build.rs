//! Makes a world from its plan.

use std::sync::Arc;
use std::time::Duration;

use meshwright_transport::{EndpointConfig, Psk, Psks};

use super::World;
use super::node::{Node, Reading};
use super::phases::Phase;
use crate::atlas::Atlas;
use crate::clock::Clock;
use crate::fault::Fault;
use crate::hostile;
use crate::network::{Network, Owner};
use crate::plan::{Pace, Plan};
use crate::queue::{Happening, Queue, Trouble};
use crate::random::Random;
use crate::verifier::Memory;
use crate::watch::Watch;

/// The key of the mesh, which members have.
pub const PSK: (u32, [u8; 32]) = (1, [9; 32]);

impl World {
    /// `prints`: what happens, as lines.
    pub fn new(plan: Plan, prints: bool) -> Self {
        let mut network = Network::new(plan.seed, plan.faults);
        let addresses: Vec<_> = (0..plan.nodes)
            .map(|node| network.new_address(Owner::Node(node)))
            .collect();
        let mut random = Random::new(plan.seed, "world", 0);
        let verifier = Arc::new(Memory::default());
        let nodes = addresses
            .iter()
            .enumerate()
            .map(|(node, address)| {
                let mut random = Random::new(plan.seed, "node", node as u64);
                Node {
                    clock: Clock::new(random.millis(0..100_000_000)),
                    address: *address,
                    config: config(&plan, node, verifier.clone()),
                    reading: reading(&plan, &mut random),
                    uplink: None,
                    incarnation: 0,
                    running: None,
                }
            })
            .collect();
        let mut world = Self {
            at: Duration::ZERO,
            queue: Queue::default(),
            atlas: Atlas::new(plan.seed, addresses),
            network,
            nodes,
            actors: vec![],
            watch: Watch::new(&plan, prints),
            phase: Phase::Trouble,
            numbers: 0,
            datagrams: 0,
            plan,
            random: Random::new(0, "", 0),
        };
        world.schedule(&mut random);
        world.random = random;
        world.actors = hostile::actors(&world.plan, &mut world.network, &verifier);
        for actor in 0..world.actors.len() {
            let at = world.random.millis(500..3000);
            world.queue.push(at, Happening::Hostile(actor));
        }
        world
    }

    fn schedule(&mut self, random: &mut Random) {
        for node in 0..self.plan.nodes {
            let start = Trouble::Start { node };
            self.queue
                .push(random.millis(0..500), Happening::Trouble(start));
        }
        for (at, trouble) in super::trouble::draw(&self.plan) {
            self.queue.push(at, Happening::Trouble(trouble));
        }
        self.queue.push(self.sampling(), Happening::Sample);
        self.queue.push(self.plan.trouble, Happening::Phase);
    }

    /// How much longer hostile actors take from one turn to the next. In a long world they still have several times as many as in a busy one.
    pub(super) fn leisure(&self) -> u32 {
        match self.plan.pace {
            Pace::Long => 3,
            Pace::Busy | Pace::Large => 1,
        }
    }

    /// How often tables are looked at.
    pub(super) fn sampling(&self) -> Duration {
        match self.plan.pace {
            Pace::Busy => Duration::from_millis(200),
            Pace::Long | Pace::Large => Duration::from_secs(2),
        }
    }
}

fn reading(plan: &Plan, random: &mut Random) -> Option<Reading> {
    let slow = random.chance(200);
    let reading = Reading {
        events: 1 + random.index(4),
        every: random.millis(5..60),
    };
    // A large mesh has so much to tell of routes that they would read of nothing else.
    let may = plan.faults.has(Fault::SlowReaders) && plan.pace != Pace::Large;
    (slow && may).then_some(reading)
}

fn config(plan: &Plan, node: usize, verifier: Arc<Memory>) -> EndpointConfig {
    // Keys of the mesh are being replaced in some worlds: everybody takes the old one, not everybody opens with the new one.
    let (current, next) = (Psk::new(PSK.0, PSK.1), Psk::new(2, [10; 32]));
    let psks = if plan.seed.is_multiple_of(3) && node.is_multiple_of(2) {
        Psks::new(next, vec![current])
    } else {
        Psks::new(current, vec![next])
    };
    let mut config = EndpointConfig::new(psks);
    config.verifier = verifier;
    config.openings_per_second = 50;
    // All of a small world, even if it is one long line.
    config.routing.hop_limit = 24;
    if plan.pace == Pace::Large {
        // Without limits each round of them would be heard two million times.
        config.routing.pingwave = Duration::from_secs(30);
        config.routing.hop_limit = 6;
        // Hundreds of nodes are heard of: what they say travels together.
        config.routing.batch = Duration::from_millis(250);
    }
    if plan.faults.has(Fault::SmallTables) {
        config.openings_per_second = 10;
        config.max_unconfirmed = 12;
        config.max_transmits = 256;
        config.max_events = 128;
        // All honest nodes of a small world, and some more.
        config.routing.max_per_neighbour = if plan.pace == Pace::Large {
            config.routing.max_per_neighbour
        } else {
            48
        };
        config.streams.window = 64 << 10;
        config.streams.send_buffer = 32 << 10;
        config.streams.max_streams = 12;
    }
    if plan.seed.is_multiple_of(4) && !plan.faults.has(Fault::Crowds) && plan.pace != Pace::Large {
        // Streams are given up while their session lasts, so that both sides must learn of it.
        config.streams.max_timeouts = 5;
    }
    if plan.faults.has(Fault::Crowds) {
        config.routing.max_relayed_waiting = super::crowd::RELAYED;
        config.max_transmits = super::crowd::TRANSMITS;
    }
    config
}
