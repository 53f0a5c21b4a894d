//! What can be seen of a world from outside of its endpoints: on the wire, at the programs, by the counts that endpoints give.

use std::net::SocketAddr;
use std::time::Duration;

use meshwright_transport::{Announcement, Endpoint, EndpointConfig, Event};

/// Whose identity it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    Node(usize),
    /// A hostile member.
    Member,
    /// Nobody who may be a peer: without the key of the mesh, or not there at all.
    Outsider,
}

/// An event that a program sent, and that its endpoint took.
#[derive(Clone, Copy, Debug)]
pub struct Offered {
    pub number: u64,
    pub from: usize,
    pub to: usize,
    pub stream: u64,
    pub reliable: bool,
    /// It goes through other nodes, which may not know yet that their own way is gone.
    pub relayed: bool,
    pub length: usize,
}

#[derive(Clone, Copy)]
pub enum Observation<'a> {
    Started {
        node: usize,
        address: SocketAddr,
    },
    Crashed {
        node: usize,
    },
    /// The node is at another address from now on.
    Moved {
        node: usize,
        address: SocketAddr,
    },
    /// An endpoint gave a datagram to the network.
    Sent {
        node: usize,
        to: SocketAddr,
        datagram: &'a [u8],
    },
    /// A hostile actor did.
    Attacked {
        from: SocketAddr,
        to: SocketAddr,
        size: usize,
    },
    /// An endpoint did what was due.
    Ticked {
        node: usize,
    },
    Offered(Offered),
    /// A program was told that a peer is busy.
    Busy {
        from: usize,
        to: usize,
    },
    /// A program said that nothing follows.
    Finishing {
        from: usize,
        to: usize,
        stream: u64,
    },
    /// A program closed its association.
    Closed {
        node: usize,
        peer: usize,
    },
    /// An endpoint told its program something, of `peer`.
    Happened {
        node: usize,
        peer: Party,
        event: &'a Event,
    },
    /// A program says something new of its node.
    Announced {
        node: usize,
        version: u32,
    },
    /// What an endpoint takes for the way to another node, and what it knows of that one.
    Routed {
        node: usize,
        to: Party,
        via: Party,
        round_trip: Duration,
        announced: Announcement,
    },
    /// Tables were looked at.
    Sampled {
        node: usize,
        endpoint: &'a Endpoint,
        config: &'a EndpointConfig,
    },
    /// Trouble is over, but for hostile actors.
    Healed,
    /// The uplink of `hub` is narrow, and a neighbour wants all of it; so does its own program, for `flooded`. What the hub says to its other neighbours arrives
    /// `within` that time all the same.
    Crowded {
        hub: usize,
        flooded: Option<usize>,
        within: Duration,
    },
    /// That is over.
    Dispersed,
    /// Two nodes that keep a session and have none, if there are any.
    Surveyed {
        apart: Option<(usize, usize)>,
    },
    /// Routes lead everywhere, have had time to settle, and nobody means harm who may draw them to himself.
    Settled,
}
