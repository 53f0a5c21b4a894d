//! One subscriber, here or in another node, as a publisher sees it.

use std::sync::Arc;
use std::time::Duration;

use super::config::OnFull;
use super::counts::{Counts, DropCause};
use super::gate::Gate;
use super::mailbox::{ChannelEvent, Mailbox};
use super::name::Pattern;
use super::remote::Remote;
use super::ring::{Pushed, Room};
use crate::token::SignedChain;

pub(super) struct Subscriber {
    pub(super) pattern: Pattern,
    pub(super) group: Option<Arc<str>>,
    pub(super) outlet: Outlet,
}

pub(super) enum Outlet {
    /// A part of this program, with what it may show.
    Local(Arc<Mailbox>, Option<SignedChain>),
    Remote(Box<Remote>),
}

impl Subscriber {
    /// Why it may not have an event of a channel, if so.
    pub(super) fn refusal(&self, gate: &Gate<'_>) -> Option<DropCause> {
        match &self.outlet {
            Outlet::Local(_, chain) => gate.refuses_own(chain.as_ref()),
            Outlet::Remote(remote) => {
                gate.refuses(remote.peer, remote.subnet, remote.chain.as_ref())
            }
        }
    }

    pub(super) fn room(&self, event: &ChannelEvent) -> Room {
        match &self.outlet {
            Outlet::Local(mailbox, _) => mailbox.room(event.data.len()),
            Outlet::Remote(remote) if remote.ring.has_room(event.data.len()) => Room::Enough,
            Outlet::Remote(_) => Room::Full,
        }
    }

    /// False if the subscriber is gone.
    pub(super) fn take(
        &mut self,
        event: &ChannelEvent,
        on_full: OnFull,
        counts: &mut Counts,
    ) -> bool {
        let (pushed, taken) = match &mut self.outlet {
            Outlet::Local(mailbox, _) => {
                (mailbox.push(event.clone(), on_full), &mut counts.delivered)
            }
            Outlet::Remote(remote) => {
                let bytes = event.data.len();
                let pushed = remote.ring.push(event.clone(), bytes, on_full);
                (Some(pushed), &mut counts.forwarded)
            }
        };
        match pushed {
            Some(Pushed::Taken) => *taken += 1,
            Some(Pushed::TookPlaceOf(older)) => {
                *taken += 1;
                counts.drop(DropCause::Overwritten, older);
            }
            Some(Pushed::Full) => counts.drop(DropCause::RingFull, 1),
            None => {}
        }
        pushed.is_some()
    }

    /// The stream on which something was sent to it.
    pub(super) fn opened(&self) -> Option<u64> {
        match &self.outlet {
            Outlet::Remote(remote) => remote.opened.then_some(remote.subscription),
            Outlet::Local(..) => None,
        }
    }

    /// A producer was failed for want of room here.
    pub(super) fn held_up(&mut self, now: Duration) {
        if let Outlet::Remote(remote) = &mut self.outlet {
            remote.full_since.get_or_insert(now);
        }
    }
}
