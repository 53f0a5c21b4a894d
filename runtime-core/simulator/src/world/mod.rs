//! One world: nodes, a network, programs, and what befalls them, from a seed to an outcome.

mod build;
mod crowd;
mod loss;
mod node;
mod phases;
mod routes;
mod trouble;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use meshwright_transport::{Endpoint, Event, Now, Transmit};
use meshwright_wire::wire::identity::EntityId;

use crate::atlas::Atlas;
use crate::hostile::{Actor, Scene};
use crate::network::{Network, Owner};
use crate::observation::Observation;
use crate::plan::Plan;
use crate::program::{Desk, Program, Timer};
use crate::queue::{Happening, Queue};
use crate::random::Random;
use crate::watch::{Failure, Watch};
pub use build::PSK;
use node::{Node, Running};
use phases::Phase;

/// No world needs as many happenings; one that does goes round in circles.
const MOST_HAPPENINGS: u64 = 50_000_000;

pub struct World {
    plan: Plan,
    at: Duration,
    queue: Queue,
    network: Network,
    atlas: Atlas,
    nodes: Vec<Node>,
    actors: Vec<Box<dyn Actor>>,
    watch: Watch,
    phase: Phase,
    /// Of the last event.
    numbers: u64,
    /// For what happens to the world as a whole.
    random: Random,
    datagrams: u64,
}

/// What became of a world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Of all that happened: equal for equal seeds.
    pub trace: u64,
    pub failure: Option<Failure>,
    /// How long it lasted, in its own time.
    pub lasted: Duration,
    /// Datagrams that endpoints sent.
    pub datagrams: u64,
}

impl World {
    /// Lets it run until nothing is owed any more, or a promise is broken. `pulse` counts what happened.
    pub fn run(mut self, pulse: &AtomicU64) -> Outcome {
        let mut happenings = 0;
        while self.phase != Phase::Over
            && self.watch.failure().is_none()
            && let Some((at, happening)) = self.queue.pop()
        {
            self.at = at;
            self.happen(happening);
            happenings += 1;
            pulse.fetch_add(1, Ordering::Relaxed);
            if happenings > MOST_HAPPENINGS {
                self.fail(
                    "a world comes to an end",
                    format!("{happenings} happenings were not enough"),
                );
            }
        }
        Outcome {
            trace: self.watch.hash(),
            failure: self.watch.failure().cloned(),
            lasted: self.at,
            datagrams: self.datagrams,
        }
    }

    fn happen(&mut self, happening: Happening) {
        match happening {
            Happening::Arrival {
                from,
                to,
                mut datagram,
            } => match self.network.owner(&to) {
                Some(Owner::Node(node)) => {
                    let now = self.nodes[node].clock.read(self.at);
                    if let Some(running) = &mut self.nodes[node].running {
                        running.endpoint.receive(from, &mut datagram, now);
                        self.settle(node);
                    }
                }
                Some(Owner::Hostile(actor)) => {
                    self.play(actor, |actor, scene| {
                        actor.receive(from, to, &datagram, scene);
                    });
                }
                None => {}
            },
            Happening::Wake { node } => self.wake(node),
            Happening::Uplink { node } => {
                if let Some(uplink) = &mut self.nodes[node].uplink {
                    uplink.is_awaited = false;
                }
                self.settle(node);
            }
            Happening::Timer {
                node,
                incarnation,
                timer,
            } => {
                if self.nodes[node].incarnation == incarnation {
                    self.timer(node, timer);
                }
            }
            Happening::Trouble(trouble) => self.befall(trouble),
            Happening::Hostile(actor) => {
                let leisure = self.leisure();
                self.play(actor, |actor, scene| {
                    let wait = actor.act(scene);
                    scene.again_after(wait * leisure);
                });
            }
            Happening::Sample => self.sample(),
            Happening::Phase => self.advance(),
        }
    }

    fn wake(&mut self, node: usize) {
        let now = self.nodes[node].clock.read(self.at);
        if let Some(running) = &mut self.nodes[node].running
            && running.wake == Some(self.at)
        {
            running.wake = None;
            running.endpoint.tick(now);
            self.watch.see(self.at, &Observation::Ticked { node });
            self.settle(node);
        }
    }

    fn timer(&mut self, node: usize, timer: Timer) {
        self.with_program(node, |program, desk| program.timer(timer, desk));
        if timer == Timer::Read {
            self.read_slowly(node);
        }
        self.settle(node);
    }

    fn read_slowly(&mut self, node: usize) {
        let Some(reading) = self.nodes[node].reading else {
            return;
        };
        for _ in 0..reading.events {
            self.read(node);
        }
        self.with_program(node, |_, desk| desk.set(reading.every, Timer::Read));
    }

    /// After anything that an endpoint may have acted on: sends what it has to send, lets its program read, and notes when it is to be called.
    fn settle(&mut self, node: usize) {
        self.send(node);
        while self.nodes[node].reading.is_none() && self.read(node) {
            self.send(node);
        }
        let state = &mut self.nodes[node];
        if let Some(running) = &mut state.running
            && let Some(next) = running.endpoint.next_timeout()
        {
            let next = state.clock.world(next).max(self.at);
            if running.wake.is_none_or(|wake| next < wake) {
                running.wake = Some(next);
                self.queue.push(next, Happening::Wake { node });
            }
        }
    }

