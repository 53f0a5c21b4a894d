//! The channels that a node has to do with: what holds for each and what happened there.

use std::collections::HashMap;
use std::sync::Arc;

use super::config::{ChannelConfig, Configs};
use super::counts::Counts;
use super::name::{Name, Pattern};

pub(super) struct Catalog {
    configs: Configs,
    channels: HashMap<Name, Channel>,
    max_channels: usize,
    /// Of channels that are not, or no longer, counted each for itself.
    others: Counts,
}

struct Channel {
    config: Arc<ChannelConfig>,
    counts: Counts,
}

impl Catalog {
    pub(super) fn new(max_channels: usize) -> Self {
        Self {
            configs: Configs::default(),
            channels: HashMap::new(),
            max_channels,
            others: Counts::default(),
        }
    }

    pub(super) fn configure(&mut self, pattern: &Pattern, config: ChannelConfig) {
        self.configs.set(pattern, config);
        for (name, channel) in &mut self.channels {
            channel.config = self.configs.of(name).clone();
        }
    }

    pub(super) fn config(&self, name: &Name) -> &Arc<ChannelConfig> {
        match self.channels.get(name) {
            Some(channel) => &channel.config,
            None => self.configs.of(name),
        }
    }

    /// Where to count what happens on a channel. Beyond the bound on channels they are counted together.
    pub(super) fn counts_of(&mut self, name: &Name) -> &mut Counts {
        if !self.channels.contains_key(name) && self.channels.len() >= self.max_channels {
            return &mut self.others;
        }
        let configs = &self.configs;
        let channel = self.channels.entry(name.clone());
        &mut channel
            .or_insert_with(|| Channel {
                config: configs.of(name).clone(),
                counts: Counts::default(),
            })
            .counts
    }

    /// Where to count what belongs to no channel.
    pub(super) fn others(&mut self) -> &mut Counts {
        &mut self.others
    }

    /// Of one channel; nothing of one that never had an event, or that is counted with others.
    pub(super) fn counts(&self, name: &Name) -> Counts {
        self.channels
            .get(name)
            .map_or_else(Counts::default, |channel| channel.counts)
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.channels.len()
    }

    pub(super) fn totals(&self) -> Counts {
        let mut totals = self.others;
        self.channels
            .values()
            .for_each(|channel| totals.add(&channel.counts));
        totals
    }

    /// Forgets a channel that is used no more; its counts stay in the totals.
    pub(super) fn retire(&mut self, name: &Name) {
        if let Some(channel) = self.channels.remove(name) {
            self.others.add(&channel.counts);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_beyond_the_bound_and_retired_ones_are_counted_together() {
        let mut catalog = Catalog::new(2);
        let names = ["a", "b", "c"].map(|name| Name::new(name).unwrap());
        for name in &names {
            catalog.counts_of(name).published += 1;
        }
        assert_eq!(catalog.counts(&names[1]).published, 1);
        assert_eq!(catalog.counts(&names[2]).published, 0);
        catalog.retire(&names[0]);
        assert_eq!(catalog.counts(&names[0]).published, 0);
        assert_eq!(catalog.totals().published, 3);
    }
}
