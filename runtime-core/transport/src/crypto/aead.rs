//! ChaCha20-Poly1305 (RFC 8439) in place.

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, Tag, UnboundKey};

pub(crate) const TAG: usize = 16;

/// One direction's key. The caller sees to it that no counter is used twice.
pub(crate) struct AeadKey(LessSafeKey);

/// The sealed bytes were made with another key, counter or associated data, or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Forged;

impl AeadKey {
    pub(crate) fn new(key: &[u8; 32]) -> Self {
        Self(LessSafeKey::new(
            UnboundKey::new(&CHACHA20_POLY1305, key).expect("keys of ChaCha20 have 32 bytes"),
        ))
    }

    /// Encrypts `text` where it stands and returns its tag.
    pub(crate) fn seal(&self, counter: u64, associated: &[u8], text: &mut [u8]) -> [u8; TAG] {
        let tag = self
            .0
            .seal_in_place_separate_tag(nonce(counter), Aad::from(associated), text);
        tag.expect("texts are far shorter than ChaCha20 allows")
            .as_ref()
            .try_into()
            .expect("tags have 16 bytes")
    }

    /// Decrypts `text` where it stands. Its content is of no use after an error.
    pub(crate) fn open(
        &self,
        counter: u64,
        associated: &[u8],
        text: &mut [u8],
        tag: &[u8; TAG],
    ) -> Result<(), Forged> {
        let opened = self.0.open_in_place_separate_tag(
            nonce(counter),
            Aad::from(associated),
            Tag::from(*tag),
            text,
            0..,
        );
        opened.map(drop).map_err(|_| Forged)
    }
}

/// Four zero bytes, then the counter, as Noise has it.
fn nonce(counter: u64) -> Nonce {
    let mut nonce = [0; 12];
    nonce[4..].copy_from_slice(&counter.to_le_bytes());
    Nonce::assume_unique_for_key(nonce)
}
