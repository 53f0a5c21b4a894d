//! What runs on a node: it keeps sessions with its contacts, sends what its jobs say, and reads what comes.

mod contact;
mod desk;
mod job;

use std::collections::BTreeMap;
use std::time::Duration;

use meshwright_transport::{Announcement, Event, Head, Liveness, Place, SendError, StreamError};
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::packet::Subprotocol;
use meshwright_wire::wire::session::CloseReason;

use crate::content;
use crate::observation::{Observation, Offered, Party};
use crate::random::Random;
use contact::{Contact, Outgoing};
pub use desk::Desk;
pub use job::{Job, Work};

/// A program of another kind than the protocol's own: its events are told apart by nothing but their content.
const HEAD: Head = Head {
    subprotocol: Subprotocol::Events,
    priority: 0,
    origin: 0,
    channel: 0,
    subnet: 0,
};

/// When a program wants to do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// To open a session with that node.
    Dial(usize),
    /// To see whether that node, which had failed, is there again; if not, to begin anew.
    Doubt(usize),
    /// To close the session with that node.
    Close(usize),
    /// To do the job of that number.
    Job(usize),
    /// To send on.
    Push { peer: usize, stream: u64 },
    /// To tell the mesh something new.
    Announce,
    /// To read a few events: of slow readers only.
    Read,
}

pub struct Program {
    contacts: BTreeMap<usize, Contact>,
    jobs: Vec<Job>,
    announces: bool,
    random: Random,
}

/// A node to have a session with.
#[derive(Clone, Copy, Debug)]
pub struct Acquaintance {
    pub peer: usize,
    /// It is this side that opens the session.
    pub dials: bool,
    /// Through relays.
    pub far: bool,
}

impl Program {
    /// `contacts`: nodes to have sessions with. `announces`: it tells the mesh something new of itself from time to time.
    pub fn new(
        contacts: impl IntoIterator<Item = Acquaintance>,
        announces: bool,
        jobs: Vec<Job>,
        random: Random,
    ) -> Self {
        let mut program = Self {
            contacts: BTreeMap::new(),
            jobs,
            announces,
            random,
        };
        for Acquaintance { peer, dials, far } in contacts {
            let contact = program.contacts.entry(peer).or_default();
            contact.dials |= dials;
            contact.far = far;
        }
        program
    }

    pub fn start(&mut self, desk: &mut Desk<'_>) {
        if self.announces {
            self.announce(desk);
        }
        let dials: Vec<usize> = self.dialled().collect();
        for peer in dials {
            self.dial_within(peer, 1..1000, desk);
        }
        for (number, job) in self.jobs.iter().enumerate() {
            if job.at >= desk.at {
                desk.set(job.at - desk.at, Timer::Job(number));
            }
        }
    }

    /// Work that was not known when the program started.
    pub fn add(&mut self, job: Job, desk: &mut Desk<'_>) {
        desk.set(job.at.saturating_sub(desk.at), Timer::Job(self.jobs.len()));
        self.jobs.push(job);
    }

    /// A node to talk to that was not known when the program started.
    pub fn meet(&mut self, acquaintance: Acquaintance, desk: &mut Desk<'_>) {
        let Acquaintance { peer, dials, far } = acquaintance;
        let contact = self.contacts.entry(peer).or_default();
        (contact.dials, contact.far) = (dials, far);
        if dials {
            self.dial(peer, desk);
        }
    }

    pub fn timer(&mut self, timer: Timer, desk: &mut Desk<'_>) {
        match timer {
            Timer::Dial(peer) => self.dial(peer, desk),
            Timer::Doubt(peer) => self.doubt(peer, desk),
            Timer::Close(peer) => self.close(peer, desk),
            Timer::Job(number) => self.work(number, desk),
            Timer::Push { peer, stream } => self.push(peer, stream, desk),
            Timer::Announce => self.announce(desk),
            Timer::Read => {}
        }
    }

