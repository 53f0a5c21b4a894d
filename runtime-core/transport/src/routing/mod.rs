//! Which neighbour leads to a node that is not one: learned from pingwaves, chosen by measured round trips.

mod beacon;
mod brought;
mod destination;
mod gossip;
mod news;
mod table;
mod trace;
mod tracer;
mod verifier;

#[cfg(test)]
mod tests;

pub use beacon::Announcement;
pub(crate) use beacon::Beacon;
pub(crate) use gossip::Gossip;
pub(crate) use news::{Change, Heard, Wave};
pub(crate) use table::RouteTable;
pub use trace::{Trace, TraceEnd, TraceError, TraceHop};
pub(crate) use tracer::Tracer;
pub use verifier::{Ed25519, Verifier};

use std::time::Duration;

use crate::time::earlier;

/// How routes are learned and kept, and what a node relays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoutingConfig {
    /// Hand on others' pingwaves and datagrams.
    pub relays: bool,
    /// Between two pingwaves of this node.
    pub pingwave: Duration,
    /// How far they travel, in hops beyond the neighbours.
    pub hop_limit: u8,
    /// Pingwaves without which a way is forgotten.
    pub missed: u32,
    /// What is to be told to a neighbour waits this long for company.
    pub batch: Duration,
    /// Nodes that are known, at most.
    pub max_destinations: usize,
    /// Ways that lead through one neighbour, at most.
    pub max_per_neighbour: usize,
    /// Nodes of which a neighbour is still to be told something, at most.
    pub max_waiting: usize,
    /// Signatures of one neighbour's pingwaves that are checked in a second.
    pub signatures_per_second: u32,
    /// Newer pingwaves that one neighbour may request in a second.
    pub requests_per_second: u32,
    /// Hops that a datagram of this node may take through relays.
    pub ttl: u8,
    /// Bytes that are relayed for one neighbour in a second.
    pub relayed_bytes_per_second: u32,
    /// Relayed datagrams of one neighbour that wait to be sent, at most.
    pub max_relayed_waiting: usize,
    /// Probes of traces, and answers to them, that one neighbour may bring in a second.
    pub traces_per_second: u32,
}

impl Default for RoutingConfig {
    fn default() -> Self {
        Self {
            relays: true,
            pingwave: Duration::from_secs(5),
            hop_limit: 15,
            missed: 3,
            batch: Duration::from_millis(3),
            max_destinations: 65_536,
            max_per_neighbour: 65_536,
            max_waiting: 65_536,
            signatures_per_second: 4096,
            requests_per_second: 1024,
            ttl: 16,
            relayed_bytes_per_second: 64 << 20,
            max_relayed_waiting: 512,
            traces_per_second: 64,
        }
    }
}

impl RoutingConfig {
    /// How long a way is used without news of it.
    fn lifetime(&self) -> Duration {
        self.pingwave * self.missed
    }
}

/// All that a node knows of the nodes beyond it.
pub(crate) struct Routing {
    /// Our node id.
    pub(crate) us: u64,
    pub(crate) table: RouteTable,
    pub(crate) beacon: Beacon,
    pub(crate) gossip: Gossip,
    pub(crate) tracer: Tracer,
}

impl Routing {
    /// `boot_id`: random for each start.
    pub(crate) fn new(us: u64, config: RoutingConfig, boot_id: u64) -> Self {
        Self {
            us,
            table: RouteTable::new(config),
            beacon: Beacon::new(boot_id),
            gossip: Gossip::new(config),
            tracer: Tracer::new(config.ttl),
        }
    }

    pub(crate) fn next_timeout(&self) -> Option<Duration> {
        let tracer = self.tracer.next_timeout();
        // A node without neighbours has nobody to tell anything.
        if self.gossip.is_empty() {
            return tracer;
        }
        let gossip = earlier(Some(self.beacon.next_at()), self.gossip.next_timeout());
        earlier(gossip, tracer)
    }
}
