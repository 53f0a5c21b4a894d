//! Random bytes from a seed: of the operating system in a program, of the simulator in a test.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::{Rng, SeedableRng};

/// A cryptographic generator. Clones would repeat each other, so there are none.
pub(crate) struct Random(ChaCha20Rng);

impl Random {
    pub(crate) fn new(seed: [u8; 32]) -> Self {
        Self(ChaCha20Rng::from_seed(seed))
    }

    pub(crate) fn fill(&mut self, into: &mut [u8]) {
        self.0.fill_bytes(into);
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// Never 0, which stands for "none" in several fields.
    pub(crate) fn id(&mut self) -> u64 {
        loop {
            let id = u64::from_le_bytes(self.bytes());
            if id != 0 {
                return id;
            }
        }
    }

    /// A generator of its own for one handshake.
    pub(crate) fn fork(&mut self) -> Self {
        Self::new(self.bytes())
    }
}
