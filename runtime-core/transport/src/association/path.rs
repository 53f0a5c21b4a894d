//! Where a peer is. A new place is believed only when the peer has answered from there; until then it gets little.

use std::net::SocketAddr;
use std::time::Duration;

use crate::crypto::random::Random;
use crate::endpoint::Place;
use crate::time::earlier;

/// Bytes that a place gets for each byte that came from it, until it is proven (RFC 9000 §8.1 has the same number).
const AMPLIFICATION: u64 = 3;
/// A challenge is sent again after this long, and so many times.
const RETRY: Duration = Duration::from_millis(300);
const TRIES: u8 = 5;
/// A peer behind relays is looked for where it was last met without them, or is said to be.
const LOOK_BACK: Duration = Duration::from_secs(15);

pub(super) struct Path {
    place: Place,
    /// When something last came from there.
    heard_at: Duration,
    /// Silence after which relays may do better.
    patience: Duration,
    candidate: Option<Candidate>,
    /// Where the peer was last without relays, or is said to be since then, and when to look there again.
    direct: Option<(SocketAddr, Duration)>,
}

struct Candidate {
    place: Place,
    token: u64,
    /// Bytes that may be sent there before it is proven.
    allowed: u64,
    sent: u64,
    tries: u8,
    retry_at: Duration,
}

impl Path {
    /// `patience`: silence of an address after which relays are tried.
    pub(super) fn new(place: Place, patience: Duration, now: Duration) -> Self {
        Self {
            place,
            heard_at: now,
            patience,
            candidate: None,
            direct: None,
        }
    }

    /// Where packets go.
    pub(super) fn place(&self) -> Place {
        self.place
    }

    /// The peer proved itself there.
    pub(super) fn proven(&mut self, place: Place, now: Duration) {
        self.direct = match (self.place, place) {
            (Place::Direct(address), Place::Via(_) | Place::Routed) => {
                Some((address, now + LOOK_BACK))
            }
            (_, Place::Direct(_)) => None,
            _ => self.direct,
        };
        (self.place, self.heard_at, self.candidate) = (place, now, None);
    }

    /// The neighbour that relays does not lead to the peer any more; others may.
    pub(super) fn leave_relay(&mut self) {
        if self.place.is_relayed() {
            self.place = Place::Routed;
        }
    }

    /// A genuine packet of `size` bytes came from `from`; `newest` if none that was sent later had come before.
    pub(super) fn received(
        &mut self,
        from: Place,
        size: usize,
        newest: bool,
        now: Duration,
        random: &mut Random,
    ) {
        if self.place.covers(&from) {
            self.heard_at = now;
            // The peer may know that the relay before is of no use.
            if newest && matches!(self.place, Place::Via(_)) {
                self.place = from;
            }
            return;
        }
        if let Some(candidate) = self
            .candidate
            .as_mut()
            .filter(|candidate| candidate.place.covers(&from))
        {
            candidate.allowed = candidate
                .allowed
                .saturating_add(AMPLIFICATION * size as u64);
        } else if newest && !(from.is_relayed() && self.is_heard(now)) {
            self.consider(from, AMPLIFICATION * size as u64, now, random);
        }
    }

    /// Asks the peer whether it is at `place`, which the program or the table of routes told. One behind relays that does not answer from an address is looked
    /// for there from then on.
    pub(super) fn try_place(&mut self, place: Place, now: Duration, random: &mut Random) {
        if let Place::Direct(address) = place
            && self.place.is_relayed()
        {
            self.direct = Some((address, now + LOOK_BACK));
        }
        let known = self
            .candidate
            .as_ref()
            .is_some_and(|candidate| candidate.place == place);
        if !known && !self.place.covers(&place) {
            self.consider(place, u64::MAX, now, random);
        }
    }

    /// True if what the peer sends comes from where packets go.
    pub(super) fn is_heard(&self, now: Duration) -> bool {
        now.saturating_sub(self.heard_at) < self.patience
    }

    /// Where the answer goes to a challenge that came from `from`. Somebody on the path may have passed it on from an address of his own; as long
    /// as the peer is heard where it is known to be, it is answered there.
    pub(super) fn answer_to(&self, from: Place, now: Duration) -> Place {
        match (self.place, from) {
            (known @ Place::Direct(_), Place::Direct(_)) if self.is_heard(now) => known,
            _ => from,
        }
    }

    /// The challenge that is due, with its place. `size`: of the datagram that it will be.
    pub(super) fn challenge(
        &mut self,
        size: usize,
        now: Duration,
        random: &mut Random,
    ) -> Option<(Place, u64)> {
        if self.candidate.is_none()
            && let Some((address, at)) = self.direct.as_mut().filter(|(_, at)| *at <= now)
        {
            *at = now + LOOK_BACK;
            let place = Place::Direct(*address);
            self.consider(place, size as u64, now, random);
        }
        let candidate = self
            .candidate
            .as_mut()
            .filter(|candidate| now >= candidate.retry_at)?;
        if candidate.tries == TRIES || candidate.sent + size as u64 > candidate.allowed {
            self.candidate = None;
            return None;
        }
        candidate.tries += 1;
        candidate.sent += size as u64;
        candidate.retry_at = now + RETRY;
        Some((candidate.place, candidate.token))
    }

    /// The peer answered a challenge from `from`. Where packets go from now on, if that is another place.
    pub(super) fn answered(&mut self, token: u64, from: Place, now: Duration) -> Option<Place> {
        let place = self
            .candidate
            .as_ref()
            .filter(|candidate| candidate.token == token && candidate.place.covers(&from))
            .map(|candidate| candidate.place)?;
        self.proven(place, now);
        Some(place)
    }

