//! Says what many worlds came to while they run.

use std::time::{Duration, Instant};

use meshwright_simulator::runner::{self, Batch, Run};

/// Between two lines of progress.
const INTERVAL: Duration = Duration::from_secs(5);
/// After so many failures there is no point in more.
const ENOUGH: usize = 5;

/// How much is wanted of failures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Several, and the faults that each needs.
    Several,
    /// The first as it is.
    First,
}

pub struct Report {
    total: usize,
    done: usize,
    failed: usize,
    datagrams: u64,
    depth: Depth,
    started: Instant,
    said: Instant,
}

impl Report {
    pub fn new(batches: impl IntoIterator<Item = Batch>, depth: Depth) -> Self {
        Self {
            total: batches.into_iter().map(|batch| batch.seeds.count()).sum(),
            done: 0,
            failed: 0,
            datagrams: 0,
            depth,
            started: Instant::now(),
            said: Instant::now(),
        }
    }

    /// False if it is enough.
    pub fn add(&mut self, run: &Run) -> bool {
        self.done += 1;
        self.datagrams += run.outcome.datagrams;
        if let Some(failure) = &run.outcome.failure {
            self.failed += 1;
            let (seed, nodes) = (run.plan.seed, run.plan.nodes);
            println!("seed {seed} ({nodes} nodes): {failure}");
            if self.depth == Depth::First {
                return false;
            }
            if failure.property != runner::RETURNS {
                println!("  faults that it needs: {}", runner::needed(&run.plan));
            }
            println!("  replay: npm run simulate -- --seed {seed} --trace");
        }
        if self.said.elapsed() >= INTERVAL {
            self.said = Instant::now();
            println!(
                "{} of {} worlds, {} failed",
                self.done, self.total, self.failed
            );
        }
        self.failed < ENOUGH
    }

    /// True if none failed.
    pub fn finish(&self) -> bool {
        println!(
            "{} worlds in {:.1} s, {} datagrams, {} failed",
            self.done,
            self.started.elapsed().as_secs_f64(),
            self.datagrams,
            self.failed
        );
        self.failed == 0
    }
}
