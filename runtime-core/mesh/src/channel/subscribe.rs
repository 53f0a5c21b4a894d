//! Subscribing, by parts of this program.

use std::sync::Arc;

use meshwright_wire::wire::channel::MembershipMessage;
use meshwright_wire::wire::channel::MembershipMessageUnsubscribe;
use meshwright_wire::wire::identity::EntityId;

use super::Channels;
use super::gate::Refusal;
use super::interests::{Interest, Publishers};
use super::mailbox::{EndCause, Mailbox, Subscription};
use super::name::Pattern;
use super::ring::RingSize;
use super::subscriber::{Outlet, Subscriber};
use crate::token::{Action, ChainError, SignedChain};

/// How to subscribe.
#[derive(Clone, Debug, Default)]
pub struct SubscribeOptions {
    pub publishers: Publishers,
    /// Whether events of other nodes come whole, in order and once, and their producers learn when they are not taken; otherwise they
    /// may be lost on the way. Events of this node are never lost on the way.
    pub reliable: bool,
    /// Queue group: of all its members in the mesh, each event of a publisher reaches exactly one. 1 to 255 bytes.
    pub group: Option<Arc<str>>,
    pub ring: RingSize,
    /// What to show; otherwise one of the node's own chains that fits.
    pub credential: Option<SignedChain>,
}

/// Why there is no subscription.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubscribeError {
    #[error("this node has as many subscriptions, or groups, as it may have")]
    TooMany,
    #[error("the name of a queue group has 1 to 255 bytes")]
    BadGroup,
    #[error("the channel wants tokens, and this node has none that allow it")]
    NoCredential,
    #[error("the tokens do not allow it: {0}")]
    Unauthorized(#[from] ChainError),
    #[error("this node is closed")]
    Closed,
}

impl Channels {
    /// Subscribes a part of this program.
    pub fn subscribe(
        &mut self,
        pattern: &Pattern,
        options: SubscribeOptions,
    ) -> Result<Subscription, SubscribeError> {
        self.attend();
        if self.own_subscriptions >= self.limits.subscriptions {
            return Err(SubscribeError::TooMany);
        }
        if let Some(group) = &options.group {
            if !(1..=255).contains(&group.len()) {
                return Err(SubscribeError::BadGroup);
            }
            if !self.has_room_for_group(group) {
                return Err(SubscribeError::TooMany);
            }
        }
        let found = || self.rights.to_subscribe(self.me, pattern).cloned();
        let chain = options.credential.or_else(found);
        if let Pattern::Name(name) = pattern {
            let gate = self.gate(name, self.catalog.config(name));
            match gate.may(self.me, Action::Subscribe, chain.as_ref()) {
                Err(Refusal::Chain(error)) => return Err(error.into()),
                Err(Refusal::NoCredential | Refusal::NotVisible) => {
                    return Err(SubscribeError::NoCredential);
                }
                Ok(()) => {}
            }
        }
        let key = self.take_key();
        let mailbox = Mailbox::new(key, options.ring, self.returns.clone());
        if options.publishers.include(self.me) {
            let outlet = Outlet::Local(mailbox.clone(), chain.clone());
            self.roster.insert(
                key,
                Subscriber {
                    pattern: pattern.clone(),
                    group: options.group.clone(),
                    outlet,
                },
            );
        }
        if options.publishers != Publishers::One(self.me) {
            let interest = Interest {
                pattern: pattern.clone(),
                reliable: options.reliable,
                group: options.group,
                publishers: options.publishers,
                chain,
                members: vec![(key, mailbox.clone())],
            };
            if let Some(id) = self.interests.add(key, interest) {
                self.ask_all(id, options.publishers);
            }
        }
        self.own_subscriptions += 1;
        Ok(Subscription::new(mailbox))
    }

    /// Nodes that have said that they send events to a subscription.
    pub fn publishers(&self, subscription: &Subscription) -> Vec<EntityId> {
        let Some(interest) = self.interests.of_subscriber(subscription.key()) else {
            return vec![];
        };
        let accepting = self.peers.iter();
        accepting
            .filter(|(_, peer)| peer.asked.is_accepted(interest))
            .map(|(id, _)| *id)
            .collect()
    }

    /// True if a subscription wants the events of other nodes.
    pub fn wants_others(&self) -> bool {
        !self.interests.is_empty()
    }

    /// True if a subscription wants the events of this one.
    pub fn wants(&self, publisher: EntityId) -> bool {
        self.interests.towards(publisher).next().is_some()
    }

    /// Ends subscriptions that were dropped.
    pub fn attend(&mut self) {
        for key in self.returns.take_abandoned() {
            self.own_subscriptions -= 1;
            self.roster.remove(key);
            if let Some(interest) = self.interests.leave(key) {
                self.ask_no_more(interest);
            }
        }
    }

    /// Ends all subscriptions of this program.
    pub fn close(&mut self) {
        self.roster
            .mailboxes()
            .chain(self.interests.mailboxes())
            .for_each(|mailbox| mailbox.end(EndCause::Closed));
    }

    pub(super) fn has_room_for_group(&self, group: &str) -> bool {
        self.roster.has_group(group) || self.roster.group_count() < self.limits.groups
    }

    pub(super) fn take_key(&mut self) -> u64 {
        let key = self.next_key;
        self.next_key += 1;
        key
    }

    fn ask_all(&mut self, interest: u64, publishers: Publishers) {
        for (id, peer) in &mut self.peers {
            if publishers.include(*id) {
                peer.control.unasked.push_back(interest);
                peer.control.wake(*id, &mut self.roster.ready);
            }
        }
    }

    fn ask_no_more(&mut self, interest: u64) {
        for (id, peer) in &mut self.peers {
            peer.control.unasked.retain(|other| *other != interest);
            if let Some(subscription) = peer.asked.remove_interest(interest) {
                let message = MembershipMessageUnsubscribe { subscription };
                peer.control.push(&MembershipMessage::Unsubscribe(message));
                peer.control.wake(*id, &mut self.roster.ready);
            }
        }
    }
}
