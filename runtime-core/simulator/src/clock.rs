//! A node's two clocks beside the time of the world.

use std::time::Duration;

use meshwright_transport::Now;

/// Wall clocks begin here: some day in 2023.
const WALL: Duration = Duration::from_secs(1_700_000_000);

/// The monotonic clock starts with the machine, not with the world; the wall clock may be wrong, and may jump.
pub struct Clock {
    uptime: Duration,
    wall: Duration,
}

impl Clock {
    /// `uptime`: of the machine when the world began.
    pub fn new(uptime: Duration) -> Self {
        Self { uptime, wall: WALL }
    }

    pub fn read(&self, at: Duration) -> Now {
        Now {
            monotonic: self.uptime + at,
            wall: self.wall + at,
        }
    }

    /// When the monotonic clock shows `monotonic`, in the time of the world.
    pub fn world(&self, monotonic: Duration) -> Duration {
        monotonic.saturating_sub(self.uptime)
    }

    /// Sets the wall clock on or back.
    pub fn jump(&mut self, by: Duration, back: bool) {
        self.wall = if back {
            self.wall.saturating_sub(by)
        } else {
            self.wall + by
        };
    }
}
