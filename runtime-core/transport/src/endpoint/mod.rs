//! One node's end of the mesh: takes datagrams and time, gives datagrams, events and the next deadline.

mod admission;
mod config;
mod deadlines;
mod handshakes;
mod outbox;
mod peer;
mod peers;

#[cfg(test)]
mod tests;

pub use config::EndpointConfig;
pub use outbox::{CloseCause, Credit, DropCause, Drops, Event, Received, SendError, Transmit};

pub(crate) use outbox::Outbox;

use std::net::SocketAddr;
use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::handshake::HandshakeFeature;
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::session::CloseReason;

use crate::association::{Association, Liveness, Settings};
use crate::crypto::identity::SecretIdentity;
use crate::crypto::random::Random;
use crate::datagram::Kind;
use crate::handshake::Timestamp;
use crate::stream::{Charge, Head};
use crate::time::Now;
use admission::Admission;
use deadlines::Deadlines;
use peer::Peer;
use peers::Peers;

pub struct Endpoint {
    identity: SecretIdentity,
    config: EndpointConfig,
    random: Random,
    peers: Peers,
    admission: Admission,
    deadlines: Deadlines,
    last_timestamp: Option<Timestamp>,
    unconfirmed: usize,
    out: Outbox,
}

/// Why a connect did not begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConnectError {
    #[error("the peer's key is weak, malformed, or this node's own")]
    BadIdentity,
    #[error("there is no room for another peer")]
    Full,
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
                config.datagram_size,
            ),
            identity,
            config,
            random,
            peers: Peers::default(),
            deadlines: Deadlines::default(),
            last_timestamp: None,
            unconfirmed: 0,
        }
    }

    pub fn id(&self) -> EntityId {
        self.identity.id()
    }

    /// Opens a session with `peer`, who is said to be at `address`. What becomes of it is an event.
    pub fn connect(
        &mut self,
        peer: EntityId,
        address: SocketAddr,
        now: Now,
    ) -> Result<(), ConnectError> {
        let slot = match self.peers.slot(&peer) {
            Some(slot) => slot,
            None if self.peers.len() >= self.config.max_peers => return Err(ConnectError::Full),
            None => {
                let boot_id = self.random.id();
                self.peers.insert(&peer, Peer::new(peer, boot_id))
            }
        };
        let idle = self
            .peers
            .get(slot)
            .is_some_and(|peer| !peer.is_ready() && peer.attempt.is_none());
        let begun = if idle {
            self.open(slot, address, 0, now)
        } else {
            Ok(())
        };
        self.settle(slot, now.monotonic);
        begun.map_err(|_| ConnectError::BadIdentity)
    }

    /// Sends one event to a neighbour: at once, and perhaps in vain.
    pub fn send(
        &mut self,
        peer: &EntityId,
        stream: u64,
        head: Head,
        event: &Bytes,
    ) -> Result<(), SendError> {
        let association = self
            .peers
            .slot(peer)
            .and_then(|slot| self.peers.get_mut(slot)?.association.as_mut());
        association
            .ok_or(SendError::NotConnected)?
            .send(stream, head, event, &mut self.out)
    }

    /// Sends one event on a reliable stream to a neighbour: it arrives, after all that went before it on the stream, or the stream is reset.
    pub fn send_reliably(
        &mut self,
        peer: &EntityId,
        stream: u64,
        head: Head,
        event: Bytes,
        now: Now,
    ) -> Result<(), SendError> {
        self.with_streams(peer, now, |association, out| {
            association.send_reliably(stream, head, event, now.monotonic, out)
        })
    }

    /// Nothing follows on a reliable stream. An event tells when all of it has arrived.
    pub fn finish(&mut self, peer: &EntityId, stream: u64, now: Now) -> Result<(), SendError> {
        self.with_streams(peer, now, |association, out| {
            association.finish(stream, now.monotonic, out)
        })
    }

    /// Says goodbye to a neighbour and forgets it.
    pub fn close(&mut self, peer: &EntityId, reason: CloseReason, now: Now) {
        let Some(slot) = self.peers.slot(peer) else {
            return;
        };
        if let Some(peer) = self.peers.get_mut(slot) {
            peer.association
                .iter_mut()
                .for_each(|association| association.close(reason, &mut self.out));
        }
        self.drop_attempt(slot);
        self.settle(slot, now.monotonic);
    }

    /// Takes a datagram, which is decrypted where it stands.
    pub fn receive(&mut self, from: SocketAddr, datagram: &mut [u8], now: Now) {
        match Kind::of(datagram) {
            Some(Kind::Packet) => self.receive_packet(from, datagram, now),
            Some(Kind::Opening) => self.receive_opening(from, datagram, now),
            Some(Kind::Answer) => self.receive_answer(from, datagram, now),
            Some(Kind::Cookie) => self.receive_cookie(datagram, now),
            None => self.out.drop(DropCause::Unknown),
        }
    }

    /// Does what is due.
    pub fn tick(&mut self, now: Now) {
        while let Some(slot) = self.deadlines.due(now.monotonic) {
            self.tick_peer(slot, now);
            self.settle(slot, now.monotonic);
        }
    }

    /// When [`tick`](Self::tick) wants to be called.
    pub fn next_timeout(&self) -> Option<Duration> {
        self.deadlines.next()
    }

    pub fn poll_transmit(&mut self) -> Option<Transmit> {
        self.out.next_transmit()
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
        let _ = self.with_streams(&credit.peer, now, |association, out| {
            association.consumed(credit.stream, credit.charge, now.monotonic, out);
            Ok(())
        });
    }

    pub fn drops(&self) -> Drops {
        self.out.drops()
    }

    /// Neighbours with whom there are keys.
    pub fn peers(&self) -> impl Iterator<Item = PeerInfo> + '_ {
        let known = self
            .peers
            .slots()
            .filter_map(|slot| self.peers.get(slot)?.association.as_ref());
        known
            .filter(|association| association.is_ready())
            .map(|association| PeerInfo {
                identity: association.peer(),
                address: association.address(),
                liveness: association.liveness(),
                round_trip: association.round_trip(),
                features: association.features(),
                congestion_window: association.congestion_window(),
            })
    }

    fn with_streams(
        &mut self,
        peer: &EntityId,
        now: Now,
        act: impl FnOnce(&mut Association, &mut Outbox) -> Result<(), SendError>,
    ) -> Result<(), SendError> {
        let slot = self.peers.slot(peer).ok_or(SendError::NotConnected)?;
        let association = self
            .peers
            .get_mut(slot)
            .and_then(|peer| peer.association.as_mut())
            .ok_or(SendError::NotConnected)?;
        let done = act(association, &mut self.out);
        self.settle(slot, now.monotonic);
        done
    }

    fn settings(&self) -> Settings {
        Settings {
            liveness: self.config.liveness,
            streams: self.config.streams,
            largest_payload: self.out.largest_payload(),
        }
    }

    fn receive_packet(&mut self, from: SocketAddr, datagram: &mut [u8], now: Now) {
        let Some(id) = datagram
            .get(8..16)
            .and_then(|id| id.try_into().ok())
            .map(u64::from_le_bytes)
        else {
            return self.out.drop(DropCause::Malformed);
        };
        let Some(slot) = self.peers.slot_of_session(id) else {
            return self.out.drop(DropCause::NoSession);
        };
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        let Some(association) = peer.association.as_mut() else {
            return self.out.drop(DropCause::NoSession);
        };
        let offered = peer.offer.as_ref().map(|offer| offer.boot_id);
        if association.receive(id, from, datagram, offered, now.monotonic, &mut self.out) {
            peer.offer = None;
            self.unconfirmed -= 1;
            self.drop_attempt(slot);
        }
        self.settle(slot, now.monotonic);
    }

    fn tick_peer(&mut self, slot: usize, now: Now) {
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        if peer
            .offer
            .take_if(|offer| now.monotonic >= offer.until)
            .is_some()
        {
            self.unconfirmed -= 1;
            peer.association.iter_mut().for_each(Association::withdraw);
        }
        let mut rekey = None;
        if let Some(association) = peer.association.as_mut() {
            let was_ready = association.is_ready();
            rekey = association
                .tick(now.monotonic, &mut self.out)
                .then(|| association.address());
            if was_ready && !association.is_ready() {
                self.out
                    .event(Event::Closed(peer.identity, CloseCause::TimedOut));
            }
        }
        match &peer.attempt {
            Some(attempt) if now.monotonic >= attempt.retry_at => self.retry(slot, now),
            None => {
                // Keys cannot be weak now that they were once not.
                rekey.map(|address| self.open(slot, address, 0, now).is_ok());
            }
            Some(_) => {}
        }
    }

    /// After anything that may have changed a peer: forgets sessions that are gone, the peer itself if nothing is left of it, and sets its deadline.
    fn settle(&mut self, slot: usize, now: Duration) {
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        if let Some(association) = peer.association.as_mut() {
            let retired: Vec<u64> = association.take_retired().collect();
            let (is_over, has_met) = (association.is_over(), association.has_met());
            if is_over {
                peer.association = None;
                self.unconfirmed -= usize::from(peer.offer.take().is_some());
            }
            if is_over && has_met {
                // It spoke for the association that is gone.
                self.drop_attempt(slot);
            }
            retired
                .into_iter()
                .for_each(|id| self.peers.remove_session(id));
        }
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        if peer.association.is_none() && peer.attempt.is_none() {
            let identity = peer.identity;
            self.peers.remove(slot, &identity);
            self.deadlines.set(slot, None);
        } else {
            let next = peer.next_timeout(now).map(|at| at.max(now));
            self.deadlines.set(slot, next);
        }
    }
}

/// What is known of a neighbour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerInfo {
    pub identity: EntityId,
    pub address: SocketAddr,
    pub liveness: Liveness,
    pub round_trip: Option<Duration>,
    /// What both sides can do beyond version 1 of the wire.
    pub features: HandshakeFeature,
    /// Bytes of reliable streams that may be on their way to it.
    pub congestion_window: u64,
}
