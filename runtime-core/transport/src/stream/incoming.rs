//! What comes on reliable streams, and the ends of them.

use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::packet::{PacketFlag, PacketHeader};
use meshwright_wire::wire::stream::WindowGrant;

use super::inbound::{Charge, Inbound};
use super::kinds::Delivery;
use super::reassembly::RELIABLE_BUDGET;
use super::{Misfit, NOTHING_MORE, Streams};

impl Streams {
    pub(super) fn receive_reliable(
        &mut self,
        header: &PacketHeader,
        payload: Bytes,
        now: Duration,
    ) -> Result<(), Misfit> {
        let stream = header.stream_id;
        if let Some(ack_seq) = self.received.get(stream) {
            // The sender has not heard that all of it came.
            self.grant(&WindowGrant {
                stream_id: stream,
                total_consumed: 0,
                ack_seq,
            });
            return Ok(());
        }
        if !self.receiving.contains(stream) {
            if self.receiving.len() >= self.config.max_streams {
                return Err(Misfit);
            }
            self.receiving.open(stream, self.config.window);
        }
        if header.flags.contains(PacketFlag::FRAGMENT)
            && self.receiving.unfinished() + payload.len() > RELIABLE_BUDGET
        {
            return Err(Misfit);
        }
        let receive = |inbound: &mut Inbound| {
            let arrived = inbound.receive(header, payload, now)?;
            let end = inbound.is_done().then(|| inbound.acknowledgement(now));
            Ok((arrived, end))
        };
        let (arrived, end) = self.receiving.change(stream, receive).ok_or(Misfit)??;
        self.deliveries.extend(
            arrived
                .into_iter()
                .filter(|one| !one.events.is_empty())
                .map(|one| Delivery::Events {
                    header: one.header,
                    events: one.events,
                    charge: one.charge,
                }),
        );
        if let Some(end) = end {
            let end = end.map(|(grant, _)| {
                self.grant(&grant);
                grant.ack_seq
            });
            self.receiving.remove(stream);
            self.received.add(stream, end.unwrap_or_default());
            self.deliveries.push_back(Delivery::Finished(stream));
        }
        Ok(())
    }

    /// The peer has given up on a stream that it sends. It says so until it is answered.
    pub(crate) fn reset(&mut self, stream: u64) {
        if self.receiving.remove(stream) {
            self.deliveries.push_back(Delivery::Reset(stream));
        }
        // What is still on its way of it must not begin a stream, even if nothing of it came before.
        if self.received.get(stream).is_none() {
            self.received.add(stream, NOTHING_MORE);
        }
        self.grant(&WindowGrant {
            stream_id: stream,
            total_consumed: 0,
            ack_seq: NOTHING_MORE,
        });
    }

    /// The program has taken events that were charged with so many bytes.
    pub(crate) fn consumed(&mut self, stream: u64, charge: Charge, now: Duration) {
        self.receiving
            .change(stream, |inbound| inbound.consumed(charge, now));
    }
}
