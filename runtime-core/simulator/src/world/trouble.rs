//! What befalls nodes: drawn before the world begins, and done when its time comes.

use std::time::Duration;

use meshwright_transport::{Endpoint, Route};

use super::World;
use super::node::Running;
use crate::atlas::Atlas;
use crate::fault::Fault;
use crate::network::Owner;
use crate::observation::Observation;
use crate::plan::{Pace, Plan};
use crate::program::{Acquaintance, Job, Program, Timer};
use crate::queue::{Happening, Trouble};
use crate::random::Random;

type Schedule = Vec<(Duration, Trouble)>;

/// Everything that will befall the nodes of a world, in no order.
pub(super) fn draw(plan: &Plan) -> Schedule {
    let mut troubles = vec![];
    let end = plan.trouble.as_millis() as u64;
    let nodes = plan.nodes;
    // A few for each small world, about one for every fifty nodes of a large one.
    let most = 3 + nodes as u64 / 50;
    let mut of = |fault: Fault, draw: &mut dyn FnMut(&mut Random, Duration, &mut Schedule)| {
        let mut random = Random::new(plan.seed, "trouble", fault as u64);
        if plan.faults.has(fault) {
            for _ in 0..1 + random.within(0..most) {
                let at = random.millis(1000..end);
                draw(&mut random, at, &mut troubles);
            }
        }
    };
    of(Fault::Crashes, &mut |random, at, troubles| {
        let node = random.index(nodes);
        let down = random.millis(
            10..if plan.pace == Pace::Large {
                2000
            } else {
                20_000
            },
        );
        troubles.push((at, Trouble::Crash { node }));
        // Who is still down when trouble is over is started then, and nobody once more: what falls silent after that is to stay silent.
        if at + down < plan.trouble {
            troubles.push((at + down, Trouble::Start { node }));
        }
    });
    of(Fault::Moves, &mut |random, at, troubles| {
        let node = random.index(nodes);
        troubles.push((at, Trouble::Move { node }));
    });
    of(Fault::Clocks, &mut |random, at, troubles| {
        let (node, by, back) = (
            random.index(nodes),
            random.millis(10..100_000_000),
            random.chance(500),
        );
        troubles.push((at, Trouble::Jump { node, by, back }));
    });
    of(Fault::Partitions, &mut |random, at, troubles| {
        let count = 2 + random.within(0..2);
        let parts = (0..nodes).map(|_| random.within(0..count) as u8).collect();
        let lasts = random.millis(200..end / 2);
        troubles.push((at, Trouble::Part { parts }));
        troubles.push((at + lasts, Trouble::Mend));
    });
    troubles
}

impl World {
    pub(super) fn befall(&mut self, trouble: Trouble) {
        match trouble {
            Trouble::Start { node } => self.start(node),
            Trouble::Crash { node } => self.crash(node),
            Trouble::Move { node } => self.relocate(node),
            Trouble::Jump { node, by, back } => self.nodes[node].clock.jump(by, back),
            Trouble::Part { parts } => self.network.part(parts),
            Trouble::Mend => self.network.mend(),
        }
    }

    pub(super) fn start(&mut self, node: usize) {
        let state = &mut self.nodes[node];
        if state.running.is_some() {
            return;
        }
        state.incarnation += 1;
        let number = (node as u64) << 32 | u64::from(state.incarnation);
        let mut random = Random::new(self.plan.seed, "program", number);
        let contacts = self.plan.acquaintances(node);
        let mut jobs = vec![];
        for Acquaintance { peer, .. } in &contacts {
            jobs.extend(Job::draw(
                &self.plan,
                *peer,
                state.reading.is_some(),
                &mut random,
            ));
        }
        let endpoint = Endpoint::new(
            self.atlas.secret(node),
            state.config.clone(),
            random.bytes(),
            state.clock.read(self.at),
        );
        let closing = self.plan.faults.has(Fault::Closes);
        let end = self.plan.trouble.as_millis() as u64;
        let mut closes = vec![];
        for Acquaintance { peer, .. } in &contacts {
            let (chosen, at) = (random.chance(150), random.millis(1000..end));
            if closing && chosen && self.at < at {
                closes.push((*peer, at));
            }
        }
        let reading = state.reading;
        state.running = Some(Running {
            endpoint,
            program: Program::new(contacts, self.plan.announces(), jobs, random),
            wake: None,
        });
        let address = state.address;
        self.watch
            .see(self.at, &Observation::Started { node, address });
        self.with_program(node, |program, desk| {
            program.start(desk);
            for (peer, at) in closes {
                desk.set(at - desk.at, Timer::Close(peer));
            }
            if let Some(reading) = reading {
                desk.set(reading.every, Timer::Read);
            }
        });
        self.settle(node);
    }

    pub(super) fn crash(&mut self, node: usize) {
        let state = &mut self.nodes[node];
        if state.running.take().is_none() {
            return;
        }
        // Timers of the program that is gone are for nobody.
        state.incarnation += 1;
        self.watch.see(self.at, &Observation::Crashed { node });
        if self.random.chance(300) {
            self.relocate(node);
        }
    }

    /// A node gets another address, as behind a NAT that forgot it; the old one leads nowhere.
    fn relocate(&mut self, node: usize) {
        let state = &mut self.nodes[node];
        self.network.release(&state.address);
        let address = self.network.new_address(Owner::Node(node));
        state.address = address;
        self.atlas.moved(node, address);
        self.watch
            .see(self.at, &Observation::Moved { node, address });
    }

    pub(super) fn sample(&mut self) {
        // Whenever something changes in routes, an event says so: they are looked at more seldom.
        let routes = self.plan.pace != Pace::Large && self.at.subsec_millis() < 200;
        for (node, state) in self.nodes.iter().enumerate() {
            if let Some(running) = &state.running {
                let sampled = Observation::Sampled {
                    node,
                    endpoint: &running.endpoint,
                    config: &state.config,
                };
                self.watch.see(self.at, &sampled);
                if routes {
                    for route in running.endpoint.routes() {
                        let routed = routed(node, &route, &self.atlas);
                        self.watch.see(self.at, &routed);
                    }
                }
            }
        }
        let next = self.at + self.sampling();
        self.queue.push(next, Happening::Sample);
    }
}

/// What a route looks like from outside.
pub(super) fn routed(node: usize, route: &Route, atlas: &Atlas) -> Observation<'static> {
    Observation::Routed {
        node,
        to: atlas.party(&route.identity),
        via: atlas.party(&route.via),
        round_trip: route.round_trip,
        announced: route.announced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_befalls_nodes_once_trouble_is_over() {
        for seed in 1..1000 {
            let plan = Plan::new(seed, &(2..=20));
            for (at, trouble) in draw(&plan) {
                let is_over = at >= plan.trouble && !matches!(trouble, Trouble::Mend);
                assert!(!is_over, "seed {seed} at {at:?}");
            }
        }
    }
}
