//! What a world is to be like, from its seed: everything that is settled before it begins.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::time::Duration;

use crate::fault::{Fault, Faults};
use crate::program::Acquaintance;
use crate::random::Random;

/// From this many nodes on, worlds are short and their programs say little.
const LARGE: usize = 100;

#[derive(Clone, Debug)]
pub struct Plan {
    pub seed: u64,
    pub nodes: usize,
    pub faults: Faults,
    /// Pairs of nodes that keep a session; the first of each pair opens it.
    pub links: Vec<(usize, usize)>,
    /// Pairs of nodes that keep a session through relays; the first of each pair opens it.
    pub far: Vec<(usize, usize)>,
    /// How long things go wrong.
    pub trouble: Duration,
    /// Whether it is a large world, or a long one.
    pub pace: Pace,
}

/// How much happens in which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Half a minute or a minute, and much to say.
    Busy,
    /// Long enough for keys to be replaced, given up and forgotten; little to say.
    Long,
    /// Many nodes.
    Large,
}

impl Plan {
    /// `nodes`: the least and the most that there may be.
    pub fn new(seed: u64, nodes: &RangeInclusive<usize>) -> Self {
        let mut random = Random::new(seed, "plan", 0);
        let spread = random.within(0..(nodes.end() - nodes.start() + 1) as u64) as usize;
        let long = random.chance(150);
        let mut nodes = nodes.start() + spread;
        let pace = match nodes {
            LARGE.. => Pace::Large,
            _ if long => Pace::Long,
            _ => Pace::Busy,
        };
        if pace == Pace::Long {
            nodes = nodes.min(5);
        }
        let trouble = match pace {
            Pace::Busy => random.millis(15_000..45_000),
            Pace::Long => random.millis(330_000..520_000),
            Pace::Large => random.millis(4_000..8_000),
        };
        let mut faults = Self::faults(&mut random);
        if pace == Pace::Busy && Random::new(seed, "crowd", 0).chance(150) {
            faults = faults.with(Fault::Crowds);
        }
        let links = Self::links(nodes, pace, &mut random);
        let far = Self::far(seed, nodes, &links, pace, faults);
        Self {
            seed,
            nodes,
            faults,
            links,
            far,
            trouble,
            pace,
        }
    }

    #[must_use]
    pub fn without(self, faults: impl IntoIterator<Item = Fault>) -> Self {
        Self {
            faults: faults.into_iter().fold(self.faults, Faults::without),
            ..self
        }
    }

    /// True if somebody who means harm has the key of the mesh.
    pub fn has_members(&self) -> bool {
        [Fault::Member, Fault::Forger]
            .into_iter()
            .any(|fault| self.faults.has(fault))
    }

    /// Programs tell the mesh something new of their nodes from time to time.
    pub fn announces(&self) -> bool {
        self.pace == Pace::Busy
    }

    /// Those with whom `node` keeps sessions.
    pub fn acquaintances(&self, node: usize) -> Vec<Acquaintance> {
        let pairs = self.links.iter().map(|pair| (pair, false));
        let pairs = pairs.chain(self.far.iter().map(|pair| (pair, true)));
        pairs
            .filter_map(|((one, other), far)| {
                let (peer, dials) = match node {
                    _ if node == *one => (*other, true),
                    _ if node == *other => (*one, false),
                    _ => return None,
                };
                Some(Acquaintance { peer, dials, far })
            })
            .collect()
    }

    /// By node: those that it has sessions with, without relays.
    pub fn neighbours(&self) -> Vec<Vec<usize>> {
        let mut neighbours = vec![BTreeSet::new(); self.nodes];
        for (one, other) in &self.links {
            neighbours[*one].insert(*other);
            neighbours[*other].insert(*one);
        }
        neighbours
            .into_iter()
            .map(|of| of.into_iter().collect())
            .collect()
    }

    /// Some worlds are calm, some have everything; most have some of it.
    fn faults(random: &mut Random) -> Faults {
        let per_mille = *random
            .pick(&[0, 150, 350, 350, 500, 700, 1000])
            .unwrap_or(&350);
        Fault::ALL
            .into_iter()
            .filter(|fault| *fault != Fault::Crowds && random.chance(per_mille))
            .fold(Faults::default(), Faults::with)
    }

    /// A few pairs that are no link. A forger draws ways to itself, which is its right, and what goes through it may be lost.
    fn far(
        seed: u64,
        nodes: usize,
        links: &[(usize, usize)],
        pace: Pace,
        faults: Faults,
    ) -> Vec<(usize, usize)> {
        let mut random = Random::new(seed, "far", 0);
        if pace == Pace::Large || faults.has(Fault::Forger) {
            return vec![];
        }
        let draw = |_| (random.index(nodes), random.index(nodes));
        let mut far: Vec<(usize, usize)> = (0..2 + nodes / 5).map(draw).collect();
        far.retain(|(one, other)| {
            one != other && !links.contains(&(*one, *other)) && !links.contains(&(*other, *one))
        });
        far.sort_unstable();
        far.dedup();
        far
    }

    /// A tree, so that all hang together, and some more: half as many in a small world, fewer in a large one.
    fn links(nodes: usize, pace: Pace, random: &mut Random) -> Vec<(usize, usize)> {
        let mut links: Vec<(usize, usize)> = vec![];
        let shape = random.index(3);
        for node in 1..nodes {
            let other = match shape {
                0 => node - 1,
                1 => random.index(node),
                _ => node - 1 - random.index(node.min(4)),
            };
            links.push(if random.chance(500) {
                (node, other)
            } else {
                (other, node)
            });
        }
        let more = if pace == Pace::Large {
            nodes / 8
        } else {
            nodes / 2 + random.index(nodes)
        };
        for _ in 0..more {
            let (one, other) = (random.index(nodes), random.index(nodes));
            let known = links
                .iter()
                .any(|link| *link == (one, other) || *link == (other, one));
            // Sometimes both sides open.
            if one != other && (!known || random.chance(100)) {
                links.push((one, other));
            }
        }
        links.sort_unstable();
        links.dedup();
        links
    }
}
