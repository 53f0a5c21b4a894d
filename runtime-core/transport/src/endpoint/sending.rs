//! What a program sends to a peer.

use bytes::Bytes;
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::session::CloseReason;

use super::outbox::{Outbox, SendError};
use super::{Endpoint, PeerInfo};
use crate::association::Association;
use crate::stream::Head;
use crate::time::Now;

impl Endpoint {
    /// Sends one event to a peer: at once, and perhaps in vain.
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

    /// Sends one event on a reliable stream to a peer: it arrives, after all that went before it on the stream, or the stream is reset.
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

    /// Says goodbye to a peer and forgets it.
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
}