    pub fn told(&mut self, event: &Event, desk: &mut Desk<'_>) {
        let peer_of = |id| match desk.atlas.party(id) {
            Party::Node(peer) => Some(peer),
            _ => None,
        };
        match event {
            // Who reads late may have closed that session since: then there is none, whatever the event says.
            Event::Connected(id) if desk.endpoint.peer(id).is_some() => {
                self.with(peer_of(id), |contact| contact.connected = true);
            }
            Event::Restarted(id) => self.with(peer_of(id), Contact::begin_anew),
            Event::ConnectFailed(id) | Event::Closed(id, _) => {
                let Some(peer) = peer_of(id) else { return };
                // One that was met before keeps its keys and streams: it may only be silent.
                if desk.endpoint.peer(id).is_none() {
                    self.with(Some(peer), |contact| {
                        contact.begin_anew();
                        (contact.connected, contact.relayed) = (false, false);
                    });
                }
                if self
                    .contacts
                    .get(&peer)
                    .is_some_and(|contact| contact.dials)
                {
                    self.dial_within(peer, 100..2000, desk);
                }
            }
            Event::Liveness(id, state) => {
                let Some(peer) = peer_of(id) else { return };
                let failed = *state == Liveness::Failed;
                self.with(Some(peer), |contact| contact.failed = failed);
                if failed
                    && self
                        .contacts
                        .get(&peer)
                        .is_some_and(|contact| contact.dials)
                {
                    let wait = self.random.millis(500..4000);
                    desk.set(wait, Timer::Doubt(peer));
                }
            }
            Event::Moved(id, place) => {
                let Some(peer) = peer_of(id) else { return };
                let relayed = !matches!(place, Place::Direct(_));
                self.with(Some(peer), |contact| contact.relayed = relayed);
                let looks = |contact: &Contact| contact.dials && !contact.far;
                if relayed && self.contacts.get(&peer).is_some_and(looks) {
                    self.dial_within(peer, 500..4000, desk);
                }
            }
            Event::StreamWritable(id, stream) => {
                if let Some(peer) = peer_of(id) {
                    self.push(peer, *stream, desk);
                }
            }
            Event::StreamGaveUp(id, stream) => self.with(peer_of(id), |contact| {
                contact.outgoing.remove(stream);
            }),
            _ => {}
        }
    }

    /// Versions grow, also from one start to the next.
    fn announce(&mut self, desk: &mut Desk<'_>) {
        let version = desk.number() as u32;
        let node = desk.me;
        let announcement = Announcement {
            capability_version: version,
            ..Announcement::default()
        };
        desk.endpoint.announce(announcement, desk.now);
        desk.see(&Observation::Announced { node, version });
        let wait = self.random.millis(6_000..20_000);
        desk.set(wait, Timer::Announce);
    }

