//! How other nodes are reached, and who is a neighbour.

use std::time::Duration;

use meshwright_wire::wire::identity::{EntityId, NodeId};

use super::Endpoint;
use super::peer::Peer;
use super::place::Place;
use super::relay::relays;
use crate::association::{Association, Liveness};
use crate::crypto::identity::node_id;
use crate::routing::Announcement;
use crate::time::Now;

/// How another node is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    pub identity: EntityId,
    pub node_id: NodeId,
    /// The neighbour that leads there; the node itself if it is one.
    pub via: EntityId,
    /// Neighbours from here to there, itself counted.
    pub hops: u8,
    /// Sum of the round trips between them.
    pub round_trip: Duration,
    /// What the node says of itself.
    pub announced: Announcement,
}

impl Endpoint {
    /// Tells the whole mesh something else about this node.
    pub fn announce(&mut self, announced: Announcement, now: Now) {
        self.routing.beacon.announce(announced, now.monotonic);
    }

    /// All nodes that can be reached, neighbours too.
    pub fn routes(&self) -> impl Iterator<Item = Route> + '_ {
        let nodes = self.routing.table.reachable();
        nodes.filter_map(|node| self.route_to(node))
    }

    /// How `identity` is reached, if it is.
    pub fn route(&self, identity: &EntityId) -> Option<Route> {
        self.route_to(node_id(identity).0)
            .filter(|route| route.identity == *identity)
    }

    pub(super) fn is_neighbour(&self, identity: &EntityId) -> bool {
        let peer = self
            .peers
            .slot(identity)
            .and_then(|slot| self.peers.get(slot));
        peer.is_some_and(|peer| peer.neighbour.is_some())
    }

    /// None if the peer's node id is this node's or another peer's.
    pub(super) fn insert_peer(&mut self, peer: Peer) -> Option<usize> {
        if peer.node == self.routing.us && peer.identity != self.identity.id() {
            return None;
        }
        self.peers.insert(peer)
    }

    /// After anything that may have changed a peer: routes begin or end to lead through it, and one that is silent is looked for elsewhere.
    pub(super) fn meet_or_lose(&mut self, slot: usize, now: Duration) {
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        let (node, identity) = (peer.node, peer.identity);
        let boot_id = peer.neighbouring_boot();
        let before = std::mem::replace(&mut peer.neighbour, boot_id);
        let association = peer.association.as_ref().filter(|one| one.is_ready());
        let has_relay_feature = association.is_some_and(relays);
        let liveness = association.map_or(Liveness::Healthy, Association::liveness);
        let fell_silent = liveness > std::mem::replace(&mut peer.liveness, liveness);
        if before != boot_id {
            if before.is_some() {
                self.lose(node, now);
            }
            if boot_id.is_some() {
                self.meet(node, identity, has_relay_feature, now);
            }
        }
        if fell_silent {
            self.look_elsewhere(slot, now);
        }
    }

    pub(super) fn meet(&mut self, node: u64, identity: EntityId, relays: bool, now: Duration) {
        self.routing.gossip.add(node, identity, relays, now);
        let us = self.routing.us;
        if self.routing.beacon.last().is_some() {
            self.queue_wave(node, us, now);
        }
        if relays && self.config.routing.relays {
            let known: Vec<u64> = self.routing.table.reachable().collect();
            for destination in known {
                self.queue_wave(node, destination, now);
            }
        }
    }

    pub(super) fn lose(&mut self, node: u64, now: Duration) {
        self.routing.gossip.remove(node);
        // Who counted on that neighbour to reach us learns of other ways by it.
        self.routing.beacon.hurry(now);
        for change in self.routing.table.lose_neighbour(node, now) {
            self.changed(change, now);
        }
    }

    /// The neighbour `relay` has said that it does not lead to `node`: packets to that one go as the table says. Of a node that the table has not heard of, it
    /// says nothing either.
    pub(super) fn leave_relay(&mut self, relay: u64, node: u64) {
        let relay = self.routing.gossip.get(relay).map(|one| one.identity);
        if self.routing.table.body(node).is_some()
            && let Some(association) = self
                .peers
                .slot_of_node(node)
                .and_then(|slot| self.peers.association_mut(slot))
            && relay.is_some_and(|relay| association.place() == Place::Via(relay))
        {
            association.leave_relay();
        }
    }

    /// A peer is silent where it is. Through relays: another way. Without them: whether relays lead to it.
    pub(super) fn look_elsewhere(&mut self, slot: usize, now: Duration) {
        let Some(peer) = self.peers.get(slot) else {
            return;
        };
        let (node, place) = (peer.node, peer.association.as_ref().map(Association::place));
        match place {
            Some(Place::Via(relay)) => {
                let relay = node_id(&relay).0;
                let elsewhere = self.routing.table.next_hop(node, relay);
                if let Some(association) = self.peers.association_mut(slot)
                    && elsewhere.is_some()
                {
                    association.leave_relay();
                }
                self.routing.table.doubt(relay, node, now);
            }
            Some(Place::Routed) => {
                if let Some(via) = self.routing.table.first_hop(node) {
                    self.routing.table.doubt(via, node, now);
                }
            }
            Some(Place::Direct(_)) => {
                let leads = self.routing.table.next_hop(node, node).is_some();
                if let Some(association) = self.peers.association_mut(slot).filter(|_| leads) {
                    association.try_place(Place::Routed, now, &mut self.out);
                }
            }
            None => {}
        }
    }

    /// There is news of a peer that may be silent. A way that was taken within the last heartbeat is not left for it: nothing can have been lost on it yet.
    pub(super) fn look_again(&mut self, slot: usize, now: Duration) {
        let Some(peer) = self
            .peers
            .get(slot)
            .filter(|peer| peer.liveness != Liveness::Healthy)
        else {
            return;
        };
        let heartbeat = self.config.liveness.heartbeat;
        let turned_at = self.routing.table.turned_at(peer.node);
        let has_turned = turned_at.is_some_and(|at| now < at + heartbeat);
        if !has_turned || peer.place() != Some(Place::Routed) {
            self.look_elsewhere(slot, now);
            self.settle(slot, now);
        }
    }

    /// There are keys with a peer. If they came through relays while the program looked for it at an address, it may be there as well.
    pub(super) fn look_where_said(&mut self, slot: usize, now: Duration) {
        if let Some(peer) = self.peers.get_mut(slot)
            && let Some(address) = peer.said.take()
            && let Some(association) = peer.association.as_mut()
            && association.place().is_relayed()
        {
            association.try_place(Place::Direct(address), now, &mut self.out);
        }
    }

    pub(super) fn route_to(&self, node: u64) -> Option<Route> {
        let known = self.routing.table.known(node)?;
        Some(Route {
            identity: known.body.origin,
            node_id: NodeId(node),
            via: self.routing.gossip.get(known.via)?.identity,
            hops: known.hops,
            round_trip: known.round_trip,
            announced: known.body.into(),
        })
    }
}
