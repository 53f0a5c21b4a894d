//! Openings, answers and cookies, on either side.

use std::time::Duration;

use meshwright_wire::wire::handshake::{HandshakeCookie, HandshakeInit, HandshakeResponse};
use meshwright_wire::wire::identity::EntityId;

use super::Endpoint;
use super::drops::DropCause;
use super::outbox::Event;
use super::peer::{Answered, Attempt, Offer, Peer};
use super::place::{Arrival, Place};
use super::transmits::Lane;
use crate::association::Association;
use crate::crypto::identity::node_id;
use crate::handshake::{
    Handshake, HandshakeError, Introduction, Opening, Received, Timestamp, mac1_is_right,
};
use crate::time::Now;

/// The first wait for an answer to an opening; each further one is twice as long, up to [`RETRY_MOST`].
const RETRY_FIRST: Duration = Duration::from_millis(500);
const RETRY_MOST: Duration = Duration::from_secs(8);
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
            let (settings, random) = (self.settings(), self.random.fork());
            let Some(peer) = self.peers.get_mut(slot) else {
                return;
            };
            let association = peer.association.get_or_insert_with(|| {
                Association::new(
                    &keys,
                    Lane::Peer(slot),
                    from.place(),
                    settings,
                    now.monotonic,
                    random,
                )
            });
            association.offer(&keys, now.monotonic);
            let offer = Offer {
                boot_id: keys.remote_boot_id,
                place: from.place(),
                until: now.monotonic + OFFER_LASTS,
                opening,
                frame: frame.clone(),
            };
            if known.is_none() {
                self.strangers.push_back((opener, offer.until));
            }
            // Our own opening, if there is one, waits to see what becomes of the answer; not for what may be a copy, or copies would hold it up for ever.
            peer.attempt
                .iter_mut()
                .filter(|_| is_later)
                .for_each(|attempt| attempt.retry_at = offer.until);
            self.unconfirmed += usize::from(peer.offer.replace(offer).is_none());
            self.out.transmit(Lane::Peer(slot), from.back(), frame);
        }
        self.settle(slot, now.monotonic);
    }

    /// Of strangers who have not confirmed an answer, the one who was answered first makes room: a flood only cuts the time that each has.
    fn make_room(&mut self, now: Duration) -> bool {
        while self
            .strangers
            .front()
            .is_some_and(|(_, until)| *until <= now)
        {
            self.strangers.pop_front();
        }
        while self.unconfirmed >= self.config.max_unconfirmed {
            let Some((stranger, until)) = self.strangers.pop_front() else {
                return false;
            };
            let slot = self.peers.slot(&stranger).filter(|slot| {
                let peer = self.peers.get(*slot).filter(|peer| !peer.is_ready());
                peer.and_then(|peer| peer.offer.as_ref())
                    .is_some_and(|offer| offer.until == until)
            });
            if let Some(slot) = slot {
                self.withdraw(slot);
                self.settle(slot, now);
                self.out.drop(DropCause::Full);
            }
        }
        true
    }

    /// Forgets keys that we answered with.
    pub(super) fn withdraw(&mut self, slot: usize) {
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        if peer.offer.take().is_some() {
            self.unconfirmed -= 1;
            peer.association.iter_mut().for_each(Association::withdraw);
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
                self.install(slot, &keys, place, now);
            }
            Err(HandshakeError::Forged | HandshakeError::Malformed) => {
                self.out.drop(DropCause::Forged);
            }
            Err(_) => self.out.drop(DropCause::Refused),
        }
        self.settle(slot, now.monotonic);
    }

    fn install(&mut self, slot: usize, keys: &Handshake, place: Place, now: Now) {
        let (settings, random) = (self.settings(), self.random.fork());
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        let association = peer.association.get_or_insert_with(|| {
            Association::new(
                keys,
                Lane::Peer(slot),
                place,
                settings,
                now.monotonic,
                random,
            )
        });
        association.install(keys, place, now.monotonic, &mut self.out);
        self.look_where_said(slot, now.monotonic);
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

    pub(super) fn retry(&mut self, slot: usize, now: Now) {
        let Some(Attempt { place, tries, .. }) = self.drop_attempt(slot) else {
            return;
        };
        if tries < self.config.connect_attempts {
            // As above.
            let _ = self.open(slot, place, tries, now);
        } else if let Some(peer) = self.peers.get(slot).filter(|peer| !peer.is_alive()) {
            self.out.event(Event::ConnectFailed(peer.identity));
        }
    }

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

    pub(super) fn drop_attempt(&mut self, slot: usize) -> Option<Attempt> {
        let attempt = self.peers.get_mut(slot)?.attempt.take()?;
        self.peers.remove_session(attempt.opening.local_id());
        Some(attempt)
    }
}
