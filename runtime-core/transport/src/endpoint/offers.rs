//! Keys that this node answered with and that their openers have not used yet: how many there may be, and who makes room.

use std::time::Duration;

use super::Endpoint;
use super::drops::DropCause;
use super::peer::Offer;

impl Endpoint {
    /// `is_stranger`: nothing else is known of the peer.
    pub(super) fn offer(&mut self, slot: usize, offer: Offer, is_stranger: bool) {
        let Some(peer) = self.peers.get_mut(slot) else {
            return;
        };
        if is_stranger {
            self.strangers.push_back((peer.identity, offer.until));
        }
        self.unconfirmed += usize::from(peer.offer.replace(offer).is_none());
    }

    /// The peer used the keys, or they are of no use any more.
    pub(super) fn take_offer(&mut self, slot: usize) -> Option<Offer> {
        let offer = self.peers.get_mut(slot)?.offer.take()?;
        self.unconfirmed -= 1;
        Some(offer)
    }

    /// Forgets keys that we answered with.
    pub(super) fn withdraw(&mut self, slot: usize) {
        if self.take_offer(slot).is_some()
            && let Some(association) = self.peers.association_mut(slot)
        {
            association.withdraw();
        }
    }

    /// Of strangers who have not confirmed an answer, the one who was answered first makes room: a flood only cuts the time that each has.
    pub(super) fn make_room(&mut self, now: Duration) -> bool {
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
}
