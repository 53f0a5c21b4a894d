//! Handshakes that others open: whether an opening is read, and whether it gets an answer, the same once more, or a cookie.

use std::time::Duration;

use meshwright_wire::wire::handshake::HandshakeInit;
use meshwright_wire::wire::identity::EntityId;

use super::Endpoint;
use super::drops::DropCause;
use super::peer::{Answered, Offer, Peer};
use super::place::{Arrival, Place};
use super::transmits::Lane;
use crate::crypto::identity::node_id;
use crate::handshake::{Received, mac1_is_right};
use crate::time::Now;

/// How long keys that we answered with wait for the peer's first packet.
const OFFER_LASTS: Duration = Duration::from_secs(5);

impl Endpoint {
    pub(super) fn receive_opening(&mut self, from: Arrival, frame: &[u8], now: Now) {
        let Ok(opening) = HandshakeInit::decode(frame) else {
            return self.out.drop(DropCause::Malformed);
        };
        if !mac1_is_right(frame, &self.identity.id()) {
            return self.out.drop(DropCause::NotForUs);
        }
        let source = from.cookie_source();
        if !self
            .admission
            .admits(frame, &source, now.monotonic, &mut self.random)
        {
            return self.challenge(&opening, from);
        }
        let read = Received::read(
            &self.identity,
            &self.config.psks,
            &opening,
            self.random.fork(),
        );
        let Ok(received) = read else {
            return self.out.drop(DropCause::Refused);
        };
        let opener = received.opener();
        if !from.is_of(node_id(&opener).0) {
            return self.out.drop(DropCause::Misrouted);
        }
        if self.yields_to_ours(&opener, from.place(), now.monotonic) {
            return;
        }
        let answered = Answered {
            timestamp: received.timestamp(),
            ephemeral: opening.ephemeral,
        };
        let waiting = self.waiting(&opener);
        let before = waiting.map(|before| before.timestamp);
        let is_later = self.admission.is_later(&opener, answered.timestamp, before);
        if !is_later && !self.admission.has_cookie(frame, &source) {
            return self.challenge(&opening, from);
        }
        match waiting {
            Some(before) if before == answered => self.answer_again(&opener, from),
            // Who recorded openings could else take away the keys that their maker is about to use.
            Some(before) if answered.timestamp <= before.timestamp => {
                self.out.drop(DropCause::Challenged);
            }
            _ => self.answer(received, answered, is_later, from, now),
        }
    }

    /// The opening of `opener` whose answer is not confirmed yet.
    fn waiting(&self, opener: &EntityId) -> Option<Answered> {
        let peer = self.peers.get(self.peers.slot(opener)?)?;
        Some(peer.offer.as_ref()?.opening)
    }

    /// The same opening came once more, with a cookie for where it came from. Other keys would take away those that its maker may have by now.
    fn answer_again(&mut self, opener: &EntityId, from: Arrival) {
        let Some(slot) = self.peers.slot(opener) else {
            return;
        };
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        let known = peer.place();
        let Some(offer) = peer.offer.as_mut() else {
            return;
        };
        // The first one may have come from an address that is not its sender's, unless that is where the peer is known to be.
        if known != Some(offer.place) {
            offer.place = from.place();
        }
        let frame = offer.frame.clone();
        self.out.transmit(Lane::Peer(slot), from.back(), frame);
    }

    /// Of two openings that crossed, that of the lower identity is answered. Its own node sends it again at once, to where the other was heard.
    fn yields_to_ours(&mut self, opener: &EntityId, from: Place, now: Duration) -> bool {
        if self.identity.id().0 > opener.0 {
            return false;
        }
        let Some(slot) = self.peers.slot(opener) else {
            return false;
        };
        let Some(attempt) = self
            .peers
            .get_mut(slot)
            .and_then(|peer| peer.attempt.as_mut())
        else {
            return false;
        };
        if attempt.place != from {
            attempt.place = from;
            attempt.retry_at = now;
        }
        self.settle(slot, now);
        true
    }

    fn answer(
        &mut self,
        received: Received,
        opening: Answered,
        is_later: bool,
        from: Arrival,
        now: Now,
    ) {
        let opener = received.opener();
        let known = self.peers.slot(&opener);
        if known.is_none()
            && (self.peers.len() >= self.config.max_peers || !self.make_room(now.monotonic))
        {
            return self.out.drop(DropCause::Full);
        }
        let local_id = self.random.id();
        let boot_id = match known.and_then(|slot| self.peers.get(slot)) {
            Some(peer) => peer.boot_id,
            None => self.random.id(),
        };
        let Ok((frame, keys)) = received.answer(local_id, boot_id, self.config.features) else {
            return self.out.drop(DropCause::Refused);
        };
        let inserted =
            known.or_else(|| self.insert_peer(Peer::new(opener, node_id(&opener).0, boot_id)));
        let Some(slot) = inserted else {
            return self.out.drop(DropCause::NodeIdTaken);
        };
        if self.peers.add_session(local_id, slot) {
            self.associate(slot, &keys, from.place(), now.monotonic);
            if let Some(association) = self.peers.association_mut(slot) {
                association.offer(&keys, now.monotonic);
            }
            // Not for what may be a copy, or copies would hold it up for ever.
            if is_later {
                self.hold_attempt(slot, now.monotonic + OFFER_LASTS);
            }
            let offer = Offer {
                boot_id: keys.remote_boot_id,
                place: from.place(),
                until: now.monotonic + OFFER_LASTS,
                opening,
                frame: frame.clone(),
            };
            self.offer(slot, offer, known.is_none());
            self.out.transmit(Lane::Peer(slot), from.back(), frame);
        }
        self.settle(slot, now.monotonic);
    }

    /// Our own opening, if there is one, waits to see what becomes of the answer.
    fn hold_attempt(&mut self, slot: usize, until: Duration) {
        let peer = self.peers.get_mut(slot);
        if let Some(attempt) = peer.and_then(|peer| peer.attempt.as_mut()) {
            attempt.retry_at = until;
        }
    }

    fn challenge(&mut self, opening: &HandshakeInit, from: Arrival) {
        let cookie = self.admission.challenge(
            &self.identity.id(),
            opening,
            &from.cookie_source(),
            &mut self.random,
        );
        self.out.drop(DropCause::Challenged);
        self.out.transmit(
            Lane::Strangers,
            from.back(),
            cookie.encode().expect("it can be written"),
        );
    }
}
