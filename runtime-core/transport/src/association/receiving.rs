//! What packets say, and what follows from it.

use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::packet::{PacketHeader, Subprotocol};
use meshwright_wire::wire::session::{Close, Heartbeat, PathChallenge, PathResponse};
use meshwright_wire::wire::stream::{StreamAckRanges, StreamReset, WindowGrant};

use super::{Association, Came, Gossiped, micros};
use crate::endpoint::{CloseCause, DropCause, Event, Outbox, Place};
use crate::session::PacketError;
use crate::stream::{Misfit, events_of};

impl Association {
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
        // What it brings may end the streams.
        self.send_gathered(out);
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
        let newest = confirmed || self.is_newest(id, header.counter);
        self.path
            .received(from, size, newest, now, &mut self.random);
        // What was held back on the way says nothing of whether the peer is there now.
        if newest {
            self.newest = (id, header.counter);
            if let Some(state) = self.monitor.heard(now) {
                out.event(Event::Liveness(self.peer, state));
            }
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
        self.deliver(out);
        Came { confirmed, gossip }
    }

    /// True if nothing that was sent later has come. Once keys are in use on both sides, those before are not used any more.
    fn is_newest(&self, id: u64, counter: u64) -> bool {
        match self.newest {
            (session, newest) if session == id => counter > newest,
            _ => self.epochs.is_current(id),
        }
    }

    /// None if the packet does not say what its kind says.
    pub(super) fn dispatch(
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
                self.path.answer_to(from, now),
                out,
            ),
            Subprotocol::PathResponse => self.answered(
                PathResponse::decode(message(&payload)?).ok()?.token,
                from,
                now,
                out,
            ),
            Subprotocol::Probe => {
                let to = self.path.answer_to(from, now);
                self.answer_probe(&events_of(header, &payload).ok()?, to, out)?;
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

    pub(super) fn heartbeat(&mut self, heartbeat: &Heartbeat, now: Duration) {
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

    pub(super) fn answer(&mut self, token: u64, to: Place, out: &mut Outbox) {
        let response = PathResponse { token }.encode().expect("it can be written");
        self.control(Subprotocol::PathResponse, &response, to, out);
    }

    pub(super) fn answered(&mut self, token: u64, from: Place, now: Duration, out: &mut Outbox) {
        if let Some(place) = self.path.answered(token, from, now) {
            out.event(Event::Moved(self.peer, place));
        }
    }

    pub(super) fn closed(&mut self, close: Close<'_>, out: &mut Outbox) {
        self.epochs.clear();
        out.event(Event::Closed(
            self.peer,
            CloseCause::Peer(close.reason, close.detail.into_owned()),
        ));
    }
}

/// What a packet tells of other nodes, if that is its kind.
fn gossiped(header: &PacketHeader, payload: &Bytes) -> Option<Result<Gossiped, Misfit>> {
    let subprotocol = Subprotocol::from(header.subprotocol);
    matches!(
        subprotocol,
        Subprotocol::Pingwave
            | Subprotocol::RouteWithdrawal
            | Subprotocol::PingwaveRequest
            | Subprotocol::TraceProbe
            | Subprotocol::TraceAnswer
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
