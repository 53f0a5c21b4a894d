//! One file for each way to carry messages.

mod meshwright;
mod nats;
mod quinn_datagram;
mod quinn_endpoint;
mod quinn_stream;
pub mod tonic;
mod udp;
mod zenoh;

use anyhow::Result;

use crate::{Plan, SystemName, drive, serve};

pub async fn drive(plan: &Plan) -> Result<()> {
    match plan.system {
        SystemName::Meshwright => drive::drive::<meshwright::Reliable>(plan).await,
        SystemName::MeshwrightUnreliable => drive::drive::<meshwright::Unreliable>(plan).await,
        SystemName::Udp => drive::drive::<udp::Udp>(plan).await,
        SystemName::Nats => drive::drive::<nats::Nats>(plan).await,
        SystemName::Zenoh => drive::drive::<zenoh::Zenoh>(plan).await,
        SystemName::QuinnDatagram => drive::drive::<quinn_datagram::QuinnDatagram>(plan).await,
        SystemName::QuinnStream => drive::drive::<quinn_stream::QuinnStream>(plan).await,
        SystemName::Tonic => drive::drive::<tonic::Tonic>(plan).await,
    }
}

pub async fn serve(plan: &Plan) -> Result<()> {
    match plan.system {
        SystemName::Meshwright => serve::serve::<meshwright::Reliable>(plan).await,
        SystemName::MeshwrightUnreliable => serve::serve::<meshwright::Unreliable>(plan).await,
        SystemName::Udp => serve::serve::<udp::Udp>(plan).await,
        SystemName::Nats => serve::serve::<nats::Nats>(plan).await,
        SystemName::Zenoh => serve::serve::<zenoh::Zenoh>(plan).await,
        SystemName::QuinnDatagram => serve::serve::<quinn_datagram::QuinnDatagram>(plan).await,
        SystemName::QuinnStream => serve::serve::<quinn_stream::QuinnStream>(plan).await,
        SystemName::Tonic => serve::serve::<tonic::Tonic>(plan).await,
    }
}
