//! What the caller says of time, since nothing here has a clock.

use std::time::Duration;

/// One moment by two clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Never goes back; its zero means nothing.
    pub monotonic: Duration,
    /// Since the Unix epoch. May jump; only time stamps of handshakes come from it.
    pub wall: Duration,
}

/// The earlier of two deadlines.
pub(crate) fn earlier(one: Option<Duration>, other: Option<Duration>) -> Option<Duration> {
    one.into_iter().chain(other).min()
}
