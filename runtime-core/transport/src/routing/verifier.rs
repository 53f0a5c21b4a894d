//! How signatures are checked: a seam, since a simulation of many nodes checks the same ones over and over.

use std::fmt;

use meshwright_wire::wire::identity::{EntityId, Signature};

use crate::crypto::identity::verify;

/// Checks signatures of pingwaves. An implementation that remembers verdicts must remember them by all three arguments.
pub trait Verifier: fmt::Debug + Send + Sync {
    /// True if the owner of `signer` signed `message`.
    fn verify(&self, signer: &EntityId, message: &[u8], signature: &Signature) -> bool;
}

/// Strict ed25519 (RFC 8032), as everything else here is signed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ed25519;

impl Verifier for Ed25519 {
    fn verify(&self, signer: &EntityId, message: &[u8], signature: &Signature) -> bool {
        verify(signer, message, signature)
    }
}
