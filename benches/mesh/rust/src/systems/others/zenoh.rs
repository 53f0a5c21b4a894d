//! Zenoh, peer to peer over TCP, blocking when there is no room.

use std::future::Future;
use std::net::TcpListener;

use anyhow::{Result, anyhow};
use bytes::Bytes;
use zenoh::handlers::FifoChannelHandler;
use zenoh::pubsub::{Publisher, Subscriber};
use zenoh::qos::CongestionControl;
use zenoh::sample::Sample;
use zenoh::{Config, Session};

use crate::link::{Link, System};
use crate::{Plan, Work};

pub struct Zenoh;

pub struct ZenohLink {
    /// Closes when it is dropped.
    _session: Session,
    to: Publisher<'static>,
    from: Subscriber<FifoChannelHandler<Sample>>,
}

const THERE: &str = "bench/there";
const BACK: &str = "bench/back";

impl System for Zenoh {
    type Link = ZenohLink;

    async fn listen(
        plan: &Plan,
    ) -> Result<(String, impl Future<Output = Result<ZenohLink>> + use<>)> {
        // Freed at once, and taken again by zenoh, which does not tell what it was given.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = format!("tcp/127.0.0.1:{port}");
        let link = ZenohLink::open(plan, "listen", &address, BACK, THERE).await?;
        Ok((address, async { Ok(link) }))
    }

    async fn dial(address: &str, plan: &Plan) -> Result<ZenohLink> {
        let link = ZenohLink::open(plan, "connect", address, THERE, BACK).await?;
        while !link
            .to
            .matching_status()
            .await
            .map_err(|error| anyhow!(error))?
            .matching()
        {
            tokio::task::yield_now().await;
        }
        Ok(link)
    }
}

impl ZenohLink {
    async fn open(
        plan: &Plan,
        role: &str,
        address: &str,
        to: &'static str,
        from: &'static str,
    ) -> Result<Self> {
        let mut config = Config::default();
        let settings = [
            ("mode", String::from("\"peer\"")),
            ("scouting/multicast/enabled", String::from("false")),
            (&format!("{role}/endpoints"), format!("[\"{address}\"]")),
        ];
        for (key, value) in settings {
            config
                .insert_json5(key, &value)
                .map_err(|error| anyhow!(error))?;
        }
        let session = zenoh::open(config).await.map_err(|error| anyhow!(error))?;
        let from = session
            .declare_subscriber(from)
            .await
            .map_err(|error| anyhow!(error))?;
        let to = session
            .declare_publisher(to)
            .congestion_control(CongestionControl::Block)
            // Not held back for a batch: what its users choose for latency.
            .express(plan.work != Work::Flood)
            .await
            .map_err(|error| anyhow!(error))?;
        Ok(Self {
            _session: session,
            to,
            from,
        })
    }
}

impl Link for ZenohLink {
    async fn send(&mut self, message: Bytes) -> Result<()> {
        self.to.put(message).await.map_err(|error| anyhow!(error))
    }

    async fn receive(&mut self) -> Result<Bytes> {
        let sample = self
            .from
            .recv_async()
            .await
            .map_err(|error| anyhow!(error))?;
        Ok(Bytes::from(sample.payload().to_bytes().into_owned()))
    }
}
