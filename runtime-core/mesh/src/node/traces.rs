//! Who waits for traces.

use std::collections::BTreeMap;

use meshwright_transport::Trace;
use meshwright_wire::wire::identity::EntityId;
use tokio::sync::oneshot;

/// Who waits for a trace to its end.
pub(crate) type TraceWaiter = oneshot::Sender<Trace>;

/// At most as many as the state machine allows traces, each with the waiters that its callers hold.
#[derive(Default)]
pub(crate) struct Traces(BTreeMap<EntityId, Vec<TraceWaiter>>);

impl Traces {
    pub(crate) fn wait(&mut self, node: EntityId, waiter: TraceWaiter) {
        let waiting = self.0.entry(node).or_default();
        waiting.retain(|waiter| !waiter.is_closed());
        waiting.push(waiter);
    }

    /// Who waited for the one to that node.
    pub(crate) fn take(&mut self, node: &EntityId) -> Vec<TraceWaiter> {
        self.0.remove(node).unwrap_or_default()
    }

    pub(crate) fn take_all(&mut self) -> Vec<TraceWaiter> {
        std::mem::take(&mut self.0)
            .into_values()
            .flatten()
            .collect()
    }
}
