//! Two messages that prove who is there and agree on keys: `Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s`, as WireGuard uses it.

mod cookie;
mod initiator;
mod macs;
mod psk;
mod responder;
mod timestamp;

#[cfg(test)]
mod tests;

pub(crate) use cookie::{CookieJar, Source};
pub(crate) use initiator::{Introduction, Opening};
pub(crate) use macs::mac1_is_right;
pub use psk::{Psk, Psks};
pub(crate) use responder::Received;
pub(crate) use timestamp::Timestamp;

use meshwright_wire::wire::handshake::HandshakeFeature;
use meshwright_wire::wire::identity::EntityId;
use zeroize::Zeroizing;

use crate::crypto::noise::{PATTERN, Primitives};
use crate::crypto::random::Random;

const PROLOGUE: &[u8] = b"meshwright/1";

/// What both sides know after a handshake.
pub(crate) struct Handshake {
    pub remote: EntityId,
    pub remote_boot_id: u64,
    /// What both have.
    pub features: HandshakeFeature,
    /// Names the session in packets to us.
    pub local_id: u64,
    /// Names the session in packets to the peer.
    pub remote_id: u64,
    pub(crate) sending: Zeroizing<[u8; 32]>,
    pub(crate) receiving: Zeroizing<[u8; 32]>,
}

/// Why a frame of a handshake was not taken. The peer is told nothing but, perhaps, a cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum HandshakeError {
    #[error("the frame is malformed")]
    Malformed,
    #[error("the frame was not made for this node, or not by who it says")]
    Forged,
    #[error("the identity in the frame is not the key that it was sealed with")]
    IdentityMismatch,
    #[error("the peer's key is weak or malformed")]
    WeakKey,
    #[error("the ids inside and outside of the seal differ")]
    IdMismatch,
    #[error("the frame names a pre-shared key that this node does not have")]
    UnknownPsk,
    #[error("the frame comes from this node itself")]
    Reflected,
}

/// A Noise state of one side, with the primitives of this crate.
fn builder(random: Random) -> snow::Builder<'static> {
    let pattern = PATTERN.parse().expect("the pattern is one that snow knows");
    let builder = snow::Builder::with_resolver(pattern, Box::new(Primitives::new(random)));
    builder
        .prologue(PROLOGUE)
        .expect("the prologue is given once")
}
