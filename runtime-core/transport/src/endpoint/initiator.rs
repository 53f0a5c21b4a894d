//! Handshakes that this node opens: sends openings, again when nothing comes back, and takes answers and cookies for them.

use std::time::Duration;

use meshwright_wire::wire::handshake::{HandshakeCookie, HandshakeResponse};

use super::Endpoint;
use super::drops::DropCause;
use super::outbox::Event;
use super::peer::Attempt;
use super::place::{Arrival, Place};
use super::transmits::Lane;
use crate::crypto::identity::node_id;
use crate::handshake::{Handshake, HandshakeError, Introduction, Opening, Timestamp};
use crate::time::Now;

/// The first wait for an answer to an opening; each further one is twice as long, up to [`RETRY_MOST`].
const RETRY_FIRST: Duration = Duration::from_millis(500);
const RETRY_MOST: Duration = Duration::from_secs(8);

impl Endpoint {
    /// Makes an opening and sends it, after `tries` that had no answer.
    pub(super) fn open(
        &mut self,
        slot: usize,
        place: Place,
        tries: u32,
        now: Now,
    ) -> Result<(), HandshakeError> {
        let Some((identity, boot_id)) = self
            .peers
            .get(slot)
            .map(|peer| (peer.identity, peer.boot_id))
        else {
            return Ok(());
        };
        let timestamp = Timestamp::after(self.last_timestamp, now.wall);
        self.last_timestamp = Some(timestamp);
        let said = Introduction {
            boot_id,
            features: self.config.features,
            timestamp,
        };
        let mut local_id = self.random.id();
        while !self.peers.add_session(local_id, slot) {
            local_id = self.random.id();
        }
        let opening = Opening::new(
            &self.identity,
            identity,
            self.config.psks.current(),
            local_id,
            &said,
            self.random.fork(),
        );
        let opening = opening.inspect_err(|_| self.peers.remove_session(local_id))?;
        self.out.transmit(
            Lane::Peer(slot),
            place.toward(node_id(&identity).0),
            opening.frame().to_vec(),
        );
        let retry_at = now.monotonic + self.patience(tries);
        if let Some(peer) = self.peers.get_mut(slot) {
            peer.attempt = Some(Attempt {
                opening,
                place,
                tries: tries + 1,
                retry_at,
            });
        }
        Ok(())
    }

    /// Up to a quarter longer than it need be, so that nodes that began together do not stay together.
    fn patience(&mut self, tries: u32) -> Duration {
        let wait = RETRY_FIRST
            .saturating_mul(1 << tries.min(8))
            .min(RETRY_MOST);
        wait + wait / 4 * u32::from(self.random.bytes::<1>()[0]) / 256
    }

    pub(super) fn retry(&mut self, slot: usize, now: Now) {
        let Some(Attempt { place, tries, .. }) = self.drop_attempt(slot) else {
            return;
        };
        if tries < self.config.connect_attempts {
            // A key that was good is not weak now.
            let _ = self.open(slot, place, tries, now);
        } else if let Some(peer) = self.peers.get(slot).filter(|peer| !peer.is_alive()) {
            self.out.event(Event::ConnectFailed(peer.identity));
        }
    }

    pub(super) fn drop_attempt(&mut self, slot: usize) -> Option<Attempt> {
        let attempt = self.peers.get_mut(slot)?.attempt.take()?;
        self.peers.remove_session(attempt.opening.local_id());
        Some(attempt)
    }

    pub(super) fn receive_answer(&mut self, from: Arrival, frame: &[u8], now: Now) {
        let Ok(answer) = HandshakeResponse::decode(frame) else {
            return self.out.drop(DropCause::Malformed);
        };
        let Some(slot) = self.peers.slot_of_session(answer.receiver_id) else {
            return self.out.drop(DropCause::NoSession);
        };
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        let Some(attempt) = peer.attempt.as_mut() else {
            return self.out.drop(DropCause::NoSession);
        };
        match attempt.opening.finish(frame) {
            Ok(keys) => {
                // Not where the answer says it is from: whoever passed it on may have changed that.
                let place = attempt.place.confirmed_from(from.place());
                peer.attempt = None;
                self.install(slot, &keys, place, now.monotonic);
            }
            Err(HandshakeError::Forged | HandshakeError::Malformed) => {
                self.out.drop(DropCause::Forged);
            }
            Err(_) => self.out.drop(DropCause::Refused),
        }
        self.settle(slot, now.monotonic);
    }

    fn install(&mut self, slot: usize, keys: &Handshake, place: Place, now: Duration) {
        self.associate(slot, keys, place, now);
        if let Some(association) = self.peers.association_mut(slot) {
            association.install(keys, place, now, &mut self.out);
            self.look_where_said(slot, now);
        }
    }

    pub(super) fn receive_cookie(&mut self, frame: &[u8], now: Now) {
        let Ok(cookie) = HandshakeCookie::decode(frame) else {
            return self.out.drop(DropCause::Malformed);
        };
        let Some(slot) = self.peers.slot_of_session(cookie.receiver_id) else {
            return self.out.drop(DropCause::NoSession);
        };
        let Some(attempt) = self
            .peers
            .get_mut(slot)
            .and_then(|peer| peer.attempt.as_mut())
        else {
            return self.out.drop(DropCause::NoSession);
        };
        match attempt.opening.take_cookie(&cookie) {
            Ok(()) => self.out.transmit(
                Lane::Peer(slot),
                attempt.place.toward(node_id(&attempt.opening.peer()).0),
                attempt.opening.frame().to_vec(),
            ),
            Err(_) => self.out.drop(DropCause::Forged),
        }
        self.settle(slot, now.monotonic);
    }
}
