//! Events that peers send each other outside channels.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use meshwright_wire::wire::identity::EntityId;

use crate::node::credit::Hold;
use crate::node::ring::Ring;

/// An event that a neighbour sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeerEvent {
    pub peer: EntityId,
    pub stream: u64,
    /// True if it came on a reliable stream.
    pub reliable: bool,
    /// A slice of the packet that it came in.
    pub payload: Bytes,
}

/// With what it holds of its stream's window until it is read.
pub(crate) struct Queued {
    pub(crate) event: PeerEvent,
    pub(crate) hold: Option<Arc<Hold>>,
}

/// The events that neighbours send to this node outside channels, from now on.
///
/// A reader that falls behind loses unreliable events, which are counted. Reliable streams lose nothing: their senders wait.
pub struct PeerEvents(pub(crate) Arc<Ring<Queued>>);

impl PeerEvents {
    /// The next event; none after the node was closed.
    pub async fn next(&mut self) -> Option<PeerEvent> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Unreliable events that were dropped since this reader was behind.
    pub fn dropped(&self) -> u64 {
        self.0.dropped()
    }
}

impl Stream for PeerEvents {
    type Item = PeerEvent;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<PeerEvent>> {
        self.0.poll_next(cx).map(|queued| {
            let Queued { event, hold } = queued?;
            drop(hold);
            Some(event)
        })
    }
}

impl Drop for PeerEvents {
    fn drop(&mut self) {
        self.0.end();
        self.0.clear();
    }
}
