//! What an endpoint knows of one peer.

use std::net::SocketAddr;
use std::time::Duration;

use meshwright_wire::wire::identity::EntityId;

use super::place::Place;
use crate::association::{Association, Liveness};
use crate::handshake::{Opening, Timestamp};
use crate::time::earlier;

pub(super) struct Peer {
    pub(super) identity: EntityId,
    pub(super) node: u64,
    /// What we call our boot to this peer: a new one each time that we know nothing of it, so that it forgets the streams that we have forgotten.
    pub(super) boot_id: u64,
    pub(super) association: Option<Association>,
    pub(super) attempt: Option<Attempt>,
    pub(super) offer: Option<Offer>,
    /// Where others find it.
    pub(super) located: Option<SocketAddr>,
    /// Where the program says that it is, until there are keys.
    pub(super) said: Option<SocketAddr>,
    /// The boot with which routes know it as a neighbour.
    pub(super) neighbour: Option<u64>,
    /// What was thought of it when we last looked.
    pub(super) liveness: Liveness,
    /// The next flush looks at it.
    pub(super) unsent: bool,
}

/// Our own opening, until it is answered.
pub(super) struct Attempt {
    pub(super) opening: Opening,
    pub(super) place: Place,
    pub(super) tries: u32,
    pub(super) retry_at: Duration,
}

/// Keys that we answered with, until the peer shows that it has them.
pub(super) struct Offer {
    pub(super) boot_id: u64,
    /// Where the answer went.
    pub(super) place: Place,
    pub(super) until: Duration,
    /// The opening that it answers.
    pub(super) opening: Answered,
    pub(super) frame: Vec<u8>,
}

/// By what an opening is known again, and openings of one peer are put in order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Answered {
    pub(super) timestamp: Timestamp,
    /// A new one for each opening.
    pub(super) ephemeral: [u8; 32],
}

impl Peer {
    pub(super) fn new(identity: EntityId, node: u64, boot_id: u64) -> Self {
        Self {
            identity,
            node,
            boot_id,
            association: None,
            attempt: None,
            offer: None,
            located: None,
            said: None,
            neighbour: None,
            liveness: Liveness::Healthy,
            unsent: false,
        }
    }

    pub(super) fn is_ready(&self) -> bool {
        self.association.as_ref().is_some_and(Association::is_ready)
    }

    /// There are keys, and it was heard lately.
    pub(super) fn is_alive(&self) -> bool {
        let association = self.association.as_ref().filter(|one| one.is_ready());
        association.is_some_and(|one| one.liveness() != Liveness::Failed)
    }

    /// Where packets go to it.
    pub(super) fn place(&self) -> Option<Place> {
        let association = self.association.as_ref().filter(|one| one.is_ready())?;
        Some(association.place())
    }

    /// Where packets go to it without a relay.
    pub(super) fn address(&self) -> Option<SocketAddr> {
        match self.place()? {
            Place::Direct(address) => Some(address),
            Place::Via(_) | Place::Routed => None,
        }
    }

    /// Its boot, if it is a neighbour: there without relays, and not silent.
    pub(super) fn neighbouring_boot(&self) -> Option<u64> {
        self.address()?;
        self.association
            .as_ref()
            .filter(|one| one.liveness() == Liveness::Healthy)
            .map(Association::boot_id)
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
