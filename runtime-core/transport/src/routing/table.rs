//! Routes by destination, a few ways to each.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use meshwright_wire::wire::pingwave::{Pingwave, PingwaveBody};

use super::RoutingConfig;
use super::beacon::Announcement;
use super::brought::Brought;
use super::destination::{Destination, WAYS, Way};
use super::news::{Change, Heard, Known, Wave};

/// How long a destination that nothing leads to is remembered, so that old pingwaves of it are known for what they are.
const REMEMBERED: Duration = Duration::from_secs(60);
/// A destination is withdrawn no more often.
const WITHDRAWAL_GAP: Duration = Duration::from_secs(1);
/// A way in which packets of ours vanished is our last choice for so long.
const DOUBT: Duration = Duration::from_secs(60);

pub(crate) struct RouteTable {
    config: RoutingConfig,
    destinations: BTreeMap<u64, Destination>,
    /// Those that nothing leads to, by the time at which they were lost.
    lost: BTreeSet<(Duration, u64)>,
    brought: Brought,
    /// Number of our latest withdrawal.
    withdrawal: u64,
}

impl RouteTable {
    pub(super) fn new(config: RoutingConfig) -> Self {
        Self {
            config,
            destinations: BTreeMap::new(),
            lost: BTreeSet::new(),
            brought: Brought::default(),
            withdrawal: 0,
        }
    }

    /// Takes note of a pingwave from the node `origin`. `is_signed` is asked only when the signature was not checked before, since it is costly.
    pub(crate) fn hear(
        &mut self,
        origin: u64,
        heard: &Wave<'_>,
        now: Duration,
        is_signed: impl FnOnce() -> bool,
    ) -> (Heard, Option<Change>) {
        let Wave {
            wave,
            via,
            round_trip,
        } = heard;
        let body = &wave.body;
        if u16::from(wave.ttl) + u16::from(wave.hops) > u16::from(body.hop_limit) {
            return (Heard::Malformed, None);
        }
        let known = self.destinations.get(&origin);
        let same =
            known.is_some_and(|known| known.body == *body && known.signature == wave.signature);
        if let Some(known) = known.filter(|_| !same) {
            if known.body.origin != body.origin {
                return (Heard::Collision, None);
            }
            if !is_newer(body, &known.body) {
                return (Heard::Stale, None);
            }
        }
        let has_way = known.is_some_and(|known| known.way(*via).is_some());
        let is_full = known.is_none()
            && self.lost.is_empty()
            && self.destinations.len() >= self.config.max_destinations
            || !has_way && self.brought.by(*via) >= self.config.max_per_neighbour;
        if is_full {
            return (Heard::Full, None);
        }
        if !same && !is_signed() {
            return (Heard::Unsigned, None);
        }
        let way = Way {
            via: *via,
            beyond_us: u64::from(wave.path_rtt_us),
            round_trip_us: u64::from(wave.path_rtt_us).saturating_add(micros(*round_trip)),
            hops: wave.hops.saturating_add(1),
            ttl: wave.ttl,
            sequence: body.sequence,
            until: now + self.config.lifetime(),
            is_withdrawn: false,
            withdrawal: 0,
            doubted_at: Duration::ZERO,
        };
        let heard = match known {
            Some(_) if same => Heard::Way,
            Some(known) => Heard::News {
                announces: Announcement::from(&known.body) != Announcement::from(body),
            },
            None => {
                self.make_room();
                self.destinations
                    .insert(origin, Destination::new(body, &wave.signature));
                Heard::News { announces: true }
            }
        };
        let change = self.update(origin, now, |destination| {
            if !same {
                destination.renew(body, &wave.signature);
            }
            destination.add(way);
        });
        (heard, change)
    }

    /// The neighbour that gets what this node itself has to say to `destination`.
    pub(crate) fn first_hop(&self, destination: u64) -> Option<u64> {
        self.destinations.get(&destination)?.first_hop()
    }

    /// The neighbour that gets what `from` brought for `destination`.
    pub(crate) fn next_hop(&self, destination: u64, from: u64) -> Option<u64> {
        let ways = &self.destinations.get(&destination)?.ways;
        ways.iter()
            .filter(|way| !way.is_withdrawn)
            .map(|way| way.via)
            .find(|via| *via != from)
    }

