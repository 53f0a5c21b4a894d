//! NATS core: a broker in between, subjects for each direction.

use std::future::Future;

use anyhow::{Context, Result, anyhow};
use async_nats::{Client, ConnectOptions, Subscriber};
use bytes::Bytes;
use tokio_stream::StreamExt;

use crate::Plan;
use crate::link::{Link, System};

pub struct Nats;

pub struct NatsLink {
    client: Client,
    to: &'static str,
    from: Subscriber,
}

const THERE: &str = "there";
const BACK: &str = "back";

impl System for Nats {
    type Link = NatsLink;

    async fn listen(
        plan: &Plan,
    ) -> Result<(String, impl Future<Output = Result<NatsLink>> + use<>)> {
        let link = NatsLink::open(plan, BACK, THERE).await?;
        Ok((String::from("by the broker"), async { Ok(link) }))
    }

    async fn dial(_: &str, plan: &Plan) -> Result<NatsLink> {
        NatsLink::open(plan, THERE, BACK).await
    }
}

impl NatsLink {
    async fn open(plan: &Plan, to: &'static str, from: &'static str) -> Result<Self> {
        let broker = plan.broker.as_deref().context("NATS wants --broker")?;
        // Its default drops messages of a subscriber that is behind by more.
        let client = ConnectOptions::new()
            .subscription_capacity(1 << 20)
            .connect(broker)
            .await?;
        let from = client.subscribe(from).await?;
        client.flush().await?;
        Ok(Self { client, to, from })
    }
}

impl Link for NatsLink {
    async fn send(&mut self, message: Bytes) -> Result<()> {
        Ok(self.client.publish(self.to, message).await?)
    }

    async fn flush(&mut self) -> Result<()> {
        Ok(self.client.flush().await?)
    }

    async fn receive(&mut self) -> Result<Bytes> {
        self.from
            .next()
            .await
            .map(|message| message.payload)
            .ok_or_else(|| anyhow!("the broker is gone"))
    }
}
