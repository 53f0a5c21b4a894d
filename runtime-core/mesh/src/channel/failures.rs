//! How often a peer may ask for what it has no right to. Looking at a chain costs up to eight signatures.

use std::time::Duration;

/// 16 within a minute; then nothing for half a minute.
#[derive(Default)]
pub(super) struct Failures {
    since: Duration,
    count: u32,
    until: Duration,
}

impl Failures {
    const COUNT: u32 = 16;
    const WITHIN: Duration = Duration::from_secs(60);
    pub(super) const PAUSE: Duration = Duration::from_secs(30);

    pub(super) fn are_too_many(&self, now: Duration) -> bool {
        now < self.until
    }

    pub(super) fn add(&mut self, now: Duration) {
        if self.count == 0 || now >= self.since + Self::WITHIN {
            (self.since, self.count) = (now, 0);
        }
        self.count += 1;
        if self.count >= Self::COUNT {
            (self.until, self.count) = (now + Self::PAUSE, 0);
        }
    }
}
