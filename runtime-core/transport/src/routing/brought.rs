//! How many ways lead through each neighbour.

use std::collections::BTreeMap;

use super::destination::WAYS;

#[derive(Default)]
pub(super) struct Brought(BTreeMap<u64, usize>);

impl Brought {
    pub(super) fn by(&self, via: u64) -> usize {
        self.0.get(&via).copied().unwrap_or_default()
    }

    pub(super) fn most(&self) -> usize {
        self.0.values().copied().max().unwrap_or_default()
    }

    /// The ways to a destination are others than `before`.
    pub(super) fn replace(&mut self, before: [Option<u64>; WAYS], after: [Option<u64>; WAYS]) {
        if before == after {
            return;
        }
        for via in after.into_iter().flatten() {
            *self.0.entry(via).or_default() += 1;
        }
        for via in before.into_iter().flatten() {
            if let Some(ways) = self.0.get_mut(&via) {
                *ways -= 1;
                if *ways == 0 {
                    self.0.remove(&via);
                }
            }
        }
    }
}
