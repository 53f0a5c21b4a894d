//! What a pingwave brings, and what comes of it.

use std::time::Duration;

use meshwright_wire::wire::pingwave::{Pingwave, PingwaveBody};

/// A pingwave that a neighbour brought.
pub(crate) struct Wave<'a> {
    pub wave: &'a Pingwave,
    /// The neighbour's node id.
    pub via: u64,
    /// To that neighbour.
    pub round_trip: Duration,
}

/// What a pingwave was good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// The first of its number: to be handed on. `announces`: it says something new.
    News { announces: bool },
    /// Of a number that is known, by another way.
    Way,
    /// Older than what is known.
    Stale,
    /// Its limits contradict each other.
    Malformed,
    /// Its signature is not its origin's, or could not be checked.
    Unsigned,
    /// Another identity has that node id.
    Collision,
    /// No room for another destination, or for another way through that neighbour.
    Full,
}

/// Another neighbour leads to a destination than before, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub destination: u64,
    pub before: Option<u64>,
    pub after: Option<u64>,
}

/// How a destination is reached.
pub(crate) struct Known<'a> {
    pub body: &'a PingwaveBody,
    pub via: u64,
    pub hops: u8,
    pub round_trip: Duration,
}
