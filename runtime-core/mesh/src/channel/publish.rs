//! Publishing.

use bytes::Bytes;

use super::Channels;
use super::counts::DropCause;
use super::gate::Gate;
use super::mailbox::ChannelEvent;
use super::name::Name;
use super::roster::Post;

/// Why an event was not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublishError {
    #[error("a subscriber's ring is full; try again when it has taken some")]
    Full,
    #[error("this node has no tokens that allow it")]
    Unauthorized,
    #[error("an event has at most {} bytes", Channels::LARGEST_EVENT)]
    TooLarge,
    #[error("this node is closed")]
    Closed,
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

impl Channels {
    /// Bytes of the largest event: what a reliable stream carries. Unreliable subscribers in other nodes get no more than 64 KiB.
    pub const LARGEST_EVENT: usize = 64 << 20;

    /// Gives an event to all who subscribe to the channel.
    pub fn publish(&mut self, channel: &Name, data: Bytes) -> Result<(), PublishError> {
        self.attend();
        if data.len() > Self::LARGEST_EVENT {
            return Err(PublishError::TooLarge);
        }
        let config = self.catalog.config(channel).clone();
        let gate = Gate {
            channel,
            config: &config,
            me: self.me,
            subnet: self.subnet,
            at: self.rights.moment(),
        };
        let counts = self.catalog.counts_of(channel);
        if self.rights.to_publish(&gate).is_err() {
            counts.drop(DropCause::Unauthorized, 1);
            return Err(PublishError::Unauthorized);
        }
        let event = ChannelEvent {
            channel: channel.clone(),
            publisher: self.me,
            data,
        };
        let post = Post {
            event: &event,
            gate: &gate,
            now: self.now,
        };
        if self.roster.offer(post, counts).is_err() {
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
}
