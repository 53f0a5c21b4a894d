//! Datagrams through relays: of this node to far peers, of neighbours to others, and of others to this node.

use std::net::SocketAddr;

use meshwright_wire::wire::handshake::HandshakeFeature;
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::packet::{RoutingFlag, RoutingHeader};

use super::Endpoint;
use super::drops::DropCause;
use super::peer::Peer;
use super::place::Arrival;
use crate::association::Association;
use crate::crypto::aead::TAG;
use crate::datagram::{Inner, Kind};
use crate::time::Now;

/// What a relayed datagram costs beside the one inside.
pub(crate) const RELAY_OVERHEAD: usize = RoutingHeader::SIZE + TAG;
/// Bytes of a relayed datagram at most: what every path carries, since nobody knows them all.
pub(crate) const LARGEST_RELAYED: usize = 1200;

/// A relayed datagram of a neighbour, whose tag is right.
struct Relayed {
    slot: usize,
    node: u64,
    from: Arrival,
    header: RoutingHeader,
    kind: Inner,
}

impl Endpoint {
    pub(super) fn receive_relayed(&mut self, from: SocketAddr, datagram: &mut [u8], now: Now) {
        let relayed = match self.check(from, datagram) {
            Ok(relayed) => relayed,
            Err(cause) => return self.out.drop(cause),
        };
        let end = datagram.len() - TAG;
        if relayed.header.destination == self.routing.us {
            let inner = &mut datagram[RoutingHeader::SIZE..end];
            self.receive_inner(relayed.kind, relayed.from, inner, now);
        } else if let Err(cause) = self.hand_on(&relayed, &datagram[RoutingHeader::SIZE..end], now)
        {
            self.out.drop(cause);
        }
    }

    /// Only members relay, only for members: the tag comes before everything that the header says.
    fn check(&self, from: SocketAddr, datagram: &[u8]) -> Result<Relayed, DropCause> {
        let (routed, tag) = datagram
            .split_last_chunk::<TAG>()
            .filter(|_| datagram.len() <= LARGEST_RELAYED)
            .ok_or(DropCause::Malformed)?;
        let (header, inner) = routed
            .split_at_checked(RoutingHeader::SIZE)
            .ok_or(DropCause::Malformed)?;
        let slot = self.peers.slot_at(from).ok_or(DropCause::NoSession)?;
        let neighbour = self
            .peers
            .get(slot)
            .and_then(|peer| peer.association.as_ref());
        let neighbour = neighbour.ok_or(DropCause::NoSession)?;
        if !neighbour.hop_tag_is_right(routed, tag) {
            return Err(DropCause::Forged);
        }
        if !relays(neighbour) {
            return Err(DropCause::NotRelaying);
        }
        let header = RoutingHeader::decode(header).map_err(|_| DropCause::Malformed)?;
        let Some(Kind::Inner(kind)) = Kind::of(inner) else {
            return Err(DropCause::Malformed);
        };
        // The first hop knows whose datagram it is.
        if (header.hops == 0) != (header.source == neighbour.node())
            || header.source == self.routing.us
        {
            return Err(DropCause::Misrouted);
        }
        Ok(Relayed {
            slot,
            node: neighbour.node(),
            from: Arrival::Relayed {
                neighbour: neighbour.peer(),
                address: from,
                source: header.source,
            },
            header,
            kind,
        })
    }

    /// To the next neighbour, unchanged inside, and never back.
    fn hand_on(&mut self, relayed: &Relayed, inner: &[u8], now: Now) -> Result<(), DropCause> {
        let header = &relayed.header;
        if !self.config.routing.relays {
            return Err(DropCause::NotRelaying);
        }
        let (Some(ttl), Some(hops)) = (header.ttl.checked_sub(1), header.hops.checked_add(1))
        else {
            return Err(DropCause::TtlExceeded);
        };
        let size = (RELAY_OVERHEAD + inner.len()) as u32;
        let may = self
            .routing
            .gossip
            .get_mut(relayed.node)
            .is_some_and(|neighbour| neighbour.relayed.take_many(size, now.monotonic));
        if !may || !self.out.has_room_to_relay(relayed.slot) {
            return Err(DropCause::RelayQuota);
        }
        let Some((to, next)) = self.next_hop(header.destination, Some(relayed.node)) else {
            self.routing
                .gossip
                .complain(relayed.node, header.destination, now.monotonic);
            return Err(DropCause::NoRoute);
        };
        let header = RoutingHeader {
            ttl,
            hops,
            ..header.clone()
        };
        let datagram = tagged(next, &header, inner).ok_or(DropCause::NoRoute)?;
        self.out.relay(relayed.slot, to, datagram);
        Ok(())
    }

    /// Puts a datagram of this node on its way to `node`, through the neighbour `via` if that is there.
    pub(super) fn wrap(
        &mut self,
        node: u64,
        via: Option<EntityId>,
        inner: Vec<u8>,
    ) -> Option<(SocketAddr, Vec<u8>)> {
        let header = RoutingHeader {
            ttl: self.config.routing.ttl,
            hops: 0,
            flags: RoutingFlag::NONE,
            source: self.routing.us,
            destination: node,
        };
        let pinned = via
            .and_then(|via| self.peers.slot(&via))
            .and_then(|slot| self.relay_at(slot));
        let wrapped = match pinned {
            Some(hop) => Some(hop),
            None => self.next_hop(node, None),
        };
        let wrapped = wrapped
            .filter(|_| RELAY_OVERHEAD + inner.len() <= LARGEST_RELAYED)
            .and_then(|(to, neighbour)| Some((to, tagged(neighbour, &header, &inner)?)));
        if wrapped.is_none() {
            self.out.drop(DropCause::NoRoute);
        }
        wrapped
    }

    fn next_hop(&self, node: u64, from: Option<u64>) -> Option<(SocketAddr, &Association)> {
        self.relay_at(self.next_neighbour(node, from)?)
    }

    /// The neighbour that gets what `from` brought for `node`; none: this node itself. By the table, or because it is that node.
    pub(super) fn next_neighbour(&self, node: u64, from: Option<u64>) -> Option<usize> {
        let table = &self.routing.table;
        let by_table = match from {
            Some(from) => table.next_hop(node, from),
            None => table.first_hop(node),
        };
        let next = by_table.unwrap_or(node);
        if Some(next) == from {
            return None;
        }
        self.peers.slot_of_node(next)
    }

    /// A peer to whom datagrams may be handed on, with its address.
    pub(super) fn relay_at(&self, slot: usize) -> Option<(SocketAddr, &Association)> {
        let peer: &Peer = self.peers.get(slot)?;
        peer.neighbour?;
        let association = peer.association.as_ref().filter(|one| relays(one))?;
        Some((peer.address()?, association))
    }
}

pub(super) fn relays(neighbour: &Association) -> bool {
    neighbour.features().contains(HandshakeFeature::RELAY)
}

/// None: there are no keys.
fn tagged(to: &Association, header: &RoutingHeader, inner: &[u8]) -> Option<Vec<u8>> {
    let mut datagram = Vec::with_capacity(RELAY_OVERHEAD + inner.len());
    header
        .encode_into(&mut datagram)
        .expect("every header can be written");
    datagram.extend_from_slice(inner);
    let tag = to.hop_tag(&datagram)?;
    datagram.extend_from_slice(&tag);
    Some(datagram)
}
