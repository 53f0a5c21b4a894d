//! What stands between the channels of a node and one subscriber in its program.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use meshwright_transport::Credit;
use meshwright_wire::wire::channel::MembershipReason;
use meshwright_wire::wire::identity::EntityId;

use super::config::OnFull;
use super::name::Name;
use super::returns::Returns;
use super::ring::{Pushed, Ring, RingSize, Room};

/// One event of a channel. All subscribers of a node share its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelEvent {
    pub channel: Name,
    /// Who published it, as its session proves.
    pub publisher: EntityId,
    pub data: Bytes,
}

/// What a subscription has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    Event(ChannelEvent),
    /// This publisher sends nothing, or no more; others may.
    Refused {
        publisher: EntityId,
        reason: MembershipReason,
    },
}

/// Why a subscription ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndCause {
    #[error("the subscription was refused: {0:?}")]
    Refused(MembershipReason),
    #[error("the node was closed")]
    Closed,
}

/// A subscriber's end of a subscription. Dropping it ends the subscription.
#[derive(Debug)]
pub struct Subscription(Arc<Mailbox>);

impl Subscription {
    pub(super) fn new(mailbox: Arc<Mailbox>) -> Self {
        Self(mailbox)
    }

    /// The next that there is.
    pub fn try_next(&mut self) -> Option<Item> {
        let (item, credit) = self.0.state().pop()?;
        credit
            .into_iter()
            .for_each(|credit| self.0.returns.credit(credit));
        Some(item)
    }

    /// The next, or nothing after [`end_cause`](Self::end_cause). Wakes the task that asked last.
    pub fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Item>> {
        // Looked at and left a waker under one lock, or an event between the two would wake nobody.
        let popped = {
            let mut state = self.0.state();
            match state.pop() {
                None if state.ended.is_none() => {
                    state.waker = Some(context.waker().clone());
                    return Poll::Pending;
                }
                popped => popped,
            }
        };
        let Some((item, credit)) = popped else {
            return Poll::Ready(None);
        };
        credit
            .into_iter()
            .for_each(|credit| self.0.returns.credit(credit));
        Poll::Ready(Some(item))
    }

    /// Why nothing will come after what is there; `None` as long as something may.
    pub fn end_cause(&self) -> Option<EndCause> {
        self.0.state().ended
    }

    pub(super) fn key(&self) -> u64 {
        self.0.key
    }

    /// Events that wait to be taken.
    pub fn waiting(&self) -> usize {
        self.0.state().ring.len()
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        let credits: Vec<Credit> = {
            let mut state = self.0.state();
            state.abandoned = true;
            std::iter::from_fn(|| state.ring.pop())
                .filter_map(|held| held.credit)
                .collect()
        };
        self.0.returns.abandoned(self.0.key, credits);
    }
}

pub(super) struct Mailbox {
    key: u64,
    state: Mutex<State>,
    returns: Arc<Returns>,
}

struct State {
    ring: Ring<Held>,
    refusals: VecDeque<Item>,
    ended: Option<EndCause>,
    /// The subscriber is gone.
    abandoned: bool,
    waker: Option<Waker>,
}

struct Held {
    event: ChannelEvent,
    credit: Option<Credit>,
}

impl State {
    fn push(&mut self, event: ChannelEvent, on_full: OnFull) -> Option<Pushed> {
        if self.abandoned {
            return None;
        }
        let bytes = event.data.len();
        let held = Held {
            event,
            credit: None,
        };
        Some(self.ring.push(held, bytes, on_full))
    }

    fn pop(&mut self) -> Option<(Item, Option<Credit>)> {
        if let Some(refusal) = self.refusals.pop_front() {
            return Some((refusal, None));
        }
        let held = self.ring.pop()?;
        Some((Item::Event(held.event), held.credit))
    }
}

impl Mailbox {
    /// Refusals that are kept for a subscriber that does not look; of more, the oldest are forgotten.
    const REFUSALS: usize = 256;

    pub(super) fn new(key: u64, size: RingSize, returns: Arc<Returns>) -> Arc<Self> {
        Arc::new(Self {
            key,
            state: Mutex::new(State {
                ring: Ring::new(size),
                refusals: VecDeque::new(),
                ended: None,
                abandoned: false,
                waker: None,
            }),
            returns,
        })
    }

    pub(super) fn room(&self, bytes: usize) -> Room {
        let state = self.state();
        match (state.abandoned, state.ring.has_room(bytes)) {
            (true, _) => Room::Gone,
            (false, true) => Room::Enough,
            (false, false) => Room::Full,
        }
    }

    /// Nothing if the subscriber is gone.
    pub(super) fn push(&self, event: ChannelEvent, on_full: OnFull) -> Option<Pushed> {
        self.change(|state| state.push(event, on_full))
    }

    /// Takes several events, and tells `each` what became of one.
    pub(super) fn push_all(
        &self,
        events: impl Iterator<Item = ChannelEvent>,
        on_full: OnFull,
        mut each: impl FnMut(Option<Pushed>),
    ) {
        self.change(|state| events.for_each(|event| each(state.push(event, on_full))));
    }

    /// Takes the events of a packet of a reliable stream, whose window bounds how many there are until the subscriber takes them. With the last
    /// of them, all of the packet is taken.
    pub(super) fn push_on_credit(
        &self,
        events: impl ExactSizeIterator<Item = ChannelEvent>,
        mut credit: Option<Credit>,
    ) {
        let last = events.len().saturating_sub(1);
        self.change(|state| {
            if state.abandoned {
                return;
            }
            for (number, event) in events.enumerate() {
                let bytes = event.data.len();
                let credit = credit.take_if(|_| number == last);
                state
                    .ring
                    .append(Held { event, credit }, bytes, OnFull::FailProducer);
            }
        });
        credit
            .into_iter()
            .for_each(|credit| self.returns.credit(credit));
    }

    pub(super) fn refuse(&self, publisher: EntityId, reason: MembershipReason) {
        self.change(|state| {
            if state.refusals.len() >= Self::REFUSALS {
                state.refusals.pop_front();
            }
            state
                .refusals
                .push_back(Item::Refused { publisher, reason });
        });
    }

    pub(super) fn end(&self, cause: EndCause) {
        self.change(|state| {
            state.ended.get_or_insert(cause);
        });
    }

    /// Changes the state, and has woken who waits.
    fn change<R>(&self, act: impl FnOnce(&mut State) -> R) -> R {
        let (result, waker) = {
            let mut state = self.state();
            (act(&mut state), state.waker.take())
        };
        self.returns.wake_later(waker);
        result
    }

    /// Nothing panics while it holds the lock; if something did, what is there is still whole.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mailbox({})", self.key)
    }
}
