//! One QUIC stream each way; a length stands before each message.

use std::future::Future;

use anyhow::{Context, Result};
use bytes::{Bytes, BytesMut};
use quinn::{Connection, Endpoint, RecvStream, SendStream};

use super::quinn_endpoint::{accepted, dialled, listening};
use crate::Plan;
use crate::link::{Link, System};

pub struct QuinnStream;

pub struct QuinnStreamLink {
    _endpoint: Endpoint,
    _connection: Connection,
    to: SendStream,
    from: RecvStream,
}

impl System for QuinnStream {
    type Link = QuinnStreamLink;

    async fn listen(
        _: &Plan,
    ) -> Result<(
        String,
        impl Future<Output = Result<QuinnStreamLink>> + use<>,
    )> {
        let (address, endpoint) = listening()?;
        Ok((address, async move {
            let connection = accepted(&endpoint).await?;
            let (to, mut from) = connection.accept_bi().await?;
            from.read_exact(&mut [0]).await?;
            Ok(QuinnStreamLink {
                _endpoint: endpoint,
                _connection: connection,
                to,
                from,
            })
        }))
    }

    async fn dial(address: &str, _: &Plan) -> Result<QuinnStreamLink> {
        let (endpoint, connection) = dialled(address).await?;
        let (mut to, from) = connection.open_bi().await?;
        // The other side learns of a stream by its first byte.
        to.write_all(&[0]).await?;
        Ok(QuinnStreamLink {
            _endpoint: endpoint,
            _connection: connection,
            to,
            from,
        })
    }
}

impl Link for QuinnStreamLink {
    async fn send(&mut self, message: Bytes) -> Result<()> {
        let length = u32::try_from(message.len()).context("a message of 4 GiB")?;
        self.to.write_all(&length.to_le_bytes()).await?;
        Ok(self.to.write_chunk(message).await?)
    }

    async fn receive(&mut self) -> Result<Bytes> {
        let mut length = [0; 4];
        self.from.read_exact(&mut length).await?;
        let mut message = BytesMut::zeroed(u32::from_le_bytes(length) as usize);
        self.from.read_exact(&mut message).await?;
        Ok(message.freeze())
    }
}
