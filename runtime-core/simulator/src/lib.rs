//! Worlds of nodes that run from a seed. The endpoints are those of `meshwright-transport`, as they are; everything around them, clocks, networks,
//! programs and those who mean harm, is made here, and what the protocol promises is checked from outside.
//!
//! One [`Plan`] makes one [`World`], which runs to an [`Outcome`]. Equal plans give equal outcomes.

mod atlas;
mod clock;
mod content;
mod fault;
mod frame;
mod hostile;
mod network;
mod observation;
mod plan;
mod program;
mod properties;
mod queue;
mod random;
mod trace;
mod verifier;
mod watch;
mod world;

pub mod runner;

pub use fault::{Fault, Faults};
pub use plan::{Pace, Plan};
pub use watch::Failure;
pub use world::{Outcome, World};
