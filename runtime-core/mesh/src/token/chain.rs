//! Chains whose signatures are good.

use std::sync::Arc;

use meshwright_transport::verify;
use meshwright_wire::wire::identity::{EntityId, PermissionToken, TokenChain};

use super::error::{ChainError, Rule};

/// A chain of 1 to 8 tokens, the root first, every one signed by its issuer. What it allows depends on time, revocations, and who asks.
/// Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedChain {
    tokens: Arc<[PermissionToken]>,
    bytes: Arc<[u8]>,
}

impl SignedChain {
    /// # Errors
    /// If the bytes are no chain, or at the first token that its issuer has not signed.
    pub fn read(bytes: &[u8]) -> Result<Self, ChainError> {
        let chain = TokenChain::decode(bytes)?;
        for (link, token) in chain.tokens.iter().enumerate() {
            let tail = bytes.len() - (chain.tokens.len() - link) * PermissionToken::SIZE;
            let token_bytes = &bytes[tail..][..PermissionToken::SIZE];
            let signed = &token_bytes[..PermissionToken::SIZE - token.signature.0.len()];
            if !verify(&token.issuer, signed, &token.signature) {
                let rule = Rule::Signature;
                return Err(ChainError::Rejected { link, rule });
            }
        }
        Ok(Self {
            tokens: chain.tokens.into(),
            bytes: bytes.into(),
        })
    }

    pub fn tokens(&self) -> &[PermissionToken] {
        &self.tokens
    }

    /// As it stands in messages.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Who may present it.
    pub fn subject(&self) -> EntityId {
        self.last().subject
    }

    /// When the first of its tokens ends, in seconds since the Unix epoch.
    pub fn not_after(&self) -> u64 {
        let ends = self.tokens.iter().map(|token| token.not_after);
        ends.min().unwrap_or(0)
    }

    /// The same with a signature that is not its issuer's.
    #[cfg(test)]
    pub(crate) fn spoiled(self) -> Self {
        let mut bytes = self.bytes.to_vec();
        bytes
            .iter_mut()
            .last()
            .into_iter()
            .for_each(|byte| *byte ^= 1);
        Self {
            bytes: bytes.into(),
            ..self
        }
    }

    pub(super) fn last(&self) -> &PermissionToken {
        self.tokens.last().expect("a chain has at least one token")
    }
}
