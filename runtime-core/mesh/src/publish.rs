//! Channels, as a node's program uses them.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use meshwright_wire::wire::identity::EntityId;

use crate::channel::{
    ChannelConfig, Counts, Item, Name, Pattern, PublishAllError, PublishError, SubscribeError,
    SubscribeOptions, Subscription,
};
use crate::mesh::Mesh;
use crate::token::{SignedChain, SignedRevocation};

impl Mesh {
    /// Gives an event of up to 64 MiB to all who subscribe to the channel, in this program and in other nodes. Never waits: the channel's
    /// policy says what becomes of an event for which a subscriber has no room.
    pub fn publish(&self, channel: &Name, event: impl Into<Bytes>) -> Result<(), PublishError> {
        let event = event.into();
        let clock = &self.node().clock;
        self.node().submit(event.len(), |state| {
            if state.closing {
                return Err(PublishError::Closed);
            }
            state.channels.publish(channel, event)?;
            // Streams have more room than the rings of subscriptions.
            state.channels.pump(&mut state.endpoint, clock.now());
            Ok(())
        })
    }

    /// Gives several events, in order, as one change: what goes to one node goes in as few system calls as may be.
    ///
    /// # Errors
    /// At the first that cannot be published; those before it were.
    pub fn publish_all(
        &self,
        channel: &Name,
        events: impl IntoIterator<Item = Bytes>,
    ) -> Result<(), PublishAllError> {
        // The caller's iterator runs before the lock is taken.
        let events: Vec<Bytes> = events.into_iter().collect();
        self.node().with(|state, _, _| {
            if state.closing {
                return Err(PublishAllError {
                    published: 0,
                    cause: PublishError::Closed,
                });
            }
            state.channels.publish_all(channel, events)
        })
    }

    /// The events of one channel, or of all below a prefix, from now on: of this program, and of each node that can be reached, now or later.
    pub fn subscribe(
        &self,
        pattern: &Pattern,
        options: SubscribeOptions,
    ) -> Result<Subscription, SubscribeError> {
        self.node().with(|state, _, now| {
            if state.closing {
                return Err(SubscribeError::Closed);
            }
            let subscription = state.channels.subscribe(pattern, options)?;
            state.seek_all(now);
            Ok(subscription)
        })
    }

    /// Who gets what this node publishes to a channel: subscribers in this program, and subscriptions of other nodes.
    pub fn subscribers(&self, channel: &Name) -> usize {
        self.node()
            .look(|state| state.channels.subscribers(channel))
    }

    /// Nodes that have said that they send events to a subscription.
    pub fn publishers(&self, subscription: &Subscription) -> Vec<EntityId> {
        self.node()
            .look(|state| state.channels.publishers(subscription))
    }

    /// Says what holds for the channels of a pattern from now on. Nodes that share a channel should agree on it.
    pub fn configure_channel(&self, pattern: &Pattern, config: ChannelConfig) {
        self.node()
            .with(|state, _, _| state.channels.configure(pattern, config));
    }

    /// Keeps a chain of tokens that lets this node publish or subscribe; false if there is no room.
    pub fn add_credential(&self, chain: SignedChain) -> bool {
        self.node()
            .with(|state, _, _| state.channels.add_credential(chain))
    }

    /// Voids an issuer's tokens, on its own word: here, in all nodes that can be reached, and in those that come later. False if it was known. It
    /// counts from the next event on; subscriptions that rested on such tokens end within a second.
    pub fn revoke(&self, revocation: SignedRevocation) -> bool {
        self.node()
            .with(|state, _, _| state.channels.revoke(revocation))
    }

    /// The lowest generation of an issuer's tokens that counts here: 0 if nothing was revoked.
    pub fn floor(&self, issuer: &EntityId) -> u32 {
        self.node().look(|state| state.channels.floor(issuer))
    }

    /// What became of the events of a channel.
    pub fn channel_counts(&self, channel: &Name) -> Counts {
        self.node().look(|state| state.channels.counts(channel))
    }
}

impl Subscription {
    /// The next event or refusal; none after [`end_cause`](Self::end_cause).
    pub async fn next(&mut self) -> Option<Item> {
        std::future::poll_fn(|cx| Self::poll_next(self, cx)).await
    }
}

impl Stream for Subscription {
    type Item = Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Item>> {
        Self::poll_next(self.get_mut(), cx)
    }
}
