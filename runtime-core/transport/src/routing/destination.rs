//! One destination, and the ways to it.

use std::time::Duration;

use meshwright_wire::wire::identity::Signature;
use meshwright_wire::wire::pingwave::PingwaveBody;

/// Ways that are kept to one destination.
pub(super) const WAYS: usize = 4;
/// A way that is better by less than one part in so many does not replace the one in use.
const HYSTERESIS: u64 = 8;

pub(super) struct Destination {
    pub(super) body: PingwaveBody,
    pub(super) signature: Signature,
    /// The one in use first.
    pub(super) ways: Vec<Way>,
    /// Since when nothing leads there.
    pub(super) lost_at: Option<Duration>,
    pub(super) withdrawn_at: Option<Duration>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// Node id of the neighbour.
    pub(super) via: u64,
    pub(super) round_trip_us: u64,
    pub(super) hops: u8,
    /// Hops that the pingwave has left.
    pub(super) ttl: u8,
    pub(super) sequence: u64,
    pub(super) until: Duration,
    /// The neighbour has said that it does not lead there.
    pub(super) is_withdrawn: bool,
    /// Number of that neighbour's latest withdrawal.
    pub(super) withdrawal: u64,
    pub(super) doubted_until: Duration,
}

impl Destination {
    pub(super) fn in_use(&self) -> Option<&Way> {
        self.ways.first().filter(|way| !way.is_withdrawn)
    }

    pub(super) fn way(&self, via: u64) -> Option<&Way> {
        self.ways.iter().find(|way| way.via == via)
    }

    pub(super) fn way_mut(&mut self, via: u64) -> Option<&mut Way> {
        self.ways.iter_mut().find(|way| way.via == via)
    }

    pub(super) fn vias(&self) -> [Option<u64>; WAYS] {
        std::array::from_fn(|at| self.ways.get(at).map(|way| way.via))
    }

    /// The origin says something newer.
    pub(super) fn renew(&mut self, body: &PingwaveBody, signature: &Signature) {
        if self.body.boot_id != body.boot_id {
            // It counts anew.
            self.ways.iter_mut().for_each(|way| way.sequence = 0);
        }
        (self.body, self.signature) = (body.clone(), *signature);
    }

    pub(super) fn add(&mut self, way: Way) {
        match self.way_mut(way.via) {
            // What was withdrawn comes back with a newer pingwave only; of one number, the better of two paths through a neighbour counts.
            Some(known) if known.sequence == way.sequence => {
                if !known.is_withdrawn && way.round_trip_us < known.round_trip_us {
                    (known.round_trip_us, known.hops, known.ttl) =
                        (way.round_trip_us, way.hops, way.ttl);
                }
            }
            Some(known) => {
                *known = Way {
                    withdrawal: known.withdrawal,
                    doubted_until: known.doubted_until,
                    ..way
                }
            }
            None => self.ways.push(way),
        }
    }

    /// Puts the best way first; the one in use stays if it is nearly as good.
    pub(super) fn choose(&mut self, in_use: Option<u64>, now: Duration) {
        let newest = self.body.sequence;
        // A way that missed a pingwave, or in which packets vanished, is better than none.
        let rank = |way: &Way| {
            let is_poor = way.sequence.saturating_add(1) < newest || now < way.doubted_until;
            (way.is_withdrawn, is_poor)
        };
        self.ways
            .sort_by_key(|way| (rank(way), way.round_trip_us, way.hops, way.via));
        if let Some(used) = self.ways.iter().position(|way| Some(way.via) == in_use)
            && used > 0
        {
            let (best, current) = (&self.ways[0], &self.ways[used]);
            let margin = current.round_trip_us / HYSTERESIS;
            if rank(best) == rank(current)
                && best.round_trip_us.saturating_add(margin) >= current.round_trip_us
            {
                self.ways[..=used].rotate_right(1);
            }
        }
        self.ways.truncate(WAYS);
    }
}
