//! Connects that have not come to an end: each goes through the places of a peer, round and round, until one answers or time is up.

use std::collections::BTreeMap;
use std::time::Duration;

use meshwright_transport::Place;
use meshwright_wire::wire::identity::EntityId;

use super::deferred::ConnectWaiter;

/// At most as many as the state machine allows peers, each with the waiters that its callers hold.
#[derive(Default)]
pub(crate) struct Connecting(BTreeMap<EntityId, Attempt>);

struct Attempt {
    places: Vec<Place>,
    /// Index of the place that is tried now.
    current: usize,
    /// No further place is tried after this.
    until: Duration,
    waiters: Vec<ConnectWaiter>,
}

/// What to do after an place did not answer.
pub(crate) enum Next {
    Try(Place),
    /// Nobody answered anywhere in time, or nobody waits for it any more.
    GiveUp(Vec<Place>, Vec<ConnectWaiter>),
    /// It was none of ours.
    Nothing,
}

impl Connecting {
    /// Adds a waiter. The place that is to be tried now. `places`: not empty.
    pub(crate) fn add(
        &mut self,
        peer: EntityId,
        places: &[Place],
        until: Duration,
        waiter: ConnectWaiter,
    ) -> Option<Place> {
        if let Some(attempt) = self.0.get_mut(&peer) {
            attempt.until = attempt.until.max(until);
            attempt.waiters.retain(|waiter| !waiter.is_closed());
            attempt.waiters.push(waiter);
            for place in places {
                if !attempt.places.contains(place) {
                    attempt.places.push(*place);
                }
            }
            return attempt.places.get(attempt.current).copied();
        }
        let first = *places.first()?;
        let attempt = Attempt {
            places: places.into(),
            current: 0,
            until,
            waiters: vec![waiter],
        };
        self.0.insert(peer, attempt);
        Some(first)
    }

    pub(crate) fn has(&self, peer: &EntityId) -> bool {
        self.0.contains_key(peer)
    }

    pub(crate) fn failed(&mut self, peer: &EntityId, now: Duration) -> Next {
        let Some(attempt) = self.0.get_mut(peer) else {
            return Next::Nothing;
        };
        attempt.waiters.retain(|waiter| !waiter.is_closed());
        if attempt.waiters.is_empty() || now >= attempt.until {
            let attempt = self.0.remove(peer);
            return attempt.map_or(Next::Nothing, |attempt| {
                Next::GiveUp(attempt.places, attempt.waiters)
            });
        }
        attempt.current = (attempt.current + 1) % attempt.places.len();
        Next::Try(attempt.places[attempt.current])
    }

    /// Who waited for that peer.
    pub(crate) fn take(&mut self, peer: &EntityId) -> Vec<ConnectWaiter> {
        self.0
            .remove(peer)
            .map_or(vec![], |attempt| attempt.waiters)
    }

    pub(crate) fn take_all(&mut self) -> Vec<ConnectWaiter> {
        std::mem::take(&mut self.0)
            .into_values()
            .flat_map(|attempt| attempt.waiters)
            .collect()
    }
}