    pub(crate) fn known(&self, destination: u64) -> Option<Known<'_>> {
        let known = self.destinations.get(&destination)?;
        let way = known.in_use()?;
        Some(Known {
            body: &known.body,
            via: way.via,
            hops: way.hops,
            round_trip: Duration::from_micros(way.round_trip_us),
        })
    }

    /// What is known of a destination, reachable or not.
    pub(crate) fn body(&self, destination: u64) -> Option<&PingwaveBody> {
        self.destinations.get(&destination).map(|known| &known.body)
    }

    /// When datagrams of this node to `destination` last took another way.
    pub(crate) fn turned_at(&self, destination: u64) -> Option<Duration> {
        Some(self.destinations.get(&destination)?.turned_at)
    }

    /// Nodes that something leads to.
    pub(crate) fn reachable(&self) -> impl Iterator<Item = u64> {
        self.destinations
            .iter()
            .filter(|(_, known)| known.in_use().is_some())
            .map(|(node, _)| *node)
    }

    /// True if the way to `destination` is one that neighbours are not to take.
    pub(crate) fn is_detour(&self, destination: u64) -> bool {
        let known = self.destinations.get(&destination);
        known.is_some_and(|known| known.is_detour)
    }

    /// True if neighbours may count on us for `destination`: something leads there, and they were not told otherwise since its newest number.
    pub(crate) fn is_counted_on(&self, destination: u64) -> bool {
        let known = self.destinations.get(&destination);
        known.is_some_and(|known| {
            let is_withdrawn = known
                .withdrawn
                .is_some_and(|(_, of)| of == known.body.sequence);
            known.in_use().is_some() && !known.is_detour && !is_withdrawn
        })
    }

    /// The pingwave of `destination` as `neighbour` is to get it: not if it is the one that leads there, or the way is a detour, and not beyond the limit.
    pub(crate) fn wave_for(&self, destination: u64, neighbour: u64) -> Option<Pingwave> {
        let known = self.destinations.get(&destination);
        let known = known.filter(|known| !known.is_detour)?;
        let way = known.in_use().filter(|way| way.via != neighbour)?;
        known.newest()?;
        Some(Pingwave {
            ttl: way.ttl.checked_sub(1)?,
            hops: way.hops,
            path_rtt_us: u32::try_from(known.distance_us()).unwrap_or(u32::MAX),
            body: known.body.clone(),
            signature: known.signature,
        })
    }

    /// A neighbour is gone.
    pub(crate) fn lose_neighbour(&mut self, via: u64, now: Duration) -> Vec<Change> {
        self.drop_ways(now, |way| way.via == via)
    }

    /// A neighbour says that it does not lead to `destination` any more. Of its withdrawals the newest counts.
    pub(crate) fn withdrawn(
        &mut self,
        via: u64,
        destination: u64,
        number: u64,
        now: Duration,
    ) -> Option<Change> {
        self.change_way(destination, via, now, |way| {
            if number > way.withdrawal {
                (way.withdrawal, way.is_withdrawn) = (number, true);
            }
        })
    }

    /// What this node sent through `via` did not come to its end: it tries its other ways for a while.
    pub(crate) fn doubt(&mut self, via: u64, destination: u64, now: Duration) {
        self.change_way(destination, via, now, |way| way.doubted_at = now);
    }

    /// True if neighbours are to be told that we do not lead to `destination`: not if they just were, and have heard nothing newer.
    pub(crate) fn may_withdraw(&mut self, destination: u64, now: Duration) -> bool {
        let Some(known) = self.destinations.get_mut(&destination) else {
            return false;
        };
        let number = known.body.sequence;
        let may = known
            .withdrawn
            .is_none_or(|(at, of)| of != number || now >= at + WITHDRAWAL_GAP);
        if may {
            known.withdrawn = Some((now, number));
        }
        may
    }

    /// The number above which one is to be requested from whom leads to `destination`. None: that was done already.
    pub(crate) fn request(&mut self, destination: u64) -> Option<u64> {
        let known = self.destinations.get_mut(&destination)?;
        let is_requested = std::mem::replace(&mut known.is_requested, true);
        (!is_requested).then_some(known.body.sequence)
    }

    /// Another way is in use: true if there was a request by the one before, which may have been lost there.
    pub(crate) fn take_request(&mut self, destination: u64) -> bool {
        let known = self.destinations.get_mut(&destination);
        known.is_some_and(|known| std::mem::take(&mut known.is_requested))
    }

    /// A number for our next withdrawal.
    pub(crate) fn next_withdrawal(&mut self) -> u64 {
        self.withdrawal += 1;
        self.withdrawal
    }

    /// Forgets ways of which nothing was heard, and destinations that nothing has led to for long.
    pub(crate) fn expire(&mut self, now: Duration) -> Vec<Change> {
        let ways = self.destinations.values_mut();
        ways.flat_map(|known| &mut known.ways)
            .filter(|way| way.doubted_at + DOUBT <= now)
            .for_each(|way| way.doubted_at = Duration::ZERO);
        let changes = self.drop_ways(now, |way| way.until <= now);
        while let Some((_, node)) = self
            .lost
            .first()
            .copied()
            .filter(|(at, _)| now >= *at + REMEMBERED)
        {
            self.forget(node);
        }
        changes
    }

    /// Destinations, reachable or not.
    pub(crate) fn len(&self) -> usize {
        self.destinations.len()
    }

    pub(crate) fn most_ways_through_one(&self) -> usize {
        self.brought.most()
    }

    /// Of destinations that nothing leads to, the one that was lost first makes room.
    fn make_room(&mut self) {
        if self.destinations.len() >= self.config.max_destinations
            && let Some((_, node)) = self.lost.first().copied()
        {
            self.forget(node);
        }
    }

    fn forget(&mut self, node: u64) {
        if let Some(known) = self.destinations.remove(&node) {
            self.brought.replace(known.vias(), [None; WAYS]);
            known
                .lost_at
                .inspect(|at| _ = self.lost.remove(&(*at, node)));
        }
    }

    fn drop_ways(&mut self, now: Duration, goes: impl Fn(&Way) -> bool) -> Vec<Change> {
        let concerned: Vec<u64> = self
            .destinations
            .iter()
            .filter(|(_, known)| known.ways.iter().any(&goes))
            .map(|(node, _)| *node)
            .collect();
        let drop = |node| self.update(node, now, |known| known.ways.retain(|way| !goes(way)));
        concerned.into_iter().filter_map(drop).collect()
    }

    fn change_way(
        &mut self,
        destination: u64,
        via: u64,
        now: Duration,
        act: impl FnOnce(&mut Way),
    ) -> Option<Change> {
        self.update(destination, now, |known| {
            if let Some(way) = known.way_mut(via) {
                act(way);
            }
        })
    }

    /// Changes a destination, chooses its way anew, and says whether that is another one.
    fn update(
        &mut self,
        destination: u64,
        now: Duration,
        act: impl FnOnce(&mut Destination),
    ) -> Option<Change> {
        let known = self.destinations.get_mut(&destination)?;
        let before = known.in_use().map(|way| way.via);
        let first_before = known.first_hop();
        let vias_before = known.vias();
        act(known);
        known.choose(before);
        let after = known.in_use().map(|way| way.via);
        let vias_after = known.vias();
        match (after, known.lost_at) {
            (Some(_), Some(at)) => {
                known.lost_at = None;
                self.lost.remove(&(at, destination));
            }
            (None, None) => {
                known.lost_at = Some(now);
                self.lost.insert((now, destination));
            }
            _ => {}
        }
        if first_before != known.first_hop() {
            known.turned_at = now;
        }
        self.brought.replace(vias_before, vias_after);
        (before != after).then_some(Change {
            destination,
            before,
            after,
        })
    }
}

/// A program that was started again counts anew; which of two boots is the later one, its own clock tells.
fn is_newer(body: &PingwaveBody, known: &PingwaveBody) -> bool {
    if body.boot_id == known.boot_id {
        body.sequence > known.sequence
    } else {
        body.sent_at > known.sent_at
    }
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
