//! Whether a peer is there: heartbeats out, silence measured.

use std::time::Duration;

use crate::round_trip::RoundTrip;

/// What is thought of a peer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Liveness {
    Healthy,
    /// Silent for longer than its heartbeats should let it be.
    Suspected,
    /// Silent for so long that others take its place.
    Failed,
}

/// When to think what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LivenessConfig {
    /// Between two heartbeats.
    pub heartbeat: Duration,
    /// Silence after which a peer is suspected, in heartbeats.
    pub suspect_after: u32,
    /// Silence after which a peer has failed, in heartbeats.
    pub fail_after: u32,
}

impl LivenessConfig {
    /// Silence after which a peer is suspected.
    pub(super) fn suspicion(&self) -> Duration {
        self.heartbeat * self.suspect_after
    }
}

impl Default for LivenessConfig {
    fn default() -> Self {
        Self {
            heartbeat: Duration::from_secs(1),
            suspect_after: 3,
            fail_after: 5,
        }
    }
}

pub(super) struct Monitor {
    config: LivenessConfig,
    state: Liveness,
    heard_at: Duration,
    heartbeat_at: Duration,
    round_trip: RoundTrip,
}

impl Monitor {
    pub(super) fn new(config: LivenessConfig, now: Duration) -> Self {
        Self {
            config,
            state: Liveness::Healthy,
            heard_at: now,
            heartbeat_at: now,
            round_trip: RoundTrip::default(),
        }
    }

    /// A genuine packet came. The new state, if it is another one. Who had failed is called at once: the long wait until the next heartbeat would be
    /// silence to it.
    pub(super) fn heard(&mut self, now: Duration) -> Option<Liveness> {
        self.heard_at = now;
        if self.state == Liveness::Failed {
            self.heartbeat_at = now;
        }
        self.change(Liveness::Healthy)
    }

    /// When something last came.
    pub(super) fn heard_at(&self) -> Duration {
        self.heard_at
    }

    /// One round trip was measured.
    pub(super) fn measured(&mut self, sample: Duration) {
        self.round_trip.measure(sample);
    }

    pub(super) fn round_trip(&self) -> Option<Duration> {
        self.round_trip.smoothed()
    }

    /// True if a heartbeat is due; the next one is an interval later.
    pub(super) fn heartbeat(&mut self, now: Duration) -> bool {
        let due = now >= self.heartbeat_at;
        if due {
            self.heartbeat_at = now + self.interval();
        }
        due
    }

    /// The new state, if silence has brought one.
    pub(super) fn check(&mut self, now: Duration) -> Option<Liveness> {
        if now >= self.fails_at() {
            self.change(Liveness::Failed)
        } else if now >= self.suspect_at() {
            self.change(Liveness::Suspected)
        } else {
            None
        }
    }

    pub(super) fn state(&self) -> Liveness {
        self.state
    }

    pub(super) fn next_timeout(&self) -> Option<Duration> {
        let silence = match self.state {
            Liveness::Healthy => self.suspect_at(),
            Liveness::Suspected => self.fails_at(),
            Liveness::Failed => return Some(self.heartbeat_at),
        };
        Some(silence.min(self.heartbeat_at))
    }

    /// Who has failed is called less often, but called, or two who lost each other would wait for each other.
    fn interval(&self) -> Duration {
        match self.state {
            Liveness::Failed => self.config.heartbeat * self.config.fail_after,
            _ => self.config.heartbeat,
        }
    }

    fn suspect_at(&self) -> Duration {
        self.heard_at + self.config.heartbeat * self.config.suspect_after
    }

    fn fails_at(&self) -> Duration {
        self.heard_at + self.config.heartbeat * self.config.fail_after
    }

    fn change(&mut self, state: Liveness) -> Option<Liveness> {
        (std::mem::replace(&mut self.state, state) != state).then_some(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_suspected_then_failure_and_a_word_mends_it() {
        let second = Duration::from_secs(1);
        let mut monitor = Monitor::new(LivenessConfig::default(), Duration::ZERO);
        assert!(monitor.heartbeat(Duration::ZERO));
        assert!(!monitor.heartbeat(second / 2));
        assert_eq!(monitor.check(2 * second), None);
        assert_eq!(monitor.check(3 * second), Some(Liveness::Suspected));
        assert_eq!(monitor.check(4 * second), None);
        assert_eq!(monitor.check(5 * second), Some(Liveness::Failed));
        assert!(monitor.heartbeat(5 * second));
        assert_eq!(monitor.next_timeout(), Some(10 * second));
        assert_eq!(monitor.heard(6 * second), Some(Liveness::Healthy));
        assert!(
            monitor.heartbeat(6 * second),
            "or it would hear nothing for long"
        );
        assert_eq!(monitor.heard(7 * second), None);
        assert!(!monitor.heartbeat(13 * second / 2));
        assert_eq!(monitor.next_timeout(), Some(7 * second));
    }
}
