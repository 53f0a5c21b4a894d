//! Connects that have not come to an end: each goes through the addresses of a ticket, round and round, until one answers or time is up.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use meshwright_wire::wire::identity::EntityId;

use super::deferred::ConnectWaiter;

/// At most as many as the state machine allows peers, each with the waiters that its callers hold.
#[derive(Default)]
pub(crate) struct Connecting(BTreeMap<EntityId, Attempt>);

struct Attempt {
    addresses: Vec<SocketAddr>,
    /// Index of the address that is tried now.
    current: usize,
    /// No further address is tried after this.
    until: Duration,
    waiters: Vec<ConnectWaiter>,
}

/// What to do after an address did not answer.
pub(crate) enum Next {
    Try(SocketAddr),
    /// Nobody answered anywhere in time, or nobody waits for it any more.
    GiveUp(Vec<SocketAddr>, Vec<ConnectWaiter>),
    /// It was none of ours.
    Nothing,
}

impl Connecting {
    /// Adds a waiter. The address that is to be tried now. `addresses`: not empty.
    pub(crate) fn add(
        &mut self,
        peer: EntityId,
        addresses: &[SocketAddr],
        until: Duration,
        waiter: ConnectWaiter,
    ) -> Option<SocketAddr> {
        if let Some(attempt) = self.0.get_mut(&peer) {
            attempt.until = attempt.until.max(until);
            attempt.waiters.retain(|waiter| !waiter.is_closed());
            attempt.waiters.push(waiter);
            for address in addresses {
                if !attempt.addresses.contains(address) {
                    attempt.addresses.push(*address);
                }
            }
            return attempt.addresses.get(attempt.current).copied();
        }
        let first = *addresses.first()?;
        let attempt = Attempt {
            addresses: addresses.into(),
            current: 0,
            until,
            waiters: vec![waiter],
        };
        self.0.insert(peer, attempt);
        Some(first)
    }

    pub(crate) fn failed(&mut self, peer: &EntityId, now: Duration) -> Next {
        let Some(attempt) = self.0.get_mut(peer) else {
            return Next::Nothing;
        };
        attempt.waiters.retain(|waiter| !waiter.is_closed());
        if attempt.waiters.is_empty() || now >= attempt.until {
            let attempt = self.0.remove(peer);
            return attempt.map_or(Next::Nothing, |attempt| {
                Next::GiveUp(attempt.addresses, attempt.waiters)
            });
        }
        attempt.current = (attempt.current + 1) % attempt.addresses.len();
        Next::Try(attempt.addresses[attempt.current])
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
