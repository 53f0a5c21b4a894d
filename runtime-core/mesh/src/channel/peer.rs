//! What a node keeps of one other node: what each has asked of the other, and what waits to be said.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::time::Duration;

use bytes::Bytes;
use meshwright_transport::origin_hash;
use meshwright_wire::wire::channel::{MembershipMessage, MembershipMessageAccepted};
use meshwright_wire::wire::identity::EntityId;

use super::allowance::Allowance;
use super::early::Early;
use super::failures::Failures;
use super::names::Names;
use super::outgoing::{Lane, Turn};
use super::revocations::{CHECKED, Telling};
use super::visibility::SubnetId;

pub(super) struct Peer {
    /// What its packets must say that they are from.
    pub(super) origin: u64,
    pub(super) subnet: Option<SubnetId>,
    pub(super) control: Control,
    /// The control stream that it uses. A later one begins anew, so that what came before is forgotten.
    pub(super) their_control: u64,
    /// Its subscriptions, and what they are called in the roster.
    pub(super) subscribers: BTreeMap<u64, u64>,
    pub(super) asked: Asked,
    /// Channels that it publishes.
    pub(super) names: Names,
    /// Hashes of channels whose names went to it on the control stream.
    pub(super) told: HashSet<u64>,
    pub(super) early: Early,
    pub(super) failures: Failures,
    /// How many of its revocations may be looked at.
    pub(super) checks: Allowance,
}

/// Messages that wait to be sent to a peer.
pub(super) struct Control {
    pub(super) stream: u64,
    pub(super) turn: Turn,
    queue: VecDeque<Bytes>,
    /// Interests that it is not yet asked for. They become messages when there are no others.
    pub(super) unasked: VecDeque<u64>,
    /// Goes before all others: it decides what those may ask for.
    pub(super) revocations: Telling,
}

/// Our subscriptions at a peer.
#[derive(Default)]
pub(super) struct Asked {
    by_id: HashMap<u64, Asking>,
    by_interest: HashMap<u64, u64>,
    /// Interests that were refused for now, or that were not answered, as far as is known: when to ask again.
    again: BTreeMap<u64, Duration>,
}

/// An interest that it is time to ask for again.
pub(super) struct Due {
    pub(super) interest: u64,
    /// What asked for it before, and was not answered.
    pub(super) unanswered: Option<u64>,
}

#[derive(Clone, Copy)]
pub(super) struct Asking {
    pub(super) interest: u64,
    pub(super) accepted: bool,
}

impl Peer {
    pub(super) fn new(id: &EntityId, stream: u64, unasked: impl Iterator<Item = u64>) -> Self {
        Self {
            origin: origin_hash(id),
            subnet: None,
            control: Control {
                stream,
                turn: Turn::Idle,
                queue: VecDeque::new(),
                unasked: unasked.collect(),
                revocations: Telling::new(),
            },
            their_control: 0,
            subscribers: BTreeMap::new(),
            asked: Asked::default(),
            names: Names::default(),
            told: HashSet::new(),
            early: Early::default(),
            failures: Failures::default(),
            checks: CHECKED,
        }
    }
}

impl Control {
    pub(super) fn len(&self) -> usize {
        self.queue.len()
    }

    pub(super) fn has_work(&self) -> bool {
        !self.queue.is_empty() || !self.unasked.is_empty() || self.revocations.has_work()
    }

    pub(super) fn push(&mut self, message: &MembershipMessage<'_>) {
        self.append(encoded(message));
    }

    pub(super) fn append(&mut self, message: Bytes) {
        self.queue.push_back(message);
    }

    /// Whatever keeps it from being sent may have passed.
    pub(super) fn try_again(&mut self) {
        if self.turn == Turn::Blocked {
            self.turn = Turn::Idle;
        }
    }

    /// Queues the lane if it has something to send and stands nowhere.
    pub(super) fn wake(&mut self, peer: EntityId, ready: &mut VecDeque<Lane>) {
        if self.turn == Turn::Idle && self.has_work() {
            self.turn = Turn::Queued;
            ready.push_back(Lane::Control(peer));
        }
    }

    pub(super) fn put_back(&mut self, message: Bytes) {
        self.queue.push_front(message);
    }

    pub(super) fn pop(&mut self) -> Option<Bytes> {
        self.queue.pop_front()
    }

    /// Begins anew on another stream. Answers were lost, perhaps: those that `subscribers`, which live, had are said once more.
    pub(super) fn restart(
        &mut self,
        stream: u64,
        unasked: impl Iterator<Item = u64>,
        subscribers: impl Iterator<Item = u64>,
    ) {
        self.stream = stream;
        self.queue.clear();
        for subscription in subscribers {
            let message = MembershipMessageAccepted { subscription };
            self.push(&MembershipMessage::Accepted(message));
        }
        self.unasked = unasked.collect();
        self.revocations.restart();
    }
}

/// What this node says is made of checked names, and of tokens and groups whose sizes were looked at.
pub(super) fn encoded(message: &MembershipMessage<'_>) -> Bytes {
    message
        .encode()
        .expect("it consists of what can be written")
        .into()
}

impl Asked {
    /// `until`: when to ask again if there was no answer.
    pub(super) fn insert(&mut self, subscription: u64, interest: u64, until: Duration) {
        let asking = Asking {
            interest,
            accepted: false,
        };
        self.by_id.insert(subscription, asking);
        self.by_interest.insert(interest, subscription);
        self.again.insert(interest, until);
    }

    pub(super) fn get(&self, subscription: u64) -> Option<Asking> {
        self.by_id.get(&subscription).copied()
    }

    pub(super) fn accept(&mut self, subscription: u64) {
        // Of one that has ended meanwhile, there is nothing to note.
        if let Some(asking) = self.by_id.get_mut(&subscription) {
            asking.accepted = true;
            self.again.remove(&asking.interest);
        }
    }

    /// Refused for now.
    pub(super) fn ask_again(&mut self, interest: u64, at: Duration) {
        self.again.insert(interest, at);
    }

    /// Answers may have been lost. Those that do not come, perhaps once more, until then were.
    pub(super) fn doubt_answers(&mut self, until: Duration) {
        for asking in self.by_id.values_mut() {
            asking.accepted = false;
            self.again.insert(asking.interest, until);
        }
    }

    /// True if the peer has said that it will send events.
    pub(super) fn is_accepted(&self, interest: u64) -> bool {
        let id = self.by_interest.get(&interest);
        id.and_then(|id| self.get(*id))
            .is_some_and(|asking| asking.accepted)
    }

    pub(super) fn remove(&mut self, subscription: u64) -> Option<u64> {
        let asking = self.by_id.remove(&subscription)?;
        self.by_interest.remove(&asking.interest);
        self.again.remove(&asking.interest);
        Some(asking.interest)
    }

    /// Gives the subscription that asked for it.
    pub(super) fn remove_interest(&mut self, interest: u64) -> Option<u64> {
        self.again.remove(&interest);
        let subscription = self.by_interest.remove(&interest)?;
        self.by_id.remove(&subscription);
        Some(subscription)
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Interests that it is time to ask for again. Nothing asks for them any more.
    pub(super) fn due(&mut self, now: Duration) -> Vec<Due> {
        let due = self.again.iter().filter(|(_, at)| **at <= now);
        let due: Vec<u64> = due.map(|(interest, _)| *interest).collect();
        let again = |interest| Due {
            interest,
            unanswered: self.remove_interest(interest),
        };
        due.into_iter().map(again).collect()
    }

    #[cfg(test)]
    pub(super) fn waiting(&self) -> usize {
        self.again.len()
    }
}
