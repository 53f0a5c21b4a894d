//! What this node asks of publishers in other nodes.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use meshwright_wire::wire::identity::EntityId;

use super::mailbox::Mailbox;
use super::name::Pattern;
use crate::token::SignedChain;

/// Whose events a subscription wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Publishers {
    /// This node's, and those of every node that can be reached, now or later.
    #[default]
    All,
    /// Of one node, which may be this one.
    One(EntityId),
}

impl Publishers {
    pub(super) fn include(self, node: EntityId) -> bool {
        self == Self::All || self == Self::One(node)
    }
}

/// One subscription as publishers see it. Plain unreliable ones of a pattern are one for all their subscribers in this node; every other
/// subscriber has its own, so that none waits for another.
pub(super) struct Interest {
    pub(super) pattern: Pattern,
    pub(super) reliable: bool,
    pub(super) group: Option<Arc<str>>,
    pub(super) publishers: Publishers,
    pub(super) chain: Option<SignedChain>,
    pub(super) members: Vec<(u64, Arc<Mailbox>)>,
}

impl Interest {
    fn can_be_shared(&self) -> bool {
        !self.reliable
            && self.group.is_none()
            && self.chain.is_none()
            && self.publishers == Publishers::All
    }
}

#[derive(Default)]
pub(super) struct Interests {
    table: BTreeMap<u64, Interest>,
    by_subscriber: HashMap<u64, u64>,
    shared: HashMap<Pattern, u64>,
    next: u64,
}

impl Interests {
    /// Adds an interest of one subscriber. Gives its id, unless there was the same already.
    pub(super) fn add(&mut self, subscriber: u64, interest: Interest) -> Option<u64> {
        let share = interest.can_be_shared();
        if share
            && let Some(id) = self.shared.get(&interest.pattern)
            && let Some(same) = self.table.get_mut(id)
        {
            same.members.extend(interest.members);
            self.by_subscriber.insert(subscriber, *id);
            return None;
        }
        let id = self.next;
        self.next += 1;
        if share {
            self.shared.insert(interest.pattern.clone(), id);
        }
        self.by_subscriber.insert(subscriber, id);
        self.table.insert(id, interest);
        Some(id)
    }

    /// A subscriber is gone. Gives the interest's id if it was the last that had it.
    pub(super) fn leave(&mut self, subscriber: u64) -> Option<u64> {
        let id = self.by_subscriber.remove(&subscriber)?;
        let interest = self.table.get_mut(&id)?;
        interest.members.retain(|(key, _)| *key != subscriber);
        if !interest.members.is_empty() {
            return None;
        }
        let interest = self.table.remove(&id)?;
        if self.shared.get(&interest.pattern) == Some(&id) {
            self.shared.remove(&interest.pattern);
        }
        Some(id)
    }

    pub(super) fn get_mut(&mut self, id: u64) -> Option<&mut Interest> {
        self.table.get_mut(&id)
    }

    pub(super) fn get(&self, id: u64) -> Option<&Interest> {
        self.table.get(&id)
    }

    pub(super) fn mailboxes(&self) -> impl Iterator<Item = &Arc<Mailbox>> {
        let members = self.table.values().flat_map(|interest| &interest.members);
        members.map(|(_, mailbox)| mailbox)
    }

    pub(super) fn of_subscriber(&self, subscriber: u64) -> Option<u64> {
        self.by_subscriber.get(&subscriber).copied()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// Those that are of concern to a publisher.
    pub(super) fn towards(&self, publisher: EntityId) -> impl Iterator<Item = u64> {
        let of_concern = self
            .table
            .iter()
            .filter(move |(_, interest)| interest.publishers.include(publisher));
        of_concern.map(|(id, _)| *id)
    }
}
