//! When events of the program wait for each other, so that they share packets and system calls.

use std::time::Duration;

/// A call that follows the one before it so closely is one of many.
const CLOSE: Duration = Duration::from_micros(10);
/// Bytes that gather: what one system call sends.
const ENOUGH: usize = 64 << 10;
/// An event waits no longer than this while others come, but for those between two looks at the clock. What a system call and waking the receiver
/// cost hardly counts beside what goes by then.
const LONGEST: Duration = Duration::from_micros(100);
/// Calls from one look at the clock to the next, which costs as much as all else.
const LOOK: u32 = 8;
/// Visits of the driver in [`SHORT`] that show a flood: to wake it again and again costs more than all that it sends.
const VISITS: u32 = 16;
const SHORT: Duration = Duration::from_millis(2);
/// Rounds in a row that bring nothing end a flusher.
const IDLE: u32 = 16;

/// Who sends what gathered and is followed by nothing.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Guard {
    /// The driver, which is woken for it.
    #[default]
    Driver,
    /// Still the driver, until the flusher that it began goes its rounds.
    Beginning,
    /// The [flusher](super::flusher). It has found nothing for so many rounds.
    Flusher { idle: u32 },
}

/// What a round of a flusher finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Round {
    /// Nothing waits, or more follows, so that the caller will send it.
    Quiet,
    /// Something waits that nothing has followed since the round before.
    Tail,
    /// The flood is over; the driver is woken again.
    Over,
}

#[derive(Default)]
pub(super) struct Gathering {
    /// When the last call ended, as far as is known.
    last: Option<Duration>,
    /// Since when something waits.
    begun: Option<Duration>,
    bytes: usize,
    /// Calls since the clock was looked at.
    unlooked: u32,
    guard: Guard,
    /// Something gathered since the last round.
    gathered: bool,
    /// Visits of the driver to what waits, and since when they are counted.
    visits: u32,
    counted: Duration,
}

impl Gathering {
    /// True if an event of `bytes` waits for others. The first of a burst does not, nor does the last: its guard sends what there is as soon as it comes
    /// by.
    pub(super) fn takes(&mut self, bytes: usize, now: impl FnOnce() -> Duration) -> bool {
        self.bytes += bytes;
        let waits = match self.begun {
            Some(begun) => self.goes_on(begun, now),
            None => self.begins(now()),
        };
        self.gathered |= waits;
        waits && self.bytes < ENOUGH
    }

    fn begins(&mut self, now: Duration) -> bool {
        let is_close = self
            .last
            .is_some_and(|last| now.saturating_sub(last) <= CLOSE);
        self.last = Some(now);
        self.begun = is_close.then_some(now);
        self.unlooked = 0;
        is_close
    }

    /// What would go with others that wait already mostly joins them without a look at the clock.
    fn goes_on(&mut self, begun: Duration, now: impl FnOnce() -> Duration) -> bool {
        self.unlooked += 1;
        if self.unlooked < LOOK {
            return true;
        }
        self.unlooked = 0;
        now().saturating_sub(begun) < LONGEST
    }

    /// Everything is sent.
    pub(super) fn end(&mut self, now: Duration) {
        if self.begun.take().is_some() {
            self.last = Some(now);
        }
        self.bytes = 0;
    }

    /// A call that sent what there was ended only now.
    pub(super) fn sent(&mut self, now: Duration) {
        self.last = Some(now);
    }

    /// True if the driver has to be woken for what waits.
    pub(super) fn wants_driver(&self) -> bool {
        !matches!(self.guard, Guard::Flusher { .. })
    }

    /// The driver comes by. True if it is to begin a flusher.
    pub(super) fn visited(&mut self, now: Duration) -> bool {
        if self.guard != Guard::Driver || self.begun.is_none() {
            return false;
        }
        if now.saturating_sub(self.counted) > SHORT {
            self.counted = now;
            self.visits = 0;
        }
        self.visits += 1;
        let is_flood = self.visits >= VISITS;
        if is_flood {
            self.guard = Guard::Beginning;
        }
        is_flood
    }

