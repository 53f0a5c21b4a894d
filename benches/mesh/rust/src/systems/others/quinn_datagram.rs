//! QUIC's unreliable datagrams: messages that fit into one.

use std::future::Future;

use anyhow::Result;
use bytes::Bytes;
use quinn::{Connection, Endpoint};

use super::quinn_endpoint::{accepted, dialled, listening};
use crate::Plan;
use crate::link::{Link, System};

pub struct QuinnDatagram;

pub struct QuinnDatagramLink {
    _endpoint: Endpoint,
    connection: Connection,
}

impl System for QuinnDatagram {
    type Link = QuinnDatagramLink;

    async fn listen(
        _: &Plan,
    ) -> Result<(
        String,
        impl Future<Output = Result<QuinnDatagramLink>> + use<>,
    )> {
        let (address, endpoint) = listening()?;
        Ok((address, async move {
            let connection = accepted(&endpoint).await?;
            Ok(QuinnDatagramLink {
                _endpoint: endpoint,
                connection,
            })
        }))
    }

    async fn dial(address: &str, _: &Plan) -> Result<QuinnDatagramLink> {
        let (endpoint, connection) = dialled(address).await?;
        Ok(QuinnDatagramLink {
            _endpoint: endpoint,
            connection,
        })
    }
}

impl Link for QuinnDatagramLink {
    async fn send(&mut self, message: Bytes) -> Result<()> {
        Ok(self.connection.send_datagram_wait(message).await?)
    }

    async fn receive(&mut self) -> Result<Bytes> {
        Ok(self.connection.read_datagram().await?)
    }
}
