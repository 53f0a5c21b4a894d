//! Named channels: who subscribes to what, and where events go. A state machine; no sockets or tasks inside. `docs/channels.md` tells
//! how it works between nodes.

mod allowance;
mod arrivals;
mod catalog;
mod config;
mod counts;
mod early;
mod endpoint;
mod failures;
mod gate;
mod index;
mod interests;
mod lanes;
mod limits;
mod mailbox;
mod membership;
mod name;
mod names;
mod outgoing;
mod peer;
mod peers;
mod publish;
mod remote;
mod returns;
mod revocations;
mod rights;
mod ring;
mod roster;
pub(crate) mod streams;
mod subscribe;
mod subscriber;
mod upkeep;
mod visibility;

#[cfg(test)]
mod tests;

pub use config::{Access, ChannelConfig, OnFull};
pub use counts::{Counts, DropCause};
pub use interests::Publishers;
pub use limits::ChannelLimits;
pub use mailbox::{ChannelEvent, EndCause, Item, Subscription};
pub use name::{Name, NameError, Pattern, Prefix};
pub use outgoing::{Outgoing, Sending};
pub use publish::{PublishAllError, PublishError};
pub use ring::RingSize;
pub use subscribe::{SubscribeError, SubscribeOptions};
pub use visibility::{SubnetId, Visibility};

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::task::Waker;
use std::time::Duration;

use meshwright_transport::{Credit, Head, Now, origin_hash};
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::packet::Subprotocol;

use catalog::Catalog;
use gate::Gate;
use interests::Interests;
use peer::Peer;
use returns::Returns;
use rights::Rights;
use roster::Roster;
use streams::StreamIds;

/// The channels of one node.
pub struct Channels {
    me: EntityId,
    /// What packets of this node say that they are from.
    origin: u64,
    subnet: SubnetId,
    limits: ChannelLimits,
    catalog: Catalog,
    /// Who gets what this node publishes.
    roster: Roster,
    /// What this node wants from others.
    interests: Interests,
    peers: BTreeMap<EntityId, Peer>,
    rights: Rights,
    returns: Arc<Returns>,
    ids: StreamIds,
    /// Streams of subscriptions that ended.
    finished: VecDeque<(EntityId, u64)>,
    next_key: u64,
    own_subscriptions: usize,
    now: Duration,
}

impl Channels {
    /// `subnet`: where this node is; [`SubnetId::GLOBAL`] without subnets.
    pub fn new(me: EntityId, subnet: SubnetId, limits: ChannelLimits, now: Now) -> Self {
        Self {
            me,
            origin: origin_hash(&me),
            subnet,
            catalog: Catalog::new(limits.channels),
            roster: Roster::default(),
            interests: Interests::default(),
            peers: BTreeMap::new(),
            rights: Rights::new(&limits, now.wall.as_secs()),
            limits,
            returns: Arc::default(),
            ids: StreamIds::default(),
            finished: VecDeque::new(),
            next_key: 0,
            own_subscriptions: 0,
            now: now.monotonic,
        }
    }

    /// Says what holds for the channels of a pattern from now on.
    pub fn configure(&mut self, pattern: &Pattern, config: ChannelConfig) {
        if let Access::Tokens(roots) = &config.access {
            for root in roots {
                self.rights.revocations.name(*root);
            }
        }
        self.catalog.configure(pattern, config);
    }

    pub fn counts(&self, channel: &Name) -> Counts {
        self.catalog.counts(channel)
    }

    /// Of all channels, and of what belonged to none.
    pub fn totals(&self) -> Counts {
        self.catalog.totals()
    }

    /// Forgets a channel that is used no more, with what was counted for it alone.
    pub fn retire(&mut self, channel: &Name) {
        self.catalog.retire(channel);
    }

    /// Windows of reliable streams that subscribers have used up, to be given back to the endpoint.
    pub fn take_credits(&mut self) -> Vec<Credit> {
        self.returns.take_credits()
    }

    /// Subscribers for whom there is something. To be woken after every call, when no lock is held: waking is others' code.
    pub fn take_wakers(&mut self) -> Vec<Waker> {
        self.returns.take_wakers()
    }

    /// Who gets what this node publishes to a channel: subscribers in this program, and subscriptions of other nodes.
    pub fn subscribers(&self, channel: &Name) -> usize {
        self.roster.count(channel)
    }

    /// Events that wait to be sent to other nodes.
    pub fn waiting(&self) -> usize {
        self.roster
            .remotes()
            .map(|(_, remote)| remote.ring.len())
            .sum()
    }

    /// Wakes, once, when subscribers have given something back: then call [`attend`](Self::attend) and [`take_credits`](Self::take_credits).
    pub fn wake_on_return(&self, waker: Waker) {
        self.returns.wake(waker);
    }

    fn gate<'a>(&'a self, channel: &'a Name, config: &'a ChannelConfig) -> Gate<'a> {
        Gate {
            channel,
            config,
            me: self.me,
            subnet: self.subnet,
            at: self.rights.moment(),
        }
    }

    fn head(&self, subprotocol: Subprotocol, channel: u64) -> Head {
        Head {
            subprotocol,
            priority: 0,
            origin: self.origin,
            channel,
            subnet: self.subnet.0,
        }
    }
}

impl Drop for Channels {
    fn drop(&mut self) {
        self.close();
    }
}
