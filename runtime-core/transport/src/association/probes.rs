//! Probes of the path's size, as packets, and what follows from their answers.

use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::packet::{PacketHeader, Subprotocol};
use meshwright_wire::wire::session::{PathChallenge, PathResponse};

use super::{Association, Liveness, payload_of};
use crate::endpoint::{Outbox, Place};
use crate::session::OVERHEAD;
use crate::stream::{EVENT_PREFIX, blank, prefix};

/// What a probe has beside its padding.
const PROBE_HEAD: usize = OVERHEAD + EVENT_PREFIX + PathChallenge::SIZE + EVENT_PREFIX;

impl Association {
    /// Sends the probe that is due, and lets streams know what the path carries.
    pub(super) fn measure_path(&mut self, now: Duration, out: &mut Outbox) {
        let place = self.path.place();
        if !self.mtu.is_of(place) {
            self.mtu = self.settings.mtu(place, now);
        }
        if self.is_ready()
            && self.monitor.state() == Liveness::Healthy
            && let Some((token, size)) =
                self.mtu
                    .probe(self.monitor.heard_at(), now, &mut self.random)
        {
            self.send_probe(token, size, place, out);
        }
        self.streams
            .set_largest_payload(payload_of(self.mtu.size()));
    }

    /// Silent peers are not probed.
    pub(super) fn probe_timeout(&self) -> Option<Duration> {
        (self.monitor.state() == Liveness::Healthy)
            .then(|| self.mtu.next_timeout())
            .flatten()
    }

    /// None if it is not a probe.
    pub(super) fn answer_probe(
        &mut self,
        events: &[Bytes],
        to: Place,
        out: &mut Outbox,
    ) -> Option<()> {
        let [challenge, _padding] = events else {
            return None;
        };
        let token = PathChallenge::decode(challenge).ok()?.token;
        let response = PathResponse { token }.encode().expect("it can be written");
        self.control(Subprotocol::ProbeAck, &response, to, out);
        Some(())
    }

    fn send_probe(&mut self, token: u64, size: usize, to: Place, out: &mut Outbox) {
        let challenge = PathChallenge { token }.encode().expect("it can be written");
        let padding = vec![0; size.saturating_sub(PROBE_HEAD)];
        let header = PacketHeader {
            event_count: 2,
            ..blank(Subprotocol::Probe, u64::from(Subprotocol::Probe.number()))
        };
        self.transmit(
            header,
            &[
                &prefix(&challenge),
                &challenge[..],
                &prefix(&padding),
                &padding,
            ],
            to,
            out,
        );
    }
}
