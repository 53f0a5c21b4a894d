//! Who waits for room on a reliable stream.

use std::collections::BTreeMap;

use meshwright_wire::wire::identity::EntityId;
use tokio::sync::oneshot;

/// As many waiters as there are callers.
#[derive(Default)]
pub(crate) struct Room(BTreeMap<(EntityId, u64), Vec<oneshot::Sender<()>>>);

impl Room {
    /// Is dropped when the stream may have room again.
    pub(crate) fn wait(&mut self, peer: EntityId, stream: u64) -> oneshot::Receiver<()> {
        let (waiter, room) = oneshot::channel();
        let waiting = self.0.entry((peer, stream)).or_default();
        waiting.retain(|waiter| !waiter.is_closed());
        waiting.push(waiter);
        room
    }

    /// The stream has room, or is over.
    pub(crate) fn made(&mut self, peer: EntityId, stream: u64) -> Vec<oneshot::Sender<()>> {
        self.0.remove(&(peer, stream)).unwrap_or_default()
    }

    /// All streams to `peer` are over.
    pub(crate) fn peer_left(&mut self, peer: &EntityId) -> Vec<oneshot::Sender<()>> {
        let mut waiters = vec![];
        self.0.retain(|(to, _), waiting| {
            if to == peer {
                waiters.append(waiting);
            }
            to != peer
        });
        waiters
    }

    pub(crate) fn take_all(&mut self) -> Vec<oneshot::Sender<()>> {
        std::mem::take(&mut self.0)
            .into_values()
            .flatten()
            .collect()
    }
}
