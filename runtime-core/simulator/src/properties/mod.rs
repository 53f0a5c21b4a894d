//! What the protocol promises, one promise a file. Each sees only what can be seen from outside of the endpoints.

mod amplification;
mod announcements;
mod bounds;
mod cookies;
mod fairness;
mod identities;
mod keys;
mod liveness;
mod manners;
mod nonces;
mod once;
mod paths;
mod recovery;
mod relays;
mod restarts;
mod routes;
mod secrecy;
mod streams;
mod timers;

use std::time::Duration;

use crate::observation::Observation;
use crate::plan::Plan;

pub trait Property {
    fn name(&self) -> &'static str;

    /// An error says what was broken.
    fn observe(&mut self, at: Duration, what: &Observation<'_>) -> Result<(), String>;

    /// What must still happen before the world may end.
    fn owes(&self) -> Option<String> {
        None
    }
}

pub fn all(plan: &Plan) -> Vec<Box<dyn Property>> {
    vec![
        Box::new(once::Once::default()),
        Box::new(streams::Streams::default()),
        Box::new(nonces::Nonces::default()),
        Box::new(identities::Identities::default()),
        Box::new(paths::Paths::default()),
        Box::new(bounds::Bounds),
        Box::new(amplification::Amplification::default()),
        Box::new(timers::Timers::new(plan.nodes)),
        Box::new(manners::Manners::new(plan)),
        Box::new(recovery::Recovery::default()),
        Box::new(secrecy::Secrecy),
        Box::new(relays::Relays::default()),
        Box::new(routes::Routes::new(plan)),
        Box::new(announcements::Announcements::new(plan)),
        Box::new(cookies::Cookies::default()),
        Box::new(liveness::Alive::new(plan)),
        Box::new(fairness::Fairness::default()),
        Box::new(keys::Keys::default()),
        Box::new(restarts::Restarts::default()),
    ]
}
