//! What a program is to send, drawn before the world begins.

use std::time::Duration;

use crate::content;
use crate::plan::{Pace, Plan};
use crate::random::Random;

#[derive(Clone, Debug)]
pub struct Job {
    pub at: Duration,
    pub peer: usize,
    pub work: Work,
}

#[derive(Clone, Debug)]
pub enum Work {
    /// Unreliable events, all at once.
    Events { count: u32, length: usize },
    /// One reliable stream.
    Stream {
        lengths: Vec<usize>,
        finish: bool,
        gap: Duration,
    },
}

impl Job {
    /// Jobs of a node toward one contact. `reads_slowly`: the node hears late that streams began anew, so that it sends none.
    pub fn draw(plan: &Plan, peer: usize, reads_slowly: bool, random: &mut Random) -> Vec<Self> {
        let count = match plan.pace {
            Pace::Busy => 2 + random.within(0..8),
            Pace::Long => 4 + random.within(0..12),
            Pace::Large => random.within(0..2),
        };
        let end = plan.trouble.as_millis() as u64;
        let mut draw = || Self {
            at: random.millis(0..end),
            peer,
            work: if reads_slowly || random.chance(400) {
                Work::events(random)
            } else {
                Work::stream(plan.pace, random)
            },
        };
        (0..count).map(|_| draw()).collect()
    }

    /// Events of `length` bytes, `count` of them every `gap` from `from` to `until`.
    pub fn repeated(
        peer: usize,
        (from, until): (Duration, Duration),
        gap: Duration,
        (count, length): (u32, usize),
    ) -> Vec<Self> {
        let times =
            std::iter::successors(Some(from), |at| Some(*at + gap)).take_while(|at| *at < until);
        let work = Work::Events { count, length };
        times
            .map(|at| Self {
                at,
                peer,
                work: work.clone(),
            })
            .collect()
    }

    /// What is sent each way when all is well again: it must arrive. A slow reader may lose unreliable events, and sends no streams.
    pub fn probes(
        peer: usize,
        at: Duration,
        sender_is_slow: bool,
        reader_is_slow: bool,
    ) -> Vec<Self> {
        let events = |count, length| Work::Events { count, length };
        let stream = Work::Stream {
            lengths: vec![1000; 8],
            finish: true,
            gap: Duration::ZERO,
        };
        let works = [
            (!reader_is_slow).then_some(events(3, 100)),
            (!reader_is_slow).then_some(events(1, 5000)),
            (!sender_is_slow).then_some(stream),
        ];
        let job = |work| Self { at, peer, work };
        works.into_iter().flatten().map(job).collect()
    }
}

impl Work {
    fn events(random: &mut Random) -> Self {
        let length = match random.index(10) {
            0 => random.within(20_000..65_537),
            1 | 2 => random.within(1000..10_000),
            _ => random.within(content::LEAST as u64..400),
        };
        Self::Events {
            count: random.within(1..if length > 1000 { 4 } else { 30 }) as u32,
            length: length as usize,
        }
    }

    /// The first event of a stream is long enough to tell its number; others may be empty.
    fn stream(pace: Pace, random: &mut Random) -> Self {
        let mut length = |most: u64| random.within(0..most) as usize;
        let lengths: Vec<usize> = match (length(20), pace) {
            (0, Pace::Busy) => vec![length(1_500_000)],
            (1, Pace::Busy) => (0..30).map(|_| length(60_000)).collect(),
            (2..6, Pace::Busy | Pace::Long) => (0..40).map(|_| length(5000)).collect(),
            _ => (0..=length(20)).map(|_| length(300)).collect(),
        };
        let mut lengths = lengths;
        lengths[0] = lengths[0].max(content::LEAST);
        Self::Stream {
            lengths,
            finish: random.chance(800),
            gap: if random.chance(300) {
                random.millis(1..800)
            } else {
                Duration::ZERO
            },
        }
    }
}
