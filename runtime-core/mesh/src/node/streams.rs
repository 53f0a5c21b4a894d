//! Reliable streams that this node sends on: which are open, and who waits for room on one.

use std::collections::{BTreeMap, BTreeSet};

use meshwright_wire::wire::identity::EntityId;
use tokio::sync::oneshot;

/// No more streams than the state machine has, and as many waiters as there are callers.
#[derive(Default)]
pub(crate) struct Streams {
    open: BTreeSet<(EntityId, u64)>,
    waiting: BTreeMap<(EntityId, u64), Vec<oneshot::Sender<()>>>,
}

impl Streams {
    pub(crate) fn opened(&mut self, peer: EntityId, stream: u64) {
        self.open.insert((peer, stream));
    }

    /// The stream is over, and so is waiting for it.
    pub(crate) fn ended(&mut self, peer: EntityId, stream: u64) -> Vec<oneshot::Sender<()>> {
        self.open.remove(&(peer, stream));
        self.writable(peer, stream)
    }

    /// All streams to `peer` are over.
    pub(crate) fn peer_left(&mut self, peer: &EntityId) -> Vec<oneshot::Sender<()>> {
        let of_peer = |key: &(EntityId, u64)| key.0 == *peer;
        self.open.retain(|key| !of_peer(key));
        let mut waiters = vec![];
        self.waiting.retain(|key, waiting| {
            if of_peer(key) {
                waiters.append(waiting);
            }
            !of_peer(key)
        });
        waiters
    }

    /// Is dropped when the stream may have room again.
    pub(crate) fn wait(&mut self, peer: EntityId, stream: u64) -> oneshot::Receiver<()> {
        let (waiter, room) = oneshot::channel();
        let waiting = self.waiting.entry((peer, stream)).or_default();
        waiting.retain(|waiter| !waiter.is_closed());
        waiting.push(waiter);
        room
    }

    pub(crate) fn writable(&mut self, peer: EntityId, stream: u64) -> Vec<oneshot::Sender<()>> {
        self.waiting.remove(&(peer, stream)).unwrap_or_default()
    }

    pub(crate) fn all_waiters(&mut self) -> Vec<oneshot::Sender<()>> {
        std::mem::take(&mut self.waiting)
            .into_values()
            .flatten()
            .collect()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (EntityId, u64)> + '_ {
        self.open.iter().copied()
    }

    pub(crate) fn are_drained(&self) -> bool {
        self.open.is_empty()
    }
}
