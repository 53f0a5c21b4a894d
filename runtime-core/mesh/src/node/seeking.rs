//! Sessions with nodes beyond the neighbours, for subscriptions that want what those nodes publish.

use std::collections::BTreeSet;
use std::time::Duration;

use meshwright_transport::{Now, Place, Route};
use meshwright_wire::wire::identity::EntityId;

use super::state::State;

/// A node that did not answer, or whose session ended while something still leads to it, is asked again after so long.
pub(super) const AGAIN: Duration = Duration::from_secs(5);

impl State {
    /// Opens a session with each node that something leads to, that a subscription wants to hear, and with which there is none.
    pub(crate) fn seek_all(&mut self, now: Now) {
        if !self.seeks || self.closing || !self.channels.wants_others() {
            return;
        }
        let peers: BTreeSet<EntityId> = self.endpoint.peers().map(|peer| peer.identity).collect();
        let strangers: Vec<Route> = self
            .endpoint
            .routes()
            .filter(|route| !peers.contains(&route.identity))
            .collect();
        for route in &strangers {
            self.seek(route, now);
        }
    }

    /// The same for one node, with which there is no session.
    pub(super) fn seek(&mut self, route: &Route, now: Now) {
        let node = route.identity;
        let is_wanted = self.seeks && !self.closing && self.channels.wants(node);
        // A connect of the program knows better where it is.
        if !is_wanted || self.connecting.has(&node) {
            return;
        }
        if let Err(error) = self.endpoint.connect(node, Place::Routed, now) {
            tracing::debug!(node = %crate::Short(&node), %error, "a subscription wants this node, and it cannot be asked");
        }
    }
}
