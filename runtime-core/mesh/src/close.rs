//! The end of a node: drained, and honest about what was not.

use std::sync::PoisonError;
use std::time::Duration;

use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::session::CloseReason;
use tokio::time::{Instant, timeout_at};

use crate::mesh::Mesh;
use crate::node::Node;
use crate::node::deferred::Deferred;
use crate::node::state::State;

/// What a close could not bring to an end. All empty and 0: everything reliable was acknowledged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CloseReport {
    /// Reliable streams of which not everything was acknowledged in time; it may or may not have arrived.
    pub undelivered: Vec<(EntityId, u64)>,
    /// Events of channels that waited for other nodes to take more.
    pub waiting: usize,
    /// Datagrams that the socket did not take any more.
    pub unsent: usize,
    /// Events that came and that nobody has read. Their readers still can.
    pub unread: usize,
}

impl CloseReport {
    /// True if everything reliable was acknowledged and everything else was sent.
    pub fn is_clean(&self) -> bool {
        self.undelivered.is_empty() && self.waiting == 0 && self.unsent == 0
    }
}

impl Mesh {
    /// Takes nothing more, waits up to `close_timeout` for all reliable streams to be acknowledged, says goodbye to the neighbours, and
    /// says what it could not finish. Calls while it goes on, and after it, give the same report.
    #[tracing::instrument(name = "close", skip_all)]
    pub async fn close(&self) -> CloseReport {
        self.0
            .closed
            .get_or_init(|| self.drain_and_leave())
            .await
            .clone()
    }

    async fn drain_and_leave(&self) -> CloseReport {
        self.0
            .keepers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .abort_all();
        let node = self.node();
        let until = Instant::now() + self.0.config.close_timeout;
        node.with(|state, _, _| state.closing = true);
        while !node.look(State::is_drained)
            && timeout_at(until, node.drained.notified()).await.is_ok()
        {}
        let (undelivered, waiting) = node.look(|state| {
            let undelivered = state.endpoint.unacknowledged().collect();
            (undelivered, state.channels.waiting())
        });
        let unread = node.leave();
        let driver = self
            .0
            .driver
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some((driver, socket)) = driver {
            // The goodbyes: the socket mostly takes them at once.
            let _ = timeout_at(until.max(Instant::now() + GOODBYE), async {
                while node.is_blocked() && socket.writable().await.is_ok() {
                    node.flush();
                }
            })
            .await;
            if let Err(error) = driver.await {
                tracing::error!(%error, "the driver of the node ended badly");
            }
        }
        node.close_socket();
        let report = CloseReport {
            undelivered,
            waiting,
            unsent: node.unsent(),
            unread,
        };
        tracing::info!(?report, "closed");
        report
    }
}

/// For the last datagrams of a node whose time to drain is over.
const GOODBYE: Duration = Duration::from_millis(200);

impl Node {
    /// Says goodbye to all neighbours, ends what readers read, and stops the driver. Events that were not read.
    pub(crate) fn leave(&self) -> usize {
        let unread = self.with(|state, deferred: &mut Deferred, now| {
            state.closing = true;
            let peers: Vec<EntityId> = state.endpoint.peers().map(|peer| peer.identity).collect();
            for peer in peers {
                state.endpoint.close(&peer, CloseReason::Shutdown, now);
            }
            state.end(deferred)
        });
        self.stop();
        unread
    }
}
