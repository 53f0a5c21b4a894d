//! One node's end of the mesh: takes datagrams and time, gives datagrams, events and the next deadline.

mod admission;
mod bucket;
mod config;
mod deadlines;
mod drops;
mod gossip;
mod initiator;
mod occupancy;
mod offers;
mod outbox;
mod peer;
mod peers;
mod place;
mod relay;
mod requests;
mod responder;
mod routes;
mod sending;
mod sessions;
mod trace;
mod transmits;

#[cfg(test)]
mod tests;

pub use config::EndpointConfig;
pub(crate) use config::LARGEST_UDP_PAYLOAD;
pub use drops::{DropCause, Drops};
pub use occupancy::Occupancy;
pub use outbox::{CloseCause, Credit, Event, Received, SendError, Transmit};
pub use place::Place;
pub use routes::Route;
pub use transmits::LARGEST_RUN;

pub(crate) use bucket::Bucket;
pub(crate) use outbox::Outbox;
pub(crate) use relay::{LARGEST_RELAYED, RELAY_OVERHEAD};
pub(crate) use transmits::Lane;

use std::collections::{BTreeSet, VecDeque};
use std::net::SocketAddr;
use std::time::Duration;

use meshwright_wire::wire::handshake::HandshakeFeature;
use meshwright_wire::wire::identity::EntityId;

use crate::association::{Association, Liveness};
use crate::crypto::identity::{SecretIdentity, node_id};
use crate::crypto::random::Random;
use crate::datagram::{Inner, Kind};
use crate::handshake::Timestamp;
use crate::routing::Routing;
use crate::stream::Charge;
use crate::time::{Now, earlier};
use admission::Admission;
use deadlines::Deadlines;
use peer::Peer;
use peers::Peers;
use place::{Arrival, Target};

pub struct Endpoint {
    identity: SecretIdentity,
    config: EndpointConfig,
    random: Random,
    peers: Peers,
    admission: Admission,
    deadlines: Deadlines,
    routing: Routing,
    last_timestamp: Option<Timestamp>,
    unconfirmed: usize,
    /// Whom we answered without knowing them, and until when they may confirm it; in that order.
    strangers: VecDeque<(EntityId, Duration)>,
    /// Slots of peers that the next flush looks at.
    unsent: Vec<usize>,
    /// Slots of peers to whom more is to be sent once some of what waits was polled.
    paused: BTreeSet<usize>,
    out: Outbox,
}

/// Why a connect did not begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConnectError {
    #[error("the peer's key is weak, malformed, or this node's own")]
    BadIdentity,
    #[error("there is no room for another peer")]
    Full,
    #[error("another peer, with another key, has the same node id")]
    NodeIdTaken,
    #[error("there are no keys with the neighbour that is to relay")]
    NoRelay,
}

impl Endpoint {
    /// `seed`: 32 random bytes, of which everything random here is made.
    pub fn new(identity: SecretIdentity, config: EndpointConfig, seed: [u8; 32], now: Now) -> Self {
        let mut random = Random::new(seed);
        Self {
            admission: Admission::new(config.openings_per_second, now.monotonic, &mut random),
            out: Outbox::new(
                config.max_transmits,
                config.max_events,
                config.routing.max_relayed_waiting,
            ),
            routing: Routing::new(node_id(&identity.id()).0, config.routing, random.id()),
            identity,
            config,
            random,
            peers: Peers::default(),
            deadlines: Deadlines::default(),
            last_timestamp: None,
            unconfirmed: 0,
            strangers: VecDeque::new(),
            unsent: vec![],
            paused: BTreeSet::new(),
        }
    }

    pub fn id(&self) -> EntityId {
        self.identity.id()
    }

    /// Opens a session with `peer`, who is said to be at `place`: an address, behind a neighbour, or wherever routes lead. What becomes of it is an
    /// event. A peer with whom there is a session is asked whether it is there as well, and packets go there once it has answered from there. One that
    /// has failed is asked for new keys, too: its program may be another one. As long as packets to a peer go through relays, it is looked for at the address that was
    /// said last.
    pub fn connect(
        &mut self,
        peer: EntityId,
        place: impl Into<Place>,
        now: Now,
    ) -> Result<(), ConnectError> {
        let place = place.into();
        if let Place::Via(relay) = &place
            && !self.is_neighbour(relay)
        {
            return Err(ConnectError::NoRelay);
        }
        let slot = match self.peers.slot(&peer) {
            Some(slot) => slot,
            None if self.peers.len() >= self.config.max_peers => return Err(ConnectError::Full),
            None => {
                let boot_id = self.random.id();
                let node = node_id(&peer).0;
                self.insert_peer(Peer::new(peer, node, boot_id))
                    .ok_or(ConnectError::NodeIdTaken)?
            }
        };
        let Some(known) = self.peers.get_mut(slot) else {
            return Ok(());
        };
        let mut begun = Ok(());
        let mut is_alive = false;
        if let Some(association) = known.association.as_mut().filter(|one| one.is_ready()) {
            association.try_place(place, now.monotonic, &mut self.out);
            is_alive = association.liveness() != Liveness::Failed;
        }
        if !is_alive {
            if let Place::Direct(address) = place {
                known.said = Some(address);
            }
            if known.attempt.as_ref().is_none_or(|one| one.place != place) {
                self.drop_attempt(slot);
                begun = self.open(slot, place, 0, now);
            }
        }
        self.settle(slot, now.monotonic);
        begun.map_err(|_| ConnectError::BadIdentity)
    }

