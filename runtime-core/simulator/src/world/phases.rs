//! The life of a world: trouble, recovery, an exchange that must go well, and the loss of one node.

use std::time::Duration;

use meshwright_transport::{Liveness, Place};

use super::World;
use super::crowd::Crowd;
use super::loss::{Loss, MENDED, Seen};
use crate::fault::Fault;
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
    /// They are back, and everybody says something once more. Routes settle, too, not before `from`.
    Settling {
        from: Duration,
        until: Duration,
    },
    /// Those with sessions through relays say something once more.
    Relaying {
        until: Duration,
    },
    /// One neighbour wants all of a narrow uplink.
    Crowd(Crowd),
    /// One node fell silent.
    Loss(Loss),
    /// Those that are left say something once more through relays.
    Parting {
        until: Duration,
    },
    Over,
}

impl World {
    pub(super) fn advance(&mut self) {
        match self.phase {
            Phase::Trouble => self.heal(),
            Phase::Recovery => self.survey(),
            Phase::Settling { from, until } => {
                if self.at >= from && self.is_settled(until) {
                    self.phase = if self.relays_settle() {
                        self.watch.see(self.at, &Observation::Settled);
                        self.probe(self.plan.far.clone());
                        Phase::Relaying {
                            until: self.at + PATIENCE,
                        }
                    } else {
                        self.before_crowds()
                    };
                }
            }
            Phase::Relaying { until } => {
                if self.is_paid(until) {
                    self.phase = self.before_crowds();
                }
            }
            Phase::Crowd(crowd) => {
                if self.has_dispersed(crowd) && self.is_paid(crowd.until + PATIENCE) {
                    self.phase = self.after_crowds();
                }
            }
            Phase::Loss(loss) => self.look_round(loss),
            Phase::Parting { until } => {
                if self.is_paid(until) {
                    self.phase = Phase::Over;
                }
            }
            Phase::Over => {}
        }
        self.queue.push(self.at + STEP, Happening::Phase);
    }

    fn before_crowds(&mut self) -> Phase {
        match self.crowd() {
            Some(crowd) => Phase::Crowd(crowd),
            None => self.after_crowds(),
        }
    }

    fn after_crowds(&mut self) -> Phase {
        self.lose_one().map_or(Phase::Over, Phase::Loss)
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
            .find(|(one, other)| !self.knows(*one, *other) || !self.knows(*other, *one))
            .or_else(|| {
                let mut far = self.plan.far.iter().copied();
                far.find(|(one, other)| !self.reaches(*one, *other) || !self.reaches(*other, *one))
            });
        self.watch.see(self.at, &Observation::Surveyed { apart });
        if apart.is_none() {
            let pairs = self.plan.links.iter().chain(&self.plan.far);
            self.probe(pairs.copied().collect());
            let patience = match self.plan.pace {
                Pace::Large => PATIENCE / 6,
                Pace::Busy | Pace::Long => PATIENCE,
            };
            let quiet = if self.relays_settle() {
                MENDED
            } else {
                Duration::ZERO
            };
            self.phase = Phase::Settling {
                from: self.at + quiet,
                until: self.at + patience,
            };
        }
    }

    /// True if there are sessions through relays, and nobody who may draw ways to himself.
    fn relays_settle(&self) -> bool {
        !self.plan.far.is_empty() && !self.plan.has_members()
    }

    /// True if `node` has a session with `peer`, who answers where it is.
    fn knows(&self, node: usize, peer: usize) -> bool {
        let (id, address) = (self.atlas.id(peer), self.nodes[peer].address);
        self.nodes[node].running.as_ref().is_some_and(|running| {
            running.endpoint.peer(&id).is_some_and(|info| {
                info.place == Place::Direct(address) && info.liveness == Liveness::Healthy
            })
        })
    }

    /// True if `node` has a session with `peer`, who answers, wherever it is.
    pub(super) fn reaches(&self, node: usize, peer: usize) -> bool {
        let id = self.atlas.id(peer);
        self.nodes[node].running.as_ref().is_some_and(|running| {
            let info = running.endpoint.peer(&id);
            info.is_some_and(|info| info.liveness == Liveness::Healthy)
        })
    }

    fn probe(&mut self, pairs: Vec<(usize, usize)>) {
        for (one, other) in pairs {
            for (node, peer) in [(one, other), (other, one)] {
                let is_slow = |node: usize| self.nodes[node].reading.is_some();
                let jobs = Job::probes(peer, self.at, is_slow(node), is_slow(peer));
                self.with_program(node, |program, desk| {
                    jobs.into_iter().for_each(|job| program.add(job, desk));
                });
            }
        }
    }

    /// True if all has arrived, and routes lead everywhere.
    fn is_settled(&mut self, until: Duration) -> bool {
        if !self.is_paid(until) {
            return false;
        }
        // Who forges nodes by the dozen fills a small table with them.
        let (forged, small) = (Fault::Forger, Fault::SmallTables);
        let is_full = [forged, small].iter().all(|one| self.plan.faults.has(*one));
        let astray = self
            .astray()
            .filter(|_| self.plan.pace != Pace::Large && !is_full);
        if let Some((from, to)) = astray
            && self.at >= until
        {
            self.fail(
                "routes converge when trouble is over",
                format!("those of node {from} do not lead to {to}"),
            );
        }
        astray.is_none()
    }

    /// True if nothing is owed any more.
    fn is_paid(&mut self, until: Duration) -> bool {
        match self.watch.owed() {
            None => true,
            Some((property, text)) => {
                if self.at >= until {
                    self.fail(property, text);
                }
                false
            }
        }
    }

    fn look_round(&mut self, loss: Loss) {
        match self.mourn(loss) {
            Seen::NotYet => {}
            Seen::Mended => {
                self.watch.see(self.at, &Observation::Settled);
                self.probe(self.far_and_there(loss));
                self.phase = Phase::Parting {
                    until: self.at + PATIENCE,
                };
            }
            Seen::Broken(property, text) => self.fail(property, text),
        }
    }
}
