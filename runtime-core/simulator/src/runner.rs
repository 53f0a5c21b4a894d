//! Runs many worlds at a time, each in one thread, and finds out which faults a failure needs.

use std::ops::RangeInclusive;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
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

/// What a world breaks of which nothing was seen for 30 s.
pub const RETURNS: &str = "every call comes back";
/// Nothing that happens in a world takes as long, on any machine.
const HUNG: Duration = Duration::from_secs(30);

/// Runs one world. A panic in it is a failure like any other. `pulse` counts what happened.
pub fn run(plan: &Plan, prints: bool, pulse: &AtomicU64) -> Outcome {
    let world = || World::new(plan.clone(), prints).run(pulse);
    panic::catch_unwind(AssertUnwindSafe(world)).unwrap_or_else(|panic| {
        let text = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        failed("nothing panics", text.unwrap_or_default())
    })
}

fn failed(property: &'static str, text: String) -> Outcome {
    Outcome {
        trace: 0,
        failure: Some(Failure {
            property,
            at: Duration::ZERO,
            text,
        }),
        lasted: Duration::ZERO,
        datagrams: 0,
    }
}

/// What one thread is at.
struct Worker {
    pulse: AtomicU64,
    plan: Mutex<Option<Plan>>,
}

/// Runs all worlds of `batches`, as many at a time as there are cores, and calls `each` with those that ended, in the order in which they did.
/// It goes on as long as `each` says so, and no world hangs.
pub fn run_all(batches: &[Batch], without: Faults, mut each: impl FnMut(Run) -> bool) {
    let plans: Vec<(u64, RangeInclusive<usize>)> = batches
        .iter()
        .flat_map(|batch| batch.seeds.clone().map(|seed| (seed, batch.nodes.clone())))
        .collect();
    let next = Arc::new(Mutex::new(plans.into_iter()));
    let (done, runs) = mpsc::channel();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let start = |_| {
        let worker = Arc::new(Worker {
            pulse: AtomicU64::new(0),
            plan: Mutex::new(None),
        });
        let (next, done, at) = (next.clone(), done.clone(), worker.clone());
        // A thread that hangs cannot be ended: it is left behind.
        thread::spawn(move || {
            let take = || next.lock().ok()?.next();
            while let Some((seed, nodes)) = take() {
                let run = at.work(Plan::new(seed, &nodes).without(without.iter()));
                if done.send(run).is_err() {
                    return;
                }
            }
        });
        (worker, 0, Instant::now())
    };
    let mut workers: Vec<(Arc<Worker>, u64, Instant)> = (0..cores).map(start).collect();
    drop(done);
    loop {
        match runs.recv_timeout(Duration::from_secs(1)) {
            Ok(run) => {
                if !each(run) {
                    return;
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {}
        }
        for (worker, seen, since) in &mut workers {
            let pulse = worker.pulse.load(Ordering::Relaxed);
            if *seen != pulse {
                (*seen, *since) = (pulse, Instant::now());
            }
            if since.elapsed() > HUNG
                && let Some(plan) = worker.plan()
            {
                let text = format!("the endpoint that was called has not answered for {HUNG:?}");
                let outcome = failed(RETURNS, text);
                let took = since.elapsed();
                each(Run {
                    plan,
                    outcome,
                    took,
                });
                return;
            }
        }
    }
}

impl Worker {
    fn work(&self, plan: Plan) -> Run {
        let started = Instant::now();
        self.turn_to(Some(plan.clone()));
        let outcome = run(&plan, false, &self.pulse);
        self.turn_to(None);
        Run {
            plan,
            outcome,
            took: started.elapsed(),
        }
    }

    fn turn_to(&self, plan: Option<Plan>) {
        *self.plan.lock().unwrap_or_else(PoisonError::into_inner) = plan;
    }

    fn plan(&self) -> Option<Plan> {
        self.plan
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// The faults without which the world of `plan` does not fail, found by leaving out one after the other.
pub fn needed(plan: &Plan) -> Faults {
    let fails_without = |plan: &Plan, fault: Fault| {
        let fewer = plan.clone().without([fault]);
        run(&fewer, false, &AtomicU64::new(0))
            .failure
            .is_some()
            .then_some(fewer)
    };
    plan.faults
        .iter()
        .fold(plan.clone(), |plan, fault| {
            fails_without(&plan, fault).unwrap_or(plan)
        })
        .faults
}
