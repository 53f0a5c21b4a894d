//! All that two nodes have between them: keys, where the other one is, and whether it is there at all.

mod epochs;
mod liveness;
mod mtu;
mod path;
mod probes;

pub use liveness::{Liveness, LivenessConfig};

use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::handshake::HandshakeFeature;
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::packet::{PacketHeader, Subprotocol};
use meshwright_wire::wire::session::{Close, CloseReason, Heartbeat, PathChallenge, PathResponse};
use meshwright_wire::wire::stream::{StreamAckRanges, StreamReset, WindowGrant};

use crate::crypto::aead::TAG;
use crate::crypto::identity::node_id;
use crate::crypto::random::Random;
use crate::endpoint::{CloseCause, DropCause, Event, Outbox, Place, Received, SendError};
use crate::handshake::Handshake;
use crate::session::{OVERHEAD, PacketError, Session};
use crate::stream::{
    Charge, Delivery, EVENT_PREFIX, Head, Misfit, StreamConfig, Streams, blank, events_of,
};
use crate::time::earlier;
use epochs::Epochs;
use liveness::Monitor;
use mtu::PathMtu;
use path::Path;

/// Bytes of a packet with one event of 8 bytes: a challenge, and its answer.
const CHALLENGE_SIZE: usize = OVERHEAD + 4 + PathChallenge::SIZE;

pub(crate) struct Association {
    peer: EntityId,
    /// The peer's node id.
    node: u64,
    boot_id: u64,
    features: HandshakeFeature,
    path: Path,
    mtu: PathMtu,
    epochs: Epochs,
    monitor: Monitor,
    /// Session and counter of the newest packet.
    newest: (u64, u64),
    /// `sentAt` of the peer's last heartbeat, and when it came.
    echo: Option<(u64, Duration)>,
    streams: Streams,
    /// There were keys in use.
    has_met: bool,
    settings: Settings,
    random: Random,
}

/// What an association is made with.
#[derive(Clone, Copy)]
pub(crate) struct Settings {
    pub liveness: LivenessConfig,
    pub streams: StreamConfig,
    /// Bytes of datagrams before the path is known, and of the largest that is tried.
    pub datagram: usize,
    pub largest_datagram: usize,
}

impl Settings {
    fn mtu(&self, place: Place, now: Duration) -> PathMtu {
        PathMtu::new(place, self.datagram, self.largest_datagram, now)
    }
}

/// What a packet brought.
pub(crate) struct Came {
    /// It brought the keys of an answer into use.
    pub confirmed: bool,
    /// What it tells of other nodes.
    pub gossip: Option<Gossiped>,
}

/// Messages about other nodes.
pub(crate) struct Gossiped {
    pub subprotocol: Subprotocol,
    pub events: Vec<Bytes>,
}

impl Association {
    /// With a peer that answered, or that asks, from `place`; [`install`](Self::install) or [`offer`](Self::offer) follows.
    pub(crate) fn new(
        keys: &Handshake,
        place: Place,
        settings: Settings,
        now: Duration,
        random: Random,
    ) -> Self {
        let mtu = settings.mtu(place, now);
        Self {
            peer: keys.remote,
            node: node_id(&keys.remote).0,
            boot_id: keys.remote_boot_id,
            features: keys.features,
            path: Path::new(place, settings.liveness.suspicion(), now),
            streams: Streams::new(settings.streams, payload_of(mtu.size())),
            mtu,
            epochs: Epochs::default(),
            monitor: Monitor::new(settings.liveness, now),
            newest: (0, 0),
            echo: None,
            has_met: false,
            settings,
            random,
        }
    }

    pub(crate) fn peer(&self) -> EntityId {
        self.peer
    }

    pub(crate) fn place(&self) -> Place {
        self.path.place()
    }

    /// The peer's node id.
    pub(crate) fn node(&self) -> u64 {
        self.node
    }

    /// Of the peer's present boot.
    pub(crate) fn boot_id(&self) -> u64 {
        self.boot_id
    }

