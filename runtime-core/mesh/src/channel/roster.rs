//! The subscribers of what this node publishes, and which of them get an event.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use meshwright_wire::wire::identity::EntityId;

use super::config::OnFull;
use super::counts::{Counts, DropCause};
use super::gate::Gate;
use super::index::Index;
use super::mailbox::{ChannelEvent, Mailbox};
use super::name::Name;
use super::outgoing::{Lane, Turn};
use super::remote::Remote;
use super::ring::Room;
use super::subscriber::{Outlet, Subscriber};

#[derive(Default)]
pub(super) struct Roster {
    index: Index,
    subscribers: HashMap<u64, Subscriber>,
    /// Of those, who showed a chain, so that it is looked at when time passes.
    chained: BTreeSet<u64>,
    /// Which member of a queue group is next.
    groups: HashMap<Arc<str>, GroupTurn>,
    /// Lanes that have something to send.
    pub(super) ready: VecDeque<Lane>,
    /// Subscribers with something to send in nodes for which the endpoint takes nothing more that is unreliable until it has sent some.
    pub(super) parked: BTreeMap<EntityId, Vec<u64>>,
}

#[derive(Default)]
struct GroupTurn {
    next: usize,
    members: usize,
}

/// An event on its way to its subscribers.
#[derive(Clone, Copy)]
pub(super) struct Post<'a> {
    pub(super) event: &'a ChannelEvent,
    pub(super) gate: &'a Gate<'a>,
    pub(super) now: Duration,
}

/// A ring was full of a channel that fails its producer.
pub(super) struct Full;

impl Roster {
    pub(super) fn insert(&mut self, key: u64, subscriber: Subscriber) {
        let group = subscriber.group.as_ref();
        self.index.insert(&subscriber.pattern, group, key);
        if let Some(group) = group {
            self.groups.entry(group.clone()).or_default().members += 1;
        }
        let chain = match &subscriber.outlet {
            Outlet::Local(_, chain) => chain,
            Outlet::Remote(remote) => &remote.chain,
        };
        if chain.is_some() {
            self.chained.insert(key);
        }
        self.subscribers.insert(key, subscriber);
    }

    pub(super) fn remove(&mut self, key: u64) -> Option<Subscriber> {
        let subscriber = self.subscribers.remove(&key)?;
        let group = subscriber.group.as_ref();
        self.index.remove(&subscriber.pattern, group, key);
        self.chained.remove(&key);
        if let Some(group) = group
            && let Some(turn) = self.groups.get_mut(group)
        {
            turn.members -= 1;
            if turn.members == 0 {
                self.groups.remove(group);
            }
        }
        Some(subscriber)
    }

    /// Subscribers of a channel; each member of a group counts.
    pub(super) fn count(&self, channel: &Name) -> usize {
        let matches = self.index.matching(channel);
        matches
            .map(|matches| {
                let members: usize = matches.groups.values().map(Vec::len).sum();
                matches.plain.len() + members
            })
            .sum()
    }

    pub(super) fn group_count(&self) -> usize {
        self.groups.len()
    }

    pub(super) fn has_group(&self, group: &str) -> bool {
        self.groups.contains_key(group)
    }

    /// Subscribers that showed a chain.
    pub(super) fn chained(&self) -> impl Iterator<Item = (u64, &Subscriber)> {
        let known = |key: &u64| Some((*key, self.subscribers.get(key)?));
        self.chained.iter().filter_map(known)
    }

    pub(super) fn remote(&mut self, key: u64) -> Option<&mut Remote> {
        match &mut self.subscribers.get_mut(&key)?.outlet {
            Outlet::Remote(remote) => Some(remote),
            Outlet::Local(..) => None,
        }
    }

    pub(super) fn mailboxes(&self) -> impl Iterator<Item = &Arc<Mailbox>> {
        let outlets = self
            .subscribers
            .values()
            .map(|subscriber| &subscriber.outlet);
        outlets.filter_map(|outlet| match outlet {
            Outlet::Local(mailbox, _) => Some(mailbox),
            Outlet::Remote(_) => None,
        })
    }

    /// Names of channels are to go out again.
    pub(super) fn forget_announced(&mut self) {
        for subscriber in self.subscribers.values_mut() {
            if let Outlet::Remote(remote) = &mut subscriber.outlet {
                remote.announced.clear();
            }
        }
    }

    pub(super) fn remotes(&self) -> impl Iterator<Item = (u64, &Remote)> {
        self.subscribers
            .iter()
            .filter_map(|(key, subscriber)| match &subscriber.outlet {
                Outlet::Remote(remote) => Some((*key, &**remote)),
                Outlet::Local(..) => None,
            })
    }

