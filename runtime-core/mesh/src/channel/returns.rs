//! What subscribers give back to the channels of their node, from whatever thread they run on, and who of them is to be woken.

use std::sync::PoisonError;
use std::task::Waker;

use meshwright_transport::Credit;

use crate::sync::{Mutex, MutexGuard};

#[cfg(all(test, meshwright_loom))]
mod models;

#[derive(Default)]
pub(super) struct Returns(Mutex<State>);

#[derive(Default)]
struct State {
    credits: Vec<Credit>,
    abandoned: Vec<u64>,
    /// Of subscribers for whom there is something.
    subscribers: Vec<Waker>,
    waker: Option<Waker>,
}

impl Returns {
    /// To be woken when something is given back; once.
    pub(super) fn wake(&self, waker: Waker) {
        let now = {
            let mut state = self.state();
            if state.credits.is_empty() && state.abandoned.is_empty() {
                state.waker = Some(waker);
                return;
            }
            waker
        };
        now.wake();
    }

    /// The events of a packet were taken.
    pub(super) fn credit(&self, credit: Credit) {
        self.give(|state| state.credits.push(credit));
    }

    /// A subscriber is gone, with what it had not taken.
    pub(super) fn abandoned(&self, key: u64, credits: Vec<Credit>) {
        self.give(|state| {
            state.abandoned.push(key);
            state.credits.extend(credits);
        });
    }

    /// A subscriber that is to be woken once no lock is held.
    pub(super) fn wake_later(&self, subscriber: Option<Waker>) {
        if let Some(subscriber) = subscriber {
            self.state().subscribers.push(subscriber);
        }
    }

    pub(super) fn take_wakers(&self) -> Vec<Waker> {
        std::mem::take(&mut self.state().subscribers)
    }

    pub(super) fn take_credits(&self) -> Vec<Credit> {
        std::mem::take(&mut self.state().credits)
    }

    pub(super) fn take_abandoned(&self) -> Vec<u64> {
        std::mem::take(&mut self.state().abandoned)
    }

    fn give(&self, act: impl FnOnce(&mut State)) {
        let waker = {
            let mut state = self.state();
            act(&mut state);
            state.waker.take()
        };
        waker.into_iter().for_each(Waker::wake);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
