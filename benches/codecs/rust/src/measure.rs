//! Timing: the median of several rounds, each long enough that the clock does not matter.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// What is timed.
#[derive(Clone, Copy)]
pub enum Operation {
    /// To a fresh buffer.
    Encode,
    /// To a buffer that has been written to before.
    EncodeReused,
    Decode,
}

impl Operation {
    fn name(self) -> &'static str {
        match self {
            Self::Encode => "encode",
            Self::EncodeReused => "encode_reused",
            Self::Decode => "decode",
        }
    }
}

/// A library, as it is named in the results.
#[derive(Clone, Copy)]
pub struct Library {
    pub name: &'static str,
    pub version: &'static str,
}

/// One message of one library.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    pub library: Library,
    pub message: &'a str,
    /// Size of the encoded message.
    pub bytes: usize,
    /// One of the messages that are made in many sizes.
    pub growth: bool,
}

/// Times operations and prints what it saw.
pub struct Stopwatch {
    rounds: usize,
    round: Duration,
}

impl Stopwatch {
    pub fn new(quick: bool) -> Self {
        let milliseconds = if quick { 5 } else { 50 };
        Self {
            rounds: if quick { 3 } else { 7 },
            round: Duration::from_millis(milliseconds),
        }
    }

    /// Runs `operate` again and again, and prints how long one run takes.
    pub fn time<T>(&self, case: Case<'_>, operation: Operation, mut operate: impl FnMut() -> T) {
        let mut run = |count: u64| {
            let start = Instant::now();
            for _ in 0..count {
                black_box(operate());
            }
            start.elapsed()
        };
        // Warms up, and finds how many runs fill a round.
        let mut count = 1;
        let mut taken = run(count);
        while taken < self.round {
            count = (count * 2).max(count * 9 / 10 * ratio(self.round, taken));
            taken = run(count);
        }
        let mut rounds: Vec<Duration> = (0..self.rounds).map(|_| run(count)).collect();
        rounds.sort();
        let nanoseconds = rounds[self.rounds / 2].as_nanos() as f64 / count as f64;
        print(case, operation, nanoseconds);
    }
}

/// How many times `part` fits into `whole`, kept small where `part` is too short to be trusted.
fn ratio(whole: Duration, part: Duration) -> u64 {
    let times = whole.as_nanos() / part.as_nanos().max(1);
    u64::try_from(times).unwrap_or(u64::MAX).min(100)
}

fn print(case: Case<'_>, operation: Operation, nanoseconds: f64) {
    let Case {
        library,
        message,
        bytes,
        growth,
    } = case;
    let Library { name, version } = library;
    let operation = operation.name();
    let growth = if growth { ",\"growth\":true" } else { "" };
    println!(
        "{{\"message\":\"{message}\",\"library\":\"{name}\",\"version\":\"{version}\",\"op\":\"{operation}\",\"ns\":{nanoseconds:.2},\"bytes\":{bytes}{growth}}}"
    );
}
