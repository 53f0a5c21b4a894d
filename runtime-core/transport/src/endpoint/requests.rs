//! Who has lost its way to a node asks for a newer pingwave of it. The request goes from neighbour to neighbour until one knows more, or the node itself
//! makes a new one: the sequence number requests of Babel (RFC 8966 §3.8.1.2).

use std::time::Duration;

use meshwright_wire::wire::routing::PingwaveRequest;

use super::Endpoint;
use super::drops::DropCause;

impl Endpoint {
    /// No neighbour may count on us for `destination` before its next pingwave: asks for that one by the way that is left, or all neighbours.
    pub(super) fn request_wave(&mut self, destination: u64, now: Duration) {
        let Some(sequence) = self.routing.table.request(destination) else {
            return;
        };
        let asked = match self.routing.table.known(destination) {
            Some(way) => vec![way.via],
            None => self.routing.gossip.relays().collect(),
        };
        for neighbour in asked {
            self.queue_request(neighbour, destination, sequence, now);
        }
    }

    /// A neighbour waits for a newer pingwave. It gets ours if that is newer than what it knows, else the request goes on, once for each way.
    pub(super) fn receive_request(&mut self, from: u64, event: &[u8], now: Duration) {
        let Ok(request) = PingwaveRequest::decode(event) else {
            return self.out.drop(DropCause::Malformed);
        };
        let neighbour = self.routing.gossip.get_mut(from);
        if neighbour.is_none_or(|one| !one.requests_taken.take(now)) {
            return self.out.drop(DropCause::RequestQuota);
        }
        let destination = request.destination.0;
        if destination == self.routing.us {
            return self.routing.beacon.requested(request.sequence, now);
        }
        if !self.config.routing.relays {
            return;
        }
        let known = self.routing.table.body(destination);
        if known.is_some_and(|known| known.sequence > request.sequence) {
            return self.queue_wave(from, destination, now);
        }
        if let Some(next) = self.routing.table.next_hop(destination, from)
            && self.routing.table.request(destination).is_some()
        {
            self.queue_request(next, destination, request.sequence, now);
        }
    }

    fn queue_request(&mut self, neighbour: u64, node: u64, sequence: u64, now: Duration) {
        let gossip = &mut self.routing.gossip;
        if !gossip.request(neighbour, node, sequence, now) {
            self.out.drop(DropCause::GossipFull);
        }
    }
}
