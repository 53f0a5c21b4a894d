//! Whose openings are read: under load only of those who bring a cookie, and an old one never without.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use meshwright_wire::wire::handshake::{HandshakeCookie, HandshakeInit};
use meshwright_wire::wire::identity::EntityId;

use super::bucket::Bucket;
use crate::crypto::random::Random;
use crate::handshake::{CookieJar, Source, Timestamp};

/// Identities whose latest opening is remembered. Forgetting one costs nothing but the work of reading an old opening again.
const REMEMBERED: usize = 65_536;

pub(super) struct Admission {
    jar: CookieJar,
    /// Openings of one second, and as many again for those with cookies.
    bucket: Bucket,
    latest: BTreeMap<[u8; 32], Timestamp>,
    order: VecDeque<[u8; 32]>,
}

impl Admission {
    pub(super) fn new(openings_per_second: u32, now: Duration, random: &mut Random) -> Self {
        Self {
            jar: CookieJar::new(now, random),
            bucket: Bucket::new(openings_per_second, now),
            latest: BTreeMap::new(),
            order: VecDeque::new(),
        }
    }

    /// True if the costly part of reading `frame` may begin.
    pub(super) fn admits(
        &mut self,
        frame: &[u8],
        source: &Source,
        now: Duration,
        random: &mut Random,
    ) -> bool {
        self.jar.refresh(now, random);
        // A cookie does not go past the limit either: whoever has one gets a share of it, but no more work is done.
        self.bucket.take(now) || self.jar.admits(frame, source) && self.bucket.borrow(now)
    }

    /// True if `timestamp` is later than all before it of that identity, `waiting` among them. It is remembered.
    pub(super) fn is_later(
        &mut self,
        identity: &EntityId,
        timestamp: Timestamp,
        waiting: Option<Timestamp>,
    ) -> bool {
        let latest = self.latest.get(&identity.0).copied().max(waiting);
        let later = latest.is_none_or(|latest| timestamp > latest);
        if later {
            self.remember(identity, timestamp);
        }
        later
    }

    /// True if `frame` came with a cookie for `source`.
    pub(super) fn has_cookie(&self, frame: &[u8], source: &Source) -> bool {
        self.jar.admits(frame, source)
    }

    pub(super) fn challenge(
        &self,
        us: &EntityId,
        opening: &HandshakeInit,
        source: &Source,
        random: &mut Random,
    ) -> HandshakeCookie {
        self.jar
            .challenge(us, opening.sender_id, &opening.mac1.0, source, random)
    }

    fn remember(&mut self, identity: &EntityId, timestamp: Timestamp) {
        if self.latest.insert(identity.0, timestamp).is_none() {
            self.order.push_back(identity.0);
            if self.order.len() > REMEMBERED
                && let Some(oldest) = self.order.pop_front()
            {
                self.latest.remove(&oldest);
            }
        }
    }
}
