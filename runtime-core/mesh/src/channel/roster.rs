//! The subscribers of what this node publishes, and which of them get an event.

use std::collections::HashMap;
use std::sync::Arc;

use super::config::OnFull;
use super::counts::{Counts, DropCause};
use super::index::Index;
use super::mailbox::{ChannelEvent, Mailbox};
use super::name::Pattern;
use super::ring::{Pushed, Room};

#[derive(Default)]
pub(super) struct Roster {
    index: Index,
    subscribers: HashMap<u64, Subscriber>,
    /// Which member of a queue group is next.
    turns: HashMap<Arc<str>, Turn>,
}

#[derive(Default)]
struct Turn {
    next: usize,
    members: usize,
}

pub(super) struct Subscriber {
    pub(super) pattern: Pattern,
    pub(super) group: Option<Arc<str>>,
    pub(super) mailbox: Arc<Mailbox>,
}

/// A ring was full of a channel that fails its producer.
pub(super) struct Full;

impl Roster {
    pub(super) fn insert(&mut self, key: u64, subscriber: Subscriber) {
        let group = subscriber.group.as_ref();
        self.index.insert(&subscriber.pattern, group, key);
        if let Some(group) = group {
            self.turns.entry(group.clone()).or_default().members += 1;
        }
        self.subscribers.insert(key, subscriber);
    }

    pub(super) fn remove(&mut self, key: u64) -> Option<Subscriber> {
        let subscriber = self.subscribers.remove(&key)?;
        let group = subscriber.group.as_ref();
        self.index.remove(&subscriber.pattern, group, key);
        if let Some(group) = group
            && let Some(turn) = self.turns.get_mut(group)
        {
            turn.members -= 1;
            if turn.members == 0 {
                self.turns.remove(group);
            }
        }
        Some(subscriber)
    }

    /// Gives an event to every subscriber that is in no group, and to one member of each group. If the channel fails its producer, to
    /// nobody unless there is room for all of them.
    pub(super) fn offer(
        &mut self,
        event: &ChannelEvent,
        on_full: OnFull,
        counts: &mut Counts,
    ) -> Result<(), Full> {
        if on_full == OnFull::FailProducer && !self.has_room_for_all(event) {
            return Err(Full);
        }
        let Self {
            index,
            subscribers,
            turns,
        } = self;
        let plain = index
            .matching(&event.channel)
            .flat_map(|matches| &matches.plain);
        for subscriber in plain.filter_map(|key| subscribers.get(key)) {
            subscriber.take(event, on_full, counts);
        }
        for (group, lists) in index.groups(&event.channel) {
            let start = turns.get_mut(group).map_or(0, Turn::take);
            let members = || in_turn(&lists, start).filter_map(|key| subscribers.get(&key));
            let ready = |member: &&Subscriber| member.room(event) == Room::Enough;
            let _ = members()
                .filter(ready)
                .any(|member| member.take(event, on_full, counts))
                || members().any(|member| member.take(event, on_full, counts));
        }
        Ok(())
    }

    fn has_room_for_all(&self, event: &ChannelEvent) -> bool {
        let room = |key: &u64| {
            let subscriber = self.subscribers.get(key);
            subscriber.map_or(Room::Gone, |subscriber| subscriber.room(event))
        };
        let name = &event.channel;
        let mut plain = self.index.matching(name).flat_map(|matches| &matches.plain);
        plain.all(|key| room(key) != Room::Full)
            && self.index.groups(name).values().all(|lists| {
                let mut rooms = lists.iter().copied().flatten().map(room);
                let mut gone = true;
                rooms.any(|room| {
                    gone &= room == Room::Gone;
                    room == Room::Enough
                }) || gone
            })
    }
}

impl Turn {
    fn take(&mut self) -> usize {
        self.next = self.next.wrapping_add(1);
        self.next
    }
}

/// All keys of the lists, beginning anywhere and going round.
fn in_turn<'a>(lists: &'a [&'a [u64]], start: usize) -> impl Iterator<Item = u64> + 'a {
    let total: usize = lists.iter().map(|list| list.len()).sum();
    let all = move || lists.iter().copied().flatten().copied();
    let first = start.checked_rem(total).unwrap_or(0);
    all().skip(first).chain(all().take(first))
}

impl Subscriber {
    fn room(&self, event: &ChannelEvent) -> Room {
        self.mailbox.room(event.data.len())
    }

    /// False if the subscriber is gone.
    fn take(&self, event: &ChannelEvent, on_full: OnFull, counts: &mut Counts) -> bool {
        let pushed = self.mailbox.push(event.clone(), on_full);
        match pushed {
            Some(Pushed::Taken) => counts.delivered += 1,
            Some(Pushed::TookPlaceOf(older)) => {
                counts.delivered += 1;
                counts.drop(DropCause::Overwritten, older);
            }
            Some(Pushed::Full) => counts.drop(DropCause::RingFull, 1),
            None => {}
        }
        pushed.is_some()
    }
}
