//! When events of the program wait for each other, so that they share packets and system calls.

use std::time::Duration;

/// A call that follows the one before it so closely is one of many.
const CLOSE: Duration = Duration::from_micros(10);
/// Bytes that gather: what one system call sends.
const ENOUGH: usize = 64 << 10;

#[derive(Default)]
pub(super) struct Gathering {
    /// When the last call ended, as far as is known.
    last: Option<Duration>,
    bytes: usize,
    /// Something waits.
    begun: bool,
}

impl Gathering {
    /// True if an event of `bytes` waits for others. The first of a burst does not, nor does the last: the driver is awake by then, and sends what
    /// there is as soon as it comes by. What would go with others that wait already joins them without a look at the clock, which costs as much as
    /// all else.
    pub(super) fn takes(&mut self, bytes: usize, now: impl FnOnce() -> Duration) -> bool {
        self.bytes += bytes;
        if !self.begun {
            let now = now();
            self.begun = self
                .last
                .is_some_and(|last| now.saturating_sub(last) <= CLOSE);
            self.last = Some(now);
        }
        self.begun && self.bytes < ENOUGH
    }

    /// Everything is sent.
    pub(super) fn end(&mut self, now: Duration) {
        if self.begun {
            self.last = Some(now);
        }
        self.begun = false;
        self.bytes = 0;
    }

    /// A call that sent what there was ended only now.
    pub(super) fn sent(&mut self, now: Duration) {
        self.last = Some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_event_never_waits() {
        let mut gathering = Gathering::default();
        for number in 1..1000 {
            let now = CLOSE * 2 * number;
            assert!(!gathering.takes(1, || now));
            gathering.end(now);
        }
    }

    #[test]
    fn events_in_a_row_wait_until_they_are_a_call_s_worth() {
        let mut gathering = Gathering::default();
        let mut waited = (0..200).map(|number| {
            let now = CLOSE * number;
            let waits = gathering.takes(1 << 10, || now);
            if !waits {
                gathering.end(now);
            }
            waits
        });
        let waits: Vec<bool> = waited.by_ref().collect();
        let sent: Vec<usize> = (0..200).filter(|number| !waits[*number]).collect();
        assert_eq!(sent, [0, 64, 128, 192]);
    }

    #[test]
    fn a_call_that_takes_long_is_not_a_pause() {
        let mut gathering = Gathering::default();
        assert!(!gathering.takes(1, || Duration::from_millis(1)));
        gathering.end(Duration::from_millis(1));
        gathering.sent(Duration::from_millis(2));
        assert!(gathering.takes(1, || Duration::from_millis(2) + CLOSE));
    }

    #[test]
    fn a_burst_goes_on_behind_what_the_driver_has_sent() {
        let mut gathering = Gathering::default();
        gathering.sent(CLOSE);
        assert!(gathering.takes(1, || CLOSE));
        assert!(gathering.takes(1, || unreachable!("something waits already")));
        gathering.end(CLOSE * 5);
        assert!(gathering.takes(1, || CLOSE * 6));
        gathering.end(CLOSE * 6);
        assert!(!gathering.takes(1, || CLOSE * 8));
    }
}
