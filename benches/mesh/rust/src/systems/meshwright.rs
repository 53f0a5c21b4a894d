//! Two nodes of Meshwright, as neighbours: events on a reliable stream, or unreliable ones.

use std::future::Future;
use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use bytes::Bytes;
use meshwright_mesh::{EntityId, Mesh, MeshConfig, PeerEvents, Secret};

use crate::Plan;
use crate::link::{Link, System};

/// Lossless and in order.
pub struct Reliable;

/// At once, and perhaps in vain.
pub struct Unreliable;

pub struct MeshLink {
    mesh: Mesh,
    peer: EntityId,
    events: PeerEvents,
}

pub struct ReliableLink(MeshLink);

pub struct UnreliableLink(MeshLink);

const STREAM: u64 = 1;

impl MeshLink {
    async fn open() -> Result<(Mesh, PeerEvents)> {
        let mesh = Mesh::open(MeshConfig {
            listen: (Ipv4Addr::LOCALHOST, 0).into(),
            // Of these two processes only.
            psk: Some(Secret::new([7; 32])),
            ..MeshConfig::default()
        })
        .await?;
        let events = mesh.events();
        Ok((mesh, events))
    }

    /// Its peer is known by the first event.
    async fn listen() -> Result<(String, impl Future<Output = Result<Self>> + use<>)> {
        let (mesh, mut events) = Self::open().await?;
        Ok((mesh.ticket().to_string(), async move {
            let hello = events.next().await.context("the node is closed")?;
            Ok(Self {
                mesh,
                peer: hello.peer,
                events,
            })
        }))
    }

    async fn dial(ticket: &str) -> Result<Self> {
        let (mesh, events) = Self::open().await?;
        let peer = mesh.connect(&ticket.parse()?).await?.identity;
        mesh.send_reliably(&peer, STREAM, Bytes::new()).await?;
        Ok(Self { mesh, peer, events })
    }

    async fn receive(&mut self) -> Result<Bytes> {
        Ok(self
            .events
            .next()
            .await
            .context("the node is closed")?
            .payload)
    }
}

impl System for Reliable {
    type Link = ReliableLink;

    async fn listen(
        _: &Plan,
    ) -> Result<(String, impl Future<Output = Result<ReliableLink>> + use<>)> {
        let (ticket, accepted) = MeshLink::listen().await?;
        Ok((ticket, async { Ok(ReliableLink(accepted.await?)) }))
    }

    async fn dial(ticket: &str, _: &Plan) -> Result<ReliableLink> {
        Ok(ReliableLink(MeshLink::dial(ticket).await?))
    }
}

impl Link for ReliableLink {
    async fn send(&mut self, message: Bytes) -> Result<()> {
        Ok(self
            .0
            .mesh
            .send_reliably(&self.0.peer, STREAM, message)
            .await?)
    }

    async fn receive(&mut self) -> Result<Bytes> {
        self.0.receive().await
    }
}

impl System for Unreliable {
    type Link = UnreliableLink;

    async fn listen(
        _: &Plan,
    ) -> Result<(String, impl Future<Output = Result<UnreliableLink>> + use<>)> {
        let (ticket, accepted) = MeshLink::listen().await?;
        Ok((ticket, async { Ok(UnreliableLink(accepted.await?)) }))
    }

    async fn dial(ticket: &str, _: &Plan) -> Result<UnreliableLink> {
        Ok(UnreliableLink(MeshLink::dial(ticket).await?))
    }
}

impl Link for UnreliableLink {
    async fn send(&mut self, message: Bytes) -> Result<()> {
        Ok(self.0.mesh.send(&self.0.peer, STREAM, &message)?)
    }

    async fn receive(&mut self) -> Result<Bytes> {
        self.0.receive().await
    }
}
