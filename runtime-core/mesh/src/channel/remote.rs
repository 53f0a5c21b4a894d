//! A subscriber in another node: events that wait to be sent to it.

use std::collections::HashSet;
use std::time::Duration;

use meshwright_wire::wire::identity::EntityId;

use super::mailbox::ChannelEvent;
use super::outgoing::Turn;
use super::ring::{Ring, RingSize};
use super::visibility::SubnetId;
use crate::token::SignedChain;

pub(super) struct Remote {
    pub(super) peer: EntityId,
    pub(super) subnet: Option<SubnetId>,
    /// Its id, and that of the stream of its events.
    pub(super) subscription: u64,
    pub(super) reliable: bool,
    /// What it showed when it subscribed.
    pub(super) chain: Option<SignedChain>,
    pub(super) ring: Ring<ChannelEvent>,
    pub(super) turn: Turn,
    /// Hashes of the channels whose names went before their events, on the same stream.
    pub(super) announced: HashSet<u64>,
    /// Something was sent on its stream.
    pub(super) opened: bool,
    /// Since when its ring has held producers up.
    pub(super) full_since: Option<Duration>,
}

impl Remote {
    pub(super) fn new(
        peer: EntityId,
        subnet: Option<SubnetId>,
        subscription: u64,
        reliable: bool,
        chain: Option<SignedChain>,
        size: RingSize,
    ) -> Self {
        Self {
            peer,
            subnet,
            subscription,
            reliable,
            chain,
            ring: Ring::new(size),
            turn: Turn::Idle,
            announced: HashSet::new(),
            opened: false,
            full_since: None,
        }
    }
}
