//! Whether routes lead where they say.

use super::World;
use crate::observation::Party;

impl World {
    /// Two nodes of which the first one's routes do not lead to the second, if there are any.
    pub(super) fn astray(&self) -> Option<(usize, usize)> {
        let nodes = 0..self.nodes.len();
        let pairs = nodes
            .clone()
            .flat_map(|from| nodes.clone().map(move |to| (from, to)));
        let mut pairs = pairs.filter(|(from, to)| from != to);
        pairs.find(|(from, to)| !self.leads(*from, *to))
    }

    /// Follows the routes of one node after the other.
    pub(super) fn leads(&self, from: usize, to: usize) -> bool {
        let (mut at, id) = (from, self.atlas.id(to));
        for _ in 0..self.nodes.len() {
            let route = self.nodes[at]
                .running
                .as_ref()
                .and_then(|running| running.endpoint.route(&id));
            match route.map(|route| self.atlas.party(&route.via)) {
                Some(Party::Node(next)) if next == to => return true,
                Some(Party::Node(next)) => at = next,
                // What a hostile member leads to is not known.
                Some(Party::Member) => return true,
                Some(Party::Outsider) | None => return false,
            }
        }
        false
    }
}
