//! The one task of a node.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::Node;
use super::incoming::Incoming;
use super::socket::Socket;

/// How long the driver sleeps when nothing is due.
const LONG: Duration = Duration::from_secs(3600);

/// Reads the socket and keeps the deadlines until the node is stopped.
pub(crate) async fn drive(node: Arc<Node>, socket: Arc<Socket>) {
    let mut incoming = Incoming::new();
    let sleep = sleep_until(Instant::now());
    tokio::pin!(sleep);
    while !node.is_stopped() {
        let next = node.with(|state, _, now| {
            state.endpoint.tick(now);
            // Credits that came back may bring another deadline; `with` then wakes us again.
            state.armed = state.endpoint.next_timeout();
            state.armed
        });
        let until = next.map_or_else(|| Instant::now() + LONG, |at| node.clock.instant(at));
        if sleep.deadline() != until {
            sleep.as_mut().reset(until);
        }
        tokio::select! {
            biased;
            Ok(()) = socket.readable() => incoming.receive(&node, &socket),
            Ok(()) = socket.writable(), if node.is_blocked() => node.flush(),
            () = node.returns.arrived.notified() => {}
            () = &mut sleep => {}
        }
    }
}
