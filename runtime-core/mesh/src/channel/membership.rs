//! What other nodes say of their subscriptions and channels.

use meshwright_wire::wire::channel::{
    ChannelDelivery, MembershipMessage, MembershipMessageAccepted, MembershipMessageAnnounce,
    MembershipMessageRefused, MembershipMessageSubscribe, MembershipReason,
};
use meshwright_wire::wire::identity::{EntityId, TokenRevocation};

use super::Channels;
use super::counts::DropCause;
use super::failures::Failures;
use super::interests::Publishers;
use super::mailbox::EndCause;
use super::name::{Name, Pattern};
use super::remote::Remote;
use super::rights::reason;
use super::streams;
use super::subscriber::{Outlet, Subscriber};
use crate::token::SignedRevocation;

impl Channels {
    /// A message of the membership protocol.
    pub(super) fn receive_message(&mut self, id: EntityId, stream: u64, bytes: &[u8]) {
        let Ok(message) = MembershipMessage::decode(bytes) else {
            return self.bad_message();
        };
        // Names come also on the streams of subscriptions, so that no event overtakes them there.
        if let MembershipMessage::Announce(announcement) = &message
            && self.asked(&id, stream)
        {
            return self.announced(id, announcement);
        }
        if !self.follows_control(id, stream) {
            return self.bad_message();
        }
        match message {
            MembershipMessage::Subscribe(message) => self.subscribed(id, &message),
            MembershipMessage::Unsubscribe(message) => {
                let key = self
                    .peers
                    .get(&id)
                    .and_then(|peer| peer.subscribers.get(&message.subscription));
                if let Some(key) = key {
                    self.end_subscriber(*key, None);
                }
            }
            MembershipMessage::Accepted(message) => self.accepted(id, &message),
            MembershipMessage::Refused(message) => self.refused(id, &message),
            MembershipMessage::Announce(message) => self.announced(id, &message),
            MembershipMessage::Revoke(message) => self.told_of_revocation(id, message.revocation),
        }
    }

    /// True if events of a peer may come on the stream.
    pub(super) fn asked(&self, id: &EntityId, stream: u64) -> bool {
        let peer = self.peers.get(id);
        peer.is_some_and(|peer| peer.asked.get(stream).is_some())
    }

    /// True of the peer's control stream. When it begins another one, it says all of its subscriptions anew, and which of ours it has accepted.
    fn follows_control(&mut self, id: EntityId, stream: u64) -> bool {
        let Some(their_control) = self.peers.get(&id).map(|peer| peer.their_control) else {
            return false;
        };
        if !streams::is_control(stream) || stream < their_control {
            return false;
        }
        if stream > their_control
            && let Some(mut peer) = self.peers.remove(&id)
        {
            peer.their_control = stream;
            peer.asked.doubt_answers(self.now + Failures::PAUSE);
            let streams = self.forget_subscribers(&mut peer);
            self.finished
                .extend(streams.into_iter().map(|stream| (id, stream)));
            self.peers.insert(id, peer);
        }
        true
    }

    fn subscribed(&mut self, id: EntityId, message: &MembershipMessageSubscribe<'_>) {
        let subscription = message.subscription;
        let Some(peer) = self.peers.get(&id) else {
            return;
        };
        if peer.control.len() >= self.limits.messages_per_peer {
            // It asks and does not read the answers.
            return self.catalog.others().drop(DropCause::PeerLimit, 1);
        }
        if !streams::is_subscription(subscription) || peer.subscribers.contains_key(&subscription) {
            return self.bad_message();
        }
        let answer = match self.admit(id, message) {
            Ok(()) => MembershipMessage::Accepted(MembershipMessageAccepted { subscription }),
            Err(reason) => {
                if reason == MembershipReason::TooMany {
                    self.catalog.others().drop(DropCause::PeerLimit, 1);
                }
                MembershipMessage::Refused(MembershipMessageRefused {
                    subscription,
                    reason,
                })
            }
        };
        if let Some(peer) = self.peers.get_mut(&id) {
            peer.control.push(&answer);
            peer.control.wake(id, &mut self.roster.ready);
        }
    }

    fn admit(
        &mut self,
        id: EntityId,
        message: &MembershipMessageSubscribe<'_>,
    ) -> Result<(), MembershipReason> {
        let has_room_for_group =
            message.group.is_empty() || self.has_room_for_group(&message.group);
        let Some(peer) = self.peers.get(&id) else {
            return Err(MembershipReason::TooMany);
        };
        if peer.subscribers.len() >= self.limits.subscriptions_per_peer || !has_room_for_group {
            return Err(MembershipReason::TooMany);
        }
        if !message.token.is_empty() && peer.failures.are_too_many(self.now) {
            return Err(MembershipReason::RateLimited);
        }
        let subnet = peer.subnet;
        let chain = self.read_chain(id, &message.token);
        let pattern = Pattern::from_wire(&message.channels);
        if let Pattern::Name(name) = &pattern {
            let gate = self.gate(name, self.catalog.config(name));
            if let Err(refusal) = gate.admits(id, subnet, chain.as_ref()) {
                return Err(reason(&refusal));
            }
        }
        let reliable = message.delivery == ChannelDelivery::Reliable;
        let ring = self.limits.outgoing_ring;
        let remote = Remote::new(id, subnet, message.subscription, reliable, chain, ring);
        let key = self.take_key();
        if let Some(peer) = self.peers.get_mut(&id) {
            peer.subscribers.insert(message.subscription, key);
        }
        self.roster.insert(
            key,
            Subscriber {
                pattern,
                group: (!message.group.is_empty()).then(|| message.group.as_ref().into()),
                outlet: Outlet::Remote(Box::new(remote)),
            },
        );
        Ok(())
    }

