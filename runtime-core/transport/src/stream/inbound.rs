//! One reliable stream as it comes in: packets in order, large events whole, and credit given as the program takes them.

use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::packet::{PacketFlag, PacketHeader};
use meshwright_wire::wire::payload::Fragment;
use meshwright_wire::wire::stream::{StreamAckRanges, WindowGrant};

use super::reassembly::InOrder;
use super::receiver::Receiver;
use super::{Misfit, events_of};
use crate::session::OVERHEAD;

pub(super) struct Inbound {
    receiver: Receiver,
    pieces: InOrder,
    /// Large events that the program has not taken yet.
    unread: u32,
    /// Bytes of pieces that came meanwhile, to be given back with the last of those.
    deferred: u64,
}

/// Events of one packet, or one large event of many.
pub(super) struct Arrived {
    pub header: PacketHeader,
    pub events: Vec<Bytes>,
    pub charge: Charge,
}

/// What the program gives back by taking events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charge {
    /// Nothing: they came unreliably.
    Free,
    /// So many bytes of the stream's window.
    Bytes(u64),
    /// Leave for one more large event.
    Large,
}

impl Inbound {
    pub(super) fn new(id: u64, window: u64) -> Self {
        Self {
            receiver: Receiver::new(id, window),
            pieces: InOrder::default(),
            unread: 0,
            deferred: 0,
        }
    }

    /// Takes a packet and gives what can be delivered by it, in order.
    pub(super) fn receive(
        &mut self,
        header: &PacketHeader,
        payload: Bytes,
        now: Duration,
    ) -> Result<Vec<Arrived>, Misfit> {
        self.receiver
            .receive(header, payload, now)
            .map_err(|_| Misfit)?;
        let mut arrived = vec![];
        while let Some((header, payload)) = self.receiver.next_in_order() {
            let size = (OVERHEAD + payload.len()) as u64;
            if header.flags.contains(PacketFlag::FRAGMENT) {
                arrived.extend(self.piece(header, &payload, size, now)?);
            } else if self.pieces.is_unfinished() {
                return Err(Misfit);
            } else {
                arrived.push(Arrived {
                    events: events_of(&header, &payload)?,
                    header,
                    charge: Charge::Bytes(size),
                });
            }
        }
        Ok(arrived)
    }

    /// Pieces are taken as they come, since an event may be larger than the window; but only one event that nobody has read.
    fn piece(
        &mut self,
        header: PacketHeader,
        payload: &Bytes,
        size: u64,
        now: Duration,
    ) -> Result<Option<Arrived>, Misfit> {
        if self.unread == 0 {
            self.receiver.consumed(size, now);
        } else {
            self.deferred += size;
        }
        let piece = Fragment::decode(payload).map_err(|_| Misfit)?;
        let whole = self.pieces.push(&piece, payload).map_err(|_| Misfit)?;
        Ok(whole.map(|event| {
            self.unread += 1;
            Arrived {
                header,
                events: vec![event],
                charge: Charge::Large,
            }
        }))
    }

    pub(super) fn consumed(&mut self, charge: Charge, now: Duration) {
        match charge {
            Charge::Free => {}
            Charge::Bytes(bytes) => self.receiver.consumed(bytes, now),
            Charge::Large => {
                self.unread = self.unread.saturating_sub(1);
                if self.unread == 0 {
                    self.receiver
                        .consumed(std::mem::take(&mut self.deferred), now);
                }
            }
        }
    }

    /// Bytes of an event that is not whole yet.
    pub(super) fn unfinished(&self) -> usize {
        self.pieces.bytes()
    }

    /// True if everything was delivered, and there will be no more.
    pub(super) fn is_done(&self) -> bool {
        self.receiver.is_done()
    }

    pub(super) fn next_timeout(&self) -> Option<Duration> {
        self.receiver.next_timeout()
    }

    pub(super) fn acknowledgement(
        &mut self,
        now: Duration,
    ) -> Option<(WindowGrant, Option<StreamAckRanges>)> {
        self.receiver.acknowledgement(now)
    }
}