    /// Gives an event to every subscriber that is in no group, and to one member of each group. If the channel fails its producer, to
    /// nobody unless there is room for all of them.
    pub(super) fn offer(&mut self, post: Post<'_>, counts: &mut Counts) -> Result<(), Full> {
        if post.gate.config.on_full == OnFull::FailProducer
            && let Err(full) = self.has_room_for_all(&post)
        {
            for key in full {
                if let Some(subscriber) = self.subscribers.get_mut(&key) {
                    subscriber.held_up(post.now);
                }
            }
            return Err(Full);
        }
        let name = &post.event.channel;
        let plain = self.index.matching(name).flat_map(|matches| &matches.plain);
        for key in plain {
            if let Some(subscriber) = self.subscribers.get_mut(key) {
                match subscriber.refusal(post.gate) {
                    Some(cause) => counts.drop(cause, 1),
                    None => drop(give(*key, subscriber, &post, counts, &mut self.ready)),
                }
            }
        }
        for (group, lists) in self.index.groups(name) {
            let start = self.groups.get_mut(group).map_or(0, GroupTurn::take);
            let members = in_turn(&lists, start);
            give_one(
                &mut self.subscribers,
                members,
                &post,
                counts,
                &mut self.ready,
            );
        }
        Ok(())
    }

    /// Gives an event that a member of a group left behind to another one, if there is one.
    pub(super) fn offer_to_group(&mut self, group: &Arc<str>, post: Post<'_>, counts: &mut Counts) {
        let groups = self.index.groups(&post.event.channel);
        let start = self.groups.get_mut(group).map_or(0, GroupTurn::take);
        let members = groups
            .get(group)
            .map_or(vec![], |lists| in_turn(lists, start));
        if !give_one(
            &mut self.subscribers,
            members,
            &post,
            counts,
            &mut self.ready,
        ) {
            counts.drop(DropCause::SubscriberGone, 1);
        }
    }

    /// Or who has none.
    fn has_room_for_all(&self, post: &Post<'_>) -> Result<(), Vec<u64>> {
        let room = |key: &u64| match self.subscribers.get(key) {
            Some(subscriber) if subscriber.refusal(post.gate).is_none() => {
                subscriber.room(post.event)
            }
            _ => Room::Gone,
        };
        let name = &post.event.channel;
        let plain = self.index.matching(name).flat_map(|matches| &matches.plain);
        let mut full: Vec<u64> = plain
            .filter(|key| room(key) == Room::Full)
            .copied()
            .collect();
        for lists in self.index.groups(name).values() {
            let members: Vec<(u64, Room)> = lists
                .iter()
                .copied()
                .flatten()
                .map(|key| (*key, room(key)))
                .collect();
            if !members.iter().any(|(_, room)| *room == Room::Enough) {
                let without = members.iter().filter(|(_, room)| *room == Room::Full);
                full.extend(without.map(|(key, _)| key));
            }
        }
        if full.is_empty() { Ok(()) } else { Err(full) }
    }
}

impl GroupTurn {
    fn take(&mut self) -> usize {
        self.next = self.next.wrapping_add(1);
        self.next
    }
}

/// All keys of the lists, beginning anywhere and going round.
fn in_turn(lists: &[&[u64]], start: usize) -> Vec<u64> {
    let mut all = lists.concat();
    let first = start.checked_rem(all.len()).unwrap_or(0);
    all.rotate_left(first);
    all
}

/// To the first member with room; if there is none, to the first, as the channel's policy says. False if there is no member.
fn give_one(
    subscribers: &mut HashMap<u64, Subscriber>,
    members: Vec<u64>,
    post: &Post<'_>,
    counts: &mut Counts,
    ready: &mut VecDeque<Lane>,
) -> bool {
    let mut given = false;
    for needs_room in [true, false] {
        for key in &members {
            let Some(subscriber) = subscribers.get_mut(key) else {
                continue;
            };
            let fits = !needs_room || subscriber.room(post.event) == Room::Enough;
            given = fits
                && subscriber.refusal(post.gate).is_none()
                && give(*key, subscriber, post, counts, ready);
            if given {
                return true;
            }
        }
    }
    given
}

/// False if the subscriber is gone.
fn give(
    key: u64,
    subscriber: &mut Subscriber,
    post: &Post<'_>,
    counts: &mut Counts,
    ready: &mut VecDeque<Lane>,
) -> bool {
    let taken = subscriber.take(post.event, post.gate.config.on_full, counts);
    if let Outlet::Remote(remote) = &mut subscriber.outlet
        && remote.turn == Turn::Idle
    {
        remote.turn = Turn::Queued;
        ready.push_back(Lane::Subscriber(key));
    }
    taken
}
