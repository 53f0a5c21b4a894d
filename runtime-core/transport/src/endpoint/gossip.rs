//! What an endpoint hears from its neighbours about others, and tells them.

use std::iter;
use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::identity::NodeId;
use meshwright_wire::wire::packet::Subprotocol;
use meshwright_wire::wire::pingwave::Pingwave;
use meshwright_wire::wire::routing::{PingwaveRequest, RouteWithdrawal};

use super::Endpoint;
use super::drops::DropCause;
use super::outbox::Event;
use crate::association::{Association, Gossiped};
use crate::crypto::identity::node_id;
use crate::round_trip::INITIAL;
use crate::routing::{Change, Heard, Wave};
use crate::time::Now;

/// Packets of pingwaves that one neighbour gets at a time; the rest waits for the next.
const BURST: usize = 32;

impl Endpoint {
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
                Subprotocol::RouteWithdrawal => {
                    self.receive_withdrawal(node, event, now.monotonic);
                }
                Subprotocol::PingwaveRequest => {
                    self.receive_request(node, event, now.monotonic);
                }
                _ => self.receive_trace(node, gossip.subprotocol, event, now),
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
            let untold = self.routing.gossip.spread_own(us, now.monotonic);
            self.out.drop_many(DropCause::GossipFull, untold);
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

    pub(super) fn receive_wave(&mut self, via: u64, round_trip: Duration, event: &[u8], now: Now) {
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
                    let gossip = &mut self.routing.gossip;
                    let untold = gossip.spread_from(via, origin, now.monotonic);
                    self.out.drop_many(DropCause::GossipFull, untold);
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
        {
            self.look_again(slot, now.monotonic);
        }
    }

    pub(super) fn receive_withdrawal(&mut self, via: u64, event: &[u8], now: Duration) {
        let Ok(RouteWithdrawal { destination, seq }) = RouteWithdrawal::decode(event) else {
            return self.out.drop(DropCause::Malformed);
        };
        let change = self.routing.table.withdrawn(via, destination.0, seq, now);
        if let Some(change) = change {
            self.changed(change, now);
        }
        self.leave_relay(via, destination.0);
    }

    /// Another neighbour leads to a node than before: tells those whom it concerns.
    pub(super) fn changed(&mut self, change: Change, now: Duration) {
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
                if before.is_some() && self.routing.table.is_detour(destination) {
                    self.withdraw_from_all(destination, now);
                } else if before.is_some() && via != destination {
                    // If that neighbour counts on us to get there, it must not.
                    self.queue_withdrawal(via, destination, now);
                }
            }
            _ => {
                if let Some(body) = self.routing.table.body(destination) {
                    self.out.event(Event::Unreachable(body.origin));
                }
                self.withdraw_from_all(destination, now);
            }
        }
        let table = &mut self.routing.table;
        if table.take_request(destination) || !table.is_counted_on(destination) {
            self.request_wave(destination, now);
        }
    }

    /// Nobody is to count on us for `destination`.
    fn withdraw_from_all(&mut self, destination: u64, now: Duration) {
        if self.routing.table.may_withdraw(destination, now) {
            let neighbours: Vec<u64> = self.routing.gossip.nodes().collect();
            for neighbour in neighbours {
                self.queue_withdrawal(neighbour, destination, now);
            }
        }
    }

    pub(super) fn queue_wave(&mut self, neighbour: u64, node: u64, now: Duration) {
        if !self.routing.gossip.tell(neighbour, node, now) {
            self.out.drop(DropCause::GossipFull);
        }
    }

    pub(super) fn queue_withdrawal(&mut self, neighbour: u64, node: u64, now: Duration) {
        if neighbour != node && !self.routing.gossip.withdraw(neighbour, node, now) {
            self.out.drop(DropCause::GossipFull);
        }
    }

    /// Tells one neighbour what waits for it, withdrawals first.
    pub(super) fn tell(&mut self, node: u64, now: Duration) {
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
            let withdrawals = iter::from_fn(|| neighbour.withdrawals.pop_first());
            let withdrawals = written(withdrawals, most, |destination| {
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
            let most = association.events_of_size(PingwaveRequest::SIZE);
            let requests = iter::from_fn(|| neighbour.requests.pop_first());
            let requests = written(requests, most, |(destination, sequence)| {
                let request = PingwaveRequest {
                    destination: NodeId(destination),
                    sequence,
                };
                request.encode().ok()
            });
            if !requests.is_empty() {
                association.gossip(Subprotocol::PingwaveRequest, &requests, &mut self.out);
                continue;
            }
            let most = association.events_of_size(Pingwave::SIZE);
            let (us, own) = (self.routing.us, self.routing.beacon.last());
            let waves = iter::from_fn(|| neighbour.waves.pop_first());
            let waves = written(waves, most, |origin| {
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
        if neighbour.waits() {
            self.routing.gossip.again(now);
        }
    }
}

/// Up to `most` events: of what waits, that of which there is something to say.
fn written<T>(
    waiting: impl Iterator<Item = T>,
    most: usize,
    write: impl FnMut(T) -> Option<Vec<u8>>,
) -> Vec<Bytes> {
    let events = waiting.filter_map(write).map(Bytes::from);
    events.take(most).collect()
}
