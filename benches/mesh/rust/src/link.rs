//! What all systems have in common here: a link that carries messages in order of sending, both ways.

use std::future::Future;

use anyhow::Result;
use bytes::Bytes;

use crate::Plan;

pub trait System {
    type Link: Link;

    /// Gives the address to dial, and what waits for the other side.
    async fn listen(
        plan: &Plan,
    ) -> Result<(String, impl Future<Output = Result<Self::Link>> + use<Self>)>
    where
        Self: Sized;

    async fn dial(address: &str, plan: &Plan) -> Result<Self::Link>;
}

pub trait Link {
    /// Takes a message, and waits for room if the system does. It may wait for others until [`flush`](Self::flush).
    async fn send(&mut self, message: Bytes) -> Result<()>;

    async fn flush(&mut self) -> Result<()> {
        Ok(())
    }

    /// The next message, or, from systems that lose some, what came of one.
    async fn receive(&mut self) -> Result<Bytes>;
}
