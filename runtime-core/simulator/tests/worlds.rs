//! Worlds replay, and differ.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicU64;

use meshwright_simulator::{Fault, Faults, Pace, Plan, World, runner};

fn trace(seed: u64) -> u64 {
    World::new(Plan::new(seed, &(2..=8)), false)
        .run(&AtomicU64::new(0))
        .trace
}

#[test]
fn equal_seeds_make_equal_worlds_and_others_make_others() {
    let once: Vec<u64> = (1..9).map(trace).collect();
    let again: Vec<u64> = (1..9).map(trace).collect();
    assert_eq!(once, again);
    assert_eq!(once.iter().collect::<BTreeSet<_>>().len(), once.len());
}

#[test]
fn seeds_make_worlds_of_all_kinds() {
    let plans: Vec<Plan> = (1..200).map(|seed| Plan::new(seed, &(2..=20))).collect();
    for fault in Fault::ALL {
        assert!(plans.iter().any(|plan| plan.faults.has(fault)), "{fault:?}");
        assert!(
            plans.iter().any(|plan| !plan.faults.has(fault)),
            "{fault:?}"
        );
        assert_eq!(Fault::named(&fault.name()), Some(fault));
    }
    assert!(plans.iter().any(|plan| plan.pace == Pace::Long));
    assert_eq!(Plan::new(1, &(1000..=1000)).pace, Pace::Large);
    let most = plans.iter().map(|plan| plan.nodes).max();
    let least = plans.iter().map(|plan| plan.nodes).min();
    assert_eq!((least, most), (Some(2), Some(20)));
}

#[test]
fn all_nodes_hang_together() {
    for seed in 1..50 {
        let plan = Plan::new(seed, &(2..=20));
        let mut reached = BTreeSet::from([0]);
        for _ in 0..plan.nodes {
            for (one, other) in &plan.links {
                if reached.contains(one) || reached.contains(other) {
                    reached.extend([*one, *other]);
                }
            }
        }
        assert_eq!(reached.len(), plan.nodes, "seed {seed}");
    }
}

#[test]
fn a_fault_that_is_left_out_is_left_out() {
    let plan = (1..50)
        .map(|seed| Plan::new(seed, &(2..=4)))
        .find(|plan| plan.faults.has(Fault::Loss) && plan.pace == Pace::Busy)
        .expect("losses are frequent");
    let pulse = AtomicU64::new(0);
    let calm = plan.clone().without(Faults::all().iter());
    assert_eq!(calm.faults, Faults::default());
    let (with, without) = (
        runner::run(&plan, false, &pulse),
        runner::run(&calm, false, &pulse),
    );
    assert_ne!(with.trace, without.trace);
    assert_eq!(without.failure, None);
}
