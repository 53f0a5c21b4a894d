//! Where a peer is. A new address is believed only when the peer has answered from there; until then it gets little.

use std::net::SocketAddr;
use std::time::Duration;

use crate::crypto::random::Random;

/// Bytes that an address gets for each byte that came from it, until it is proven (RFC 9000 §8.1 has the same number).
const AMPLIFICATION: u64 = 3;
/// A challenge is sent again after this long, and so many times.
const RETRY: Duration = Duration::from_millis(300);
const TRIES: u8 = 5;

pub(super) struct Path {
    address: SocketAddr,
    candidate: Option<Candidate>,
}

struct Candidate {
    address: SocketAddr,
    token: u64,
    received: u64,
    sent: u64,
    tries: u8,
    retry_at: Duration,
}

impl Path {
    pub(super) fn new(address: SocketAddr) -> Self {
        Self {
            address,
            candidate: None,
        }
    }

    /// Where packets go.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The peer proved itself there, by a handshake.
    pub(super) fn proven(&mut self, address: SocketAddr) {
        *self = Self::new(address);
    }

    /// A genuine packet of `size` bytes came from `from`; `newest` if none that was sent later had come before.
    pub(super) fn received(
        &mut self,
        from: SocketAddr,
        size: usize,
        newest: bool,
        now: Duration,
        random: &mut Random,
    ) {
        if from == self.address {
            return;
        }
        if let Some(candidate) = self
            .candidate
            .as_mut()
            .filter(|candidate| candidate.address == from)
        {
            candidate.received += size as u64;
        } else if newest {
            self.candidate = Some(Candidate {
                address: from,
                token: random.id(),
                received: size as u64,
                sent: 0,
                tries: 0,
                retry_at: now,
            });
        }
    }

    /// The challenge that is due, with its address. `size`: of the datagram that it will be.
    pub(super) fn challenge(&mut self, size: usize, now: Duration) -> Option<(SocketAddr, u64)> {
        let candidate = self
            .candidate
            .as_mut()
            .filter(|candidate| now >= candidate.retry_at)?;
        if candidate.tries == TRIES
            || candidate.sent + size as u64 > AMPLIFICATION * candidate.received
        {
            self.candidate = None;
            return None;
        }
        candidate.tries += 1;
        candidate.sent += size as u64;
        candidate.retry_at = now + RETRY;
        Some((candidate.address, candidate.token))
    }

    /// The peer answered a challenge from `from`. True if it is there from now on.
    pub(super) fn answered(&mut self, token: u64, from: SocketAddr) -> bool {
        let proven = self
            .candidate
            .as_ref()
            .is_some_and(|candidate| candidate.token == token && candidate.address == from);
        if proven {
            self.proven(from);
        }
        proven
    }

    pub(super) fn next_timeout(&self) -> Option<Duration> {
        self.candidate.as_ref().map(|candidate| candidate.retry_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MILLI: Duration = Duration::from_millis(1);

    fn address(port: u16) -> SocketAddr {
        ([192, 0, 2, 1], port).into()
    }

    #[test]
    fn a_peer_moves_when_it_has_answered_from_its_new_address() {
        let (mut path, mut random) = (Path::new(address(1)), Random::new([0; 32]));
        path.received(address(1), 100, true, MILLI, &mut random);
        assert_eq!(path.challenge(88, MILLI), None);
        path.received(address(2), 100, true, MILLI, &mut random);
        let (to, token) = path
            .challenge(88, MILLI)
            .expect("a new address is challenged");
        assert_eq!(to, address(2));
        assert!(!path.answered(token, address(3)), "from elsewhere");
        assert!(!path.answered(token + 1, address(2)), "another token");
        assert_eq!(path.address(), address(1));
        assert!(path.answered(token, address(2)));
        assert_eq!(path.address(), address(2));
        assert!(!path.answered(token, address(2)), "once");
    }

    #[test]
    fn an_old_packet_is_no_move() {
        let (mut path, mut random) = (Path::new(address(1)), Random::new([0; 32]));
        path.received(address(2), 100, false, MILLI, &mut random);
        assert_eq!(path.challenge(88, MILLI), None);
    }

    #[test]
    fn an_unproven_address_gets_no_more_than_three_times_what_it_sent() {
        let (mut path, mut random) = (Path::new(address(1)), Random::new([0; 32]));
        path.received(address(2), 80, true, MILLI, &mut random);
        let mut sent = 0;
        let mut now = MILLI;
        while path.challenge(88, now).is_some() {
            sent += 88;
            now += RETRY;
        }
        assert_eq!(sent, 2 * 88);
        assert_eq!(path.next_timeout(), None);
    }

    #[test]
    fn a_challenge_is_given_up() {
        let (mut path, mut random) = (Path::new(address(1)), Random::new([0; 32]));
        path.received(address(2), 10_000, true, MILLI, &mut random);
        let tries = (0..100)
            .filter(|step| path.challenge(88, MILLI + *step * RETRY).is_some())
            .count();
        assert_eq!(tries, usize::from(TRIES));
    }
}
