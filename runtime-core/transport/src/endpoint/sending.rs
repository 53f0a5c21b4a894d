//! What a program sends to a peer.

use bytes::Bytes;
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::session::CloseReason;

use super::outbox::SendError;
use super::{Endpoint, PeerInfo};
use crate::association::Association;
use crate::stream::Head;
use crate::time::Now;

impl Endpoint {
    /// Takes one event for a peer: it goes with the next [`flush`](Self::flush), once, and perhaps in vain. [`SendError::Busy`] concerns this peer alone.
    pub fn send(
        &mut self,
        peer: &EntityId,
        stream: u64,
        head: Head,
        event: &Bytes,
    ) -> Result<(), SendError> {
        let slot = self.peers.slot(peer).ok_or(SendError::NotConnected)?;
        let association = self.peers.association_mut(slot);
        association
            .ok_or(SendError::NotConnected)?
            .send(stream, head, event, &mut self.out)?;
        self.mark(slot);
        Ok(())
    }

    /// True if a small event for the peer would be [`SendError::Busy`].
    pub fn is_busy(&self, peer: &EntityId) -> bool {
        let slot = self.peers.slot(peer);
        let association = slot.and_then(|slot| self.peers.get(slot)?.association.as_ref());
        association.is_some_and(|one| one.is_busy(&self.out))
    }

    /// Takes one event for a reliable stream to a peer: it arrives, after all that went before it on the stream, or the stream is reset.
    /// It goes with a [`flush`](Self::flush), when there is room for it.
    pub fn send_reliably(
        &mut self,
        peer: &EntityId,
        stream: u64,
        head: Head,
        event: Bytes,
    ) -> Result<(), SendError> {
        self.with_streams(peer, |association| {
            association.send_reliably(stream, head, event)
        })
    }

    /// Nothing follows on a reliable stream. An event tells when all of it has arrived.
    pub fn finish(&mut self, peer: &EntityId, stream: u64) -> Result<(), SendError> {
        self.with_streams(peer, |association| association.finish(stream))
    }

    /// Makes packets of all that waits to be sent to peers, as far as it may go: small events that were taken since the last call share packets, and
    /// so do acknowledgements of what came. To be called after one or several calls that change an endpoint, before it is polled. True if there is more,
    /// for another call when these were polled.
    pub fn flush(&mut self, now: Now) -> bool {
        let go_on = self.paused.iter().copied();
        let go_on: Vec<usize> = go_on.filter(|slot| self.may_go_on(*slot)).collect();
        for slot in go_on {
            self.paused.remove(&slot);
            self.mark(slot);
        }
        for slot in std::mem::take(&mut self.unsent) {
            self.paused.remove(&slot);
            let Some(peer) = self.peers.get_mut(slot) else {
                continue;
            };
            peer.unsent = false;
            let association = peer.association.as_mut();
            let pause = association.and_then(|one| one.flush(now.monotonic, &mut self.out));
            self.paused.extend(pause.map(|_| slot));
            let next = peer.next_timeout(now.monotonic);
            self.deadlines
                .set(slot, next.map(|at| at.max(now.monotonic)));
        }
        !self.paused.is_empty()
    }

    /// True if more may be sent to the paused peer at `slot`, or it is gone.
    pub(super) fn may_go_on(&self, slot: usize) -> bool {
        let association = self
            .peers
            .get(slot)
            .and_then(|peer| peer.association.as_ref());
        association.is_none_or(|association| association.may_go_on(&self.out))
    }

    /// Says goodbye to a peer and forgets it. Events of before that the program has not taken yet still wait for it.
    pub fn close(&mut self, peer: &EntityId, reason: CloseReason, now: Now) {
        let Some(slot) = self.peers.slot(peer) else {
            return;
        };
        if let Some(peer) = self.peers.get_mut(slot) {
            peer.association
                .iter_mut()
                .for_each(|association| association.close(reason, now.monotonic, &mut self.out));
        }
        self.drop_attempt(slot);
        self.settle(slot, now.monotonic);
    }

    /// Reliable streams on which something was not sent, or may not have arrived.
    pub fn unacknowledged(&self) -> impl Iterator<Item = (EntityId, u64)> + '_ {
        self.associations().flat_map(|association| {
            let streams = association.unacknowledged();
            streams.map(|stream| (association.peer(), stream))
        })
    }

    /// Peers with whom there are keys.
    pub fn peers(&self) -> impl Iterator<Item = PeerInfo> + '_ {
        self.associations().map(PeerInfo::from)
    }

    /// One of them.
    pub fn peer(&self, identity: &EntityId) -> Option<PeerInfo> {
        let slot = self.peers.slot(identity)?;
        let association = self.peers.get(slot)?.association.as_ref()?;
        association.is_ready().then(|| association.into())
    }

    pub(super) fn associations(&self) -> impl Iterator<Item = &Association> + '_ {
        let known = self
            .peers
            .slots()
            .filter_map(|slot| self.peers.get(slot)?.association.as_ref());
        known.filter(|association| association.is_ready())
    }

    pub(super) fn with_streams(
        &mut self,
        peer: &EntityId,
        act: impl FnOnce(&mut Association) -> Result<(), SendError>,
    ) -> Result<(), SendError> {
        let slot = self.peers.slot(peer).ok_or(SendError::NotConnected)?;
        let association = self.peers.association_mut(slot);
        act(association.ok_or(SendError::NotConnected)?)?;
        self.mark(slot);
        Ok(())
    }

    /// Something may have to be sent to the peer at `slot`, or its deadline may have changed.
    pub(super) fn mark(&mut self, slot: usize) {
        if let Some(peer) = self.peers.get_mut(slot).filter(|peer| !peer.unsent) {
            peer.unsent = true;
            self.unsent.push(slot);
        }
    }
}
