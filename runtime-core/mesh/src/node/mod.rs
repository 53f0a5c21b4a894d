//! What runs a node: one state machine under one lock, one socket, one task. A call of the program takes the lock, changes the state, and
//! sends what comes of it on the socket itself; the task reads the socket and keeps the deadlines.

pub(crate) mod clock;
pub(crate) mod connecting;
pub(crate) mod credit;
pub(crate) mod deferred;
pub(crate) mod driver;
mod gathering;
mod incoming;
pub(crate) mod outgoing;
pub(crate) mod ring;
pub(crate) mod room;
mod seeking;
pub(crate) mod socket;
pub(crate) mod state;
pub(crate) mod traces;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use meshwright_transport::{Endpoint, Now};
use tokio::sync::Notify;

use clock::Clock;
use credit::Returns;
use deferred::Deferred;
use outgoing::{Flow, Outgoing, Sent};
use socket::Socket;
use state::State;

use crate::channel::Channels;

pub(crate) struct Node {
    pub(crate) clock: Clock,
    pub(crate) returns: Arc<Returns>,
    state: Mutex<State>,
    /// Locked before `state`, never after it.
    outgoing: Mutex<Outgoing>,
    /// The socket takes no more for now; the driver waits until it does.
    blocked: AtomicBool,
    stopped: AtomicBool,
    /// All that a closing node sent was acknowledged.
    pub(crate) drained: Notify,
}

impl Node {
    pub(crate) fn new(
        clock: Clock,
        socket: Arc<Socket>,
        endpoint: Endpoint,
        channels: Channels,
        connect_timeout: Duration,
        seeks: bool,
    ) -> Self {
        let returns = Arc::new(Returns::default());
        Self {
            clock,
            state: Mutex::new(State::new(
                endpoint,
                channels,
                connect_timeout,
                seeks,
                Arc::clone(&returns),
            )),
            returns,
            outgoing: Mutex::new(Outgoing::new(Some(socket))),
            blocked: AtomicBool::new(false),
            stopped: AtomicBool::new(false),
            drained: Notify::new(),
        }
    }

    /// For what a program sends: `act` takes events of `bytes` together. They go at once, or with others if they are some of many.
    pub(crate) fn submit<T>(&self, bytes: usize, act: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.state();
        if state.gathering.takes(bytes, || self.clock.monotonic()) {
            let done = act(&mut state);
            let is_awake = state.armed.replace(Duration::ZERO) == Some(Duration::ZERO);
            drop(state);
            if !is_awake {
                self.wake_driver();
            }
            return done;
        }
        drop(state);
        let done = self.with(|state, _, _| act(state));
        self.state().gathering.sent(self.clock.monotonic());
        done
    }

    /// Changes the state; then, with its lock released, wakes whom that concerns and sends what is to be sent.
    pub(crate) fn with<T>(&self, act: impl FnOnce(&mut State, &mut Deferred, Now) -> T) -> T {
        let (done, mut more) = self.with_once(act);
        while more && !self.is_blocked() && !self.is_stopped() {
            ((), more) = self.with_once(|_, _, _| ());
        }
        done
    }

    /// Also tells whether there is more to send.
    fn with_once<T>(&self, act: impl FnOnce(&mut State, &mut Deferred, Now) -> T) -> (T, bool) {
        let mut deferred = Deferred::default();
        let (done, more, sooner, drained) = {
            let mut state = self.state();
            let now = self.clock.now();
            let done = act(&mut state, &mut deferred, now);
            let more = state.pump(now, &mut deferred);
            let next = state.next_deadline();
            let sooner = state.armed.is_none_or(|armed| next < armed);
            (done, more, sooner, state.closing && state.is_drained())
        };
        deferred.run();
        self.flush();
        if sooner {
            self.wake_driver();
        }
        if drained {
            self.drained.notify_one();
        }
        (done, more)
    }

    /// Only looks.
    pub(crate) fn look<T>(&self, at: impl FnOnce(&State) -> T) -> T {
        at(&self.state())
    }

    /// Sends what waits, in order, as far as the socket takes it.
    pub(crate) fn flush(&self) {
        let mut outgoing = self.outgoing();
        loop {
            if outgoing.is_empty() {
                let mut state = self.state();
                outgoing.fill(&mut state.endpoint);
            }
            match outgoing.send() {
                Flow::Sent => {}
                flow @ (Flow::Empty | Flow::Blocked) => {
                    let blocked = flow == Flow::Blocked;
                    if self.blocked.swap(blocked, Ordering::AcqRel) != blocked && blocked {
                        self.wake_driver();
                    }
                    return;
                }
            }
        }
    }

    pub(crate) fn is_blocked(&self) -> bool {
        self.blocked.load(Ordering::Acquire)
    }

    pub(crate) fn sent(&self) -> Sent {
        self.outgoing().sent
    }

    /// Datagrams that wait for the socket.
    pub(crate) fn unsent(&self) -> usize {
        let outgoing = self.outgoing();
        let mut state = self.state();
        outgoing.waiting() + std::iter::from_fn(|| state.endpoint.poll_transmit()).count()
    }

    pub(crate) fn wake_driver(&self) {
        self.returns.arrived.notify_one();
    }

    /// Gives up the socket; what is to be sent from now on stays.
    pub(crate) fn close_socket(&self) {
        self.outgoing().close();
    }

    /// Ends the driver.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
        self.wake_driver();
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire)
    }

    fn outgoing(&self) -> MutexGuard<'_, Outgoing> {
        self.outgoing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A bug that panics in one call must not end all others.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
