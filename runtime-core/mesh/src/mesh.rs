//! A node, as programs hold it.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use bytes::Bytes;
use meshwright_transport::{Head, PeerInfo, Route, SendError as Refused, StreamError};
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::packet::Subprotocol;
use tokio::sync::OnceCell;
use tokio::task::{JoinHandle, JoinSet};

use crate::channel::streams;
use crate::close::CloseReport;
use crate::config::MeshConfig;
use crate::error::SendError;
use crate::events::PeerEvents;
use crate::node::Node;
use crate::node::driver::drive;
use crate::node::socket::Socket;
use crate::peers::PeerChanges;
use crate::ticket::Ticket;

/// Changes that wait for one reader, at most.
const CHANGES: usize = 1024;

/// A node of the mesh. Clones are handles to the same one; with the last it says goodbye to its neighbours, without waiting for anything that
/// is still on its way: [`close`](Self::close) does.
#[derive(Clone)]
pub struct Mesh(pub(crate) Arc<Handle>);

pub(crate) struct Handle {
    pub(crate) node: Arc<Node>,
    pub(crate) config: MeshConfig,
    pub(crate) ticket: Ticket,
    /// The task, and the socket that it reads.
    pub(crate) driver: Mutex<Option<(JoinHandle<()>, Arc<Socket>)>>,
    pub(crate) keepers: Mutex<JoinSet<()>>,
    pub(crate) closed: OnceCell<CloseReport>,
}

/// Does not keep the node open.
pub(crate) struct WeakMesh(Weak<Handle>);

impl WeakMesh {
    pub(crate) fn upgrade(&self) -> Option<Mesh> {
        self.0.upgrade().map(Mesh)
    }
}

impl Mesh {
    pub fn id(&self) -> EntityId {
        self.0.ticket.identity()
    }

    /// How others reach this node; holds no secret.
    pub fn ticket(&self) -> &Ticket {
        &self.0.ticket
    }

    /// Nodes with whom there are keys, at an address or through relays.
    pub fn peers(&self) -> Vec<PeerInfo> {
        self.node().look(|state| state.endpoint.peers().collect())
    }

    /// All nodes of the mesh that something leads to, neighbours too.
    pub fn routes(&self) -> Vec<Route> {
        self.node().look(|state| state.endpoint.routes().collect())
    }

    /// How a node is reached, if it is.
    pub fn route(&self, node: &EntityId) -> Option<Route> {
        self.node().look(|state| state.endpoint.route(node))
    }

    /// The neighbours that there are, then what becomes of them.
    pub fn peer_changes(&self) -> PeerChanges {
        PeerChanges(
            self.node()
                .with(|state, deferred, _| state.read_changes(CHANGES, deferred)),
        )
    }

    /// Events that neighbours send outside channels, from now on. Every reader gets all of them.
    pub fn events(&self) -> PeerEvents {
        let ring = self.0.config.ring;
        PeerEvents(
            self.node()
                .with(|state, deferred, _| state.read_events(ring, deferred)),
        )
    }

    /// Sends an event of up to 64 KiB to a neighbour, at once and perhaps in vain. `stream`: chosen by the program, below 2^48; it only names.
    pub fn send(&self, peer: &EntityId, stream: u64, event: &Bytes) -> Result<(), SendError> {
        check_stream(stream)?;
        self.node().submit(event.len(), |state| {
            if state.closing {
                return Err(SendError::Closed);
            }
            Ok(state.endpoint.send(peer, stream, HEAD, event)?)
        })
    }

    /// Sends an event of up to 64 MiB on a reliable stream to a neighbour: it arrives after all that went before it, or the stream is reset.
    /// Waits while as much waits on the stream as may; dropping the future then sends nothing.
    pub async fn send_reliably(
        &self,
        peer: &EntityId,
        stream: u64,
        event: Bytes,
    ) -> Result<(), SendError> {
        check_stream(stream)?;
        loop {
            let sent = self.node().submit(event.len(), |state| {
                if state.closing {
                    return Err(SendError::Closed);
                }
                let sent = state
                    .endpoint
                    .send_reliably(peer, stream, HEAD, event.clone());
                match sent {
                    Ok(()) => Ok(None),
                    Err(Refused::Stream(StreamError::Blocked)) => {
                        Ok(Some(state.room.wait(*peer, stream)))
                    }
                    Err(error) => Err(error.into()),
                }
            })?;
            let Some(room) = sent else {
                return Ok(());
            };
            // It is dropped, not sent, when there may be room: the next try tells.
            let _ = room.await;
        }
    }

    /// Nothing follows on a reliable stream of this node.
    pub fn finish(&self, peer: &EntityId, stream: u64) -> Result<(), SendError> {
        check_stream(stream)?;
        self.node().with(|state, _, _| {
            if state.closing {
                return Err(SendError::Closed);
            }
            Ok(state.endpoint.finish(peer, stream)?)
        })
    }

    pub(crate) fn node(&self) -> &Node {
        &self.0.node
    }

    pub(crate) fn weak(&self) -> WeakMesh {
        WeakMesh(Arc::downgrade(&self.0))
    }
}

/// The ids above are those of channels.
fn check_stream(stream: u64) -> Result<(), SendError> {
    if streams::is_free(stream) {
        Ok(())
    } else {
        Err(SendError::ReservedStream(stream))
    }
}

/// Of events outside channels.
const HEAD: Head = Head {
    subprotocol: Subprotocol::Events,
    priority: 0,
    origin: 0,
    channel: 0,
    subnet: 0,
};

impl Handle {
    pub(crate) fn new(node: Node, socket: Arc<Socket>, config: MeshConfig, ticket: Ticket) -> Self {
        let node = Arc::new(node);
        let driver = tokio::spawn(drive(Arc::clone(&node), Arc::clone(&socket)));
        Self {
            node,
            config,
            ticket,
            driver: Mutex::new(Some((driver, socket))),
            keepers: Mutex::new(JoinSet::new()),
            closed: OnceCell::new(),
        }
    }

    /// Runs `keeper` until the node is closed.
    pub(crate) fn keep(&self, keeper: impl Future<Output = ()> + Send + 'static) {
        let mut keepers = self.keepers.lock().unwrap_or_else(PoisonError::into_inner);
        keepers.spawn(keeper);
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        if !self.closed.initialized() {
            self.node.leave();
        }
    }
}
