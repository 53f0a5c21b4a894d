//! The clocks of a node.

use std::time::{Duration, Instant, SystemTime};

use meshwright_transport::Now;

/// Tells the time since it was made, and that of the wall.
pub(crate) struct Clock(Instant);

impl Clock {
    pub(crate) fn new() -> Self {
        Self(Instant::now())
    }

    pub(crate) fn now(&self) -> Now {
        Now {
            monotonic: self.monotonic(),
            // A clock set before 1970 opens sessions with old time stamps, which costs a cookie.
            wall: SystemTime::UNIX_EPOCH.elapsed().unwrap_or(Duration::ZERO),
        }
    }

    /// Time since it was made.
    pub(crate) fn monotonic(&self) -> Duration {
        self.0.elapsed()
    }

    /// When the monotonic clock shows `at`.
    pub(crate) fn instant(&self, at: Duration) -> tokio::time::Instant {
        (self.0 + at).into()
    }
}
