//! Checks each signature once for all nodes of a world: a thousand of them see the same ones.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use meshwright_transport::{Ed25519, Verifier};
use meshwright_wire::wire::identity::{EntityId, Signature};

/// Verdicts that are remembered, at most.
const MEMORY: usize = 100_000;

#[derive(Debug, Default)]
pub struct Memory(Mutex<Verdicts>);

#[derive(Debug, Default)]
struct Verdicts {
    /// By signature: who is said to have signed what, and whether it is so. The map is never walked, so that its order does not matter.
    known: HashMap<[u8; 64], Verdict>,
    /// Signatures that hold, in the order in which they were seen.
    genuine: Vec<[u8; 64]>,
}

#[derive(Debug)]
struct Verdict {
    signer: [u8; 32],
    message: Vec<u8>,
    holds: bool,
}

impl Memory {
    /// Something that was signed and seen by somebody: the one at `place` of all of them, counted in a ring.
    pub fn signed(&self, place: usize) -> Option<(Vec<u8>, Signature)> {
        let verdicts = self.verdicts();
        let place = place.checked_rem(verdicts.genuine.len())?;
        let signature = verdicts.genuine.get(place)?;
        let message = verdicts.known.get(signature)?.message.clone();
        Some((message, Signature(*signature)))
    }

    fn verdicts(&self) -> MutexGuard<'_, Verdicts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Verifier for Memory {
    fn verify(&self, signer: &EntityId, message: &[u8], signature: &Signature) -> bool {
        let mut verdicts = self.verdicts();
        if let Some(known) = verdicts.known.get(&signature.0)
            && known.signer == signer.0
            && known.message == message
        {
            return known.holds;
        }
        if verdicts.known.len() == MEMORY {
            *verdicts = Verdicts::default();
        }
        let holds = Ed25519.verify(signer, message, signature);
        let verdict = Verdict {
            signer: signer.0,
            message: message.to_vec(),
            holds,
        };
        if verdicts.known.insert(signature.0, verdict).is_none() && holds {
            verdicts.genuine.push(signature.0);
        }
        holds
    }
}
