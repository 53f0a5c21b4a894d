//! Checks each signature once for all nodes of a world: a thousand of them see the same ones.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use meshwright_transport::{Ed25519, Verifier};
use meshwright_wire::wire::identity::{EntityId, Signature};

/// Signer, message and signature.
type Checked = ([u8; 32], Vec<u8>, [u8; 64]);

/// Verdicts that are remembered, at most.
const MEMORY: usize = 100_000;

#[derive(Debug, Default)]
pub struct Memory(Mutex<BTreeMap<Checked, bool>>);

impl Verifier for Memory {
    fn verify(&self, signer: &EntityId, message: &[u8], signature: &Signature) -> bool {
        let checked = (signer.0, message.to_vec(), signature.0);
        let mut verdicts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(verdict) = verdicts.get(&checked) {
            return *verdict;
        }
        if verdicts.len() == MEMORY {
            verdicts.clear();
        }
        let verdict = Ed25519.verify(signer, message, signature);
        verdicts.insert(checked, verdict);
        verdict
    }
}
