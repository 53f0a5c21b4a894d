//! All that two nodes have between them: keys, where the other one is, and whether it is there at all.

mod epochs;
mod liveness;
mod mtu;
mod path;
mod probes;
mod receiving;
mod sending;

pub use liveness::{Liveness, LivenessConfig};

use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::handshake::HandshakeFeature;
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::packet::Subprotocol;

use crate::crypto::aead::TAG;
use crate::crypto::identity::node_id;
use crate::crypto::random::Random;
use crate::endpoint::{DropCause, Event, Lane, Outbox, Place};
use crate::handshake::Handshake;
use crate::session::{OVERHEAD, Session};
use crate::stream::{Held, StreamConfig, Streams};
use crate::time::earlier;
use epochs::Epochs;
use liveness::Monitor;
use mtu::PathMtu;
use path::Path;
use sending::Pause;

pub(crate) struct Association {
    peer: EntityId,
    /// The peer's node id.
    node: u64,
    /// Where its datagrams wait.
    lane: Lane,
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
    /// The last flush left something that may be sent.
    pause: Option<Pause>,
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
    /// Bytes of datagrams before the path is known, and of the largest that is tried: on networks, and within one machine.
    pub datagram: usize,
    pub largest_datagram: usize,
    pub largest_loopback_datagram: usize,
}

impl Settings {
    fn mtu(&self, place: Place, now: Duration) -> PathMtu {
        let is_loopback = matches!(place, Place::Direct(to) if to.ip().is_loopback());
        let largest = if is_loopback {
            self.largest_loopback_datagram
        } else {
            self.largest_datagram
        };
        PathMtu::new(place, self.datagram, largest, now)
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
        lane: Lane,
        place: Place,
        settings: Settings,
        now: Duration,
        random: Random,
    ) -> Self {
        let mtu = settings.mtu(place, now);
        Self {
            peer: keys.remote,
            node: node_id(&keys.remote).0,
            lane,
            boot_id: keys.remote_boot_id,
            features: keys.features,
            path: Path::new(place, settings.liveness.suspicion(), now),
            streams: Streams::new(settings.streams, payload_of(mtu.size())),
            mtu,
            epochs: Epochs::default(),
            monitor: Monitor::new(settings.liveness, now),
            newest: (0, 0),
            echo: None,
            pause: None,
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

    pub(crate) fn held(&self) -> Held {
        self.streams.held()
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
        self.send_gathered(out);
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

    /// The tag of a relayed datagram to the peer.
    pub(crate) fn hop_tag(&self, datagram: &[u8]) -> Option<[u8; TAG]> {
        self.epochs.hop_tag(datagram)
    }

    /// True if the peer made `tag` for `datagram`.
    pub(crate) fn hop_tag_is_right(&self, datagram: &[u8], tag: &[u8; TAG]) -> bool {
        self.epochs.hop_tag_is_right(datagram, tag)
    }

    /// Does what is due. True if it is on us to make new keys.
    pub(crate) fn tick(&mut self, now: Duration, out: &mut Outbox) -> bool {
        self.send_gathered(out);
        self.epochs.expire(now);
        // Of one that has only asked there is nothing to tell: it may be nobody.
        if self.is_ready()
            && let Some(state) = self.monitor.check(now)
        {
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
                if self.pause.is_none() {
                    self.streams.next_timeout(now)
                } else {
                    // Packets that have no place to wait are no reason to be called.
                    self.streams.next_timer(now)
                },
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
}

/// Bytes of payload in a datagram of `size`.
fn payload_of(size: usize) -> usize {
    size.saturating_sub(OVERHEAD)
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
