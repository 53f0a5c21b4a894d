//! What is to be done once the node's lock is released: waking is others' code.

use std::task::Waker;

use tokio::sync::oneshot;

use crate::error::ConnectError;
use meshwright_transport::{PeerInfo, Trace};

use super::traces::TraceWaiter;

/// Who waits for a connection.
pub(crate) type ConnectWaiter = oneshot::Sender<Result<PeerInfo, ConnectError>>;

#[derive(Default)]
pub(crate) struct Deferred {
    wakers: Vec<Waker>,
    connects: Vec<(ConnectWaiter, Result<PeerInfo, ConnectError>)>,
    traces: Vec<(TraceWaiter, Trace)>,
    /// Dropping one tells who waits that there will be no trace.
    untraced: Vec<TraceWaiter>,
    /// Dropping one tells who waits to try again.
    retries: Vec<oneshot::Sender<()>>,
}

impl Deferred {
    pub(crate) fn wake(&mut self, wakers: impl IntoIterator<Item = Waker>) {
        self.wakers.extend(wakers);
    }

    pub(crate) fn answer(&mut self, waiter: ConnectWaiter, answer: Result<PeerInfo, ConnectError>) {
        self.connects.push((waiter, answer));
    }

    pub(crate) fn retry(&mut self, waiters: impl IntoIterator<Item = oneshot::Sender<()>>) {
        self.retries.extend(waiters);
    }

    pub(crate) fn traced(&mut self, waiters: Vec<TraceWaiter>, trace: &Trace) {
        let each = waiters.into_iter().map(|waiter| (waiter, trace.clone()));
        self.traces.extend(each);
    }

    pub(crate) fn give_up(&mut self, waiters: Vec<TraceWaiter>) {
        self.untraced.extend(waiters);
    }

    pub(crate) fn run(self) {
        self.wakers.into_iter().for_each(Waker::wake);
        for (waiter, answer) in self.connects {
            // Who gave up waiting needs no answer.
            let _ = waiter.send(answer);
        }
        for (waiter, trace) in self.traces {
            let _ = waiter.send(trace);
        }
        drop(self.untraced);
        drop(self.retries);
    }
}
