//! Round trips, smoothed as RFC 6298 does.

use std::time::Duration;

/// Before the first measurement (RFC 9002 §6.2.2).
pub(crate) const INITIAL: Duration = Duration::from_millis(333);
/// Time-outs below this would take late acknowledgements for losses.
const LEAST_TIMEOUT: Duration = Duration::from_millis(30);
const MOST_TIMEOUT: Duration = Duration::from_secs(8);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct RoundTrip(Option<Measured>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Measured {
    smoothed: Duration,
    variation: Duration,
}

impl RoundTrip {
    /// §2.2 and §2.3.
    pub(crate) fn measure(&mut self, sample: Duration) {
        self.0 = Some(match self.0 {
            None => Measured {
                smoothed: sample,
                variation: sample / 2,
            },
            Some(Measured {
                smoothed,
                variation,
            }) => Measured {
                smoothed: (7 * smoothed + sample) / 8,
                variation: (3 * variation + smoothed.abs_diff(sample)) / 4,
            },
        });
    }

    /// None before the first measurement.
    pub(crate) fn smoothed(&self) -> Option<Duration> {
        self.0.map(|measured| measured.smoothed)
    }

    /// How long to wait for an acknowledgement after `backoff` that did not come in time: §2.3 and §5.5.
    pub(crate) fn timeout(&self, backoff: u32) -> Duration {
        let base = self.0.map_or(
            3 * INITIAL,
            |Measured {
                 smoothed,
                 variation,
             }| smoothed + 4 * variation,
        );
        base.max(LEAST_TIMEOUT)
            .saturating_mul(1 << backoff.min(16))
            .min(MOST_TIMEOUT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_smoothed_and_time_outs_doubled() {
        let mut measured = RoundTrip::default();
        assert_eq!(measured.timeout(0), 3 * INITIAL);
        measured.measure(Duration::from_millis(100));
        measured.measure(Duration::from_millis(180));
        assert_eq!(measured.smoothed(), Some(Duration::from_millis(110)));
        assert_eq!(measured.timeout(0), Duration::from_millis(340));
        assert_eq!(measured.timeout(2), Duration::from_millis(1360));
        assert_eq!(measured.timeout(30), MOST_TIMEOUT);
        measured = RoundTrip::default();
        measured.measure(Duration::ZERO);
        assert_eq!(measured.timeout(0), LEAST_TIMEOUT);
    }
}
