//! The one task of a node.

use std::sync::Arc;
use std::task::Waker;

use tokio::time::{Instant, sleep_until};

use super::Node;
use super::incoming::Incoming;
use super::socket::Socket;

/// Reads the socket and keeps the deadlines until the node is stopped.
pub(crate) async fn drive(node: Arc<Node>, socket: Arc<Socket>) {
    let mut incoming = Incoming::new();
    let waker = Waker::from(Arc::clone(&node.returns));
    let sleep = sleep_until(Instant::now());
    tokio::pin!(sleep);
    while !node.is_stopped() {
        let until = node.with(|state, _, now| {
            state.tick(now);
            state.channels.wake_on_return(waker.clone());
            // Credits that came back may bring another deadline; `with` then wakes us again.
            let until = state.next_deadline();
            state.armed = Some(until);
            node.clock.instant(until)
        });
        if sleep.deadline() != until {
            sleep.as_mut().reset(until);
        }
        tokio::select! {
            biased;
            Ok(()) = socket.readable() => incoming.receive(&node, &socket),
            Ok(()) = socket.writable(), if node.is_blocked() => {
                node.flush();
                // What found no room may go now.
                node.with(|_, _, _| ());
            }
            () = node.returns.arrived.notified() => {}
            () = &mut sleep => {}
        }
    }
}
