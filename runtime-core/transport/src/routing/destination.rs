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
    /// Since when our own datagrams take that way, or none.
    pub(super) turned_at: Duration,
    /// When neighbours were last told that we do not lead there, and of which number.
    pub(super) withdrawn: Option<(Duration, u64)>,
    /// The least [distance](Self::distance_us) since the newest pingwave came: neighbours count on us for no less.
    nearest_us: u64,
    /// The same for the pingwave before, if neighbours may still count on us for that one.
    nearest_before_us: u64,
    /// The way in use was taken for want of a better one, and may come round to us: nobody else is to take it.
    pub(super) is_detour: bool,
    /// A newer pingwave was requested by the way in use.
    pub(super) is_requested: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// Node id of the neighbour.
    pub(super) via: u64,
    /// What the neighbour says that it has before it.
    pub(super) beyond_us: u64,
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
    /// When packets of ours vanished in it; zero: not lately.
    pub(super) doubted_at: Duration,
}

impl Way {
    /// The least is the best: not withdrawn, none that missed a pingwave of those up to `newest`.
    fn rank(&self, newest: u64) -> (bool, bool) {
        let has_missed = self.sequence.saturating_add(1) < newest;
        (self.is_withdrawn, has_missed)
    }

    /// What seems better by less may be worse in a moment.
    fn is_better_than(&self, other: &Self) -> bool {
        let margin = other.round_trip_us / HYSTERESIS;
        self.round_trip_us.saturating_add(margin) < other.round_trip_us
    }
}

impl Destination {
    /// Nothing leads there yet.
    pub(super) fn new(body: &PingwaveBody, signature: &Signature) -> Self {
        Self {
            body: body.clone(),
            signature: *signature,
            ways: vec![],
            lost_at: None,
            turned_at: Duration::ZERO,
            withdrawn: None,
            nearest_us: u64::MAX,
            nearest_before_us: u64::MAX,
            is_detour: false,
            is_requested: false,
        }
    }

    pub(super) fn in_use(&self) -> Option<&Way> {
        self.ways.first().filter(|way| !way.is_withdrawn)
    }

    /// The best way that has brought the newest number.
    pub(super) fn newest(&self) -> Option<&Way> {
        let newest = |way: &&Way| !way.is_withdrawn && way.sequence == self.body.sequence;
        self.ways.iter().find(newest)
    }

    /// For datagrams of this node: not one in which such vanished, if there is another. What neighbours count on does not change by that: they would be
    /// told to go elsewhere for what may be wrong with the far end, or with the way back.
    pub(super) fn first_hop(&self) -> Option<u64> {
        let ways = self.ways.iter().filter(|way| !way.is_withdrawn);
        let least_doubted = ways.min_by_key(|way| way.doubted_at);
        least_doubted.map(|way| way.via)
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
        if let Some(detour) = self.ways.first_mut().filter(|_| self.is_detour) {
            // It may have come round to us: it is the last choice until it is told anew.
            detour.sequence = 0;
        }
        (self.body, self.signature) = (body.clone(), *signature);
        let counts_on_us = self.in_use().is_some() && !self.is_detour;
        self.nearest_before_us = if counts_on_us {
            self.nearest_us
        } else {
            u64::MAX
        };
        (self.nearest_us, self.is_detour) = (u64::MAX, false);
        self.is_requested = false;
    }

    pub(super) fn add(&mut self, way: Way) {
        match self.way_mut(way.via) {
            // What was withdrawn comes back with a newer pingwave only; of one number, the better of two paths through a neighbour counts.
            Some(known) if known.sequence == way.sequence => {
                if !known.is_withdrawn && way.round_trip_us < known.round_trip_us {
                    (known.beyond_us, known.round_trip_us) = (way.beyond_us, way.round_trip_us);
                    (known.hops, known.ttl) = (way.hops, way.ttl);
                }
            }
            Some(known) => {
                *known = Way {
                    withdrawal: known.withdrawal,
                    doubted_at: known.doubted_at,
                    ..way
                }
            }
            None => self.ways.push(way),
        }
    }

    /// Puts the way to use first. The one in use stays until it is lost, or one is better by far that is sure to lead away from here. If it is lost and none is
    /// sure, the nearest one is taken, but not told of: a detour, which any sure one replaces.
    pub(super) fn choose(&mut self, in_use: Option<u64>) {
        let newest = self.body.sequence;
        self.ways
            .sort_by_key(|way| (way.rank(newest), way.round_trip_us, way.hops, way.via));
        let best = self.ways.first().filter(|way| !way.is_withdrawn);
        let Some(best) = best.map(|way| way.rank(newest)) else {
            self.is_detour = false;
            return self.shorten();
        };
        let good = self.ways.iter().take_while(|way| way.rank(newest) == best);
        let current = good.clone().position(|way| Some(way.via) == in_use);
        let kept = current.filter(|_| !self.is_detour).map(|at| self.ways[at]);
        let mut sure = good.enumerate().filter(|(_, way)| self.leads_away(way));
        let replacing = sure.find(|(_, way)| kept.is_none_or(|kept| way.is_better_than(&kept)));
        let chosen = replacing.map(|(at, _)| at).or(current).unwrap_or(0);
        let is_sure = self.leads_away(&self.ways[chosen]);
        self.is_detour = !is_sure && (current.is_none() || self.is_detour);
        self.ways[..=chosen].rotate_right(1);
        self.shorten();
        self.nearest_us = self.nearest_us.min(self.distance_us());
    }

    /// The worst way goes, but not the only one that has brought the newest number: with that, neighbours are told of it.
    fn shorten(&mut self) {
        while self.ways.len() > WAYS {
            let last = self.ways.len() - 1;
            let is_needed = self
                .newest()
                .is_some_and(|way| way.via == self.ways[last].via);
            self.ways.remove(last - usize::from(is_needed));
        }
    }

    /// What neighbours are told for the round trip. With the newest number goes no less than that of the way that brought it: the way in use may have become
    /// longer since its own last number, and who was told the new one with an old distance would take this node for nearer than itself.
    pub(super) fn distance_us(&self) -> u64 {
        let used = self.ways.first().into_iter();
        let told = used.chain(self.newest()).map(|way| way.round_trip_us);
        told.max().unwrap_or(u64::MAX)
    }

    /// True if the neighbour is nearer than we were at any time since the newest pingwave but one, so that it cannot count on us: the feasibility condition of
    /// Babel (RFC 8966 §3.5.1).
    fn leads_away(&self, way: &Way) -> bool {
        let nearest = self.nearest_us.min(self.nearest_before_us);
        way.sequence == self.body.sequence && way.beyond_us < nearest
    }
}
