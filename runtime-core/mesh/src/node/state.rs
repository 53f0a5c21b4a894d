//! All that the node's lock protects: the state machine, and where its events go.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use meshwright_transport::{Credit, Endpoint, Event, Liveness, Now, PeerInfo, Received, Route};
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::packet::{PacketFlag, Subprotocol};

use super::connecting::{Connecting, Next};
use super::credit::{Hold, Returns};
use super::deferred::Deferred;
use super::gathering::Gathering;
use super::ring::{Push, Ring};
use super::room::Room;
use super::seeking::AGAIN;
use super::traces::Traces;
use crate::channel::{Channels, SubnetId};
use crate::error::ConnectError;
use crate::events::{PeerEvent, Queued};
use crate::peers::PeerChange;

pub(crate) struct State {
    pub(crate) endpoint: Endpoint,
    pub(crate) channels: Channels,
    /// When the channels are to be looked at again.
    channels_due: Duration,
    pub(crate) connecting: Connecting,
    pub(crate) room: Room,
    pub(crate) traces: Traces,
    pub(crate) counts: Counts,
    /// Whether subscriptions open sessions with nodes beyond the neighbours.
    pub(super) seeks: bool,
    /// When they are looked for again.
    seek_due: Duration,
    /// No more is taken from the program.
    pub(crate) closing: bool,
    /// Nothing comes for readers any more.
    ended: bool,
    /// When the driver will wake by itself.
    pub(crate) armed: Option<Duration>,
    pub(super) gathering: Gathering,
    connect_timeout: Duration,
    event_readers: Vec<Arc<Ring<Queued>>>,
    change_readers: Vec<Arc<Ring<PeerChange>>>,
    returns: Arc<Returns>,
}

/// What came in since the node was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub datagrams: u64,
    pub bytes: u64,
    /// System calls that brought them.
    pub calls: u64,
    /// Events put into rings of readers, once for each.
    pub events: u64,
    /// Events that went nowhere since a reader was behind, or since nobody reads.
    pub dropped: u64,
    /// Packets of subprotocols that this version does not know.
    pub unknown_subprotocol: u64,
}

impl State {
    pub(crate) fn new(
        endpoint: Endpoint,
        channels: Channels,
        connect_timeout: Duration,
        seeks: bool,
        returns: Arc<Returns>,
    ) -> Self {
        Self {
            endpoint,
            channels,
            channels_due: Duration::ZERO,
            connecting: Connecting::default(),
            room: Room::default(),
            traces: Traces::default(),
            counts: Counts::default(),
            seeks,
            seek_due: Duration::ZERO,
            closing: false,
            ended: false,
            armed: None,
            gathering: Gathering::default(),
            connect_timeout,
            event_readers: vec![],
            change_readers: vec![],
            returns,
        }
    }

    /// True if everything reliable has arrived.
    pub(crate) fn is_drained(&self) -> bool {
        self.endpoint.unacknowledged().next().is_none() && self.channels.waiting() == 0
    }

    /// Does what is due.
    pub(crate) fn tick(&mut self, now: Now) {
        self.endpoint.tick(now);
        if now.monotonic >= self.channels_due {
            self.channels.tick(now);
            self.channels_due = now.monotonic + Channels::TICK;
        }
        // No deadline of its own: channels are looked at more often.
        if now.monotonic >= self.seek_due {
            self.seek_all(now);
            self.seek_due = now.monotonic + AGAIN;
        }
    }

    /// When [`tick`](Self::tick) is to be called.
    pub(crate) fn next_deadline(&self) -> Duration {
        let endpoint = self.endpoint.next_timeout();
        endpoint.map_or(self.channels_due, |at| at.min(self.channels_due))
    }

    pub(crate) fn read_events(
        &mut self,
        capacity: usize,
        deferred: &mut Deferred,
    ) -> Arc<Ring<Queued>> {
        let ring = Arc::new(Ring::new(capacity));
        if self.ended {
            deferred.wake(ring.end());
            return ring;
        }
        self.event_readers.retain(|reader| !reader.has_ended());
        self.event_readers.push(Arc::clone(&ring));
        ring
    }

