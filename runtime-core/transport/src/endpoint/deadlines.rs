//! Which peer has something to do next.

use std::collections::BTreeSet;
use std::time::Duration;

/// One deadline for each key, at most.
#[derive(Default)]
pub(super) struct Deadlines {
    ordered: BTreeSet<(Duration, usize)>,
    by_key: Vec<Option<Duration>>,
}

impl Deadlines {
    /// Keys are small numbers.
    pub(super) fn set(&mut self, key: usize, at: Option<Duration>) {
        if self.by_key.len() <= key {
            self.by_key.resize(key + 1, None);
        }
        let before = std::mem::replace(&mut self.by_key[key], at);
        if before != at {
            before.inspect(|before| _ = self.ordered.remove(&(*before, key)));
            self.ordered.extend(at.map(|at| (at, key)));
        }
    }

    pub(super) fn next(&self) -> Option<Duration> {
        self.ordered.first().map(|(at, _)| *at)
    }

    /// A key whose time has come. It keeps its deadline until it is set anew.
    pub(super) fn due(&self, now: Duration) -> Option<usize> {
        self.ordered
            .first()
            .filter(|(at, _)| *at <= now)
            .map(|(_, key)| *key)
    }
}