    pub(super) fn next_timeout(&self) -> Option<Duration> {
        let look_back = self.direct.filter(|_| self.candidate.is_none());
        earlier(
            self.candidate.as_ref().map(|candidate| candidate.retry_at),
            look_back.map(|(_, at)| at),
        )
    }

    fn consider(&mut self, place: Place, allowed: u64, now: Duration, random: &mut Random) {
        self.candidate = Some(Candidate {
            place,
            token: random.id(),
            allowed,
            sent: 0,
            tries: 0,
            retry_at: now,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use meshwright_wire::wire::identity::EntityId;

    const MILLI: Duration = Duration::from_millis(1);
    const SECOND: Duration = Duration::from_secs(1);

    fn address(port: u16) -> Place {
        Place::Direct(([192, 0, 2, 1], port).into())
    }

    fn path() -> (Path, Random) {
        (
            Path::new(address(1), 3 * SECOND, Duration::ZERO),
            Random::new([0; 32]),
        )
    }

    #[test]
    fn a_challenge_that_was_passed_on_is_answered_where_the_peer_is_heard() {
        let (mut path, mut random) = path();
        path.received(address(1), 100, true, MILLI, &mut random);
        assert_eq!(path.answer_to(address(2), SECOND), address(1));
        assert_eq!(path.answer_to(address(2), 4 * SECOND), address(2), "silent");
        path.proven(Place::Routed, SECOND);
        assert_eq!(path.answer_to(address(2), SECOND), address(2), "by relays");
    }

    #[test]
    fn a_peer_moves_when_it_has_answered_from_its_new_address() {
        let (mut path, mut random) = path();
        path.received(address(1), 100, true, MILLI, &mut random);
        assert_eq!(path.challenge(88, MILLI, &mut random), None);
        path.received(address(2), 100, true, MILLI, &mut random);
        let (to, token) = path
            .challenge(88, MILLI, &mut random)
            .expect("a new address is challenged");
        assert_eq!(to, address(2));
        assert_eq!(path.answered(token, address(3), MILLI), None, "elsewhere");
        assert_eq!(path.answered(token + 1, address(2), MILLI), None, "token");
        assert_eq!(path.place(), address(1));
        assert_eq!(path.answered(token, address(2), MILLI), Some(address(2)));
        assert_eq!(path.place(), address(2));
        assert_eq!(path.answered(token, address(2), MILLI), None, "once");
    }

    #[test]
    fn an_old_packet_is_no_move() {
        let (mut path, mut random) = path();
        path.received(address(2), 100, false, MILLI, &mut random);
        assert_eq!(path.challenge(88, MILLI, &mut random), None);
    }

    #[test]
    fn an_unproven_address_gets_no_more_than_three_times_what_it_sent() {
        let (mut path, mut random) = path();
        path.received(address(2), 80, true, MILLI, &mut random);
        let mut sent = 0;
        let mut now = MILLI;
        while path.challenge(88, now, &mut random).is_some() {
            sent += 88;
            now += RETRY;
        }
        assert_eq!(sent, 2 * 88);
        assert_eq!(path.next_timeout(), None);
    }

    #[test]
    fn a_challenge_is_given_up() {
        let (mut path, mut random) = path();
        path.received(address(2), 10_000, true, MILLI, &mut random);
        let tries = (0..100)
            .filter(|step| {
                path.challenge(88, MILLI + *step * RETRY, &mut random)
                    .is_some()
            })
            .count();
        assert_eq!(tries, usize::from(TRIES));
    }

    #[test]
    fn relays_take_over_only_from_an_address_that_is_silent_and_give_back() {
        let (mut path, mut random) = path();
        let relay = Place::Via(EntityId([7; 32]));
        path.received(address(1), 100, true, SECOND, &mut random);
        path.received(relay, 100, true, 2 * SECOND, &mut random);
        assert_eq!(path.challenge(88, 2 * SECOND, &mut random), None);
        path.received(relay, 100, true, 4 * SECOND, &mut random);
        let (to, token) = path
            .challenge(88, 4 * SECOND, &mut random)
            .expect("it is silent");
        assert_eq!(to, relay);
        assert_eq!(path.answered(token, relay, 4 * SECOND), Some(relay));
        assert_eq!(path.next_timeout(), Some(4 * SECOND + LOOK_BACK));
        let (to, token) = path
            .challenge(88, 4 * SECOND + LOOK_BACK, &mut random)
            .expect("it is looked for");
        assert_eq!(to, address(1));
        assert!(path.answered(token, to, 20 * SECOND).is_some());
        assert_eq!((path.place(), path.next_timeout()), (address(1), None));
    }

    #[test]
    fn a_peer_behind_relays_is_looked_for_where_it_is_said_to_be() {
        let mut random = Random::new([0; 32]);
        let mut path = Path::new(Place::Routed, 3 * SECOND, Duration::ZERO);
        path.try_place(address(1), Duration::ZERO, &mut random);
        let mut now = Duration::ZERO;
        while path.challenge(88, now, &mut random).is_some() {
            now += RETRY;
        }
        assert_eq!(path.next_timeout(), Some(LOOK_BACK), "nobody answered");
        let (to, token) = path
            .challenge(88, LOOK_BACK, &mut random)
            .expect("it is looked for");
        assert_eq!(to, address(1));
        assert_eq!(path.answered(token, to, LOOK_BACK), Some(address(1)));
        assert_eq!(path.next_timeout(), None);
    }
}
