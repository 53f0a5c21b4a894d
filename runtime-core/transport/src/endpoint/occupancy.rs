//! How much an endpoint's tables hold.

use super::Endpoint;

/// Entries of an endpoint's tables now; each has its bound in [`EndpointConfig`](super::EndpointConfig).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Occupancy {
    /// Peers with whom there are keys, or are to be.
    pub peers: usize,
    /// Openings that were answered and not yet confirmed.
    pub unconfirmed: usize,
    /// Nodes of which something is known, neighbours too.
    pub destinations: usize,
    /// Ways through the neighbour that brings the most of them.
    pub ways_through_one: usize,
    /// Nodes of which one neighbour is still to be told, of the neighbour for whom there are most.
    pub gossip_for_one: usize,
    /// Datagrams that wait to be sent.
    pub transmits: usize,
    /// Relayed ones among them, of the neighbour with the most.
    pub relayed_for_one: usize,
    /// Reliable streams of the peer with the most, in the direction that has more.
    pub streams_of_one: usize,
    /// Bytes of unreliable events of which pieces are missing, of the peer with the most.
    pub unfinished_of_one: usize,
}

impl Endpoint {
    /// Walks through all peers and neighbours.
    pub fn occupancy(&self) -> Occupancy {
        let streams = || self.associations().map(|one| one.held());
        Occupancy {
            peers: self.peers.len(),
            unconfirmed: self.unconfirmed,
            destinations: self.routing.table.len(),
            ways_through_one: self.routing.table.most_ways_through_one(),
            gossip_for_one: self.routing.gossip.most_waiting(),
            transmits: self.out.waiting(),
            relayed_for_one: self.out.most_relayed(),
            streams_of_one: streams().map(|held| held.streams).max().unwrap_or_default(),
            unfinished_of_one: streams()
                .map(|held| held.unfinished)
                .max()
                .unwrap_or_default(),
        }
    }
}
