//! One stream's sending side: what waits, what is on its way, what the receiver has room for.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;
use std::time::Duration;

use bytes::Bytes;
use meshwright_wire::wire::packet::{PacketFlag, PacketHeader, Subprotocol};

use super::payload::{EVENT_PREFIX, FRAGMENT_HEAD, Payload};
use crate::session::{Contents, OVERHEAD};

/// What all packets of an event say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub subprotocol: Subprotocol,
    pub priority: u8,
    pub origin: u64,
    pub channel: u64,
    pub subnet: u32,
}

impl Head {
    /// With sequence 0 and no events; what belongs to the session is filled in when the packet is sealed.
    pub(super) fn header(&self, stream: u64) -> PacketHeader {
        PacketHeader {
            priority: self.priority,
            origin: self.origin,
            channel: self.channel,
            subnet: self.subnet,
            ..blank(self.subprotocol, stream)
        }
    }
}

/// A header that says nothing but where it belongs.
pub(crate) fn blank(subprotocol: Subprotocol, stream_id: u64) -> PacketHeader {
    PacketHeader {
        flags: PacketFlag::NONE,
        subprotocol: subprotocol.number(),
        priority: 0,
        session_id: 0,
        counter: 0,
        stream_id,
        sequence: 0,
        origin: 0,
        channel: 0,
        subnet: 0,
        payload_length: 0,
        event_count: 0,
    }
}

pub(super) struct Sender {
    id: u64,
    waiting: VecDeque<Waiting>,
    waiting_bytes: usize,
    next: u64,
    flying: BTreeMap<u64, Flying>,
    /// Of those that are flying.
    lost: BTreeSet<u64>,
    /// Bytes that were sent once, overhead included, and that the receiver is ready for.
    charged: u64,
    allowed: u64,
    /// The last packet is to say that it is the last.
    finishing: bool,
    finished: bool,
}

struct Waiting {
    head: Head,
    event: Bytes,
    /// Bytes of a large event that went already, and the piece that is next.
    sent: usize,
    piece: u16,
    /// Bytes of a payload with a piece: the same for all, whatever the path carries meanwhile.
    piece_payload: Option<usize>,
}

struct Flying {
    header: PacketHeader,
    payload: Payload,
    transmission: u64,
    sent_at: Duration,
    again: bool,
}

/// What became of one packet.
pub(super) struct Acknowledged {
    pub bytes: u64,
    pub transmission: u64,
    pub sent_at: Duration,
    /// It was sent more than once, so that nobody knows which of them arrived (RFC 6298 §3).
    pub again: bool,
}

impl Sender {
    /// `window`: bytes that the receiver is ready for before it has said anything.
    pub(super) fn new(id: u64, window: u64) -> Self {
        Self {
            id,
            waiting: VecDeque::new(),
            waiting_bytes: 0,
            next: 0,
            flying: BTreeMap::new(),
            lost: BTreeSet::new(),
            charged: 0,
            allowed: window,
            finishing: false,
            finished: false,
        }
    }

    pub(super) fn waiting_bytes(&self) -> usize {
        self.waiting_bytes
    }

    pub(super) fn push(&mut self, head: Head, event: Bytes) {
        self.waiting_bytes += event.len();
        self.waiting.push_back(Waiting {
            head,
            event,
            sent: 0,
            piece: 0,
            piece_payload: None,
        });
    }

    /// Nothing will follow what waits.
    pub(super) fn finish(&mut self) {
        self.finishing = true;
    }

    pub(super) fn is_finishing(&self) -> bool {
        self.finishing
    }

    /// True if all was sent, and has arrived.
    pub(super) fn is_done(&self) -> bool {
        self.finished && self.flying.is_empty()
    }

    /// True if something was not sent, or may not have arrived.
    pub(super) fn has_unacknowledged(&self) -> bool {
        self.has_new() || !self.flying.is_empty()
    }

    /// True if there is something that may be sent now, as far as the receiver is concerned.
    pub(super) fn has_work(&self, largest_payload: usize) -> bool {
        !self.lost.is_empty()
            || (self.has_new()
                && self.charged + (OVERHEAD + self.next_size(largest_payload)) as u64
                    <= self.allowed)
    }

    /// Bytes of payload that the next new packet may have.
    fn next_size(&self, largest_payload: usize) -> usize {
        let begun = self.waiting.front().and_then(|first| first.piece_payload);
        begun.unwrap_or(largest_payload)
    }

    pub(super) fn is_flying(&self) -> bool {
        self.flying.len() > self.lost.len()
    }

    /// True if only the receiver's credit is wanting.
    pub(super) fn is_blocked(&self, largest_payload: usize) -> bool {
        self.has_new() && self.flying.is_empty() && !self.has_work(largest_payload)
    }

    /// A packet that the receiver has already, to which it answers how much credit there is: the answer before may have been lost.
    pub(super) fn probe(&self) -> Option<PacketHeader> {
        let sequence = self.next.checked_sub(1)?;
        Some(PacketHeader {
            flags: PacketFlag::RELIABLE,
            sequence,
            ..blank(Subprotocol::Events, self.id)
        })
    }