    /// Lets the program read one event. False if there is none.
    fn read(&mut self, node: usize) -> bool {
        let now = self.nodes[node].clock.read(self.at);
        let event = self.nodes[node]
            .running
            .as_mut()
            .and_then(|running| running.endpoint.poll_event(now));
        let Some(event) = event else {
            return false;
        };
        let peer = self.atlas.party(peer_of(&event));
        let told = Observation::Happened {
            node,
            peer,
            event: &event,
        };
        self.watch.see(self.at, &told);
        // A slow reader hears of what was.
        if self.nodes[node].reading.is_none() {
            self.see_route(node, &event);
        }
        self.with_program(node, |program, desk| program.told(&event, desk));
        true
    }

    /// What an event tells of a route.
    /// As it is now: an event may tell of what was before others that came at the same moment.
    fn see_route(&mut self, node: usize, event: &Event) {
        let to = match event {
            Event::Reachable(route) | Event::Rerouted(route) => route.identity,
            // Nodes of a large world say one thing, once.
            Event::Announced(of) if self.plan.announces() => *of,
            _ => return,
        };
        let running = self.nodes[node].running.as_ref();
        if let Some(route) = running.and_then(|running| running.endpoint.route(&to)) {
            let routed = trouble::routed(node, &route, &self.atlas);
            self.watch.see(self.at, &routed);
        }
    }

    fn send(&mut self, node: usize) {
        let Self {
            nodes,
            network,
            watch,
            queue,
            actors,
            ..
        } = self;
        let state = &mut nodes[node];
        let Some(running) = &mut state.running else {
            return;
        };
        let now = state.clock.read(self.at);
        loop {
            if let Some(uplink) = &mut state.uplink
                && let Some(until) = uplink.busy_until(self.at)
            {
                if !std::mem::replace(&mut uplink.is_awaited, true) {
                    queue.push(until, Happening::Uplink { node });
                }
                return;
            }
            let Some(transmit) = next_transmit(&mut running.endpoint, now) else {
                return;
            };
            let (to, datagram) = (transmit.to, transmit.datagram);
            if let Some(uplink) = &mut state.uplink {
                uplink.take(datagram.len(), self.at);
            }
            let sent = Observation::Sent {
                node,
                to,
                datagram: &datagram,
            };
            watch.see(self.at, &sent);
            self.datagrams += 1;
            if actors
                .iter_mut()
                .any(|actor| actor.overhears(state.address, to, &datagram, self.at))
            {
                continue;
            }
            let (from, size) = (state.address, datagram.len());
            let [first, second] = network.arrivals(Owner::Node(node), &to, size, self.at);
            if let Some(at) = second {
                let datagram = datagram.clone();
                queue.push(at, Happening::Arrival { from, to, datagram });
            }
            if let Some(at) = first {
                queue.push(at, Happening::Arrival { from, to, datagram });
            }
        }
    }

    /// Lets a program act at its desk, which is there while the program runs.
    fn with_program(&mut self, node: usize, act: impl FnOnce(&mut Program, &mut Desk<'_>)) {
        let state = &mut self.nodes[node];
        let now = state.clock.read(self.at);
        if let Some(Running {
            endpoint, program, ..
        }) = &mut state.running
        {
            let mut desk = Desk {
                at: self.at,
                now,
                me: node,
                incarnation: state.incarnation,
                endpoint,
                atlas: &self.atlas,
                queue: &mut self.queue,
                watch: &mut self.watch,
                numbers: &mut self.numbers,
            };
            act(program, &mut desk);
        }
    }

    fn play(&mut self, actor: usize, act: impl FnOnce(&mut dyn Actor, &mut Scene<'_>)) {
        let mut scene = Scene {
            at: self.at,
            me: actor,
            network: &mut self.network,
            atlas: &mut self.atlas,
            queue: &mut self.queue,
            watch: &mut self.watch,
        };
        act(self.actors[actor].as_mut(), &mut scene);
    }

    fn fail(&mut self, property: &'static str, text: String) {
        self.watch.fail(Failure {
            property,
            at: self.at,
            text,
        });
    }
}

fn peer_of(event: &Event) -> &EntityId {
    match event {
        Event::Received(received) => &received.peer,
        Event::Reachable(route) | Event::Rerouted(route) => &route.identity,
        Event::Traced(trace) => &trace.destination,
        Event::Connected(peer)
        | Event::ConnectFailed(peer)
        | Event::Restarted(peer)
        | Event::Moved(peer, _)
        | Event::Liveness(peer, _)
        | Event::Closed(peer, _)
        | Event::StreamFinished(peer, _)
        | Event::StreamReset(peer, _)
        | Event::StreamGaveUp(peer, _)
        | Event::StreamWritable(peer, _)
        | Event::StreamDrained(peer, _)
        | Event::Unreachable(peer)
        | Event::Announced(peer) => peer,
    }
}

/// A datagram that the endpoint has to send at that moment.
fn next_transmit(endpoint: &mut Endpoint, now: Now) -> Option<Transmit> {
    loop {
        if let Some(transmit) = endpoint.poll_transmit() {
            return Some(transmit);
        }
        if !endpoint.flush(now) {
            return endpoint.poll_transmit();
        }
    }
}
