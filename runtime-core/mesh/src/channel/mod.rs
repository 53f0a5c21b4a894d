//! Named channels: who subscribes to what, and where events go. A state machine; no sockets or tasks inside. `docs/channels.md` tells
//! how it works between nodes.

#![expect(dead_code, reason = "other nodes are served by what comes next")]

mod catalog;
mod config;
mod counts;
mod index;
mod limits;
mod mailbox;
mod name;
mod returns;
mod ring;
mod roster;
mod visibility;

#[cfg(test)]
mod tests;

pub use config::{Access, ChannelConfig, OnFull};
pub use counts::{Counts, DropCause};
pub use limits::ChannelLimits;
pub use mailbox::{ChannelEvent, EndCause, Item, Subscription};
pub use name::{Name, NameError, Pattern, Prefix};
pub use ring::RingSize;
pub use visibility::{SubnetId, Visibility};

use std::sync::Arc;
use std::task::Waker;

use bytes::Bytes;
use meshwright_transport::Credit;
use meshwright_wire::wire::identity::EntityId;

use catalog::Catalog;
use mailbox::Mailbox;
use returns::Returns;
use roster::{Roster, Subscriber};

/// The channels of one node.
pub struct Channels {
    me: EntityId,
    limits: ChannelLimits,
    catalog: Catalog,
    roster: Roster,
    returns: Arc<Returns>,
    next_key: u64,
    own_subscriptions: usize,
}

/// How to subscribe.
#[derive(Clone, Debug, Default)]
pub struct SubscribeOptions {
    /// Queue group: of all its members in the mesh, each event of a publisher reaches exactly one. 1 to 255 bytes.
    pub group: Option<Arc<str>>,
    pub ring: RingSize,
}

/// Why an event was not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublishError {
    #[error("a subscriber's ring is full; try again when it has taken some")]
    Full,
}

/// Why some of several events were not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("after {published} events: {cause}")]
pub struct PublishAllError {
    /// The first so many were.
    pub published: usize,
    #[source]
    pub cause: PublishError,
}

/// Why there is no subscription.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubscribeError {
    #[error("this node has as many subscriptions as it may have")]
    TooMany,
    #[error("the name of a queue group has 1 to 255 bytes")]
    BadGroup,
}

impl Channels {
    pub fn new(me: EntityId, limits: ChannelLimits) -> Self {
        Self {
            me,
            catalog: Catalog::new(limits.channels),
            limits,
            roster: Roster::default(),
            returns: Arc::default(),
            next_key: 0,
            own_subscriptions: 0,
        }
    }

    /// Says what holds for the channels of a pattern from now on.
    pub fn configure(&mut self, pattern: &Pattern, config: ChannelConfig) {
        self.catalog.configure(pattern, config);
    }

    /// Gives an event to all who subscribe to the channel.
    pub fn publish(&mut self, channel: &Name, data: Bytes) -> Result<(), PublishError> {
        self.attend();
        let on_full = self.catalog.config(channel).on_full;
        let event = ChannelEvent {
            channel: channel.clone(),
            publisher: self.me,
            data,
        };
        let counts = self.catalog.counts_of(channel);
        if self.roster.offer(&event, on_full, counts).is_err() {
            counts.drop(DropCause::ProducerFailed, 1);
            return Err(PublishError::Full);
        }
        counts.published += 1;
        Ok(())
    }

    /// Gives several events, in order.
    ///
    /// # Errors
    /// At the first that cannot be published; those before it were.
    pub fn publish_all(
        &mut self,
        channel: &Name,
        events: impl IntoIterator<Item = Bytes>,
    ) -> Result<(), PublishAllError> {
        for (published, data) in events.into_iter().enumerate() {
            self.publish(channel, data)
                .map_err(|cause| PublishAllError { published, cause })?;
        }
        Ok(())
    }

    /// Subscribes a part of this program.
    pub fn subscribe(
        &mut self,
        pattern: &Pattern,
        options: SubscribeOptions,
    ) -> Result<Subscription, SubscribeError> {
        self.attend();
        if self.own_subscriptions >= self.limits.subscriptions {
            return Err(SubscribeError::TooMany);
        }
        if let Some(group) = &options.group
            && !(1..=255).contains(&group.len())
        {
            return Err(SubscribeError::BadGroup);
        }
        let key = self.next_key;
        self.next_key += 1;
        let mailbox = Mailbox::new(key, options.ring, self.returns.clone());
        self.roster.insert(
            key,
            Subscriber {
                pattern: pattern.clone(),
                group: options.group,
                mailbox: mailbox.clone(),
            },
        );
        self.own_subscriptions += 1;
        Ok(Subscription::new(mailbox))
    }

    /// Forgets subscriptions that were dropped.
    pub fn attend(&mut self) {
        for key in self.returns.take_abandoned() {
            self.own_subscriptions -= usize::from(self.roster.remove(key).is_some());
        }
    }

    /// Windows of reliable streams that subscribers have used up, to be given back to the endpoint.
    pub fn take_credits(&mut self) -> Vec<Credit> {
        self.returns.take_credits()
    }

    /// Wakes, once, when [`attend`](Self::attend) or [`take_credits`](Self::take_credits) has something to do.
    pub fn wake_on_return(&self, waker: Waker) {
        self.returns.wake(waker);
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
}