    /// Opens a session with `peer` through the neighbour `relay`.
    pub fn connect_via(
        &mut self,
        relay: EntityId,
        peer: EntityId,
        now: Now,
    ) -> Result<(), ConnectError> {
        self.connect(peer, Place::Via(relay), now)
    }

    /// Takes a datagram, which is decrypted where it stands.
    pub fn receive(&mut self, from: SocketAddr, datagram: &mut [u8], now: Now) {
        match Kind::of(datagram) {
            Some(Kind::Relayed) => self.receive_relayed(from, datagram, now),
            Some(Kind::Inner(kind)) => {
                self.receive_inner(kind, Arrival::Direct(from), datagram, now);
            }
            None => self.out.drop(DropCause::Unknown),
        }
    }

    fn receive_inner(&mut self, kind: Inner, from: Arrival, datagram: &mut [u8], now: Now) {
        match kind {
            Inner::Packet => self.receive_packet(from, datagram, now),
            Inner::Opening => self.receive_opening(from, datagram, now),
            Inner::Answer => self.receive_answer(from, datagram, now),
            Inner::Cookie => self.receive_cookie(datagram, now),
        }
    }

    /// Does what is due, and flushes.
    pub fn tick(&mut self, now: Now) {
        while let Some(slot) = self.deadlines.due(now.monotonic) {
            self.deadlines.set(slot, None);
            self.tick_peer(slot, now);
            self.settle(slot, now.monotonic);
        }
        self.tick_routes(now);
        self.tick_traces(now);
        self.flush(now);
    }

    /// When [`tick`](Self::tick) wants to be called: at once as long as something waits for a [`flush`](Self::flush), but not for what can only wait behind
    /// datagrams that were not polled.
    pub fn next_timeout(&self) -> Option<Duration> {
        if self.unsent.is_empty() && !self.paused.iter().any(|slot| self.may_go_on(*slot)) {
            earlier(self.deadlines.next(), self.routing.next_timeout())
        } else {
            Some(Duration::ZERO)
        }
    }

    pub fn poll_transmit(&mut self) -> Option<Transmit> {
        while let Some(outgoing) = self.out.next_outgoing() {
            let (to, datagram) = match outgoing.to {
                Target::Address(to) => (to, outgoing.datagram),
                Target::Node { node, via } => match self.wrap(node, via, outgoing.datagram) {
                    Some(wrapped) => wrapped,
                    None => continue,
                },
            };
            return Some(Transmit { to, datagram });
        }
        None
    }

    /// Takes back the memory of a datagram that [`poll_transmit`](Self::poll_transmit) gave, for another one. Nobody need do so.
    pub fn reuse(&mut self, datagram: Vec<u8>) {
        self.out.reuse(datagram);
    }

    /// Taking what a reliable stream brought lets its sender send as much again.
    pub fn poll_event(&mut self, now: Now) -> Option<Event> {
        let (event, credit) = self.poll_event_on_credit()?;
        credit
            .into_iter()
            .for_each(|credit| self.give_back(credit, now));
        Some(event)
    }

    /// For programs that queue events again: what a reliable stream brought counts as taken when its credit is given back.
    pub fn poll_event_on_credit(&mut self) -> Option<(Event, Option<Credit>)> {
        let event = self.out.next_event()?;
        let credit = match &event {
            Event::Received(received) if received.charge != Charge::Free => Some(Credit {
                peer: received.peer,
                stream: received.header.stream_id,
                charge: received.charge,
            }),
            _ => None,
        };
        Some((event, credit))
    }

    /// The program has taken the events of a packet.
    pub fn give_back(&mut self, credit: Credit, now: Now) {
        // A peer that is gone wants nothing back.
        let _ = self.with_streams(&credit.peer, |association| {
            association.consumed(credit.stream, credit.charge, now.monotonic);
            Ok(())
        });
    }

    pub fn drops(&self) -> Drops {
        self.out.drops()
    }
}

/// What is known of a peer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerInfo {
    pub identity: EntityId,
    pub place: Place,
    pub liveness: Liveness,
    pub round_trip: Option<Duration>,
    /// What both sides can do beyond version 1 of the wire.
    pub features: HandshakeFeature,
    /// Bytes of reliable streams that may be on their way to it.
    pub congestion_window: u64,
}

impl From<&Association> for PeerInfo {
    fn from(association: &Association) -> Self {
        Self {
            identity: association.peer(),
            place: association.place(),
            liveness: association.liveness(),
            round_trip: association.round_trip(),
            features: association.features(),
            congestion_window: association.congestion_window(),
        }
    }
}
