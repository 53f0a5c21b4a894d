//! One direction between two machines.

use std::time::Duration;

use crate::fault::{Fault, Faults};
use crate::random::Random;

/// What a bottleneck lets wait.
const QUEUE: Duration = Duration::from_millis(200);

pub(super) struct Link {
    random: Random,
    /// Bytes of the largest datagram that it carries.
    mtu: usize,
    delay: Duration,
    /// Each datagram takes up to so much longer: more than the time between two, if they are to overtake each other.
    jitter: Duration,
    /// Of a thousand datagrams.
    lost: u64,
    doubled: u64,
    held_up: u64,
    bytes_per_second: Option<u64>,
    /// Until when the bottleneck is busy with what it took.
    busy: Duration,
}

impl Link {
    pub(super) fn new(faults: Faults, mtu: usize, mut random: Random) -> Self {
        let mut if_any = |fault, range| {
            let value = random.within(range);
            if faults.has(fault) { value } else { 0 }
        };
        let lost = if_any(Fault::Loss, 0..150);
        let doubled = if_any(Fault::Duplication, 0..100);
        let jitter = if_any(Fault::Reordering, 1..60);
        let held_up = if_any(Fault::Delay, 0..15);
        let rate = if_any(Fault::Bottleneck, 200_000..5_000_000);
        Self {
            mtu,
            delay: random.millis(1..60),
            jitter: Duration::from_millis(jitter),
            lost,
            doubled,
            held_up,
            bytes_per_second: (rate > 0).then_some(rate),
            busy: Duration::ZERO,
            random,
        }
    }

    pub(super) fn arrivals(
        &mut self,
        size: usize,
        at: Duration,
        healed: bool,
    ) -> [Option<Duration>; 2] {
        if size > self.mtu {
            return [None; 2];
        }
        if healed {
            return [Some(at + self.delay), None];
        }
        let Some(left) = self.through_bottleneck(size, at) else {
            return [None; 2];
        };
        if self.random.chance(self.lost) {
            return [None; 2];
        }
        let is_doubled = self.random.chance(self.doubled);
        [true, is_doubled].map(|comes| comes.then(|| self.arrival(left)))
    }

    /// None: its queue is full.
    fn through_bottleneck(&mut self, size: usize, at: Duration) -> Option<Duration> {
        let Some(rate) = self.bytes_per_second else {
            return Some(at);
        };
        let begins = self.busy.max(at);
        if begins > at + QUEUE {
            return None;
        }
        self.busy = begins + Duration::from_nanos(size as u64 * 1_000_000_000 / rate);
        Some(self.busy)
    }

    fn arrival(&mut self, left: Duration) -> Duration {
        let jitter = self.random.within(0..self.jitter.as_micros() as u64 + 1);
        let held_up = if self.random.chance(self.held_up) {
            self.random.millis(200..4000)
        } else {
            Duration::ZERO
        };
        left + self.delay + Duration::from_micros(jitter) + held_up
    }
}