    fn dialled(&self) -> impl Iterator<Item = usize> + '_ {
        self.contacts
            .iter()
            .filter(|(_, contact)| contact.dials)
            .map(|(peer, _)| *peer)
    }

    fn with(&mut self, peer: Option<usize>, act: impl FnOnce(&mut Contact)) {
        if let Some(contact) = peer.and_then(|peer| self.contacts.get_mut(&peer)) {
            act(contact);
        }
    }

    fn dial_within(&mut self, peer: usize, millis: std::ops::Range<u64>, desk: &mut Desk<'_>) {
        let wait = self.random.millis(millis);
        desk.set(wait, Timer::Dial(peer));
    }

    /// A peer that is reached through relays is looked for where the directory says it is, until it is found there.
    fn dial(&mut self, peer: usize, desk: &mut Desk<'_>) {
        let Some(contact) = self.contacts.get(&peer) else {
            return;
        };
        if contact.connected && (contact.far || !contact.relayed) {
            return;
        }
        let place = if contact.far {
            Place::Routed
        } else {
            Place::Direct(desk.atlas.address(peer))
        };
        let begun = desk.endpoint.connect(desk.atlas.id(peer), place, desk.now);
        if begun.is_err() || contact.connected {
            self.dial_within(peer, 500..4000, desk);
        }
    }

    fn doubt(&mut self, peer: usize, desk: &mut Desk<'_>) {
        if self
            .contacts
            .get(&peer)
            .is_some_and(|contact| contact.failed)
        {
            self.close(peer, desk);
        }
    }

    fn close(&mut self, peer: usize, desk: &mut Desk<'_>) {
        let Some(contact) = self.contacts.get_mut(&peer) else {
            return;
        };
        contact.begin_anew();
        (contact.connected, contact.failed, contact.relayed) = (false, false, false);
        let dials = contact.dials;
        desk.endpoint
            .close(&desk.atlas.id(peer), CloseReason::Idle, desk.now);
        desk.see(&Observation::Closed {
            node: desk.me,
            peer,
        });
        if dials {
            self.dial_within(peer, 10..1000, desk);
        }
    }

    /// A job waits until there is a session.
    fn work(&mut self, number: usize, desk: &mut Desk<'_>) {
        let Some(job) = self.jobs.get(number) else {
            return;
        };
        let peer = job.peer;
        let Some(contact) = self.contacts.get_mut(&peer) else {
            return;
        };
        if !contact.connected {
            return desk.set(Duration::from_secs(1), Timer::Job(number));
        }
        match &job.work {
            Work::Events { count, length } => {
                for _ in 0..*count {
                    let stream = self.random.within(1..4);
                    throw(peer, stream, *length, desk);
                }
            }
            Work::Stream {
                lengths,
                finish,
                gap,
            } => {
                let stream = contact.next_stream();
                contact.outgoing.insert(
                    stream,
                    Outgoing {
                        lengths: lengths.iter().copied().collect(),
                        finish: *finish,
                        gap: *gap,
                    },
                );
                self.push(peer, stream, desk);
            }
        }
    }

    /// Gives the endpoint as much of a stream as it takes now.
    fn push(&mut self, peer: usize, stream: u64, desk: &mut Desk<'_>) {
        let Some(contact) = self.contacts.get_mut(&peer) else {
            return;
        };
        let Some(outgoing) = contact.outgoing.get_mut(&stream) else {
            return;
        };
        let (id, again) = (desk.atlas.id(peer), Timer::Push { peer, stream });
        while let Some(length) = outgoing.lengths.front().copied() {
            let number = desk.number();
            let event = content::make(number, length);
            match desk.endpoint.send_reliably(&id, stream, HEAD, event) {
                Ok(()) => {
                    outgoing.lengths.pop_front();
                    desk.offered(Offered {
                        number,
                        from: desk.me,
                        to: peer,
                        stream,
                        reliable: true,
                        relayed: is_relayed(&id, desk),
                        length,
                    });
                }
                Err(SendError::Stream(StreamError::Blocked)) => return,
                Err(SendError::Stream(StreamError::TooMany)) => {
                    return desk.set(Duration::from_millis(500), again);
                }
                Err(_) => {
                    contact.outgoing.remove(&stream);
                    return;
                }
            }
            if !outgoing.lengths.is_empty() && !outgoing.gap.is_zero() {
                return desk.set(outgoing.gap, again);
            }
        }
        if outgoing.finish && desk.endpoint.finish(&id, stream).is_ok() {
            desk.see(&Observation::Finishing {
                from: desk.me,
                to: peer,
                stream,
            });
        }
        contact.outgoing.remove(&stream);
    }
}

/// Sends an event that may be lost.
fn throw(peer: usize, stream: u64, length: usize, desk: &mut Desk<'_>) {
    let number = desk.number();
    let event = content::make(number, length.max(content::LEAST));
    let (id, length) = (desk.atlas.id(peer), event.len());
    match desk.endpoint.send(&id, stream, HEAD, &event) {
        Ok(()) => desk.offered(Offered {
            number,
            from: desk.me,
            to: peer,
            stream,
            reliable: false,
            relayed: is_relayed(&id, desk),
            length,
        }),
        Err(SendError::Busy) => desk.see(&Observation::Busy {
            from: desk.me,
            to: peer,
        }),
        Err(_) => {}
    }
}

fn is_relayed(peer: &EntityId, desk: &Desk<'_>) -> bool {
    let peer = desk.endpoint.peer(peer);
    peer.is_some_and(|peer| peer.place.is_relayed())
}
