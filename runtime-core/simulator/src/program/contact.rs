//! What a program knows of a node that it talks to.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

#[derive(Default)]
pub(super) struct Contact {
    /// It is on us to open the session.
    pub(super) dials: bool,
    /// It is no neighbour: wherever routes lead, it is reached.
    pub(super) far: bool,
    pub(super) connected: bool,
    pub(super) failed: bool,
    /// Packets to it go through others.
    pub(super) relayed: bool,
    /// Streams that were begun since streams began anew: their ids are the same each time, so that what is left of the last time shows.
    begun: u64,
    pub(super) outgoing: BTreeMap<u64, Outgoing>,
}

/// A stream that is not all sent.
pub(super) struct Outgoing {
    /// Of the events that are left.
    pub(super) lengths: VecDeque<usize>,
    pub(super) finish: bool,
    /// Between two events; zero: as fast as it goes.
    pub(super) gap: Duration,
}

impl Contact {
    /// The peer knows nothing of streams before.
    pub(super) fn begin_anew(&mut self) {
        self.begun = 0;
        self.outgoing.clear();
    }

    /// The largest id comes up, too.
    pub(super) fn next_stream(&mut self) -> u64 {
        self.begun += 1;
        if self.begun == 3 {
            u64::MAX
        } else {
            self.begun
        }
    }
}
