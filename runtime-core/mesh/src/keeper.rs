//! Neighbours that the configuration wants: connected from the start, and again whenever they are lost.

use std::time::Duration;

use meshwright_transport::Liveness;
use meshwright_wire::wire::identity::EntityId;

use crate::mesh::WeakMesh;
use crate::peers::{PeerChange, PeerChanges};
use crate::ticket::Ticket;

/// Between two connects to a neighbour that does not answer; each takes as long as `connect_timeout` itself.
const PAUSE: Duration = Duration::from_secs(1);

/// Ends with the node.
pub(crate) async fn keep(mesh: WeakMesh, neighbour: Ticket) {
    let identity = neighbour.identity();
    while let Some(mesh) = mesh.upgrade() {
        let mut changes = mesh.peer_changes();
        let connect = mesh.connect_weakly(&neighbour);
        // Held while we wait, the handle would keep the node open.
        drop(mesh);
        match connect.await {
            Ok(_) => until_lost(&mut changes, &identity).await,
            Err(error) => {
                tracing::warn!(neighbour = %crate::Short(&identity), %error, "not connected; trying again");
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn until_lost(changes: &mut PeerChanges, identity: &EntityId) {
    while let Some(change) = changes.next().await {
        match change {
            PeerChange::Left(peer, _) | PeerChange::Liveness(peer, Liveness::Failed)
                if peer == *identity =>
            {
                return;
            }
            // It may have been lost meanwhile.
            PeerChange::Missed => return,
            _ => {}
        }
    }
}
