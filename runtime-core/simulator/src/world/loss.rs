//! When all is well, one node falls silent for good: routes forget it, and go round it.

use std::time::Duration;

use super::World;
use crate::plan::Pace;
use crate::random::Random;

/// Neighbours suspect a silent node after 3 s and withdraw it; who hears that tells it on within milliseconds. Heartbeats are a second apart.
const FORGOTTEN: Duration = Duration::from_secs(6);
/// Whoever was told of no other way requests a new pingwave, which comes a second after the last one at the latest, and another when what it brought has failed.
pub(super) const MENDED: Duration = Duration::from_secs(6);
/// Then sessions through relays go round it, too: opened anew, if they had failed.
const BACK: Duration = Duration::from_secs(60);

/// A node that is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Loss {
    node: usize,
    at: Duration,
}

/// What is to be seen of the loss.
pub(super) enum Seen {
    /// It must be waited.
    NotYet,
    /// Everything goes round it.
    Mended,
    Broken(&'static str, String),
}

impl World {
    /// Lets one node fall silent, if the world is one where that tells something: members that mean harm may say what they like of routes.
    pub(super) fn lose_one(&mut self) -> Option<Loss> {
        if self.plan.pace == Pace::Large || self.plan.nodes < 3 || self.plan.has_members() {
            return None;
        }
        let mut random = Random::new(self.plan.seed, "loss", 0);
        let relays: Vec<usize> = self
            .plan
            .neighbours()
            .iter()
            .enumerate()
            .filter(|(_, neighbours)| neighbours.len() > 1)
            .map(|(node, _)| node)
            .collect();
        let node = *random.pick(&relays)?;
        self.crash(node);
        Some(Loss { node, at: self.at })
    }

    pub(super) fn mourn(&self, loss: Loss) -> Seen {
        let since = self.at - loss.at;
        if since >= FORGOTTEN
            && let Some(node) = self.remembers(loss.node)
        {
            let text = format!(
                "node {node} has a way to {}, which is gone for {since:?}",
                loss.node
            );
            return Seen::Broken("a node that is gone is forgotten", text);
        }
        if since < MENDED {
            return Seen::NotYet;
        }
        let parts = self.parts_without(loss.node);
        let nodes = 0..self.nodes.len();
        let together = |one: usize, other: usize| {
            one != other && parts[one] == parts[other] && ![one, other].contains(&loss.node)
        };
        let mut pairs = nodes
            .clone()
            .flat_map(|from| nodes.clone().map(move |to| (from, to)))
            .filter(|(from, to)| together(*from, *to));
        if let Some((from, to)) = pairs.find(|(from, to)| !self.leads(*from, *to)) {
            let text = format!(
                "routes of node {from} do not lead to {to}, {since:?} after {} was lost",
                loss.node
            );
            return Seen::Broken("routes go round a node that is gone", text);
        }
        let far = self.plan.far.iter().copied();
        let apart = far
            .filter(|(one, other)| together(*one, *other))
            .find(|(one, other)| !self.reaches(*one, *other) || !self.reaches(*other, *one));
        match apart {
            None => Seen::Mended,
            Some((one, other)) if since >= BACK => Seen::Broken(
                "sessions go round a node that is gone",
                format!(
                    "nodes {one} and {other} are apart {since:?} after {} was lost",
                    loss.node
                ),
            ),
            Some(_) => Seen::NotYet,
        }
    }

    /// Pairs with sessions through relays that are both there.
    pub(super) fn far_and_there(&self, loss: Loss) -> Vec<(usize, usize)> {
        let parts = self.parts_without(loss.node);
        let far = self.plan.far.iter().copied();
        far.filter(|(one, other)| {
            parts[*one] == parts[*other] && ![*one, *other].contains(&loss.node)
        })
        .collect()
    }

    fn remembers(&self, lost: usize) -> Option<usize> {
        let id = self.atlas.id(lost);
        let mut nodes = self.nodes.iter();
        nodes.position(|state| {
            let running = state.running.as_ref();
            running.is_some_and(|running| running.endpoint.route(&id).is_some())
        })
    }

    /// For each node the least of those that it hangs together with when `lost` is gone.
    fn parts_without(&self, lost: usize) -> Vec<usize> {
        let mut parts: Vec<usize> = (0..self.nodes.len()).collect();
        for _ in 0..self.nodes.len() {
            for (one, other) in &self.plan.links {
                if ![*one, *other].contains(&lost) {
                    let least = parts[*one].min(parts[*other]);
                    (parts[*one], parts[*other]) = (least, least);
                }
            }
        }
        parts
    }
}
