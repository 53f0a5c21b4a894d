//! Who is on the way to a node.

use meshwright_transport::Trace;
use meshwright_wire::wire::identity::EntityId;
use tokio::sync::oneshot;

use crate::error::TraceError;
use crate::mesh::Mesh;

impl Mesh {
    /// Asks the nodes on the way to `node` who they are, and measures how far each is: the neighbour first, then those behind it, as datagrams to
    /// `node` go now. Ends as soon as all have answered, or when those that have not were waited for for [`Trace::PATIENCE`]. What a trace found out
    /// until then is its answer, wherever it ended. Nobody needs a session with `node` for it.
    ///
    /// # Errors
    /// Nothing leads to `node`, it is this node itself, too many traces are under way, or this node is closed.
    #[tracing::instrument(name = "trace", skip_all, fields(node = %crate::Short(node)))]
    pub async fn trace(&self, node: &EntityId) -> Result<Trace, TraceError> {
        let ended = self.node().with(|state, _, now| {
            if state.closing {
                return Err(TraceError::Closed);
            }
            state.endpoint.trace(node, now)?;
            let (waiter, ended) = oneshot::channel();
            state.traces.wait(*node, waiter);
            Ok(ended)
        })?;
        ended.await.map_err(|_| TraceError::Closed)
    }
}
