//! Packets of sessions, and what time does to a peer.

use std::time::Duration;

use super::Endpoint;
use super::drops::DropCause;
use super::outbox::{CloseCause, Event};
use super::place::{Arrival, Place};
use super::transmits::Lane;
use crate::association::{Association, Settings};
use crate::handshake::Handshake;
use crate::session::in_clear;
use crate::time::Now;

impl Endpoint {
    fn settings(&self) -> Settings {
        Settings {
            liveness: self.config.liveness,
            streams: self.config.streams,
            datagram: self.config.datagram_size,
            largest_datagram: self.config.largest_datagram,
            largest_loopback_datagram: self.config.largest_loopback_datagram,
        }
    }

    /// Begins an association with the peer, who has agreed on `keys` at `place`, unless there is one.
    pub(super) fn associate(&mut self, slot: usize, keys: &Handshake, place: Place, now: Duration) {
        let (settings, random) = (self.settings(), self.random.fork());
        if let Some(peer) = self.peers.get_mut(slot) {
            peer.association.get_or_insert_with(|| {
                Association::new(keys, Lane::Peer(slot), place, settings, now, random)
            });
        }
    }

    pub(super) fn receive_packet(&mut self, from: Arrival, datagram: &mut [u8], now: Now) {
        let Some((id, _)) = in_clear(datagram) else {
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
        let offered = peer
            .offer
            .as_ref()
            .map(|offer| (offer.boot_id, offer.place));
        let came = association.receive(
            id,
            from.place(),
            datagram,
            offered,
            now.monotonic,
            &mut self.out,
        );
        if came.confirmed {
            self.take_offer(slot);
            self.drop_attempt(slot);
            self.look_where_said(slot, now.monotonic);
        }
        // The peer must be a neighbour, with this boot, before it is listened to.
        self.settle(slot, now.monotonic);
        if let Some(gossip) = came.gossip {
            self.receive_gossip(slot, &gossip, now);
        }
    }

    pub(super) fn tick_peer(&mut self, slot: usize, now: Now) {
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        let offer = peer.offer.as_ref();
        if offer.is_some_and(|offer| now.monotonic >= offer.until) {
            self.withdraw(slot);
        }
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        let mut rekey = None;
        if let Some(association) = peer.association.as_mut() {
            let was_ready = association.is_ready();
            rekey = association
                .tick(now.monotonic, &mut self.out)
                .then(|| association.place());
            if was_ready && !association.is_ready() {
                self.out
                    .event(Event::Closed(peer.identity, CloseCause::TimedOut));
            }
        }
        match &peer.attempt {
            Some(attempt) if now.monotonic >= attempt.retry_at => self.retry(slot, now),
            None => {
                // Keys cannot be weak now that they were once not.
                rekey.map(|place| self.open(slot, place, 0, now).is_ok());
            }
            Some(_) => {}
        }
    }

    /// After anything that may have changed a peer: forgets sessions that are gone, the peer itself if nothing is left of it, and tells the routes whether
    /// it is a neighbour. The next flush sets its deadline.
    pub(super) fn settle(&mut self, slot: usize, now: Duration) {
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        if let Some(association) = peer.association.as_mut() {
            let retired: Vec<u64> = association.take_retired().collect();
            let (is_over, has_met) = (association.is_over(), association.has_met());
            if is_over {
                peer.association = None;
                self.take_offer(slot);
            }
            if is_over && has_met {
                // It spoke for the association that is gone.
                self.drop_attempt(slot);
            }
            retired
                .into_iter()
                .for_each(|id| self.peers.remove_session(id));
        }
        self.peers.locate(slot);
        self.meet_or_lose(slot, now);
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        if peer.association.is_none() && peer.attempt.is_none() {
            self.peers.remove(slot);
            self.deadlines.set(slot, None);
        } else {
            self.mark(slot);
        }
    }
}
