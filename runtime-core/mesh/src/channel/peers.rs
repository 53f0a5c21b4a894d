//! Other nodes coming and going, and their streams.

use meshwright_wire::wire::channel::{
    MembershipMessage, MembershipMessageRefused, MembershipReason,
};
use meshwright_wire::wire::identity::EntityId;

use super::Channels;
use super::counts::DropCause;
use super::failures::Failures;
use super::gate::Gate;
use super::outgoing::Turn;
use super::peer::Peer;
use super::roster::Post;
use super::streams;
use super::subscriber::{Outlet, Subscriber};
use super::visibility::SubnetId;

impl Channels {
    /// There is a session with a node: it is asked for everything that subscribers here want.
    pub fn peer_up(&mut self, id: EntityId) {
        if self.peers.contains_key(&id) {
            return;
        }
        let mut peer = Peer::new(&id, self.ids.control(), self.interests.towards(id));
        peer.control.wake(id, &mut self.roster.ready);
        self.peers.insert(id, peer);
    }

    /// Where a node is, or that this is not known. It decides what the node may see and show.
    pub fn set_peer_subnet(&mut self, id: EntityId, subnet: Option<SubnetId>) {
        let Some(peer) = self.peers.get_mut(&id) else {
            return;
        };
        peer.subnet = subnet;
        for key in peer.subscribers.values() {
            self.roster
                .remote(*key)
                .into_iter()
                .for_each(|remote| remote.subnet = subnet);
        }
    }

    /// There is no session with a node any more. What waits for a queue group goes to its other members.
    pub fn peer_down(&mut self, id: EntityId) {
        if let Some(mut peer) = self.peers.remove(&id) {
            // The streams are gone with the session.
            self.forget_subscribers(&mut peer);
        }
    }

    /// This node's stream to a peer was given up: what was on it may not have arrived.
    pub fn gave_up(&mut self, id: &EntityId, stream: u64) {
        let Some(peer) = self.peers.get_mut(id) else {
            return;
        };
        if peer.control.stream == stream {
            peer.asked.clear();
            peer.told.clear();
            let fresh = self.ids.control();
            let unasked = self.interests.towards(*id);
            let subscribers = peer.subscribers.keys().copied();
            peer.control.restart(fresh, unasked, subscribers);
            peer.control.turn = Turn::Idle;
            peer.control.wake(*id, &mut self.roster.ready);
        } else if let Some(key) = peer.subscribers.get(&stream).copied() {
            self.end_subscriber(key, None);
        }
    }

    /// A peer gave up its stream to this node. If it was a subscription's, the peer is asked anew; if it was the one with answers, it says them once more.
    pub fn reset(&mut self, id: &EntityId, stream: u64) {
        let Some(peer) = self.peers.get_mut(id) else {
            return;
        };
        if streams::is_control(stream) && stream >= peer.their_control {
            peer.asked.doubt_answers(self.now + Failures::PAUSE);
        } else if let Some(interest) = peer.asked.remove(stream) {
            peer.control.unasked.push_back(interest);
            peer.control.wake(*id, &mut self.roster.ready);
        }
    }

    /// Ends a subscription of a peer, and tells it if there is something to say.
    pub(super) fn end_subscriber(&mut self, key: u64, reason: Option<MembershipReason>) {
        let Some(subscriber) = self.roster.remove(key) else {
            return;
        };
        if let Outlet::Remote(remote) = &subscriber.outlet
            && let Some(peer) = self.peers.get_mut(&remote.peer)
        {
            let subscription = remote.subscription;
            peer.subscribers.remove(&subscription);
            if remote.opened {
                self.finished.push_back((remote.peer, subscription));
            }
            if let Some(reason) = reason {
                let message = MembershipMessageRefused {
                    subscription,
                    reason,
                };
                peer.control.push(&MembershipMessage::Refused(message));
                peer.control.wake(remote.peer, &mut self.roster.ready);
            }
        }
        self.pass_on(subscriber);
    }

    /// Forgets what a peer has asked for. It is gone, or says it anew. Gives the streams on which something was sent.
    pub(super) fn forget_subscribers(&mut self, peer: &mut Peer) -> Vec<u64> {
        let keys = std::mem::take(&mut peer.subscribers);
        // All are removed first, so that none inherits from another.
        let gone: Vec<_> = keys
            .values()
            .filter_map(|key| self.roster.remove(*key))
            .collect();
        let opened = gone.iter().filter_map(Subscriber::opened).collect();
        gone.into_iter()
            .for_each(|subscriber| self.pass_on(subscriber));
        opened
    }

    /// What waited for a subscriber that ended: to others of its group, or nowhere.
    fn pass_on(&mut self, subscriber: Subscriber) {
        let Outlet::Remote(mut remote) = subscriber.outlet else {
            return;
        };
        while let Some(event) = remote.ring.pop() {
            let config = self.catalog.config(&event.channel).clone();
            let gate = Gate {
                channel: &event.channel,
                config: &config,
                me: self.me,
                subnet: self.subnet,
                at: self.rights.moment(),
            };
            let post = Post {
                event: &event,
                gate: &gate,
                now: self.now,
            };
            let counts = self.catalog.counts_of(&event.channel);
            match &subscriber.group {
                Some(group) => self.roster.offer_to_group(group, post, counts),
                None => counts.drop(DropCause::SubscriberGone, 1),
            }
        }
    }
}
