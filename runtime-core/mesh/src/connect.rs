//! Connecting to other nodes.

use std::time::Duration;

use meshwright_transport::{Liveness, PeerInfo, Place};
use meshwright_wire::wire::identity::EntityId;
use tokio::sync::oneshot;

use crate::error::ConnectError;
use crate::mesh::Mesh;
use crate::ticket::Ticket;

impl Mesh {
    /// Connects to the node of a ticket, which may be opened later than this is called, or connect to us at the same time. Tries the
    /// ticket's addresses in turn for `connect_timeout`. Already connected is connected; if that is through relays, the node is looked for at the ticket's
    /// first address from then on. Dropping the future gives up.
    #[tracing::instrument(name = "connect", skip_all, fields(peer = %crate::Short(&ticket.identity())))]
    pub async fn connect(&self, ticket: &Ticket) -> Result<PeerInfo, ConnectError> {
        self.connect_weakly(ticket).await
    }

    /// Connects to a node through a neighbour that relays, and that knows the way to it. The relay hands on sealed packets; it has no keys
    /// to them. Where a direct way is found later, packets take that.
    #[tracing::instrument(name = "connect_via", skip_all, fields(relay = %crate::Short(relay), peer = %crate::Short(peer)))]
    pub async fn connect_via(
        &self,
        relay: &EntityId,
        peer: &EntityId,
    ) -> Result<PeerInfo, ConnectError> {
        self.attempt(*peer, vec![Place::Via(*relay)]).await
    }

    /// Connects to a node that routes lead to, through whichever neighbours they do.
    #[tracing::instrument(name = "connect_routed", skip_all, fields(peer = %crate::Short(peer)))]
    pub async fn connect_routed(&self, peer: &EntityId) -> Result<PeerInfo, ConnectError> {
        self.attempt(*peer, vec![Place::Routed]).await
    }

    /// As [`connect`](Self::connect), without keeping the node open meanwhile.
    pub(crate) fn connect_weakly(
        &self,
        ticket: &Ticket,
    ) -> impl Future<Output = Result<PeerInfo, ConnectError>> + use<> {
        let attempt = self.check_mesh(ticket.mesh_id()).map(|()| {
            let addresses = ticket.addresses().iter().copied();
            self.attempt(ticket.identity(), addresses.map(Place::Direct).collect())
        });
        async move { attempt?.await }
    }

    fn attempt(
        &self,
        peer: EntityId,
        places: Vec<Place>,
    ) -> impl Future<Output = Result<PeerInfo, ConnectError>> + use<> {
        let limit = self.0.config.connect_timeout;
        let begun = self.begin(peer, &places, limit);
        async move {
            let answer = match begun? {
                Progress::Done(info) => return Ok(info),
                Progress::Waits(answer) => answer,
            };
            match tokio::time::timeout(limit, answer).await {
                Ok(answer) => answer.unwrap_or(Err(ConnectError::Closed)),
                Err(_) => Err(ConnectError::NoAnswer {
                    places,
                    after: limit,
                }),
            }
        }
    }

    fn begin(
        &self,
        peer: EntityId,
        places: &[Place],
        limit: Duration,
    ) -> Result<Progress, ConnectError> {
        if peer == self.id() {
            return Err(ConnectError::Ourselves);
        }
        self.node().with(|state, _, now| {
            if state.closing {
                return Err(ConnectError::Closed);
            }
            let known = state.endpoint.peer(&peer);
            if let Some(info) = known.filter(|info| info.liveness != Liveness::Failed) {
                if let Some(place @ Place::Direct(_)) = places.first()
                    && info.place.is_relayed()
                {
                    state.endpoint.connect(peer, *place, now)?;
                }
                return Ok(Progress::Done(info));
            }
            let (waiter, answer) = oneshot::channel();
            let place = state
                .connecting
                .add(peer, places, now.monotonic + limit, waiter);
            if let Some(place) = place
                && let Err(error) = state.endpoint.connect(peer, place, now)
            {
                state.connecting.take(&peer);
                return Err(error.into());
            }
            Ok(Progress::Waits(answer))
        })
    }

    fn check_mesh(&self, theirs: u32) -> Result<(), ConnectError> {
        let ours = self.0.config.mesh_id;
        let mut previous = self.0.config.previous_psks.iter();
        if theirs == ours || previous.any(|(id, _)| *id == theirs) {
            Ok(())
        } else {
            Err(ConnectError::OtherMesh { theirs, ours })
        }
    }
}

/// How far a connect has come.
enum Progress {
    /// It was connected already.
    Done(PeerInfo),
    Waits(oneshot::Receiver<Result<PeerInfo, ConnectError>>),
}
