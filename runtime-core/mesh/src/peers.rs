//! Neighbours, and what becomes of them.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_core::Stream;
use meshwright_transport::{CloseCause, Liveness, PeerInfo, Place, Route};
use meshwright_wire::wire::identity::EntityId;

use crate::node::ring::Ring;

/// Something that happened to a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeerChange {
    /// There are keys, on both sides.
    Joined(PeerInfo),
    Left(EntityId, CloseCause),
    Liveness(EntityId, Liveness),
    /// Packets to it go there from now on.
    Moved(EntityId, Place),
    /// The peer is the same, its program another one: streams begin anew.
    Restarted(EntityId),
    /// Something leads to a node, neighbour or not, or another neighbour than before does.
    Reachable(Route),
    /// Nothing leads to a node any more.
    Unreachable(EntityId),
    /// Changes were lost since nobody read them: ask `Mesh::peers` and `Mesh::routes` how things stand.
    Missed,
}

/// The neighbours that there are, each as [`PeerChange::Joined`], and then every change.
pub struct PeerChanges(pub(crate) Arc<Ring<PeerChange>>);

impl PeerChanges {
    /// The next change; none after the node was closed.
    pub async fn next(&mut self) -> Option<PeerChange> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl Stream for PeerChanges {
    type Item = PeerChange;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<PeerChange>> {
        self.0.poll_next(cx)
    }
}

impl Drop for PeerChanges {
    fn drop(&mut self) {
        self.0.end();
    }
}
