//! What a publisher has said of its channels.

use std::collections::{BTreeMap, HashMap};

use super::name::Name;
use crate::token::SignedChain;

/// The channels of one publisher, by hash. Bounded: who publishes on ever new ones is asked to tell old ones again before it uses them,
/// so the one that was told longest ago goes first.
#[derive(Default)]
pub(super) struct Names {
    by_hash: HashMap<u64, Announced>,
    by_age: BTreeMap<u64, u64>,
    next: u64,
}

pub(super) struct Announced {
    pub(super) name: Name,
    /// By what right it is published.
    pub(super) chain: Option<SignedChain>,
    age: u64,
}

impl Names {
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.by_hash.len().max(self.by_age.len())
    }

    pub(super) fn get(&self, channel: u64) -> Option<&Announced> {
        self.by_hash.get(&channel)
    }

    /// Notes a name, or that it was told again. True if another one had to go.
    pub(super) fn insert(&mut self, name: Name, chain: Option<SignedChain>, bound: usize) -> bool {
        let channel = name.hash();
        let age = self.next;
        self.next += 1;
        let announced = Announced { name, chain, age };
        if let Some(before) = self.by_hash.insert(channel, announced) {
            self.by_age.remove(&before.age);
        }
        self.by_age.insert(age, channel);
        if self.by_hash.len() <= bound {
            return false;
        }
        if let Some((_, oldest)) = self.by_age.pop_first() {
            self.by_hash.remove(&oldest);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_that_was_told_longest_ago_goes_first() {
        let mut names = Names::default();
        let [a, b, c] = ["a", "b", "c"].map(|name| Name::new(name).unwrap());
        assert!(!names.insert(a.clone(), None, 2));
        assert!(!names.insert(b.clone(), None, 2));
        assert!(!names.insert(a.clone(), None, 2));
        assert!(names.insert(c.clone(), None, 2));
        let known = [a, b, c].map(|name| names.get(name.hash()).is_some());
        assert_eq!(known, [true, false, true]);
    }
}
