//! What time and revocations do.

use std::time::Duration;

use meshwright_transport::Now;
use meshwright_wire::wire::channel::{
    MembershipMessage, MembershipMessageUnsubscribe, MembershipReason,
};
use meshwright_wire::wire::identity::EntityId;

use super::Channels;
use super::counts::DropCause;
use super::gate::Refusal;
use super::mailbox::EndCause;
use super::name::Pattern;
use super::peer::Due;
use super::rights::reason;
use super::subscriber::{Outlet, Subscriber};
use crate::token::{Action, SignedChain, SignedRevocation};

impl Channels {
    /// How often [`tick`](Self::tick) wants to be called.
    pub const TICK: Duration = Duration::from_secs(1);

    /// Does what is due, and notes the time by which tokens are looked at.
    pub fn tick(&mut self, now: Now) {
        self.now = now.monotonic;
        self.rights.now = now.wall.as_secs();
        self.rights.expire();
        self.attend();
        let mut lost = 0;
        for (id, peer) in &mut self.peers {
            lost += peer.early.expire(self.now);
            for Due {
                interest,
                unanswered,
            } in peer.asked.due(self.now)
            {
                if let Some(subscription) = unanswered {
                    let message = MembershipMessageUnsubscribe { subscription };
                    let message = MembershipMessage::Unsubscribe(message);
                    peer.control.push(&message);
                }
                peer.control.unasked.push_back(interest);
            }
            peer.checks.tick();
            peer.control.revocations.tick();
            peer.control.try_again();
            peer.control.wake(*id, &mut self.roster.ready);
        }
        self.catalog.others().drop(DropCause::NotAnnounced, lost);
        self.end_stalled();
        self.end_unauthorized();
    }

    /// Voids an issuer's tokens, on its own word, here and in all nodes that can be reached, now or later. False if it was known. Nothing
    /// rests on those tokens from the next event on; subscriptions that did end with the next [`tick`](Self::tick).
    pub fn revoke(&mut self, revocation: SignedRevocation) -> bool {
        self.rights.revocations.name(revocation.issuer());
        self.learn(revocation, None)
    }

    /// The lowest generation of an issuer's tokens that counts here.
    pub fn floor(&self, issuer: &EntityId) -> u32 {
        self.rights.revocations.floors().of(issuer)
    }

    /// Takes a revocation, and tells the peers if it is news. `source`: the control stream to who brought it.
    pub(super) fn learn(&mut self, revocation: SignedRevocation, source: Option<u64>) -> bool {
        let rises = self.rights.revocations.learn(revocation, source);
        if rises {
            for (id, peer) in &mut self.peers {
                peer.control.revocations.resume();
                peer.control.wake(*id, &mut self.roster.ready);
            }
        }
        rises
    }

    /// Keeps a chain that lets this node publish or subscribe; false if there is no room. What this node publishes is announced anew, so
    /// that others learn of it.
    pub fn add_credential(&mut self, chain: SignedChain) -> bool {
        let kept = self.rights.keep(chain);
        if kept {
            self.peers.values_mut().for_each(|peer| peer.told.clear());
            self.roster.forget_announced();
        }
        kept
    }

    /// Subscribers that held producers up for too long.
    fn end_stalled(&mut self) {
        let limit = Duration::from_secs(self.limits.stall_seconds);
        let is_stalled = |since: Duration| self.now >= since + limit;
        let mut stalled: Vec<u64> = self
            .roster
            .remotes()
            .filter(|(_, remote)| remote.full_since.is_some_and(is_stalled))
            .map(|(key, _)| key)
            .collect();
        // In an order that a replay repeats.
        stalled.sort_unstable();
        for key in stalled {
            self.end_subscriber(key, Some(MembershipReason::TooSlow));
        }
    }

    fn end_unauthorized(&mut self) {
        let ended: Vec<(u64, MembershipReason)> = self
            .roster
            .chained()
            .filter_map(|(key, subscriber)| Some((key, self.lost_right(subscriber)?)))
            .collect();
        for (key, why) in ended {
            if self.roster.remote(key).is_some() {
                self.end_subscriber(key, Some(why));
            } else if let Some(subscriber) = self.roster.remove(key) {
                self.renew_or_end(key, subscriber, why);
            }
        }
    }

    /// A subscriber in this program has lost its right: it goes on with another chain, or for a prefix without one, or not at all.
    fn renew_or_end(&mut self, key: u64, mut subscriber: Subscriber, why: MembershipReason) {
        let Outlet::Local(mailbox, chain) = &mut subscriber.outlet else {
            return;
        };
        *chain = self
            .rights
            .to_subscribe(self.me, &subscriber.pattern)
            .cloned();
        if chain.is_none() {
            mailbox.refuse(self.me, why);
        }
        if chain.is_some() || subscriber.pattern.is_prefix() {
            self.roster.insert(key, subscriber);
        } else {
            mailbox.end(EndCause::Refused(why));
        }
    }

    /// Why a subscriber with a chain may not go on, if so.
    fn lost_right(&self, subscriber: &Subscriber) -> Option<MembershipReason> {
        let (presenter, chain) = match &subscriber.outlet {
            Outlet::Local(_, chain) => (self.me, chain.as_ref()?),
            Outlet::Remote(remote) => (remote.peer, remote.chain.as_ref()?),
        };
        let lost = match &subscriber.pattern {
            Pattern::Name(name) => {
                let gate = self.gate(name, self.catalog.config(name));
                gate.may(presenter, Action::Subscribe, Some(chain)).err()
            }
            Pattern::Prefix(_) => {
                let stands = chain.stands(presenter, &self.rights.moment());
                stands.map_err(Refusal::Chain).err()
            }
        };
        lost.map(|refusal| reason(&refusal))
    }
}
