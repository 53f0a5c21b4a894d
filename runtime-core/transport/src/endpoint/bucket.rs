//! How often something may happen.

use std::time::Duration;

/// A token bucket that holds what one second allows.
pub(crate) struct Bucket {
    per_second: f64,
    tokens: f64,
    at: Duration,
}

impl Bucket {
    pub(crate) fn new(per_second: u32, now: Duration) -> Self {
        Self {
            per_second: per_second.into(),
            tokens: per_second.into(),
            at: now,
        }
    }

    /// True if there is one left.
    pub(crate) fn take(&mut self, now: Duration) -> bool {
        self.take_down_to(0.0, 1, now)
    }

    /// The same for `count` at once.
    pub(crate) fn take_many(&mut self, count: u32, now: Duration) -> bool {
        self.take_down_to(0.0, count, now)
    }

    /// Below what [`take`](Self::take) leaves, as many again.
    pub(crate) fn borrow(&mut self, now: Duration) -> bool {
        self.take_down_to(-self.per_second, 1, now)
    }

    fn take_down_to(&mut self, floor: f64, count: u32, now: Duration) -> bool {
        let elapsed = now.saturating_sub(self.at).as_secs_f64();
        self.at = self.at.max(now);
        self.tokens = (self.tokens + elapsed * self.per_second).min(self.per_second);
        let enough = self.tokens - f64::from(count) >= floor;
        if enough {
            self.tokens -= f64::from(count);
        }
        enough
    }
}
