//! Those who mean harm. They act on the same network as everybody, with what their place allows them to know.

mod eavesdropper;
mod forger;
mod member;
mod scene;
mod stranger;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use crate::fault::Fault;
use crate::network::Network;
use crate::plan::Plan;
use crate::verifier::Memory;
pub use scene::Scene;

pub trait Actor {
    /// Has its turn. Gives how long it waits for the next one.
    fn act(&mut self, scene: &mut Scene<'_>) -> Duration;

    /// Gets a datagram at one of its addresses.
    fn receive(
        &mut self,
        _from: SocketAddr,
        _to: SocketAddr,
        _datagram: &[u8],
        _scene: &mut Scene<'_>,
    ) {
    }

    /// Sees what a node sends. True if it keeps it from going on.
    fn overhears(
        &mut self,
        _from: SocketAddr,
        _to: SocketAddr,
        _datagram: &[u8],
        _at: Duration,
    ) -> bool {
        false
    }
}

/// The actors of a world, each with addresses and identities of its own.
/// `verifier`: what all in the world check signatures with.
pub fn actors(plan: &Plan, network: &mut Network, verifier: &Arc<Memory>) -> Vec<Box<dyn Actor>> {
    let mut actors: Vec<Box<dyn Actor>> = vec![];
    if plan.faults.has(Fault::Stranger) {
        actors.push(Box::new(stranger::Stranger::new(
            plan,
            actors.len(),
            network,
        )));
    }
    if plan.faults.has(Fault::Eavesdropper) {
        actors.push(Box::new(eavesdropper::Eavesdropper::new(
            plan,
            actors.len(),
            network,
        )));
    }
    if plan.faults.has(Fault::Member) {
        actors.push(Box::new(member::Member::new(plan, verifier.clone())));
    }
    if plan.faults.has(Fault::Forger) {
        let me = actors.len();
        let forger = forger::Forger::new(plan, me, network, verifier.clone());
        actors.push(Box::new(forger));
    }
    actors
}
