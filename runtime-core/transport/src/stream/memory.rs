//! What is remembered of streams, each kind bounded.

use std::collections::{BTreeMap, VecDeque};

/// Streams that ended. The oldest are forgotten, since ids are not used again soon.
#[derive(Default)]
pub(super) struct Ended {
    ends: BTreeMap<u64, u64>,
    order: VecDeque<u64>,
}

impl Ended {
    const REMEMBERED: usize = 4096;

    pub(super) fn add(&mut self, stream: u64, end: u64) {
        if self.ends.insert(stream, end).is_none() {
            self.order.push_back(stream);
        }
        if self.order.len() > Self::REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.ends.remove(&oldest);
        }
    }

    pub(super) fn get(&self, stream: u64) -> Option<u64> {
        self.ends.get(&stream).copied()
    }
}

/// Next sequences by stream. The oldest are forgotten: sequences of unreliable streams only tell pieces of events apart.
#[derive(Default)]
pub(super) struct Sequences {
    next: BTreeMap<u64, u64>,
    order: VecDeque<u64>,
}

impl Sequences {
    const REMEMBERED: usize = 4096;

    /// The first of `count`.
    pub(super) fn take(&mut self, stream: u64, count: u64) -> u64 {
        if !self.next.contains_key(&stream) {
            if self.order.len() == Self::REMEMBERED
                && let Some(oldest) = self.order.pop_front()
            {
                self.next.remove(&oldest);
            }
            self.order.push_back(stream);
        }
        let next = self.next.entry(stream).or_default();
        *next += count;
        *next - count
    }
}
