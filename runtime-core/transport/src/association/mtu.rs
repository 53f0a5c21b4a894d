//! How large datagrams to a peer may be: packetization-layer path MTU discovery (RFC 8899), by probes that the peer answers.

use std::time::Duration;

use crate::crypto::random::Random;
use crate::endpoint::{LARGEST_RELAYED, Place, RELAY_OVERHEAD};

/// A probe that had no answer for so long is lost, if other things came meanwhile (§5.1.1: PROBE_TIMER).
const PATIENCE: Duration = Duration::from_secs(1);
/// Probes of one size before it is too large (§5.1.2: MAX_PROBES).
const TRIES: u8 = 3;
/// A search ends when what it could still win is less.
const STEP: usize = 16;
/// How often the size in use is probed again, since unreliable events do not tell that they are lost (§5.1.1: CONFIRMATION_TIMER).
const CONFIRM: Duration = Duration::from_secs(30);
/// How often larger sizes are tried again (§5.1.1: PMTU_RAISE_TIMER).
const RAISE: Duration = Duration::from_secs(600);

pub(super) struct PathMtu {
    place: Place,
    /// What every path carries, and the most that is tried.
    base: usize,
    most: usize,
    /// What this one is known to carry.
    size: usize,
    /// The least that it is known not to carry.
    ceiling: usize,
    probe: Option<Probe>,
    /// When the next probe begins. None: nothing is to be found.
    next_at: Option<Duration>,
    raise_at: Duration,
}

struct Probe {
    token: u64,
    size: usize,
    tries: u8,
    sent_at: Duration,
}

impl PathMtu {
    pub(super) fn new(place: Place, base: usize, most: usize, now: Duration) -> Self {
        let (base, most) = if place.is_relayed() {
            let relayed = base.min(LARGEST_RELAYED).saturating_sub(RELAY_OVERHEAD);
            (relayed, relayed)
        } else {
            (base, most)
        };
        Self {
            place,
            base,
            most,
            size: base,
            ceiling: most + 1,
            probe: None,
            next_at: (most > base).then_some(now),
            raise_at: now + RAISE,
        }
    }

    /// Bytes of the largest datagram.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// True if that is how it is to get to `place`.
    pub(super) fn is_of(&self, place: Place) -> bool {
        self.place == place
    }

    /// Large packets may be vanishing: the size in use is to be confirmed at once.
    pub(super) fn doubt(&mut self, now: Duration) {
        if self.size > self.base && self.probe.as_ref().is_none_or(|one| one.size > self.size) {
            (self.probe, self.next_at) = (None, Some(now));
            self.ceiling = self.size + 1;
        }
    }

    /// Token and size of a probe that is due. `heard_at`: when anything last came from the peer.
    pub(super) fn probe(
        &mut self,
        heard_at: Duration,
        now: Duration,
        random: &mut Random,
    ) -> Option<(u64, usize)> {
        if let Some(probe) = &mut self.probe {
            if now < probe.sent_at + PATIENCE {
                return None;
            }
            // When nothing comes at all, it is not for its size.
            probe.tries += u8::from(heard_at > probe.sent_at);
            if probe.tries < TRIES {
                probe.sent_at = now;
                return Some((probe.token, probe.size));
            }
            self.failed(now);
        }
        self.next_at.take_if(|at| *at <= now)?;
        if now >= self.raise_at {
            (self.ceiling, self.raise_at) = (self.most + 1, now + RAISE);
        }
        let size = self.target();
        if size == self.base {
            self.next_at = Some(self.raise_at);
            return None;
        }
        let token = random.id();
        self.probe = Some(Probe {
            token,
            size,
            tries: 0,
            sent_at: now,
        });
        Some((token, size))
    }

    /// The peer got a probe.
    pub(super) fn answered(&mut self, token: u64, now: Duration) {
        if let Some(probe) = self.probe.take_if(|probe| probe.token == token) {
            let grew = probe.size > self.size;
            self.size = self.size.max(probe.size);
            self.next_at = Some(if grew && self.target() > self.size {
                now
            } else {
                now + CONFIRM
            });
        }
    }

    pub(super) fn next_timeout(&self) -> Option<Duration> {
        match &self.probe {
            Some(probe) => Some(probe.sent_at + PATIENCE),
            None => self.next_at,
        }
    }

    /// The largest first, then the middle of what is unknown; the size in use when there is nothing left to find.
    fn target(&self) -> usize {
        if self.ceiling > self.most {
            self.most
        } else if self.ceiling - self.size > STEP {
            self.size.midpoint(self.ceiling)
        } else {
            self.size
        }
    }

    fn failed(&mut self, now: Duration) {
        if let Some(probe) = self.probe.take() {
            self.ceiling = probe.size;
            if probe.size <= self.size {
                // A black hole (§4.3): what got through does not any more.
                self.size = self.base;
            }
            self.next_at = Some(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs a search over a path that carries `carries` bytes, and gives the probes that it took.
    fn run(mtu: &mut PathMtu, carries: usize, now: &mut Duration, until: Duration) -> usize {
        let (mut random, mut probes) = (Random::new([1; 32]), 0);
        while let Some(at) = mtu.next_timeout().filter(|at| *at <= until) {
            *now = at;
            if let Some((token, size)) = mtu.probe(at, at, &mut random) {
                probes += 1;
                if size <= carries {
                    mtu.answered(token, at);
                }
            }
        }
        *now = until;
        probes
    }

    fn direct() -> Place {
        Place::Direct(([192, 0, 2, 1], 1).into())
    }

    #[test]
    fn the_most_that_a_path_carries_is_found() {
        for (most, carries) in [(1452, 9000), (1452, 1400), (9000, 1452), (65_507, 1200)] {
            let mut now = Duration::ZERO;
            let mut mtu = PathMtu::new(direct(), 1200, most, now);
            let probes = run(&mut mtu, carries, &mut now, Duration::from_secs(60));
            let found = mtu.size();
            let best = carries.min(most);
            assert!(found <= best && found + STEP > best, "{found} of {best}");
            assert!(probes < 40, "{probes}");
        }
    }

    #[test]
    fn a_path_that_shrinks_falls_back_and_is_searched_again() {
        let mut now = Duration::ZERO;
        let mut mtu = PathMtu::new(direct(), 1200, 9000, now);
        run(&mut mtu, 9000, &mut now, Duration::from_secs(10));
        assert_eq!(mtu.size(), 9000);
        mtu.doubt(now);
        run(&mut mtu, 1300, &mut now, Duration::from_secs(14));
        assert_eq!(mtu.size(), 1200, "at once");
        run(&mut mtu, 1300, &mut now, Duration::from_secs(100));
        assert!((1285..=1300).contains(&mtu.size()), "{}", mtu.size());
        run(&mut mtu, 9000, &mut now, Duration::from_secs(1300));
        assert_eq!(mtu.size(), 9000, "when it is time to try more");
    }

    #[test]
    fn silence_says_nothing_about_sizes() {
        let (mut mtu, mut random) = (
            PathMtu::new(direct(), 1200, 1452, Duration::ZERO),
            Random::new([1; 32]),
        );
        for second in 0..100 {
            let probe = mtu.probe(Duration::ZERO, Duration::from_secs(second), &mut random);
            assert_eq!(probe.map(|(_, size)| size), Some(1452));
        }
    }

    #[test]
    fn relayed_datagrams_stay_small() {
        let place = Place::Routed;
        let mtu = PathMtu::new(place, 1200, 9000, Duration::ZERO);
        assert_eq!((mtu.size(), mtu.next_timeout()), (1160, None));
    }
}
