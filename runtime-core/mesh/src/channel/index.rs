//! Who wants the events of which channels. Finding them costs one look-up for the name and one for each of its segments, however many
//! channels and subscribers there are.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::name::{Name, Pattern};

/// Subscribers by pattern.
#[derive(Default)]
pub(super) struct Index {
    names: HashMap<Name, Matches>,
    prefixes: HashMap<Arc<str>, Matches>,
}

/// The subscribers of one pattern.
#[derive(Default)]
pub(super) struct Matches {
    pub(super) plain: Vec<u64>,
    pub(super) groups: BTreeMap<Arc<str>, Vec<u64>>,
}

/// Queue groups, each with the lists of its members: one of each pattern that matches a name.
pub(super) type Groups<'a> = BTreeMap<&'a Arc<str>, Vec<&'a [u64]>>;

impl Index {
    pub(super) fn insert(&mut self, pattern: &Pattern, group: Option<&Arc<str>>, key: u64) {
        let matches = match pattern {
            Pattern::Name(name) => self.names.entry(name.clone()).or_default(),
            Pattern::Prefix(prefix) => self.prefixes.entry(prefix.as_str().into()).or_default(),
        };
        match group {
            Some(group) => matches.groups.entry(group.clone()).or_default().push(key),
            None => matches.plain.push(key),
        }
    }

    pub(super) fn remove(&mut self, pattern: &Pattern, group: Option<&Arc<str>>, key: u64) {
        match pattern {
            Pattern::Name(name) => {
                let matches = self.names.get_mut(name);
                if matches.is_some_and(|matches| matches.remove(group, key)) {
                    self.names.remove(name);
                }
            }
            Pattern::Prefix(prefix) => {
                let matches = self.prefixes.get_mut(prefix.as_str());
                if matches.is_some_and(|matches| matches.remove(group, key)) {
                    self.prefixes.remove(prefix.as_str());
                }
            }
        }
    }

    /// Those of the name itself and of each prefix that covers it.
    pub(super) fn matching<'a>(&'a self, name: &'a Name) -> impl Iterator<Item = &'a Matches> {
        let covering = (!self.prefixes.is_empty()).then(|| name.covering());
        let prefixes = covering
            .into_iter()
            .flatten()
            .filter_map(|prefix| self.prefixes.get(prefix));
        self.names.get(name).into_iter().chain(prefixes)
    }

    /// The queue groups that want a name, each with all of its members.
    pub(super) fn groups<'a>(&'a self, name: &'a Name) -> Groups<'a> {
        let mut groups = Groups::new();
        for (group, members) in self.matching(name).flat_map(|matches| &matches.groups) {
            groups.entry(group).or_default().push(members);
        }
        groups
    }
}

impl Matches {
    /// True if nobody is left.
    fn remove(&mut self, group: Option<&Arc<str>>, key: u64) -> bool {
        match group {
            None => self.plain.retain(|other| *other != key),
            Some(group) => {
                let members = self.groups.get_mut(group);
                let empty = members.is_some_and(|members| {
                    members.retain(|other| *other != key);
                    members.is_empty()
                });
                if empty {
                    self.groups.remove(group);
                }
            }
        }
        self.plain.is_empty() && self.groups.is_empty()
    }
}
