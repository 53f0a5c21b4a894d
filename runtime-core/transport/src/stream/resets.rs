//! Streams that were given up, until the receiver has heard of it.

use std::collections::BTreeMap;
use std::time::Duration;

/// Until a reset is said again for the first time; then twice as long each time, up to [`LONGEST`].
const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(8);
/// With the times above this is some 70 s, in which an association without an answer fails.
const TRIES: u32 = 10;

#[derive(Default)]
pub(super) struct Resets(BTreeMap<u64, Unheard>);

struct Unheard {
    again_at: Duration,
    pause: Duration,
    tries: u32,
}

impl Resets {
    /// At most as many as streams may be sent at a time, for each time that the peer fell silent within the time of all tries.
    pub(super) fn add(&mut self, stream: u64, now: Duration) {
        self.0.insert(
            stream,
            Unheard {
                again_at: now + FIRST,
                pause: FIRST,
                tries: 1,
            },
        );
    }

    pub(super) fn heard(&mut self, stream: u64) {
        self.0.remove(&stream);
    }

    /// Those that are to be said again.
    pub(super) fn due(&mut self, now: Duration) -> Vec<u64> {
        self.0
            .retain(|_, reset| reset.tries < TRIES || reset.again_at > now);
        let due = self.0.iter_mut().filter(|(_, reset)| reset.again_at <= now);
        due.map(|(stream, reset)| {
            reset.pause = (reset.pause * 2).min(LONGEST);
            reset.again_at = now + reset.pause;
            reset.tries += 1;
            *stream
        })
        .collect()
    }

    pub(super) fn next_timeout(&self) -> Option<Duration> {
        self.0.values().map(|reset| reset.again_at).min()
    }
}
