//! What holds for a channel, and which channels it holds for.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use meshwright_wire::wire::identity::EntityId;

use super::name::{Name, Pattern};
use super::visibility::Visibility;

/// What becomes of an event when a subscriber's ring is full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnFull {
    /// The event does not reach that subscriber.
    #[default]
    DropNewest,
    /// Those that it has not taken make room, the oldest first.
    DropOldest,
    /// Nobody gets the event, and the producer learns that it may try again.
    FailProducer,
}

/// Who may publish to a channel and subscribe to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// Every member of the mesh.
    #[default]
    Open,
    /// Who shows a chain of tokens that begins with one of these issuers.
    Tokens(BTreeSet<EntityId>),
}

/// What holds for a channel at this node. Nodes that share a channel should agree on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChannelConfig {
    pub on_full: OnFull,
    pub access: Access,
    pub visibility: Visibility,
}

/// Configurations by pattern. A name goes before a prefix, a longer prefix before a shorter one.
#[derive(Default)]
pub(super) struct Configs {
    names: HashMap<Name, Arc<ChannelConfig>>,
    prefixes: HashMap<Arc<str>, Arc<ChannelConfig>>,
    fallback: Arc<ChannelConfig>,
}

impl Configs {
    pub(super) fn set(&mut self, pattern: &Pattern, config: ChannelConfig) {
        let config = Arc::new(config);
        match pattern {
            Pattern::Name(name) => self.names.insert(name.clone(), config),
            Pattern::Prefix(prefix) => self.prefixes.insert(prefix.as_str().into(), config),
        };
    }

    pub(super) fn of(&self, name: &Name) -> &Arc<ChannelConfig> {
        if let Some(config) = self.names.get(name) {
            return config;
        }
        if self.prefixes.is_empty() {
            return &self.fallback;
        }
        let longest = name
            .covering()
            .filter_map(|covering| self.prefixes.get(covering))
            .last();
        longest.unwrap_or(&self.fallback)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_pattern_decides() {
        let mut configs = Configs::default();
        let with = |on_full| ChannelConfig {
            on_full,
            ..ChannelConfig::default()
        };
        configs.set(&Pattern::prefix("").unwrap(), with(OnFull::DropOldest));
        configs.set(&Pattern::prefix("a/b").unwrap(), with(OnFull::FailProducer));
        configs.set(&Pattern::name("a/b/c").unwrap(), with(OnFull::DropNewest));
        let of = |name| configs.of(&Name::new(name).unwrap()).on_full;
        assert_eq!(of("x"), OnFull::DropOldest);
        assert_eq!(of("a/bb"), OnFull::DropOldest);
        assert_eq!(of("a/b"), OnFull::FailProducer);
        assert_eq!(of("a/b/d"), OnFull::FailProducer);
        assert_eq!(of("a/b/c"), OnFull::DropNewest);
    }
}