    /// There is a flusher from now on.
    pub(super) fn flusher_began(&mut self) {
        self.guard = Guard::Flusher { idle: 0 };
        self.visits = 0;
    }

    /// There is none any more, or there can be none.
    pub(super) fn flusher_ended(&mut self) {
        self.guard = Guard::Driver;
        self.visits = 0;
    }

    /// The flusher comes by.
    pub(super) fn round(&mut self) -> Round {
        let followed = std::mem::take(&mut self.gathered);
        let Guard::Flusher { idle } = &mut self.guard else {
            return Round::Over;
        };
        if self.begun.is_some() && !followed {
            return Round::Tail;
        }
        *idle = if followed { 0 } else { *idle + 1 };
        if *idle < IDLE {
            return Round::Quiet;
        }
        self.flusher_ended();
        Round::Over
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
            let now = CLOSE / 10 * number;
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

    #[test]
    fn an_event_does_not_wait_long_for_a_call_s_worth() {
        let mut gathering = Gathering::default();
        gathering.sent(Duration::ZERO);
        let waited = (1..1000)
            .map(|number| CLOSE / 2 * number)
            .take_while(|now| gathering.takes(1, || *now));
        // It began with the first, and the clock was looked at with every eighth behind it.
        assert_eq!(waited.last(), Some(CLOSE / 2 * 24));
    }

    /// Calls in a row, one each microsecond.
    struct Burst {
        gathering: Gathering,
        now: Duration,
    }

    impl Burst {
        fn begun() -> Self {
            let mut gathering = Gathering::default();
            gathering.sent(Duration::ZERO);
            let now = Duration::ZERO;
            Self { gathering, now }
        }

        fn goes_on(&mut self, calls: u32) {
            for _ in 0..calls {
                self.now += Duration::from_micros(1);
                if !self.gathering.takes(64, || self.now) {
                    self.gathering.end(self.now);
                }
            }
        }

        /// True if the driver begins a flusher when it comes by, each time a moment after something gathered.
        fn driver_comes(&mut self, visits: u32, each: Duration) -> bool {
            (0..visits).any(|_| {
                self.gathering.sent(self.now);
                self.goes_on(1);
                let begins = self.gathering.visited(self.now);
                self.gathering.end(self.now);
                self.now += each;
                begins
            })
        }
    }

    #[test]
    fn many_visits_in_a_short_time_begin_one_flusher() {
        let mut burst = Burst::begun();
        assert!(!burst.driver_comes(100, SHORT / (VISITS - 2)));
        assert!(burst.driver_comes(VISITS, SHORT / (VISITS + 2)));
        assert!(
            burst.gathering.wants_driver(),
            "it does not go its rounds yet"
        );
        assert!(!burst.driver_comes(100, Duration::ZERO), "there is one");
        burst.gathering.flusher_began();
        assert!(!burst.gathering.wants_driver());
    }

    #[test]
    fn a_flusher_sends_only_what_nothing_follows() {
        let mut burst = Burst::begun();
        burst.gathering.flusher_began();
        for _ in 0..100 {
            burst.goes_on(7);
            assert_eq!(burst.gathering.round(), Round::Quiet);
        }
        assert_eq!(burst.gathering.round(), Round::Tail);
        burst.gathering.end(burst.now);
        assert_eq!(burst.gathering.round(), Round::Quiet);
    }

    #[test]
    fn a_flusher_ends_after_rounds_that_brought_nothing() {
        let mut burst = Burst::begun();
        burst.gathering.flusher_began();
        for calls in [0, 1] {
            burst.goes_on(calls);
            burst.gathering.end(burst.now);
            for _ in 1..IDLE {
                assert_eq!(burst.gathering.round(), Round::Quiet);
            }
        }
        burst.goes_on(1);
        burst.gathering.end(burst.now);
        let rounds = (0..=IDLE).map(|_| burst.gathering.round());
        assert_eq!(rounds.last(), Some(Round::Over));
        assert!(burst.gathering.wants_driver());
    }
}
