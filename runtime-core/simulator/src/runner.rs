//! Runs many worlds at a time, each in one thread, and finds out which faults a failure needs.

use std::ops::RangeInclusive;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::fault::{Fault, Faults};
use crate::plan::Plan;
use crate::watch::Failure;
use crate::world::{Outcome, World};

/// Seeds to run, and how many nodes their worlds have.
#[derive(Clone, Debug)]
pub struct Batch {
    pub seeds: std::ops::Range<u64>,
    pub nodes: RangeInclusive<usize>,
}

/// One world that ran.
#[derive(Clone, Debug)]
pub struct Run {
    pub plan: Plan,
    pub outcome: Outcome,
    pub took: Duration,
}

/// Runs one world. A panic in it is a failure like any other.
pub fn run(plan: &Plan, prints: bool) -> Outcome {
    let world = || World::new(plan.clone(), prints).run();
    panic::catch_unwind(AssertUnwindSafe(world)).unwrap_or_else(|panic| {
        let text = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        Outcome {
            trace: 0,
            failure: Some(Failure {
                property: "nothing panics",
                at: Duration::ZERO,
                text: text.unwrap_or_default(),
            }),
            lasted: Duration::ZERO,
            datagrams: 0,
        }
    })
}

/// Runs all worlds of `batches`, as many at a time as there are cores, and calls `each` with those that ended, in the order in which they did.
/// It goes on as long as `each` says so.
pub fn run_all(batches: &[Batch], without: Faults, mut each: impl FnMut(Run) -> bool) {
    let plans: Vec<(u64, RangeInclusive<usize>)> = batches
        .iter()
        .flat_map(|batch| batch.seeds.clone().map(|seed| (seed, batch.nodes.clone())))
        .collect();
    let next = Mutex::new(plans.into_iter());
    let (done, runs) = mpsc::channel();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            let (next, done) = (&next, done.clone());
            scope.spawn(move || {
                let take = || next.lock().ok()?.next();
                while let Some((seed, nodes)) = take() {
                    let started = Instant::now();
                    let plan = Plan::new(seed, &nodes).without(without.iter());
                    let outcome = run(&plan, false);
                    let took = started.elapsed();
                    if done
                        .send(Run {
                            plan,
                            outcome,
                            took,
                        })
                        .is_err()
                    {
                        return;
                    }
                }
            });
        }
        drop(done);
        for run in runs {
            if !each(run) {
                return;
            }
        }
    });
}

/// The faults without which the world of `plan` does not fail, found by leaving out one after the other.
pub fn needed(plan: &Plan) -> Faults {
    let fails_without = |plan: &Plan, fault: Fault| {
        let fewer = plan.clone().without([fault]);
        run(&fewer, false).failure.is_some().then_some(fewer)
    };
    plan.faults
        .iter()
        .fold(plan.clone(), |plan, fault| {
            fails_without(&plan, fault).unwrap_or(plan)
        })
        .faults
}
