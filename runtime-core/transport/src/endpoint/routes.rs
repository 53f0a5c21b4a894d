//! What an endpoint learns from its neighbours about others, and tells them.

use std::collections::BTreeSet;
use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::identity::{EntityId, NodeId};
use meshwright_wire::wire::packet::Subprotocol;
use meshwright_wire::wire::pingwave::Pingwave;
use meshwright_wire::wire::routing::RouteWithdrawal;

use super::Endpoint;
use super::drops::DropCause;
use super::outbox::Event;
use super::peer::Peer;
use super::place::Place;
use super::relay::relays;
use crate::association::{Association, Gossiped, Liveness};
use crate::crypto::identity::node_id;
use crate::round_trip::INITIAL;
use crate::routing::{Announcement, Change, Heard, Wave};
use crate::time::Now;

/// Packets of pingwaves that one neighbour gets at a time; the rest waits for the next.
const BURST: usize = 32;

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

    /// Takes what a neighbour tells.
    pub(super) fn receive_gossip(&mut self, slot: usize, gossip: &Gossiped, now: Now) {
        let Some(peer) = self.peers.get(slot).filter(|peer| peer.neighbour.is_some()) else {
            return self.out.drop(DropCause::NotANeighbour);
        };
        let (node, association) = (peer.node, peer.association.as_ref());
        let measured = association.and_then(Association::round_trip);
        let round_trip = measured.unwrap_or(INITIAL);
        for event in &gossip.events {
            match gossip.subprotocol {
                Subprotocol::Pingwave => self.receive_wave(node, round_trip, event, now),
                _ => self.receive_withdrawal(node, event, now.monotonic),
            }
        }
    }

    /// Sends what is due: a pingwave of our own, and what waits for neighbours.
    pub(super) fn tick_routes(&mut self, now: Now) {
        if self.routing.gossip.is_empty() {
            return;
        }
        if self.routing.beacon.is_due(now.monotonic) {
            let [jitter] = self.random.bytes();
            self.routing
                .beacon
                .emit(&self.identity, &self.config.routing, jitter, now);
            let us = self.routing.us;
            self.spread(us, None, now.monotonic);
            for change in self.routing.table.expire(now.monotonic) {
                self.changed(change, now.monotonic);
            }
        }
        if self.routing.gossip.is_due(now.monotonic) {
            let neighbours: Vec<u64> = self.routing.gossip.nodes().collect();
            for neighbour in neighbours {
                self.tell(neighbour, now.monotonic);
            }
        }
    }

    fn meet(&mut self, node: u64, identity: EntityId, relays: bool, now: Duration) {
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

    fn lose(&mut self, node: u64, now: Duration) {
        self.routing.gossip.remove(node);
        // Who counted on that neighbour to reach us learns of other ways by it.
        self.routing.beacon.hurry(now);
        for change in self.routing.table.lose_neighbour(node, now) {
            self.changed(change, now);
        }
    }

    fn receive_wave(&mut self, via: u64, round_trip: Duration, event: &[u8], now: Now) {
        let Ok(wave) = Pingwave::decode(event) else {
            return self.out.drop(DropCause::PingwaveMalformed);
        };
        let origin = node_id(&wave.body.origin).0;
        if origin == self.routing.us {
            // Our own came back, or somebody has our node id.
            if wave.body.origin != self.identity.id() {
                self.out.drop(DropCause::NodeIdTaken);
            }
            return;
        }
        // Nobody but itself may lead through a neighbour that does not relay.
        let Some(neighbour) = self.routing.gossip.get_mut(via) else {
            return;
        };
        if !neighbour.relays && origin != via || (wave.hops == 0) != (origin == via) {
            return self.out.drop(DropCause::PingwaveMalformed);
        }
        let (verifier, mut refused) = (&self.config.verifier, DropCause::PingwaveForged);
        let heard = Wave {
            wave: &wave,
            via,
            round_trip,
        };
        let (heard, change) = self.routing.table.hear(origin, &heard, now.monotonic, || {
            if !neighbour.signatures.take(now.monotonic) {
                refused = DropCause::PingwaveQuota;
                return false;
            }
            let body = wave.body.encode();
            body.is_ok_and(|body| verifier.verify(&wave.body.origin, &body, &wave.signature))
        });
        match heard {
            Heard::Way => {}
            Heard::News { announces } => {
                if announces {
                    self.out.event(Event::Announced(wave.body.origin));
                }
                if self.config.routing.relays {
                    self.spread(origin, Some(via), now.monotonic);
                }
            }
            Heard::Stale => self.out.drop(DropCause::PingwaveStale),
            Heard::Malformed => self.out.drop(DropCause::PingwaveMalformed),
            Heard::Unsigned => self.out.drop(refused),
            Heard::Collision => self.out.drop(DropCause::NodeIdTaken),
            Heard::Full => self.out.drop(DropCause::RoutesFull),
        }
        if let Some(change) = change {
            self.changed(change, now.monotonic);
        }
        if matches!(heard, Heard::News { .. })
            && let Some(slot) = self.peers.slot_of_node(origin)
            && self
                .peers
                .get(slot)
                .is_some_and(|peer| peer.liveness != Liveness::Healthy)
        {
            self.look_elsewhere(slot, now.monotonic);
            self.settle(slot, now.monotonic);
        }
    }

    fn receive_withdrawal(&mut self, via: u64, event: &[u8], now: Duration) {
        let Ok(RouteWithdrawal { destination, seq }) = RouteWithdrawal::decode(event) else {
            return self.out.drop(DropCause::Malformed);
        };
        let change = self.routing.table.withdrawn(via, destination.0, seq, now);
        if let Some(change) = change {
            self.changed(change, now);
        }
    }

    /// Another neighbour leads to a node than before: tells those whom it concerns.
    fn changed(&mut self, change: Change, now: Duration) {
        let Change {
            destination,
            before,
            after,
        } = change;
        match (after, self.route_to(destination)) {
            (Some(via), Some(route)) => {
                self.out.event(if before.is_some() {
                    Event::Rerouted(route)
                } else {
                    Event::Reachable(route)
                });
                // If that neighbour counts on us to get there, it must not.
                if before.is_some() && via != destination {
                    self.queue_withdrawal(via, destination, now);
                }
            }
            _ => {
                if let Some(body) = self.routing.table.body(destination) {
                    self.out.event(Event::Unreachable(body.origin));
                }
                if self.routing.table.may_withdraw(destination, now) {
                    let neighbours: Vec<u64> = self.routing.gossip.nodes().collect();
                    for neighbour in neighbours {
                        self.queue_withdrawal(neighbour, destination, now);
                    }
                }
            }
        }
    }

    /// A peer is silent where it is. Through relays: another way. Without them: whether relays lead to it.
    fn look_elsewhere(&mut self, slot: usize, now: Duration) {
        let Some(peer) = self.peers.get(slot) else {
            return;
        };
        let (node, place) = (peer.node, peer.association.as_ref().map(Association::place));
        match place {
            Some(Place::Via(relay)) => {
                let elsewhere = self.routing.table.next_hop(node, Some(node_id(&relay).0));
                if let Some(association) = self.peers.association_mut(slot)
                    && elsewhere.is_some()
                {
                    association.leave_relay();
                }
            }
            Some(Place::Routed) => {
                let via = self.routing.table.next_hop(node, None);
                let change = via.and_then(|via| self.routing.table.doubt(via, node, now));
                if let Some(change) = change {
                    self.changed(change, now);
                }
            }
            Some(Place::Direct(_)) => {
                let leads = self.routing.table.next_hop(node, Some(node)).is_some();
                if let Some(association) = self.peers.association_mut(slot).filter(|_| leads) {
                    association.try_place(Place::Routed, now, &mut self.out);
                }
            }
            None => {}
        }
    }

    fn spread(&mut self, node: u64, except: Option<u64>, now: Duration) {
        for _ in 0..self.routing.gossip.spread(node, except, now) {
            self.out.drop(DropCause::GossipFull);
        }
    }

    fn queue_wave(&mut self, neighbour: u64, node: u64, now: Duration) {
        if !self.routing.gossip.tell(neighbour, node, now) {
            self.out.drop(DropCause::GossipFull);
        }
    }

    fn queue_withdrawal(&mut self, neighbour: u64, node: u64, now: Duration) {
        if neighbour != node && !self.routing.gossip.withdraw(neighbour, node, now) {
            self.out.drop(DropCause::GossipFull);
        }
    }

    /// Tells one neighbour what waits for it, withdrawals first.
    fn tell(&mut self, node: u64, now: Duration) {
        let slot = self.peers.slot_of_node(node);
        let Some(association) = slot.and_then(|slot| self.peers.association_mut(slot)) else {
            return;
        };
        let Some(neighbour) = self.routing.gossip.get_mut(node) else {
            return;
        };
        let table = &mut self.routing.table;
        for _ in 0..BURST {
            let most = association.events_of_size(RouteWithdrawal::SIZE);
            let withdrawals = take(&mut neighbour.withdrawals, most, |destination| {
                let withdrawal = RouteWithdrawal {
                    destination: NodeId(destination),
                    seq: table.next_withdrawal(),
                };
                withdrawal.encode().ok()
            });
            if !withdrawals.is_empty() {
                association.gossip(Subprotocol::RouteWithdrawal, &withdrawals, &mut self.out);
                continue;
            }
            let most = association.events_of_size(Pingwave::SIZE);
            let (us, own) = (self.routing.us, self.routing.beacon.last());
            let waves = take(&mut neighbour.waves, most, |origin| {
                if origin == us {
                    return own?.encode().ok();
                }
                table.wave_for(origin, node)?.encode().ok()
            });
            if waves.is_empty() && neighbour.waves.is_empty() {
                return;
            }
            association.gossip(Subprotocol::Pingwave, &waves, &mut self.out);
        }
        if !neighbour.waves.is_empty() || !neighbour.withdrawals.is_empty() {
            self.routing.gossip.again(now);
        }
    }

    fn route_to(&self, node: u64) -> Option<Route> {
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

/// Takes up to `most` nodes and writes what there is to say of each.
fn take(
    waiting: &mut BTreeSet<u64>,
    most: usize,
    mut write: impl FnMut(u64) -> Option<Vec<u8>>,
) -> Vec<Bytes> {
    let mut events = vec![];
    while events.len() < most
        && let Some(node) = waiting.pop_first()
    {
        events.extend(write(node).map(Bytes::from));
    }
    events
}
