//! What has arrived, what is lost, and when to give up.

use std::time::Duration;

use meshwright_wire::wire::stream::{StreamAckRanges, WindowGrant};

use super::kinds::Delivery;
use super::sender::{Acknowledged, Sender};
use super::{NOTHING_MORE, Streams};

impl Streams {
    /// Packets overtaken by as many are taken for lost (RFC 9002 §6.1.1).
    const REORDERING: u64 = 3;

    pub(crate) fn granted(&mut self, grant: &WindowGrant, now: Duration) {
        if grant.ack_seq == NOTHING_MORE && self.sending.get(grant.stream_id).is_none() {
            return self.resets.heard(grant.stream_id);
        }
        let window = self.config.window;
        self.acknowledged(grant.stream_id, now, |sender, arrived| {
            sender.granted(grant.ack_seq, grant.total_consumed, window, arrived);
        });
    }

    pub(crate) fn ranges(&mut self, message: &StreamAckRanges, now: Duration) {
        self.acknowledged(message.stream_id, now, |sender, arrived| {
            sender.granted(message.ack_seq, 0, 0, arrived);
            message
                .ranges
                .iter()
                .for_each(|range| sender.arrived(range.start..range.end, arrived));
        });
    }

    /// Notes what has arrived, what by that is lost, and how long it took.
    fn acknowledged(
        &mut self,
        stream: u64,
        now: Duration,
        note: impl FnOnce(&mut Sender, &mut Vec<Acknowledged>),
    ) {
        let limited = self.congestion.is_limiting();
        let mut arrived = vec![];
        let noted = self
            .sending
            .change(stream, |sender| note(sender, &mut arrived));
        if noted.is_none() {
            // One that we gave up, and the receiver waits on. On one that ended well a reset does nothing.
            return if self.sent.get(stream).is_some() {
                self.send_reset(stream);
            };
        }
        self.timeouts = 0;
        if let Some(newest) = arrived.iter().max_by_key(|one| one.transmission) {
            if !newest.again {
                self.round_trip.measure(now.saturating_sub(newest.sent_at));
            }
            let before = (newest.transmission + 1).saturating_sub(Self::REORDERING);
            for one in &arrived {
                self.congestion
                    .acknowledged(one.bytes, one.transmission, limited);
            }
            let (congestion, next) = (&mut self.congestion, self.transmission);
            self.sending.change(stream, |sender| {
                sender.lose_before(before, |bytes, transmission| {
                    congestion.lost(bytes, transmission, next);
                });
            });
        }
        self.restart_timer(now);
        self.forget_done(stream);
    }

    pub(super) fn timed_out(&mut self, now: Duration) {
        self.timeouts += 1;
        if self.timeouts > self.config.max_timeouts {
            return self.give_up(now);
        }
        let (congestion, next) = (&mut self.congestion, self.transmission);
        for stream in self.sending.unanswered() {
            self.sending.change(stream, |sender| {
                if sender.is_flying() {
                    sender.lose_before(next, |bytes, transmission| {
                        congestion.lost(bytes, transmission, next);
                    });
                    congestion.timed_out();
                } else {
                    self.probes.extend(sender.probe());
                }
            });
        }
        self.restart_timer(now);
    }

    /// Nothing has come back for too long: every stream ends, and both sides learn of it.
    fn give_up(&mut self, now: Duration) {
        for (stream, sender) in self.sending.take_all() {
            self.congestion.forget(sender.flying_bytes());
            self.sent.add(stream, 0);
            self.send_reset(stream);
            self.resets.add(stream, now);
            self.deliveries.push_back(Delivery::GaveUp(stream));
        }
        self.blocked.clear();
        self.timeouts = 0;
    }

    fn restart_timer(&mut self, now: Duration) {
        self.timeout_at =
            (!self.sending.are_answered()).then(|| now + self.round_trip.timeout(self.timeouts));
    }

    fn forget_done(&mut self, stream: u64) {
        if self.sending.get(stream).is_some_and(Sender::is_done) {
            self.sending.remove(stream);
            self.sent.add(stream, 0);
            self.deliveries.push_back(Delivery::Drained(stream));
        }
    }
}