    pub(crate) fn read_changes(
        &mut self,
        capacity: usize,
        deferred: &mut Deferred,
    ) -> Arc<Ring<PeerChange>> {
        let peers: Vec<PeerInfo> = self.endpoint.peers().collect();
        let ring = Arc::new(Ring::new(capacity.max(peers.len())));
        for peer in peers {
            // It holds them all, and has no reader yet to be woken.
            let _ = ring.push(PeerChange::Joined(peer));
        }
        if self.ended {
            deferred.wake(ring.end());
            return ring;
        }
        self.change_readers.retain(|reader| !reader.has_ended());
        self.change_readers.push(Arc::clone(&ring));
        ring
    }

    /// Ends all queues; what waits in them can still be read. The number of events that do.
    pub(crate) fn end(&mut self, deferred: &mut Deferred) -> usize {
        self.ended = true;
        let unread = self.event_readers.iter().map(|reader| reader.len()).sum();
        for reader in self.event_readers.drain(..) {
            deferred.wake(reader.end());
        }
        for reader in self.change_readers.drain(..) {
            deferred.wake(reader.end());
        }
        self.channels.close();
        for waiter in self.connecting.take_all() {
            deferred.answer(waiter, Err(ConnectError::Closed));
        }
        deferred.retry(self.room.take_all());
        deferred.give_up(self.traces.take_all());
        unread
    }

    /// Hands on what the state machines have to say. True if there is more as soon as some datagrams were sent.
    pub(crate) fn pump(&mut self, now: Now, deferred: &mut Deferred) -> bool {
        self.gathering.end(now.monotonic);
        for credit in self.returns.take() {
            self.endpoint.give_back(credit, now);
        }
        loop {
            let is_busy = self.channels.pump(&mut self.endpoint, now);
            let is_busy = self.endpoint.flush(now) || is_busy;
            let mut is_idle = true;
            while let Some((event, credit)) = self.endpoint.poll_event_on_credit() {
                is_idle = false;
                if let Some((event, credit)) = self.channels.handle(event, credit, now) {
                    self.handle(event, credit, now, deferred);
                }
            }
            if is_idle || is_busy {
                deferred.wake(self.channels.take_wakers());
                return is_busy;
            }
        }
    }

    fn handle(&mut self, event: Event, credit: Option<Credit>, now: Now, deferred: &mut Deferred) {
        match event {
            Event::Received(received) => self.received(received, credit, now, deferred),
            Event::Connected(peer) => self.connected(peer, deferred),
            Event::ConnectFailed(peer) => self.connect_failed(peer, now, deferred),
            Event::Closed(peer, cause) => {
                tracing::info!(peer = %crate::Short(&peer), ?cause, "peer left");
                deferred.retry(self.room.peer_left(&peer));
                self.changed(&PeerChange::Left(peer, cause), deferred);
            }
            Event::Restarted(peer) => {
                tracing::info!(peer = %crate::Short(&peer), "peer restarted");
                deferred.retry(self.room.peer_left(&peer));
                self.answer_connects(peer, deferred);
                self.changed(&PeerChange::Restarted(peer), deferred);
            }
            Event::Moved(peer, to) => {
                tracing::info!(peer = %crate::Short(&peer), to = %crate::At(&to), "peer moved");
                self.changed(&PeerChange::Moved(peer, to), deferred);
            }
            Event::Liveness(peer, liveness) => {
                tracing::debug!(peer = %crate::Short(&peer), ?liveness, "liveness");
                if liveness == Liveness::Healthy {
                    self.answer_connects(peer, deferred);
                }
                self.changed(&PeerChange::Liveness(peer, liveness), deferred);
            }
            Event::Reachable(route) | Event::Rerouted(route) => {
                self.announced(&route);
                if self.endpoint.peer(&route.identity).is_none() {
                    self.seek(&route, now);
                }
                self.changed(&PeerChange::Reachable(route), deferred);
            }
            Event::Unreachable(node) => self.changed(&PeerChange::Unreachable(node), deferred),
            Event::Announced(node) => {
                if let Some(route) = self.endpoint.route(&node) {
                    self.announced(&route);
                }
            }
            Event::Traced(trace) => {
                deferred.traced(self.traces.take(&trace.destination), &trace);
            }
            Event::StreamGaveUp(peer, stream)
            | Event::StreamDrained(peer, stream)
            | Event::StreamWritable(peer, stream) => {
                deferred.retry(self.room.made(peer, stream));
            }
            Event::StreamFinished(peer, stream) | Event::StreamReset(peer, stream) => {
                tracing::debug!(peer = %crate::Short(&peer), stream, "the peer's stream ended");
            }
        }
    }

