//! Checks each signature once for all nodes of a world: a thousand of them see the same ones.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use meshwright_transport::{Ed25519, Verifier};
use meshwright_wire::wire::identity::{EntityId, Signature};

/// Verdicts that are remembered, at most.
const MEMORY: usize = 100_000;

/// By signature: who is said to have signed what, and whether it is so. The map is never walked, so that its order does not matter.
#[derive(Debug, Default)]
pub struct Memory(Mutex<HashMap<[u8; 64], Verdict>>);

#[derive(Debug)]
struct Verdict {
    signer: [u8; 32],
    message: Vec<u8>,
    holds: bool,
}

impl Verifier for Memory {
    fn verify(&self, signer: &EntityId, message: &[u8], signature: &Signature) -> bool {
        let mut verdicts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = verdicts.get(&signature.0)
            && known.signer == signer.0
            && known.message == message
        {
            return known.holds;
        }
        if verdicts.len() == MEMORY {
            verdicts.clear();
        }
        let holds = Ed25519.verify(signer, message, signature);
        let verdict = Verdict {
            signer: signer.0,
            message: message.to_vec(),
            holds,
        };
        verdicts.insert(signature.0, verdict);
        holds
    }
}
