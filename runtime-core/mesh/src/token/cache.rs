//! Signatures cost the most of a chain; those that were good stay good until the chain ends.

use std::collections::{HashMap, VecDeque};

use super::chain::SignedChain;
use super::error::ChainError;

/// Chains that were read, by their bytes. Bounded; the oldest goes first.
pub(crate) struct ChainCache {
    chains: HashMap<Vec<u8>, SignedChain>,
    order: VecDeque<Vec<u8>>,
    capacity: usize,
}

impl ChainCache {
    pub(crate) fn new(capacity: usize) -> Self {
        Self {
            chains: HashMap::new(),
            order: VecDeque::new(),
            capacity,
        }
    }

    /// `now`: seconds since the Unix epoch. What has ended is not kept.
    pub(crate) fn read(&mut self, bytes: &[u8], now: u64) -> Result<SignedChain, ChainError> {
        if let Some(chain) = self.chains.get(bytes) {
            return Ok(chain.clone());
        }
        let chain = SignedChain::read(bytes)?;
        if chain.not_after() > now && self.capacity > 0 {
            if self.order.len() >= self.capacity
                && let Some(oldest) = self.order.pop_front()
            {
                self.chains.remove(&oldest);
            }
            self.order.push_back(bytes.to_vec());
            self.chains.insert(bytes.to_vec(), chain.clone());
        }
        Ok(chain)
    }

    /// Forgets chains that have ended.
    pub(crate) fn expire(&mut self, now: u64) {
        let before = self.chains.len();
        self.chains.retain(|_, chain| chain.not_after() > now);
        if self.chains.len() < before {
            self.order.retain(|bytes| self.chains.contains_key(bytes));
        }
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.chains.len()
    }
}
