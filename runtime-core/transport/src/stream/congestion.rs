//! How much may be on its way to a peer: NewReno, as RFC 9002 §7 and its appendix B have it, and paced (§7.7).

use std::time::Duration;

/// Sent at once when nothing was known or sent for a while, in datagrams (RFC 9002 §7.2).
const INITIAL_WINDOW: u64 = 10;
const LEAST_WINDOW: u64 = 2;

pub(super) struct Congestion {
    /// Bytes of a full datagram.
    datagram: u64,
    window: u64,
    threshold: u64,
    in_flight: u64,
    /// Losses of what was sent before this transmission belong to an event that was answered already.
    recovery_from: u64,
    pacer: Pacer,
}

impl Congestion {
    pub(super) fn new(datagram: u64) -> Self {
        Self {
            datagram,
            window: INITIAL_WINDOW * datagram,
            threshold: u64::MAX,
            in_flight: 0,
            recovery_from: 0,
            pacer: Pacer::default(),
        }
    }

    /// When the next datagram may go: None if only an acknowledgement can make room for it.
    pub(super) fn may_send_at(
        &mut self,
        now: Duration,
        round_trip: Option<Duration>,
    ) -> Option<Duration> {
        (self.in_flight + self.datagram <= self.window)
            .then(|| self.pacer.at(now, self.window, self.datagram, round_trip))
    }

    pub(super) fn sent(&mut self, bytes: u64) {
        self.in_flight += bytes;
        self.pacer.tokens -= bytes as i64;
    }

    /// `transmission`: the number that it was sent under. `limited`: the window, not the program, held back more.
    pub(super) fn acknowledged(&mut self, bytes: u64, transmission: u64, limited: bool) {
        self.in_flight -= bytes;
        if transmission < self.recovery_from || !limited {
            return;
        }
        self.window += if self.window < self.threshold {
            bytes
        } else {
            (self.datagram * bytes).div_ceil(self.window)
        };
    }

    /// `next`: the number of the next transmission.
    pub(super) fn lost(&mut self, bytes: u64, transmission: u64, next: u64) {
        self.in_flight -= bytes;
        if transmission >= self.recovery_from {
            self.recovery_from = next;
            self.threshold = (self.window / 2).max(LEAST_WINDOW * self.datagram);
            self.window = self.threshold;
        }
    }

    /// Nothing came back for a whole time-out.
    pub(super) fn timed_out(&mut self) {
        self.window = LEAST_WINDOW * self.datagram;
    }

    /// What was on its way does not matter any more.
    pub(super) fn forget(&mut self, bytes: u64) {
        self.in_flight -= bytes;
    }

    /// Datagrams are of another size from now on.
    pub(super) fn set_datagram(&mut self, datagram: u64) {
        self.datagram = datagram;
        self.window = self.window.max(LEAST_WINDOW * datagram);
    }

    pub(super) fn window(&self) -> u64 {
        self.window
    }

    pub(super) fn is_limiting(&self) -> bool {
        self.in_flight + 2 * self.datagram > self.window
    }
}

/// Spreads a window over its round trip, a quarter faster so that pacing is never the limit.
#[derive(Default)]
struct Pacer {
    /// Bytes that may go at once.
    tokens: i64,
    at: Duration,
    started: bool,
}

impl Pacer {
    fn at(
        &mut self,
        now: Duration,
        window: u64,
        datagram: u64,
        round_trip: Option<Duration>,
    ) -> Duration {
        let burst = (INITIAL_WINDOW * datagram).min(window) as i64;
        let Some(round_trip) = round_trip.filter(|one| !one.is_zero()) else {
            return now;
        };
        let per_second = 1.25 * window as f64 / round_trip.as_secs_f64();
        let earned = (now.saturating_sub(self.at).as_secs_f64() * per_second) as i64;
        if !self.started {
            (self.started, self.at, self.tokens) = (true, now, burst);
        } else if earned > 0 {
            self.tokens = self.tokens.saturating_add(earned).min(burst);
            self.at = now;
        }
        let missing = datagram as i64 - self.tokens;
        if missing <= 0 {
            now
        } else {
            self.at.max(now)
                + Duration::from_secs_f64(missing as f64 / per_second).max(Duration::from_nanos(1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATAGRAM: u64 = 1200;

    #[test]
    fn the_window_doubles_then_grows_by_one_datagram_a_round_trip() {
        let mut congestion = Congestion::new(DATAGRAM);
        let mut transmission = 0;
        let mut round = |congestion: &mut Congestion| {
            let count = congestion.window() / DATAGRAM;
            (0..count).for_each(|_| congestion.sent(DATAGRAM));
            (0..count).for_each(|n| congestion.acknowledged(DATAGRAM, transmission + n, true));
            transmission += count;
            transmission
        };
        round(&mut congestion);
        assert_eq!(congestion.window(), 20 * DATAGRAM);
        let next = round(&mut congestion);
        assert_eq!(congestion.window(), 40 * DATAGRAM);
        (0..3).for_each(|_| congestion.sent(DATAGRAM));
        (0..3).for_each(|n| congestion.lost(DATAGRAM, next + n, next + 3));
        assert_eq!(
            congestion.window(),
            20 * DATAGRAM,
            "three losses of one event count once"
        );
        transmission = next + 3;
        let mut round = |congestion: &mut Congestion| {
            let count = congestion.window() / DATAGRAM;
            (0..count).for_each(|_| congestion.sent(DATAGRAM));
            (0..count).for_each(|n| congestion.acknowledged(DATAGRAM, transmission + n, true));
            transmission += count;
        };
        round(&mut congestion);
        assert!(
            (20 * DATAGRAM + DATAGRAM / 2..=21 * DATAGRAM + 100).contains(&congestion.window()),
            "{}",
            congestion.window()
        );
        congestion.timed_out();
        assert_eq!(congestion.window(), 2 * DATAGRAM);
    }

    #[test]
    fn an_idle_program_does_not_grow_the_window() {
        let mut congestion = Congestion::new(DATAGRAM);
        congestion.sent(DATAGRAM);
        congestion.acknowledged(DATAGRAM, 0, false);
        assert_eq!(congestion.window(), 10 * DATAGRAM);
    }

    #[test]
    fn a_window_is_spread_over_its_round_trip() {
        let (mut congestion, round_trip) =
            (Congestion::new(DATAGRAM), Some(Duration::from_millis(100)));
        congestion.window = 100 * DATAGRAM;
        let (mut now, mut sent) = (Duration::ZERO, 0);
        while let Some(at) = congestion.may_send_at(now, round_trip) {
            now = now.max(at);
            congestion.sent(DATAGRAM);
            sent += 1;
        }
        assert_eq!(sent, 100);
        assert!(
            (Duration::from_millis(60)..Duration::from_millis(81)).contains(&now),
            "{now:?}"
        );
    }
}