    /// The next packet: one that was lost, or a new one. Bytes as they count for the congestion window.
    pub(super) fn next_packet(
        &mut self,
        largest_payload: usize,
        transmission: u64,
        now: Duration,
    ) -> Option<(PacketHeader, Payload, u64)> {
        if let Some(sequence) = self.lost.pop_first() {
            let packet = self.flying.get_mut(&sequence)?;
            (packet.transmission, packet.sent_at, packet.again) = (transmission, now, true);
            return Some((
                packet.header.clone(),
                packet.payload.clone(),
                size(&packet.payload),
            ));
        }
        if !self.has_work(largest_payload) {
            return None;
        }
        let (head, flags, event_count, payload) = self.next_payload(largest_payload);
        let last = self.finishing && self.waiting.is_empty();
        self.finished |= last;
        let flags = flags
            | PacketFlag::RELIABLE
            | if last {
                PacketFlag::FIN
            } else {
                PacketFlag::NONE
            };
        let header = PacketHeader {
            flags,
            sequence: self.next,
            event_count,
            ..head.header(self.id)
        };
        let bytes = size(&payload);
        self.charged += bytes;
        self.flying.insert(
            self.next,
            Flying {
                header: header.clone(),
                payload: payload.clone(),
                transmission,
                sent_at: now,
                again: false,
            },
        );
        self.next += 1;
        Some((header, payload, bytes))
    }

    /// The receiver has everything below `sequence`, and has taken in `consumed` bytes of a window of `window`.
    pub(super) fn granted(
        &mut self,
        sequence: u64,
        consumed: u64,
        window: u64,
        acknowledged: &mut Vec<Acknowledged>,
    ) {
        // No more than was sent: a receiver that lies gets nothing by it.
        self.allowed = self.allowed.max(consumed.min(self.charged) + window);
        self.arrived(0..sequence.min(self.next), acknowledged);
    }

    /// The receiver has those.
    pub(super) fn arrived(&mut self, sequences: Range<u64>, acknowledged: &mut Vec<Acknowledged>) {
        if sequences.is_empty() {
            return;
        }
        let arrived: Vec<u64> = self
            .flying
            .range(sequences)
            .map(|(sequence, _)| *sequence)
            .collect();
        for sequence in arrived {
            let was_lost = self.lost.remove(&sequence);
            if let Some(packet) = self.flying.remove(&sequence) {
                // What was counted as lost is not on its way any more.
                let bytes = if was_lost { 0 } else { size(&packet.payload) };
                acknowledged.push(Acknowledged {
                    bytes,
                    transmission: packet.transmission,
                    sent_at: packet.sent_at,
                    again: packet.again || was_lost,
                });
            }
        }
    }

    /// Takes for lost what was sent before the transmission `before` and is still missing. Calls `each` with its bytes and transmission.
    pub(super) fn lose_before(&mut self, before: u64, mut each: impl FnMut(u64, u64)) {
        for (sequence, packet) in &self.flying {
            if packet.transmission < before && self.lost.insert(*sequence) {
                each(size(&packet.payload), packet.transmission);
            }
        }
    }

    /// Bytes that are on their way.
    pub(super) fn flying_bytes(&self) -> u64 {
        self.flying
            .iter()
            .filter(|(sequence, _)| !self.lost.contains(sequence))
            .map(|(_, packet)| size(&packet.payload))
            .sum()
    }

    fn has_new(&self) -> bool {
        !self.waiting.is_empty() || (self.finishing && !self.finished)
    }

    /// As many small events as there is room for, or a piece of a large one, or nothing before the end.
    fn next_payload(&mut self, largest: usize) -> (Head, PacketFlag, u16, Payload) {
        let Some(first) = self.waiting.front_mut() else {
            let head = Head {
                subprotocol: Subprotocol::Events,
                priority: 0,
                origin: 0,
                channel: 0,
                subnet: 0,
            };
            return (head, PacketFlag::NONE, 0, Payload::default());
        };
        let head = first.head;
        if first.sent > 0 || EVENT_PREFIX + first.event.len() > largest {
            let largest = *first.piece_payload.get_or_insert(largest);
            let payload = Payload::of_piece(&first.event, first.sent, first.piece, largest);
            let length = payload.length() - FRAGMENT_HEAD;
            first.sent += length;
            first.piece += 1;
            self.waiting_bytes -= length;
            if first.sent == first.event.len() {
                self.waiting.pop_front();
            }
            return (head, PacketFlag::FRAGMENT, 0, payload);
        }
        let mut length = 0;
        // Each has a prefix, so that a payload of less than 64 KiB never has more than a u16 counts.
        let together = self.waiting.iter();
        let count = together
            .take_while(|next| {
                let longer = length + EVENT_PREFIX + next.event.len();
                let fits = next.head == head && longer <= largest;
                if fits {
                    length = longer;
                }
                fits
            })
            .count();
        let waiting_bytes = &mut self.waiting_bytes;
        let events = self.waiting.drain(..count).map(|next| {
            *waiting_bytes -= next.event.len();
            next.event
        });
        let payload = Payload::of_events(events, length);
        (head, PacketFlag::NONE, count as u16, payload)
    }
}

fn size(payload: &Payload) -> u64 {
    (OVERHEAD + payload.length()) as u64
}
