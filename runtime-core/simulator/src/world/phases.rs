//! The life of a world: trouble, recovery, and a last exchange that must go well.

use std::time::Duration;

use meshwright_transport::{Liveness, Place};

use super::World;
use crate::observation::Observation;
use crate::plan::Pace;
use crate::program::Job;
use crate::queue::{Happening, Trouble};

/// How often it is looked whether the next phase may begin.
const STEP: Duration = Duration::from_millis(250);
/// What was sent must have arrived this long after all sessions are back. Slow readers with full windows need the most of it.
const PATIENCE: Duration = Duration::from_secs(180);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Trouble,
    /// Nothing goes wrong any more. Sessions come back.
    Recovery,
    /// They are back, and everybody says something once more.
    Settling {
        until: Duration,
    },
    Over,
}

impl World {
    pub(super) fn advance(&mut self) {
        match self.phase {
            Phase::Trouble => self.heal(),
            Phase::Recovery => self.survey(),
            Phase::Settling { until } => self.look_for_the_end(until),
            Phase::Over => {}
        }
        self.queue.push(self.at + STEP, Happening::Phase);
    }

    fn heal(&mut self) {
        self.network.heal();
        for node in 0..self.nodes.len() {
            self.befall(Trouble::Start { node });
        }
        self.watch.see(self.at, &Observation::Healed);
        self.phase = Phase::Recovery;
    }

    fn survey(&mut self) {
        let apart = self
            .plan
            .links
            .iter()
            .copied()
            .find(|(one, other)| !self.knows(*one, *other) || !self.knows(*other, *one));
        self.watch.see(self.at, &Observation::Surveyed { apart });
        if apart.is_none() {
            self.probe();
            let patience = match self.plan.pace {
                Pace::Large => PATIENCE / 6,
                Pace::Busy | Pace::Long => PATIENCE,
            };
            self.phase = Phase::Settling {
                until: self.at + patience,
            };
        }
    }

    /// True if `node` has a session with `peer`, who answers where it is.
    fn knows(&self, node: usize, peer: usize) -> bool {
        let (id, address) = (self.atlas.id(peer), self.nodes[peer].address);
        self.nodes[node].running.as_ref().is_some_and(|running| {
            running.endpoint.peers().any(|info| {
                info.identity == id
                    && info.place == Place::Direct(address)
                    && info.liveness == Liveness::Healthy
            })
        })
    }

    fn probe(&mut self) {
        let links = self.plan.links.clone();
        for (one, other) in links {
            for (node, peer) in [(one, other), (other, one)] {
                let is_slow = |node: usize| self.nodes[node].reading.is_some();
                let jobs = Job::probes(peer, self.at, is_slow(node), is_slow(peer));
                self.with_program(node, |program, desk| {
                    jobs.into_iter().for_each(|job| program.add(job, desk));
                });
            }
        }
    }

    fn look_for_the_end(&mut self, until: Duration) {
        let astray = || {
            let (from, to) = self.astray().filter(|_| self.plan.pace != Pace::Large)?;
            let text = format!("those of node {from} do not lead to {to}");
            Some(("routes converge when trouble is over", text))
        };
        match self.watch.owed().or_else(astray) {
            None => self.phase = Phase::Over,
            Some((property, text)) if self.at >= until => self.fail(property, text),
            Some(_) => {}
        }
    }
}
