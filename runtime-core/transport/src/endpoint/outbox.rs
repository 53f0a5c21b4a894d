//! What an endpoint has to say: datagrams for the network, events for the program, and counts of what went nowhere.

use std::collections::VecDeque;
use std::net::SocketAddr;

use bytes::Bytes;
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::packet::PacketHeader;
use meshwright_wire::wire::session::CloseReason;

use crate::association::Liveness;
use crate::session::OVERHEAD;
use crate::stream::{Charge, StreamError};

/// A datagram to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transmit {
    pub to: SocketAddr,
    pub datagram: Vec<u8>,
}

/// Something that a program may want to know.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// There are keys, on both sides.
    Connected(EntityId),
    /// Nobody answered there.
    ConnectFailed(EntityId),
    /// The peer is the same, its program another one: streams begin anew.
    Restarted(EntityId),
    Moved(EntityId, SocketAddr),
    Liveness(EntityId, Liveness),
    Received(Received),
    Closed(EntityId, CloseCause),
    /// Nothing follows on the peer's stream.
    StreamFinished(EntityId, u64),
    /// The peer gave up on its stream; what came before is all there is.
    StreamReset(EntityId, u64),
    /// We gave up on our stream: what was not acknowledged may not have arrived.
    StreamGaveUp(EntityId, u64),
    /// A stream that was blocked has room again.
    StreamWritable(EntityId, u64),
    /// All of a finished stream has arrived.
    StreamDrained(EntityId, u64),
}

/// The events of one packet.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    pub peer: EntityId,
    pub header: PacketHeader,
    /// Slices of one buffer.
    pub events: Vec<Bytes>,
    pub(crate) charge: Charge,
}

/// What a packet of a reliable stream takes of the window that its sender was granted. Given back to the endpoint when the program has
/// taken the packet's events, so that the sender may send as much again.
#[derive(Debug, PartialEq, Eq)]
#[must_use = "a sender whose window is never given back stops"]
pub struct Credit {
    pub(super) peer: EntityId,
    pub(super) stream: u64,
    pub(super) charge: Charge,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CloseCause {
    /// It said so.
    Peer(CloseReason, String),
    /// It was silent until its keys were too old.
    TimedOut,
}

/// Why an event was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    #[error("there is no session with the peer")]
    NotConnected,
    #[error("as much as may wait to be sent waits already; try again when some of it was sent")]
    Busy,
    #[error(transparent)]
    Stream(#[from] StreamError),
}

/// Why something that came, or was to go, went nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DropCause {
    /// Neither a handshake nor a packet.
    Unknown,
    Malformed,
    Forged,
    Replayed,
    /// Of a session that is not, or no longer.
    NoSession,
    /// A handshake without the right first mac.
    NotForUs,
    /// A handshake that named a key, an identity or an id that it may not.
    Refused,
    /// A handshake that came too late, or a cookie was asked for.
    Challenged,
    /// There is no room for another peer.
    Full,
    /// An event of which only pieces came.
    Incomplete,
    /// Too much waits to be sent.
    TransmitsFull,
    /// Too much waits to be read.
    EventsFull,
}

impl DropCause {
    pub const ALL: [Self; 12] = [
        Self::Unknown,
        Self::Malformed,
        Self::Forged,
        Self::Replayed,
        Self::NoSession,
        Self::NotForUs,
        Self::Refused,
        Self::Challenged,
        Self::Full,
        Self::Incomplete,
        Self::TransmitsFull,
        Self::EventsFull,
    ];

    /// In the snake case of metrics and logs; stays the same.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Malformed => "malformed",
            Self::Forged => "forged",
            Self::Replayed => "replayed",
            Self::NoSession => "no_session",
            Self::NotForUs => "not_for_us",
            Self::Refused => "refused",
            Self::Challenged => "challenged",
            Self::Full => "full",
            Self::Incomplete => "incomplete",
            Self::TransmitsFull => "transmits_full",
            Self::EventsFull => "events_full",
        }
    }
}

/// Counts by cause since the endpoint was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drops([u64; DropCause::ALL.len()]);

impl Drops {
    pub fn of(&self, cause: DropCause) -> u64 {
        self.0[cause as usize]
    }

    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }
}

pub(crate) struct Outbox {
    transmits: VecDeque<Transmit>,
    events: VecDeque<Event>,
    drops: Drops,
    max_transmits: usize,
    max_events: usize,
    largest_payload: usize,
}

impl Outbox {
    /// `datagram_size`: bytes of the largest datagram.
    pub(super) fn new(max_transmits: usize, max_events: usize, datagram_size: usize) -> Self {
        Self {
            transmits: VecDeque::new(),
            events: VecDeque::new(),
            drops: Drops::default(),
            max_transmits,
            max_events,
            largest_payload: datagram_size.saturating_sub(OVERHEAD),
        }
    }

    /// Bytes of payload that fit into one datagram.
    pub(crate) fn largest_payload(&self) -> usize {
        self.largest_payload
    }

    pub(crate) fn is_full(&self) -> bool {
        self.transmits.len() >= self.max_transmits
    }

    pub(crate) fn transmit(&mut self, to: SocketAddr, datagram: Vec<u8>) {
        if self.is_full() {
            self.drop(DropCause::TransmitsFull);
        } else {
            self.transmits.push_back(Transmit { to, datagram });
        }
    }

    /// What came unreliably may be dropped when nobody reads. Reliable streams have windows, and of what becomes of peers there is little.
    pub(crate) fn event(&mut self, event: Event) {
        let may_drop =
            matches!(&event, Event::Received(received) if received.charge == Charge::Free);
        if may_drop && self.events.len() >= self.max_events {
            self.drop(DropCause::EventsFull);
        } else {
            self.events.push_back(event);
        }
    }

    pub(crate) fn drop(&mut self, cause: DropCause) {
        self.drops.0[cause as usize] += 1;
    }

    pub(super) fn drops(&self) -> Drops {
        self.drops
    }

    pub(super) fn next_transmit(&mut self) -> Option<Transmit> {
        self.transmits.pop_front()
    }

    pub(super) fn next_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }
}
