//! The 32 bytes that make a mesh: who has them is a member.

use std::fmt;
use zeroize::Zeroizing;

/// A pre-shared key and the number under which members know it, so that keys can be replaced one by one.
#[derive(Clone)]
pub struct Psk {
    id: u32,
    key: Zeroizing<[u8; 32]>,
}

impl Psk {
    pub fn new(id: u32, key: [u8; 32]) -> Self {
        Self {
            id,
            key: Zeroizing::new(key),
        }
    }

    pub fn id(&self) -> u32 {
        self.id
    }

    pub(crate) fn key(&self) -> &[u8; 32] {
        &self.key
    }
}

/// Shows no key.
impl fmt::Debug for Psk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Psk({})", self.id)
    }
}

/// The one to open with, and all that are taken.
#[derive(Clone, Debug)]
pub struct Psks {
    current: Psk,
    accepted: Vec<Psk>,
}

impl Psks {
    /// `previous`: keys that members may still open with.
    pub fn new(current: Psk, previous: Vec<Psk>) -> Self {
        let mut accepted = previous;
        accepted.push(current.clone());
        Self { current, accepted }
    }

    pub fn current(&self) -> &Psk {
        &self.current
    }

    pub(crate) fn get(&self, id: u32) -> Option<&Psk> {
        self.accepted.iter().rev().find(|psk| psk.id == id)
    }
}
