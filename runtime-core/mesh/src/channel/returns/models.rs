//! All orders in which subscribers and the node's task can meet at what is given back. `npm run check:loom`.

use std::future::poll_fn;
use std::task::Poll;

use loom::future::block_on;
use loom::model;
use loom::sync::Arc;
use loom::thread;

use super::Returns;

/// As the node's task does it: it takes what there is, and leaves its waker for what comes later.
#[test]
fn the_node_wakes_for_what_subscribers_give_back() {
    model(|| {
        let returns = Arc::new(Returns::default());
        let given = Arc::clone(&returns);
        let subscriber = thread::spawn(move || {
            given.abandoned(1, vec![]);
            given.abandoned(2, vec![]);
        });
        let mut abandoned = vec![];
        while abandoned.len() < 2 {
            let some = block_on(poll_fn(|cx| {
                let some = returns.take_abandoned();
                if some.is_empty() {
                    returns.wake(cx.waker().clone());
                    return Poll::Pending;
                }
                Poll::Ready(some)
            }));
            abandoned.extend(some);
        }
        subscriber.join().expect("it does not panic");
        assert_eq!(abandoned, [1, 2]);
    });
}
