//! Nodes on loopback, and waits that fail instead of hanging.

use std::time::Duration;

use meshwright_mesh::{Mesh, MeshConfig, PeerChange, PeerChanges, Secret};
use tokio::runtime::{Builder, Runtime};

/// Far longer than anything takes on a loaded machine; a test that needs it all has failed.
const PATIENCE: Duration = Duration::from_secs(60);

pub fn config() -> MeshConfig {
    MeshConfig {
        listen: ([127, 0, 0, 1], 0).into(),
        psk: Some(Secret::new([7; 32])),
        ..MeshConfig::default()
    }
}

pub async fn node() -> Mesh {
    Mesh::open(config()).await.expect("a node opens")
}

/// Two nodes that are connected.
pub async fn pair() -> (Mesh, Mesh) {
    let (a, b) = (node().await, node().await);
    soon(a.connect(b.ticket())).await.expect("they connect");
    let mut changes = b.peer_changes();
    until(
        &mut changes,
        |change| matches!(change, PeerChange::Joined(peer) if peer.identity == a.id()),
    )
    .await;
    (a, b)
}

/// A node that was connected with another one, and does nothing any more: no goodbye, no acknowledgement.
pub struct Frozen {
    pub mesh: Mesh,
    runtime: Option<Runtime>,
}

impl Frozen {
    pub async fn beside(other: &Mesh) -> Self {
        let ticket = other.ticket().clone();
        let mut changes = other.peer_changes();
        let run = tokio::task::spawn_blocking(move || {
            let runtime = Builder::new_current_thread().enable_all().build();
            let runtime = runtime.expect("a runtime");
            let mesh = runtime.block_on(async {
                let mesh = node().await;
                soon(mesh.connect(&ticket)).await.expect("they connect");
                mesh
            });
            // Nothing of it runs outside `block_on`.
            Self {
                mesh,
                runtime: Some(runtime),
            }
        });
        let frozen = soon(run).await.expect("no panic");
        until(&mut changes, |change| {
            matches!(change, PeerChange::Joined(_))
        })
        .await;
        frozen
    }
}

impl Drop for Frozen {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

pub async fn soon<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, what)
        .await
        .expect("it comes to an end")
}

/// Reads changes up to one that is `wanted`.
pub async fn until(changes: &mut PeerChanges, wanted: impl Fn(&PeerChange) -> bool) -> PeerChange {
    loop {
        let change = soon(changes.next()).await.expect("the node is open");
        if wanted(&change) {
            return change;
        }
    }
}