    fn connected(&mut self, peer: EntityId, deferred: &mut Deferred) {
        let Some(info) = self.endpoint.peer(&peer) else {
            return;
        };
        tracing::info!(peer = %crate::Short(&peer), at = %crate::At(&info.place), "peer joined");
        self.answer_connects(peer, deferred);
        if let Some(route) = self.endpoint.route(&peer) {
            self.announced(&route);
        }
        self.changed(&PeerChange::Joined(info), deferred);
    }

    /// What a node says of itself; signed, so that relays cannot change it.
    fn announced(&mut self, route: &Route) {
        let subnet = SubnetId(route.announced.subnet);
        self.channels.set_peer_subnet(route.identity, Some(subnet));
    }

    /// The peer is there: for the first time, or again.
    fn answer_connects(&mut self, peer: EntityId, deferred: &mut Deferred) {
        let Some(info) = self.endpoint.peer(&peer) else {
            return;
        };
        for waiter in self.connecting.take(&peer) {
            deferred.answer(waiter, Ok(info));
        }
    }

    fn connect_failed(&mut self, peer: EntityId, now: Now, deferred: &mut Deferred) {
        match self.connecting.failed(&peer, now.monotonic) {
            Next::Try(place) => {
                if let Err(error) = self.endpoint.connect(peer, place, now) {
                    for waiter in self.connecting.take(&peer) {
                        deferred.answer(waiter, Err(error.into()));
                    }
                }
            }
            Next::GiveUp(places, waiters) => {
                for waiter in waiters {
                    let error = ConnectError::NoAnswer {
                        places: places.clone(),
                        after: self.connect_timeout,
                    };
                    deferred.answer(waiter, Err(error));
                }
            }
            Next::Nothing => {}
        }
    }

    fn received(
        &mut self,
        received: Received,
        credit: Option<Credit>,
        now: Now,
        deferred: &mut Deferred,
    ) {
        let subprotocol = Subprotocol::from(received.header.subprotocol);
        if subprotocol == Subprotocol::Events {
            let hold = credit.map(|credit| Hold::new(credit, &self.returns));
            self.deliver(&received, hold.as_ref(), deferred);
        } else {
            self.counts.unknown_subprotocol += 1;
            credit
                .into_iter()
                .for_each(|credit| self.endpoint.give_back(credit, now));
        }
    }

    fn deliver(&mut self, received: &Received, hold: Option<&Arc<Hold>>, deferred: &mut Deferred) {
        self.event_readers.retain(|reader| !reader.has_ended());
        if self.event_readers.is_empty() {
            self.counts.dropped += received.events.len() as u64;
        }
        let queued = |payload: &Bytes| Queued {
            event: PeerEvent {
                peer: received.peer,
                stream: received.header.stream_id,
                reliable: received.header.flags.contains(PacketFlag::RELIABLE),
                payload: payload.clone(),
            },
            hold: hold.cloned(),
        };
        for reader in &self.event_readers {
            // The windows of its stream bound what comes reliably.
            let (dropped, waker) =
                reader.push_all(received.events.iter().map(queued), hold.is_some());
            self.counts.events += (received.events.len() - dropped) as u64;
            self.counts.dropped += dropped as u64;
            deferred.wake(waker);
        }
    }

    fn changed(&mut self, change: &PeerChange, deferred: &mut Deferred) {
        self.change_readers.retain(|reader| !reader.has_ended());
        for reader in &self.change_readers {
            deferred.wake(match reader.push(change.clone()) {
                Push::Queued(waker) => waker,
                Push::Dropped(_) => reader.replace(PeerChange::Missed),
            });
        }
    }
}
