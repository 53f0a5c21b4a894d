//! One file for each way to carry messages.

mod meshwright;
#[cfg(feature = "others")]
mod others;

use anyhow::Result;

use crate::{Role, SystemName};

/// Plays the role with the system that it names.
pub async fn play(role: &Role) -> Result<()> {
    match role.plan().system {
        SystemName::Meshwright => role.play::<meshwright::Reliable>().await,
        SystemName::MeshwrightUnreliable => role.play::<meshwright::Unreliable>().await,
        #[cfg(feature = "others")]
        SystemName::Udp => role.play::<others::Udp>().await,
        #[cfg(feature = "others")]
        SystemName::Nats => role.play::<others::Nats>().await,
        #[cfg(feature = "others")]
        SystemName::Zenoh => role.play::<others::Zenoh>().await,
        #[cfg(feature = "others")]
        SystemName::QuinnDatagram => role.play::<others::QuinnDatagram>().await,
        #[cfg(feature = "others")]
        SystemName::QuinnStream => role.play::<others::QuinnStream>().await,
        #[cfg(feature = "others")]
        SystemName::Tonic => role.play::<others::Tonic>().await,
        #[cfg(not(feature = "others"))]
        other => anyhow::bail!("this build has no {other:?}"),
    }
}
