//! A bounded queue to one reader, whose waker is given out and not called, so that no lock is held when it runs.

use std::collections::VecDeque;
use std::sync::PoisonError;
use std::task::{Context, Poll, Waker};

use crate::sync::{Mutex, MutexGuard};

#[cfg(all(test, meshwright_loom))]
mod models;

pub(crate) struct Ring<T>(Mutex<Inner<T>>);

struct Inner<T> {
    queue: VecDeque<T>,
    capacity: usize,
    reader: Option<Waker>,
    dropped: u64,
    ended: bool,
}

/// What became of a push.
pub(crate) enum Push<T> {
    /// It waits; this is to be woken, if somebody waits for it.
    Queued(Option<Waker>),
    /// There was no room, or nobody reads any more.
    Dropped(T),
}

impl<T> Ring<T> {
    /// `capacity`: at least 1.
    pub(crate) fn new(capacity: usize) -> Self {
        Self(Mutex::new(Inner {
            queue: VecDeque::new(),
            capacity,
            reader: None,
            dropped: 0,
            ended: false,
        }))
    }

    /// Drops `item` when the ring is full.
    pub(crate) fn push(&self, item: T) -> Push<T> {
        let mut inner = self.lock();
        if inner.ended || inner.queue.len() >= inner.capacity {
            inner.dropped += u64::from(!inner.ended);
            return Push::Dropped(item);
        }
        inner.queue.push_back(item);
        Push::Queued(inner.reader.take())
    }

    /// Takes `items` in order, and drops those for which there is no room; all of them have room if they are `bounded_elsewhere`. Tells how many it
    /// dropped, and who is to be woken.
    pub(crate) fn push_all(
        &self,
        items: impl ExactSizeIterator<Item = T>,
        bounded_elsewhere: bool,
    ) -> (usize, Option<Waker>) {
        let mut inner = self.lock();
        let count = items.len();
        if inner.ended {
            return (count, None);
        }
        let room = if bounded_elsewhere {
            count
        } else {
            count.min(inner.capacity.saturating_sub(inner.queue.len()))
        };
        inner.queue.extend(items.take(room));
        inner.dropped += (count - room) as u64;
        let reader = if room > 0 { inner.reader.take() } else { None };
        (count - room, reader)
    }

    /// Puts `only` in the place of everything that waits.
    pub(crate) fn replace(&self, only: T) -> Option<Waker> {
        let (old, waker) = {
            let mut inner = self.lock();
            let old = std::mem::take(&mut inner.queue);
            inner.dropped += old.len() as u64;
            inner.queue.push_back(only);
            (old, inner.reader.take())
        };
        drop(old);
        waker
    }

    pub(crate) fn poll_next(&self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let mut inner = self.lock();
        match inner.queue.pop_front() {
            Some(item) => Poll::Ready(Some(item)),
            None if inner.ended => Poll::Ready(None),
            None => {
                inner.reader = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }

    /// Nothing follows what waits.
    pub(crate) fn end(&self) -> Option<Waker> {
        let mut inner = self.lock();
        inner.ended = true;
        inner.reader.take()
    }

    /// Drops what waits.
    pub(crate) fn clear(&self) {
        let old = std::mem::take(&mut self.lock().queue);
        drop(old);
    }

    /// True if nothing is to come any more.
    pub(crate) fn has_ended(&self) -> bool {
        self.lock().ended
    }

    /// Items that were dropped since there was no room.
    pub(crate) fn dropped(&self) -> u64 {
        self.lock().dropped
    }

    pub(crate) fn len(&self) -> usize {
        self.lock().queue.len()
    }

    fn lock(&self) -> MutexGuard<'_, Inner<T>> {
        // Nothing in here leaves it half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
