//! What an endpoint knows of one neighbour.

use std::net::SocketAddr;
use std::time::Duration;

use meshwright_wire::wire::identity::EntityId;

use crate::association::Association;
use crate::handshake::Opening;
use crate::time::earlier;

pub(super) struct Peer {
    pub(super) identity: EntityId,
    /// What we call our boot to this peer: a new one each time that we know nothing of it, so that it forgets the streams that we have forgotten.
    pub(super) boot_id: u64,
    pub(super) association: Option<Association>,
    pub(super) attempt: Option<Attempt>,
    pub(super) offer: Option<Offer>,
}

/// Our own opening, until it is answered.
pub(super) struct Attempt {
    pub(super) opening: Opening,
    pub(super) address: SocketAddr,
    pub(super) tries: u32,
    pub(super) retry_at: Duration,
}

/// Keys that we answered with, until the peer shows that it has them.
pub(super) struct Offer {
    pub(super) boot_id: u64,
    pub(super) until: Duration,
}

impl Peer {
    pub(super) fn new(identity: EntityId, boot_id: u64) -> Self {
        Self {
            identity,
            boot_id,
            association: None,
            attempt: None,
            offer: None,
        }
    }

    pub(super) fn is_ready(&self) -> bool {
        self.association.as_ref().is_some_and(Association::is_ready)
    }

    pub(super) fn next_timeout(&mut self, now: Duration) -> Option<Duration> {
        let rekeying = self.attempt.is_some();
        let association = self
            .association
            .as_mut()
            .and_then(|association| association.next_timeout(rekeying, now));
        let attempt = self.attempt.as_ref().map(|attempt| attempt.retry_at);
        earlier(
            association,
            earlier(attempt, self.offer.as_ref().map(|offer| offer.until)),
        )
    }
}