    /// A chain that its issuers have signed. Others count against the peer, since looking at them is dear.
    fn read_chain(&mut self, id: EntityId, token: &[u8]) -> Option<crate::token::SignedChain> {
        if token.is_empty() {
            return None;
        }
        let chain = self.rights.read(token);
        if chain.is_none()
            && let Some(peer) = self.peers.get_mut(&id)
        {
            peer.failures.add(self.now);
        }
        chain
    }

    fn accepted(&mut self, id: EntityId, message: &MembershipMessageAccepted) {
        if let Some(peer) = self.peers.get_mut(&id) {
            peer.asked.accept(message.subscription);
        }
    }

    fn refused(&mut self, id: EntityId, message: &MembershipMessageRefused) {
        let Some(peer) = self.peers.get_mut(&id) else {
            return;
        };
        let Some(interest) = peer.asked.remove(message.subscription) else {
            return;
        };
        let mut is_final = message.reason == MembershipReason::Unauthorized;
        match message.reason {
            MembershipReason::RateLimited
            | MembershipReason::TooMany
            | MembershipReason::NotVisible => {
                let at = self.now + Failures::PAUSE;
                peer.asked.ask_again(interest, at);
            }
            MembershipReason::TooSlow => {
                peer.control.unasked.push_back(interest);
                peer.control.wake(id, &mut self.roster.ready);
            }
            MembershipReason::Unauthorized => {}
            MembershipReason::Expired | MembershipReason::Revoked => {
                is_final = !self.renew(id, interest);
            }
        }
        let Some(interest) = self.interests.get(interest) else {
            return;
        };
        for (_, mailbox) in &interest.members {
            mailbox.refuse(id, message.reason);
            if is_final && interest.publishers == Publishers::One(id) {
                mailbox.end(EndCause::Refused(message.reason));
            }
        }
    }

    /// Asks again with another chain, or for a prefix without one, since what is open stays so. False if there is nothing to ask with.
    fn renew(&mut self, id: EntityId, interest: u64) -> bool {
        let Some(wanted) = self.interests.get_mut(interest) else {
            return false;
        };
        let chain = self.rights.to_subscribe(self.me, &wanted.pattern).cloned();
        let asks = chain != wanted.chain && (chain.is_some() || wanted.pattern.is_prefix());
        if asks && let Some(peer) = self.peers.get_mut(&id) {
            wanted.chain = chain;
            peer.control.unasked.push_back(interest);
            peer.control.wake(id, &mut self.roster.ready);
        }
        asks
    }

    fn announced(&mut self, id: EntityId, message: &MembershipMessageAnnounce<'_>) {
        let name = Name::from_wire(&message.name);
        let Some(peer) = self.peers.get(&id) else {
            return;
        };
        let known = peer.names.get(name.hash());
        if known.is_some_and(|known| known.name != name) {
            // Two names of one hash: the first keeps it.
            return self.bad_message();
        }
        if !message.token.is_empty() && peer.failures.are_too_many(self.now) {
            return self.catalog.others().drop(DropCause::PeerLimit, 1);
        }
        let chain = self.read_chain(id, &message.token);
        let channel = name.hash();
        let Some(peer) = self.peers.get_mut(&id) else {
            return;
        };
        if peer.names.insert(name, chain, self.limits.names_per_peer) {
            self.catalog.others().drop(DropCause::PeerLimit, 1);
        }
        for event in peer.early.take(channel) {
            // They came unreliably: there is no credit.
            let _ = self.receive_events(id, &event.header, vec![event.data], None);
        }
    }

    /// Only what is news costs a look at its signature, and goes on to others: so what all know ends.
    fn told_of_revocation(&mut self, id: EntityId, revocation: TokenRevocation) {
        let revocations = &self.rights.revocations;
        let Some(peer) = self.peers.get_mut(&id) else {
            return;
        };
        if !revocations.is_news(&revocation) {
            return;
        }
        let refused = if !revocations.has_room_for(&revocation.issuer) {
            DropCause::RevocationLimit
        } else if peer.failures.are_too_many(self.now) || !peer.checks.take() {
            DropCause::PeerLimit
        } else if let Some(revocation) = SignedRevocation::check(revocation) {
            let source = peer.control.stream;
            self.learn(revocation, Some(source));
            return;
        } else {
            peer.failures.add(self.now);
            DropCause::ForgedRevocation
        };
        self.catalog.others().drop(refused, 1);
    }

    pub(super) fn bad_message(&mut self) {
        self.catalog.others().drop(DropCause::BadMessage, 1);
    }
}
