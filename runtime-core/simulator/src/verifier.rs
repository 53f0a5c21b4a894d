//! Checks each signature once for all nodes of a world: a thousand of them see the same ones.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use meshwright_transport::{Ed25519, SecretIdentity, Verifier};
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
    /// Somebody asked for it.
    seen: bool,
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

    /// Signs for `by`. Who asks whether that holds need not check it: that signatures of right keys are right, tests of the signatures show.
    pub fn sign(&self, by: &SecretIdentity, message: &[u8]) -> Signature {
        let signature = by.sign(message);
        let verdict = Verdict {
            signer: by.id().0,
            message: message.to_vec(),
            holds: true,
            seen: false,
        };
        self.verdicts().add(signature.0, verdict);
        signature
    }

    fn verdicts(&self) -> MutexGuard<'_, Verdicts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Verifier for Memory {
    fn verify(&self, signer: &EntityId, message: &[u8], signature: &Signature) -> bool {
        let mut verdicts = self.verdicts();
        if let Some(known) = verdicts.known.get_mut(&signature.0)
            && known.signer == signer.0
            && known.message == message
        {
            let holds = known.holds;
            if !std::mem::replace(&mut known.seen, true) && holds {
                verdicts.genuine.push(signature.0);
            }
            return holds;
        }
        let holds = Ed25519.verify(signer, message, signature);
        let verdict = Verdict {
            signer: signer.0,
            message: message.to_vec(),
            holds,
            seen: true,
        };
        if verdicts.add(signature.0, verdict) && holds {
            verdicts.genuine.push(signature.0);
        }
        holds
    }
}

impl Verdicts {
    /// False if there was another one about that signature.
    fn add(&mut self, signature: [u8; 64], verdict: Verdict) -> bool {
        if self.known.len() == MEMORY {
            *self = Self::default();
        }
        self.known.insert(signature, verdict).is_none()
    }
}
