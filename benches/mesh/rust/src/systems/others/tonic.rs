//! gRPC: one call that streams both ways.

use std::future::Future;
use std::net::Ipv4Addr;
use std::pin::Pin;

use anyhow::{Context, Result};
use bytes::Bytes;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tokio_stream::{Stream, StreamExt};
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Channel, Server};
use tonic::{Request, Response, Status, Streaming};

use crate::Plan;
use crate::link::{Link, System};

tonic::include_proto!("bench.Carrier");

use carrier_client::CarrierClient;
use carrier_server::{Carrier, CarrierServer};

#[derive(Clone, PartialEq, prost::Message)]
pub struct Message {
    #[prost(bytes = "bytes", tag = "1")]
    data: Bytes,
}

pub struct Tonic;

pub struct TonicLink {
    to: mpsc::Sender<Message>,
    from: Streaming<Message>,
}

/// Messages that wait to be written.
const QUEUE: usize = 256;
/// Bytes that may be on their way: the default of 64 KiB stops at each message of that size.
const WINDOW: u32 = 4 << 20;

type Outgoing = Pin<Box<dyn Stream<Item = Result<Message, Status>> + Send>>;

struct Accept {
    links: mpsc::Sender<TonicLink>,
}

#[tonic::async_trait]
impl Carrier for Accept {
    type CarryStream = Outgoing;

    async fn carry(
        &self,
        request: Request<Streaming<Message>>,
    ) -> Result<Response<Outgoing>, Status> {
        let (to, outgoing) = mpsc::channel(QUEUE);
        let link = TonicLink {
            to,
            from: request.into_inner(),
        };
        self.links
            .send(link)
            .await
            .map_err(|_| Status::unavailable("nobody accepts"))?;
        Ok(Response::new(Box::pin(
            ReceiverStream::new(outgoing).map(Ok),
        )))
    }
}

impl System for Tonic {
    type Link = TonicLink;

    async fn listen(_: &Plan) -> Result<(String, impl Future<Output = Result<TonicLink>> + use<>)> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = format!("http://{}", listener.local_addr()?);
        let (links, mut accepted) = mpsc::channel(1);
        let service = CarrierServer::new(Accept { links });
        let server = Server::builder()
            .initial_stream_window_size(WINDOW)
            .initial_connection_window_size(WINDOW)
            .add_service(service);
        let incoming = TcpIncoming::from(listener).with_nodelay(Some(true));
        tokio::spawn(server.serve_with_incoming(incoming));
        Ok((address, async move {
            accepted.recv().await.context("the server is gone")
        }))
    }

    async fn dial(address: &str, _: &Plan) -> Result<TonicLink> {
        let channel = Channel::from_shared(address.to_owned())?
            .tcp_nodelay(true)
            .connect()
            .await?;
        let (to, outgoing) = mpsc::channel(QUEUE);
        let from = CarrierClient::new(channel)
            .carry(ReceiverStream::new(outgoing))
            .await?
            .into_inner();
        Ok(TonicLink { to, from })
    }
}

impl Link for TonicLink {
    async fn send(&mut self, data: Bytes) -> Result<()> {
        Ok(self.to.send(Message { data }).await?)
    }

    async fn receive(&mut self) -> Result<Bytes> {
        Ok(self.from.message().await?.context("the call ended")?.data)
    }
}
