//! When all is well, the uplink of one node is narrow for a while, and one of its neighbours sends through it two and a half times what it carries. So does the
//! node's own program, to another neighbour, if there are enough. What the node says to its other neighbours goes on.

use std::time::Duration;

use meshwright_transport::LARGEST_RUN;

use super::World;
use super::node::{Reading, Uplink};
use crate::fault::Fault;
use crate::observation::{Observation, Party};
use crate::program::{Acquaintance, Job, Timer, Work};
use crate::random::Random;

/// Relayed datagrams that wait for one neighbour's sake, at most, in worlds with crowds.
pub(super) const RELAYED: usize = 64;
/// Datagrams that wait, at most, in worlds with crowds. Where the uplink is slowest, a turn of who is flooded takes 0.4 s. Meanwhile a dozen and more wait for each
/// of five other neighbours, and the stream to the slow reader; as much room as that must be left for it.
pub(super) const TRANSMITS: usize = 6 * RELAYED;
/// Bytes of the largest relayed datagram.
const LARGEST: u64 = 1200;
/// Bytes that the node itself has waiting at any time but for whom it floods, at most: the stream to the slow reader, one more that may be under way, both twice if their
/// acknowledgements are late, and little else.
const OWN: u64 = 128 << 10;
/// The longest way to a neighbour takes 60 ms; the datagram that is leaving, and events that share packets, take some more.
const WAY: Duration = Duration::from_millis(100);
/// Time to open the session that is loud.
const OPENING: Duration = Duration::from_secs(1);
/// Longer than anything may take.
const LOUD: Duration = Duration::from_secs(3);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Crowd {
    hub: usize,
    /// A neighbour of the hub that reads slowly meanwhile.
    slow: Option<usize>,
    pub(super) until: Duration,
}

impl World {
    /// Begins, if this is a world with crowds, and there is a node in it with two neighbours that it leads to each other.
    pub(super) fn crowd(&mut self) -> Option<Crowd> {
        if !self.plan.faults.has(Fault::Crowds) || self.plan.has_members() {
            return None;
        }
        let mut random = Random::new(self.plan.seed, "crowd", 1);
        let between = self.between();
        let (hub, loud, far) = *random.pick(&between)?;
        let others: Vec<usize> = self
            .neighbours_that_read(hub)
            .filter(|one| *one != loud)
            .collect();
        let mut near = others.iter().copied().filter(|one| *one != far);
        let (slow, flooded) = (near.next(), near.next());
        // Of what waits for whom it floods, one turn may come first. A queue that is full leaves within the time in which the slowest liveness is still sure of the node.
        let bytes_per_second = random.within(150_000..400_000);
        let waiting = RELAYED as u64 * LARGEST + OWN + LARGEST_RUN as u64;
        let within = WAY + Duration::from_micros(waiting * 1_000_000 / bytes_per_second);
        let (from, until) = (self.at + OPENING, self.at + OPENING + LOUD);

        let peer = |peer, dials| Acquaintance {
            peer,
            dials,
            far: true,
        };
        self.with_program(far, |program, desk| program.meet(peer(loud, false), desk));
        let each = Duration::from_millis(20);
        let flood = (bytes_per_second * 5 / 2 / 50 / 1000) as u32;
        self.with_program(loud, |program, desk| {
            program.meet(peer(far, true), desk);
            let flood = Job::repeated(far, (from, until), each, (flood, 1000));
            flood.into_iter().for_each(|job| program.add(job, desk));
        });
        let stream = |count| Work::Stream {
            lengths: vec![1000; count],
            finish: true,
            gap: Duration::ZERO,
        };
        self.with_program(hub, |program, desk| {
            if let Some(peer) = flooded {
                let flood = Job::repeated(peer, (from, until), each, (flood, 1000));
                flood.into_iter().for_each(|job| program.add(job, desk));
            }
            for peer in others.into_iter().filter(|one| Some(*one) != flooded) {
                let is_slow = Some(peer) == slow;
                let work = stream(if is_slow { 24 } else { 4 });
                program.add(
                    Job {
                        at: from + LOUD / 3,
                        peer,
                        work,
                    },
                    desk,
                );
                let events = Job::repeated(peer, (from, until), 5 * each, (1, 100));
                events.into_iter().for_each(|job| program.add(job, desk));
            }
        });
        if let Some(slow) = slow {
            let every = Duration::from_millis(10);
            self.nodes[slow].reading = Some(Reading { events: 1, every });
            self.with_program(slow, |_, desk| desk.set(every, Timer::Read));
        }
        self.nodes[hub].uplink = Some(Uplink::new(bytes_per_second));
        self.watch.see(
            self.at,
            &Observation::Crowded {
                hub,
                flooded,
                within,
            },
        );
        // What was said last has all its time.
        let until = until + within;
        Some(Crowd { hub, slow, until })
    }

    /// True if it is over.
    pub(super) fn has_dispersed(&mut self, crowd: Crowd) -> bool {
        let is_over = self.at >= crowd.until;
        if is_over && self.nodes[crowd.hub].uplink.take().is_some() {
            self.watch.see(self.at, &Observation::Dispersed);
            self.settle(crowd.hub);
            if let Some(slow) = crowd.slow {
                self.nodes[slow].reading = None;
                self.settle(slow);
            }
        }
        is_over
    }

    /// Nodes, each with two of its neighbours that are none of each other: the first reaches the second through it.
    fn between(&self) -> Vec<(usize, usize, usize)> {
        let neighbours = self.plan.neighbours();
        let mut found = vec![];
        for (hub, around) in neighbours.iter().enumerate() {
            for loud in around {
                let apart = |far: &&usize| {
                    *far != loud && !neighbours[*loud].contains(far) && !self.are_far(*loud, **far)
                };
                found.extend(
                    around
                        .iter()
                        .filter(apart)
                        .filter(|far| self.leads_through(*loud, hub, **far))
                        .map(|far| (hub, *loud, *far)),
                );
            }
        }
        found
    }

    fn are_far(&self, one: usize, other: usize) -> bool {
        self.plan.far.contains(&(one, other)) || self.plan.far.contains(&(other, one))
    }

    fn leads_through(&self, from: usize, hub: usize, to: usize) -> bool {
        let running = self.nodes[from].running.as_ref();
        let route = running.and_then(|running| running.endpoint.route(&self.atlas.id(to)));
        route.is_some_and(|route| {
            self.atlas.party(&route.via) == Party::Node(hub) && route.hops == 2
        })
    }

    /// Slow readers hear late, and lose unreliable events.
    fn neighbours_that_read(&self, hub: usize) -> impl Iterator<Item = usize> + use<> {
        let reading: Vec<usize> = self.plan.neighbours()[hub]
            .iter()
            .copied()
            .filter(|one| self.nodes[*one].reading.is_none())
            .collect();
        reading.into_iter()
    }
}
