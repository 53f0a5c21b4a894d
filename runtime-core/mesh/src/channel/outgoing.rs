//! What channels have to say to other nodes, one thing at a time.

use bytes::Bytes;
use meshwright_transport::Head;
use meshwright_wire::wire::identity::EntityId;

use super::mailbox::ChannelEvent;

/// What a node is to do for its channels.
#[derive(Debug)]
pub enum Outgoing {
    Send(Sending),
    /// Nothing follows on a reliable stream.
    Finish {
        peer: EntityId,
        stream: u64,
    },
}

/// An event for a peer's stream. If the endpoint does not take it, it goes back to [`Channels::unsent`](super::Channels::unsent).
#[derive(Debug)]
pub struct Sending {
    pub peer: EntityId,
    pub stream: u64,
    pub head: Head,
    pub reliable: bool,
    pub data: Bytes,
    pub(super) source: Source,
}

/// Where a sending came from, and goes back to.
#[derive(Debug)]
pub(super) enum Source {
    Control,
    /// The name of a channel, before its first event to a subscriber.
    Announcement {
        subscriber: u64,
        channel: u64,
    },
    Event {
        subscriber: u64,
        event: ChannelEvent,
    },
}

/// Who has something to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lane {
    Control(EntityId),
    Subscriber(u64),
}

/// Whether a lane waits for its turn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Turn {
    /// It has nothing to send.
    #[default]
    Idle,
    /// It stands in the queue.
    Queued,
    /// Its stream takes nothing more until it says so.
    Blocked,
}
