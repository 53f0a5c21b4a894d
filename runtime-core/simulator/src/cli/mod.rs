//! The command line.

mod options;
mod report;

pub use options::{HELP, Options};

use std::process::ExitCode;
use std::sync::atomic::AtomicU64;

use meshwright_simulator::{Plan, runner};
use report::{Depth, Report};

pub fn run(options: &Options) -> ExitCode {
    match options.seed {
        Some(seed) => replay(seed, options),
        None => many(options),
    }
}

/// One world, with its trace if that is wanted.
fn replay(seed: u64, options: &Options) -> ExitCode {
    let plan = Plan::new(seed, &options.nodes_of(seed)).without(options.without.iter());
    println!(
        "seed {seed}: {} nodes, {} links, {:?} of trouble ({})",
        plan.nodes,
        plan.links.len(),
        plan.trouble,
        plan.faults
    );
    let outcome = runner::run(&plan, options.trace, &AtomicU64::new(0));
    println!(
        "{} datagrams in {:.3} s of its time; trace {:016x}",
        outcome.datagrams,
        outcome.lasted.as_secs_f64(),
        outcome.trace
    );
    match outcome.failure {
        Some(failure) => {
            println!("{failure}");
            ExitCode::FAILURE
        }
        None => ExitCode::SUCCESS,
    }
}

fn many(options: &Options) -> ExitCode {
    let mut report = Report::new(
        options.batches(),
        if options.first {
            Depth::First
        } else {
            Depth::Several
        },
    );
    runner::run_all(&options.batches(), options.without, |run| report.add(&run));
    if report.finish() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
