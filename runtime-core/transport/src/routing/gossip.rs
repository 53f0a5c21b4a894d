//! What neighbours are still to be told: by node, so that the newest word replaces older ones and the memory for it is bounded.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};
use std::time::Duration;

use meshwright_wire::wire::identity::EntityId;

use super::RoutingConfig;
use crate::endpoint::Bucket;

/// A neighbour is told at most so many times a second that what it sent could not be relayed.
const COMPLAINTS_PER_SECOND: u32 = 64;

pub(crate) struct Gossip {
    config: RoutingConfig,
    neighbours: BTreeMap<u64, Neighbour>,
    flush_at: Option<Duration>,
}

pub(crate) struct Neighbour {
    pub(crate) identity: EntityId,
    /// Datagrams are relayed both ways.
    pub(crate) relays: bool,
    /// Nodes whose pingwaves it is to get; our own id among them.
    pub(crate) waves: BTreeSet<u64>,
    /// Nodes that cannot be reached through us any more.
    pub(crate) withdrawals: BTreeSet<u64>,
    /// Nodes of which a pingwave is requested from it that is newer than this number.
    pub(crate) requests: BTreeMap<u64, u64>,
    pub(crate) signatures: Bucket,
    pub(crate) requests_taken: Bucket,
    pub(crate) relayed: Bucket,
    pub(crate) traces: Bucket,
    complaints: Bucket,
}

impl Neighbour {
    /// True if there is something to tell it.
    pub(crate) fn waits(&self) -> bool {
        !(self.withdrawals.is_empty() && self.requests.is_empty() && self.waves.is_empty())
    }
}

impl Gossip {
    pub(super) fn new(config: RoutingConfig) -> Self {
        Self {
            config,
            neighbours: BTreeMap::new(),
            flush_at: None,
        }
    }

    pub(crate) fn add(&mut self, node: u64, identity: EntityId, relays: bool, now: Duration) {
        let config = &self.config;
        let neighbour = Neighbour {
            identity,
            relays,
            waves: BTreeSet::new(),
            withdrawals: BTreeSet::new(),
            requests: BTreeMap::new(),
            signatures: Bucket::new(config.signatures_per_second, now),
            requests_taken: Bucket::new(config.requests_per_second, now),
            relayed: Bucket::new(config.relayed_bytes_per_second, now),
            traces: Bucket::new(config.traces_per_second, now),
            complaints: Bucket::new(COMPLAINTS_PER_SECOND, now),
        };
        self.neighbours.insert(node, neighbour);
    }

    pub(crate) fn remove(&mut self, node: u64) {
        self.neighbours.remove(&node);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.neighbours.is_empty()
    }

    /// Nodes of which the neighbour for whom there are most is still to be told.
    pub(crate) fn most_waiting(&self) -> usize {
        self.neighbours
            .values()
            .flat_map(|one| [one.waves.len(), one.withdrawals.len(), one.requests.len()])
            .max()
            .unwrap_or_default()
    }

    pub(crate) fn get(&self, node: u64) -> Option<&Neighbour> {
        self.neighbours.get(&node)
    }

    pub(crate) fn get_mut(&mut self, node: u64) -> Option<&mut Neighbour> {
        self.neighbours.get_mut(&node)
    }

    pub(crate) fn nodes(&self) -> impl Iterator<Item = u64> {
        self.neighbours.keys().copied()
    }

    /// Neighbours that hand on what others tell.
    pub(crate) fn relays(&self) -> impl Iterator<Item = u64> {
        let relays = self.neighbours.iter().filter(|(_, queue)| queue.relays);
        relays.map(|(node, _)| *node)
    }

    /// Tells `neighbour` of `node`. False: too much waits already.
    pub(crate) fn tell(&mut self, neighbour: u64, node: u64, now: Duration) -> bool {
        self.with(neighbour, now, |queue, most| {
            queue.withdrawals.remove(&node);
            add(&mut queue.waves, node, most)
        })
    }

    /// Tells all neighbours of a pingwave of our own, `us`. Gives how many could not be told.
    pub(crate) fn spread_own(&mut self, us: u64, now: Duration) -> usize {
        self.spread(us, now, |_, _| true)
    }

    /// Tells the neighbours that relay of `node`, but not itself or `from`, which brought it.
    pub(crate) fn spread_from(&mut self, from: u64, node: u64, now: Duration) -> usize {
        self.spread(node, now, |neighbour, queue| {
            queue.relays && neighbour != from && neighbour != node
        })
    }

    fn spread(&mut self, node: u64, now: Duration, to: impl Fn(u64, &Neighbour) -> bool) -> usize {
        let told: Vec<u64> = self
            .neighbours
            .iter()
            .filter(|(neighbour, queue)| to(**neighbour, queue))
            .map(|(neighbour, _)| *neighbour)
            .collect();
        told.into_iter()
            .filter(|neighbour| !self.tell(*neighbour, node, now))
            .count()
    }

    /// Tells `neighbour` that we do not lead to `node`. False: too much waits already.
    pub(crate) fn withdraw(&mut self, neighbour: u64, node: u64, now: Duration) -> bool {
        self.with(neighbour, now, |queue, most| {
            queue.waves.remove(&node);
            add(&mut queue.withdrawals, node, most)
        })
    }

    /// Requests from `neighbour` a pingwave of `node` with a number above `sequence`. False: too much waits already.
    pub(crate) fn request(
        &mut self,
        neighbour: u64,
        node: u64,
        sequence: u64,
        now: Duration,
    ) -> bool {
        self.with(neighbour, now, |queue, most| {
            let has_room = queue.requests.len() < most;
            match queue.requests.entry(node) {
                Entry::Occupied(mut known) => *known.get_mut() = sequence.max(*known.get()),
                Entry::Vacant(free) if has_room => _ = free.insert(sequence),
                Entry::Vacant(_) => return false,
            }
            true
        })
    }

    /// The same as [`withdraw`](Self::withdraw), for something that it sent to `node`: only so often.
    pub(crate) fn complain(&mut self, neighbour: u64, node: u64, now: Duration) {
        let may = self
            .get_mut(neighbour)
            .is_some_and(|queue| queue.complaints.take(now));
        if may {
            self.withdraw(neighbour, node, now);
        }
    }

    /// True if it is time to tell; what cannot be told yet makes for another time.
    pub(crate) fn is_due(&mut self, now: Duration) -> bool {
        self.flush_at.take_if(|at| *at <= now).is_some()
    }

    /// There is something to tell that is not told yet.
    pub(crate) fn again(&mut self, now: Duration) {
        let at = now + self.config.batch;
        self.flush_at.get_or_insert(at);
    }

    pub(crate) fn next_timeout(&self) -> Option<Duration> {
        self.flush_at
    }

    fn with(
        &mut self,
        neighbour: u64,
        now: Duration,
        act: impl FnOnce(&mut Neighbour, usize) -> bool,
    ) -> bool {
        let most = self.config.max_waiting;
        let Some(queue) = self.neighbours.get_mut(&neighbour) else {
            return true;
        };
        let done = act(queue, most);
        self.again(now);
        done
    }
}

fn add(waiting: &mut BTreeSet<u64>, node: u64, most: usize) -> bool {
    waiting.contains(&node) || waiting.len() < most && waiting.insert(node)
}