    /// Asks the peer whether it is at `place` as well. If it answers, packets go there.
    pub(crate) fn try_place(&mut self, place: Place, now: Duration, out: &mut Outbox) {
        if self.is_ready() {
            self.path.try_place(place, now, &mut self.random);
            self.challenge(now, out);
        }
    }

    /// The relay that packets went through is gone.
    pub(crate) fn leave_relay(&mut self) {
        self.path.leave_relay();
    }

    pub(crate) fn is_ready(&self) -> bool {
        self.epochs.are_ready()
    }

    pub(crate) fn liveness(&self) -> Liveness {
        self.monitor.state()
    }

    pub(crate) fn features(&self) -> HandshakeFeature {
        self.features
    }

    pub(crate) fn unacknowledged(&self) -> impl Iterator<Item = u64> + '_ {
        self.streams.unacknowledged()
    }

    pub(crate) fn congestion_window(&self) -> u64 {
        self.streams.congestion_window()
    }

    pub(crate) fn round_trip(&self) -> Option<Duration> {
        self.monitor.round_trip()
    }

    /// Keys of a handshake that we began, with an opening to `place`. A heartbeat tells it at once that we have them.
    pub(crate) fn install(
        &mut self,
        keys: &Handshake,
        place: Place,
        now: Duration,
        out: &mut Outbox,
    ) {
        let was_ready = self.is_ready();
        self.epochs.install(Session::new(keys), now);
        self.path.proven(place, now);
        self.met(keys.remote_boot_id, was_ready, now, out);
        self.send_heartbeat(now, out);
    }

    /// Keys of a handshake that we answered.
    pub(crate) fn offer(&mut self, keys: &Handshake, now: Duration) {
        self.epochs.offer(Session::new(keys), now);
    }

    /// The peer never showed that it has the keys that we answered with.
    pub(crate) fn withdraw(&mut self) {
        self.epochs.withdraw();
    }

    /// Takes a datagram for the session `id`, which is one of ours. `offered`: the boot id of the peer that was answered last, and where the
    /// answer went.
    pub(crate) fn receive(
        &mut self,
        id: u64,
        from: Place,
        datagram: &mut [u8],
        offered: Option<(u64, Place)>,
        now: Duration,
        out: &mut Outbox,
    ) -> Came {
        let size = datagram.len();
        let was_ready = self.is_ready();
        let (opened, confirmed) = match self.epochs.open(id, datagram, now) {
            Ok(opened) => opened,
            Err(error) => {
                out.drop(match error {
                    PacketError::Malformed => DropCause::Malformed,
                    PacketError::Forged => DropCause::Forged,
                    PacketError::Replayed => DropCause::Replayed,
                });
                return Came {
                    confirmed: false,
                    gossip: None,
                };
            }
        };
        let (header, payload) = (opened.header, Bytes::copy_from_slice(opened.payload));
        if confirmed {
            let (boot_id, place) = offered.unwrap_or((self.boot_id, self.path.place()));
            // The packet shows that the answer was read, and nothing of where the packet itself is from.
            self.path.proven(place.confirmed_from(from), now);
            self.met(boot_id, was_ready, now, out);
            // The peer wants to know that we have not dropped them meanwhile.
            self.send_heartbeat(now, out);
        }
        let newest = confirmed || id != self.newest.0 || header.counter > self.newest.1;
        if newest {
            self.newest = (id, header.counter);
        }
        self.path
            .received(from, size, newest, now, &mut self.random);
        if let Some(state) = self.monitor.heard(now) {
            out.event(Event::Liveness(self.peer, state));
        }
        let mut gossip = None;
        match gossiped(&header, &payload) {
            Some(Ok(told)) if !from.is_relayed() => gossip = Some(told),
            Some(Ok(_)) => out.drop(DropCause::NotANeighbour),
            Some(Err(Misfit)) => out.drop(DropCause::Malformed),
            None => {
                if self.dispatch(&header, payload, from, now, out).is_none() {
                    out.drop(DropCause::Malformed);
                }
            }
        }
        self.challenge(now, out);
        self.flush(now, out);
        Came { confirmed, gossip }
    }

    /// How many events of `size` bytes fit into one packet.
    pub(crate) fn events_of_size(&self, size: usize) -> usize {
        (payload_of(self.mtu.size()) / (EVENT_PREFIX + size)).max(1)
    }

    /// Tells the peer of other nodes.
    pub(crate) fn gossip(&mut self, subprotocol: Subprotocol, events: &[Bytes], out: &mut Outbox) {
        let mut payload = vec![];
        for event in events {
            payload.extend_from_slice(&(event.len() as u32).to_le_bytes());
            payload.extend_from_slice(event);
        }
        let header = PacketHeader {
            event_count: events.len() as u16,
            ..blank(subprotocol, u64::from(subprotocol.number()))
        };
        self.transmit(header, &[&payload], self.path.place(), out);
    }

    /// The tag of a relayed datagram to the peer.
    pub(crate) fn hop_tag(&self, datagram: &[u8]) -> Option<[u8; TAG]> {
        self.epochs.hop_tag(datagram)
    }

    /// True if the peer made `tag` for `datagram`.
    pub(crate) fn hop_tag_is_right(&self, datagram: &[u8], tag: &[u8; TAG]) -> bool {
        self.epochs.hop_tag_is_right(datagram, tag)
    }

    /// Sends one event at once, in as many packets as it needs.
    pub(crate) fn send(
        &mut self,
        stream: u64,
        head: Head,
        event: &Bytes,
        out: &mut Outbox,
    ) -> Result<(), SendError> {
        if !self.is_ready() {
            return Err(SendError::NotConnected);
        }
        if out.is_full() {
            return Err(SendError::Busy);
        }
        for packet in self.streams.send_unreliable(stream, head, event)? {
            self.transmit(packet.header, &[&packet.payload], self.path.place(), out);
        }
        Ok(())
    }

    /// Sends one event on a reliable stream, as soon as the receiver and the path have room for it.
    pub(crate) fn send_reliably(
        &mut self,
        stream: u64,
        head: Head,
        event: Bytes,
        now: Duration,
        out: &mut Outbox,
    ) -> Result<(), SendError> {
        if !self.is_ready() {
            return Err(SendError::NotConnected);
        }
        self.streams.send(stream, head, event)?;
        self.flush(now, out);
        Ok(())
    }

    /// Nothing follows on a reliable stream.
    pub(crate) fn finish(
        &mut self,
        stream: u64,
        now: Duration,
        out: &mut Outbox,
    ) -> Result<(), SendError> {
        self.streams.finish(stream)?;
        self.flush(now, out);
        Ok(())
    }

    /// The program has taken an event of a stream.
    pub(crate) fn consumed(
        &mut self,
        stream: u64,
        charge: Charge,
        now: Duration,
        out: &mut Outbox,
    ) {
        self.streams.consumed(stream, charge, now);
        self.flush(now, out);
    }

    /// Says goodbye and forgets the keys.
    pub(crate) fn close(&mut self, reason: CloseReason, out: &mut Outbox) {
        let close = Close {
            reason,
            detail: "".into(),
        };
        self.control(
            Subprotocol::Close,
            &close.encode().expect("it can be written"),
            self.path.place(),
            out,
        );
        self.epochs.clear();
    }

    /// Does what is due. True if it is on us to make new keys.
    pub(crate) fn tick(&mut self, now: Duration, out: &mut Outbox) -> bool {
        self.epochs.expire(now);
        if let Some(state) = self.monitor.check(now) {
            out.event(Event::Liveness(self.peer, state));
        }
        if self.is_ready() && self.monitor.heartbeat(now) {
            self.send_heartbeat(now, out);
        }
        self.challenge(now, out);
        for _ in 0..self.streams.tick(now) {
            out.drop(DropCause::Incomplete);
        }
        if self.streams.is_stuck() {
            self.mtu.doubt(now);
        }
        self.flush(now, out);
        self.epochs.want_rekey(now)
    }

    /// True if there were keys in use at some time, and so perhaps streams.
    pub(crate) fn has_met(&self) -> bool {
        self.has_met
    }

    /// True if there is nothing left to wait for.
    pub(crate) fn is_over(&self) -> bool {
        self.epochs.are_gone()
    }

    /// `rekeying`: new keys are being made already.
    pub(crate) fn next_timeout(&mut self, rekeying: bool, now: Duration) -> Option<Duration> {
        let (monitor, streams) = if self.is_ready() {
            (
                earlier(self.monitor.next_timeout(), self.probe_timeout()),
                self.streams.next_timeout(now),
            )
        } else {
            (None, None)
        };
        earlier(
            earlier(monitor, streams),
            earlier(self.path.next_timeout(), self.epochs.next_timeout(rekeying)),
        )
    }

    /// Ids of sessions that are gone since the last call.
    pub(crate) fn take_retired(&mut self) -> std::vec::Drain<'_, u64> {
        self.epochs.take_retired()
    }

    /// The peer is there with keys: for the first time, again, or after it was started anew.
    fn met(&mut self, boot_id: u64, was_ready: bool, now: Duration, out: &mut Outbox) {
        self.has_met = true;
        let restarted = std::mem::replace(&mut self.boot_id, boot_id) != boot_id;
        if restarted {
            self.echo = None;
            // What the program before sent, and what is still on its way, must not get into the new streams.
            self.epochs.drop_previous();
            self.streams = Streams::new(self.settings.streams, payload_of(self.mtu.size()));
            out.event(Event::Restarted(self.peer));
        }
        if !was_ready {
            out.event(Event::Connected(self.peer));
        }
        if let Some(state) = self.monitor.heard(now) {
            out.event(Event::Liveness(self.peer, state));
        }
    }

    /// None if the packet does not say what its kind says.
    fn dispatch(
        &mut self,
        header: &PacketHeader,
        payload: Bytes,
        from: Place,
        now: Duration,
        out: &mut Outbox,
    ) -> Option<()> {
        match Subprotocol::from(header.subprotocol) {
            Subprotocol::Heartbeat => {
                self.heartbeat(&Heartbeat::decode(message(&payload)?).ok()?, now);
            }
            Subprotocol::PathChallenge => self.answer(
                PathChallenge::decode(message(&payload)?).ok()?.token,
                from,
                out,
            ),
            Subprotocol::PathResponse => self.answered(
                PathResponse::decode(message(&payload)?).ok()?.token,
                from,
                now,
                out,
            ),
            Subprotocol::Probe => {
                self.answer_probe(&events_of(header, &payload).ok()?, from, out)?;
            }
            Subprotocol::ProbeAck => {
                let token = PathResponse::decode(message(&payload)?).ok()?.token;
                self.mtu.answered(token, now);
            }
            Subprotocol::Close => self.closed(Close::decode(message(&payload)?).ok()?, out),
            Subprotocol::WindowGrant => self
                .streams
                .granted(&WindowGrant::decode(message(&payload)?).ok()?, now),
            Subprotocol::StreamAckRanges => self
                .streams
                .ranges(&StreamAckRanges::decode(message(&payload)?).ok()?, now),
            Subprotocol::StreamReset => self
                .streams
                .reset(StreamReset::decode(message(&payload)?).ok()?.stream_id),
            _ => self.streams.receive(header, payload, now).ok()?,
        }
        Some(())
    }

    /// Sends what streams may send, and tells what they brought.
    fn flush(&mut self, now: Duration, out: &mut Outbox) {
        self.measure_path(now, out);
        let to = self.path.place();
        while let Some((subprotocol, message)) = self.streams.next_control(now) {
            self.control(subprotocol, &message, to, out);
        }
        while !out.is_full()
            && self.epochs.are_ready()
            && let Some(packet) = self.streams.next_packet(now)
        {
            self.transmit(packet.header, &[&packet.payload], to, out);
        }
        while let Some(delivery) = self.streams.next_delivery() {
            out.event(match delivery {
                Delivery::Events {
                    header,
                    events,
                    charge,
                } => Event::Received(Received {
                    peer: self.peer,
                    header,
                    events,
                    charge,
                }),
                Delivery::Finished(stream) => Event::StreamFinished(self.peer, stream),
                Delivery::Reset(stream) => Event::StreamReset(self.peer, stream),
                Delivery::GaveUp(stream) => Event::StreamGaveUp(self.peer, stream),
                Delivery::Writable(stream) => Event::StreamWritable(self.peer, stream),
                Delivery::Drained(stream) => Event::StreamDrained(self.peer, stream),
            });
        }
    }

    fn heartbeat(&mut self, heartbeat: &Heartbeat, now: Duration) {
        let newer = self
            .echo
            .is_none_or(|(sent_at, _)| heartbeat.sent_at > sent_at);
        if newer {
            self.echo = Some((heartbeat.sent_at, now));
        }
        // The peer repeats our own clock, and how long it kept it.
        let sample = micros(now)
            .checked_sub(heartbeat.echo)
            .and_then(|elapsed| elapsed.checked_sub(u64::from(heartbeat.held)));
        if let Some(sample) = sample.filter(|_| newer && heartbeat.echo != 0) {
            self.monitor.measured(Duration::from_micros(sample));
        }
    }

    fn send_heartbeat(&mut self, now: Duration, out: &mut Outbox) {
        let (echo, held) = self.echo.map_or((0, 0), |(sent_at, at)| {
            (
                sent_at,
                u32::try_from(micros(now.saturating_sub(at))).unwrap_or(u32::MAX),
            )
        });
        // 0 stands for "none", so that the clock begins at 1.
        let heartbeat = Heartbeat {
            sent_at: micros(now).max(1),
            echo,
            held,
        };
        self.control(
            Subprotocol::Heartbeat,
            &heartbeat.encode().expect("it can be written"),
            self.path.place(),
            out,
        );
    }

    fn answer(&mut self, token: u64, from: Place, out: &mut Outbox) {
        let response = PathResponse { token }.encode().expect("it can be written");
        self.control(Subprotocol::PathResponse, &response, from, out);
    }

    fn answered(&mut self, token: u64, from: Place, now: Duration, out: &mut Outbox) {
        if let Some(place) = self.path.answered(token, from, now) {
            out.event(Event::Moved(self.peer, place));
        }
    }

    fn challenge(&mut self, now: Duration, out: &mut Outbox) {
        if let Some((to, token)) = self.path.challenge(CHALLENGE_SIZE, now, &mut self.random) {
            self.control(
                Subprotocol::PathChallenge,
                &PathChallenge { token }.encode().expect("it can be written"),
                to,
                out,
            );
        }
    }

    fn closed(&mut self, close: Close<'_>, out: &mut Outbox) {
        self.epochs.clear();
        out.event(Event::Closed(
            self.peer,
            CloseCause::Peer(close.reason, close.detail.into_owned()),
        ));
    }

    /// Sends a message of a packet's own. Without keys there is nobody to talk to, and nothing is sent.
    fn control(&mut self, subprotocol: Subprotocol, message: &[u8], to: Place, out: &mut Outbox) {
        let length = u32::try_from(message.len())
            .expect("messages about sessions are small")
            .to_le_bytes();
        let header = PacketHeader {
            event_count: 1,
            ..blank(subprotocol, u64::from(subprotocol.number()))
        };
        self.transmit(header, &[&length, message], to, out);
    }

    fn transmit(&mut self, header: PacketHeader, payload: &[&[u8]], to: Place, out: &mut Outbox) {
        let mut datagram = vec![];
        if self.epochs.seal(header, payload, &mut datagram).is_some() {
            out.transmit(to.toward(self.node), datagram);
        }
    }
}

/// Bytes of payload in a datagram of `size`.
fn payload_of(size: usize) -> usize {
    size.saturating_sub(OVERHEAD)
}

/// What a packet tells of other nodes, if that is its kind.
fn gossiped(header: &PacketHeader, payload: &Bytes) -> Option<Result<Gossiped, Misfit>> {
    let subprotocol = Subprotocol::from(header.subprotocol);
    matches!(
        subprotocol,
        Subprotocol::Pingwave | Subprotocol::RouteWithdrawal
    )
    .then(|| {
        events_of(header, payload).map(|events| Gossiped {
            subprotocol,
            events,
        })
    })
}

/// The only event of a payload.
fn message(payload: &[u8]) -> Option<&[u8]> {
    let (length, message) = payload.split_first_chunk()?;
    (u32::from_le_bytes(*length) as usize == message.len()).then_some(message)
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
