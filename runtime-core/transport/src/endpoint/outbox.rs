//! What an endpoint has to say: datagrams for the network, events for the program, and counts of what went nowhere.

use std::collections::VecDeque;
use std::net::SocketAddr;

use bytes::Bytes;
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::packet::PacketHeader;
use meshwright_wire::wire::session::CloseReason;

use super::drops::{DropCause, Drops};
use super::place::{Place, Target};
use super::routes::Route;
use super::transmits::{Lane, Outgoing, Transmits};
use crate::association::Liveness;
use crate::routing::Trace;
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
    /// There are keys, on both sides; or there were, if the program has closed the association before it took this event:
    /// [`Endpoint::peer`](super::Endpoint::peer) knows.
    Connected(EntityId),
    /// Nobody answered there.
    ConnectFailed(EntityId),
    /// The peer is the same, its program another one: streams begin anew.
    Restarted(EntityId),
    /// Packets to the peer go there from now on.
    Moved(EntityId, Place),
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
    /// Something leads to a node that nothing led to before.
    Reachable(Route),
    /// Another neighbour leads to a node than before.
    Rerouted(Route),
    /// Nothing leads to a node any more.
    Unreachable(EntityId),
    /// A node says something new of itself; [`Endpoint::route`](super::Endpoint::route) has it.
    Announced(EntityId),
    /// A trace has come to its end.
    Traced(Trace),
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
    #[error(
        "as much as may wait to be sent to the peer waits already; try again when some of it was sent"
    )]
    Busy,
    #[error(transparent)]
    Stream(#[from] StreamError),
}

pub(crate) struct Outbox {
    transmits: Transmits,
    events: VecDeque<Event>,
    drops: Drops,
    max_events: usize,
    /// Empty ones, with memory that was in use.
    buffers: Vec<Vec<u8>>,
}

impl Outbox {
    /// Buffers that are kept: as many as are under way at a time where datagrams are large. Memory of small ones costs little.
    const BUFFERS: usize = 4;

    /// `max_relayed`: datagrams that wait for one neighbour's sake, at most.
    pub(super) fn new(max_transmits: usize, max_events: usize, max_relayed: usize) -> Self {
        Self {
            transmits: Transmits::new(max_transmits, max_relayed),
            events: VecDeque::new(),
            drops: Drops::default(),
            max_events,
            buffers: vec![],
        }
    }

    /// For what is to be put together.
    pub(crate) fn buffer(&mut self) -> Vec<u8> {
        self.buffers.pop().unwrap_or_default()
    }

    /// Takes back the memory of a datagram that was sent, or of a payload that is in one.
    pub(crate) fn reuse(&mut self, mut buffer: Vec<u8>) {
        if self.buffers.len() < Self::BUFFERS {
            buffer.clear();
            self.buffers.push(buffer);
        }
    }

    /// True if `count` datagrams more of what a program wants sent may wait in a lane.
    pub(crate) fn has_room(&self, lane: Lane, count: usize) -> bool {
        self.transmits.has_room(lane, count)
    }

    /// True if nothing waits in a lane.
    pub(crate) fn is_idle(&self, lane: Lane) -> bool {
        self.transmits.is_idle(lane)
    }

    /// True if a datagram more in a lane would be dropped.
    pub(crate) fn is_full(&self, lane: Lane) -> bool {
        self.transmits.is_full(lane)
    }

    pub(crate) fn transmit(&mut self, lane: Lane, to: Target, datagram: Vec<u8>) {
        if !self.transmits.push(lane, Outgoing { to, datagram }) {
            self.drop(DropCause::TransmitsFull);
        }
    }

    /// True if one more datagram may wait for the sake of the neighbour at `slot`.
    pub(super) fn has_room_to_relay(&self, slot: usize) -> bool {
        self.transmits.has_room_to_relay(slot)
    }

    /// Sends a datagram for the sake of the neighbour at `slot`, for which there must be room.
    pub(super) fn relay(&mut self, slot: usize, to: SocketAddr, datagram: Vec<u8>) {
        self.transmit(Lane::Relayed(slot), Target::Address(to), datagram);
    }

    /// What came unreliably may be dropped when nobody reads, and news of routes, which can be asked for. Reliable streams have windows, and of what
    /// becomes of peers there is little.
    pub(crate) fn event(&mut self, event: Event) {
        let may_drop = match &event {
            Event::Received(received) => received.charge == Charge::Free,
            Event::Reachable(_)
            | Event::Rerouted(_)
            | Event::Unreachable(_)
            | Event::Announced(_) => true,
            _ => false,
        };
        if may_drop && self.events.len() >= self.max_events {
            self.drop(DropCause::EventsFull);
        } else {
            self.events.push_back(event);
        }
    }

    pub(crate) fn drop(&mut self, cause: DropCause) {
        self.drop_many(cause, 1);
    }

    pub(crate) fn drop_many(&mut self, cause: DropCause, count: usize) {
        self.drops.add(cause, count as u64);
    }

    /// Datagrams that wait to be sent.
    pub(super) fn waiting(&self) -> usize {
        self.transmits.waiting()
    }

    /// Relayed ones among them, of the neighbour with the most.
    pub(super) fn most_relayed(&self) -> usize {
        self.transmits.most_for_one()
    }

    pub(super) fn drops(&self) -> Drops {
        self.drops
    }

    pub(super) fn next_outgoing(&mut self) -> Option<Outgoing> {
        self.transmits.pop()
    }

    pub(super) fn next_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }
}
