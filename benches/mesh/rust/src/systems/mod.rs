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

use crate::{Role, SystemName};

/// Plays the role with the system that it names.
pub async fn play(role: &Role) -> Result<()> {
    match role.plan().system {
        SystemName::Meshwright => role.play::<meshwright::Reliable>().await,
        SystemName::MeshwrightUnreliable => role.play::<meshwright::Unreliable>().await,
        SystemName::Udp => role.play::<udp::Udp>().await,
        SystemName::Nats => role.play::<nats::Nats>().await,
        SystemName::Zenoh => role.play::<zenoh::Zenoh>().await,
        SystemName::QuinnDatagram => role.play::<quinn_datagram::QuinnDatagram>().await,
        SystemName::QuinnStream => role.play::<quinn_stream::QuinnStream>().await,
        SystemName::Tonic => role.play::<tonic::Tonic>().await,
    }
}
