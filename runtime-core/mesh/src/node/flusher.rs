//! A thread for as long as a flood lasts. The driver would be woken for what each flush leaves, and would take the lock from whoever sends; a flusher
//! comes by only so often, and sends only what nothing follows. The timers of the runtime are too coarse for that: they tell milliseconds.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::Node;
use super::gathering::Round;

/// Between rounds; systems add some 50 µs. What is last waits two of them at most.
const PAUSE: Duration = Duration::from_micros(50);

/// Begins one. Without a thread the driver goes on as before.
pub(super) fn begin(node: &Arc<Node>) {
    let own = Arc::clone(node);
    let thread = thread::Builder::new().name("meshwright-flusher".into());
    if let Err(error) = thread.spawn(move || flush_tails(&own)) {
        tracing::debug!(%error, "no thread for a flusher");
        node.state().gathering.flusher_ended();
    }
}

fn flush_tails(node: &Node) {
    node.state().gathering.flusher_began();
    while !node.is_stopped() {
        thread::sleep(PAUSE);
        let round = node.state().gathering.round();
        match round {
            Round::Quiet => {}
            Round::Tail => node.with(|_, _, _| ()),
            Round::Over => return,
        }
    }
}
