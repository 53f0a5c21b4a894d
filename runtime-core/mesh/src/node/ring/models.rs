//! All orders in which a producer and a reader can meet at a ring: nobody sleeps while there is something, and nothing is lost. loom runs each model
//! once for each order. `npm run check:loom`.

use std::future::poll_fn;
use std::task::Waker;

use loom::future::block_on;
use loom::model;
use loom::sync::Arc;
use loom::thread;

use super::{Push, Ring};

fn push(ring: &Ring<u32>, item: u32) {
    if let Push::Queued(waker) = ring.push(item) {
        waker.into_iter().for_each(Waker::wake);
    }
}

fn next(ring: &Ring<u32>) -> Option<u32> {
    block_on(poll_fn(|cx| ring.poll_next(cx)))
}

#[test]
fn a_reader_gets_all_that_is_pushed_and_then_the_end() {
    model(|| {
        let ring = Arc::new(Ring::new(2));
        let pushed = Arc::clone(&ring);
        let producer = thread::spawn(move || {
            push(&pushed, 1);
            push(&pushed, 2);
            pushed.end().into_iter().for_each(Waker::wake);
        });
        assert_eq!(next(&ring), Some(1));
        assert_eq!(next(&ring), Some(2));
        assert_eq!(next(&ring), None);
        producer.join().expect("it does not panic");
        assert_eq!(ring.dropped(), 0);
    });
}

#[test]
fn what_a_full_ring_does_not_take_is_counted() {
    model(|| {
        let ring = Arc::new(Ring::new(1));
        let pushed = Arc::clone(&ring);
        let producer = thread::spawn(move || {
            push(&pushed, 1);
            push(&pushed, 2);
            pushed.end().into_iter().for_each(Waker::wake);
        });
        let mut taken = 0;
        while next(&ring).is_some() {
            taken += 1;
        }
        producer.join().expect("it does not panic");
        assert_eq!(taken + ring.dropped(), 2);
    });
}

#[test]
fn a_reader_that_leaves_is_seen() {
    model(|| {
        let ring = Arc::new(Ring::new(2));
        let pushed = Arc::clone(&ring);
        let producer = thread::spawn(move || push(&pushed, 1));
        ring.end();
        ring.clear();
        producer.join().expect("it does not panic");
        ring.clear();
        assert!(ring.has_ended() && matches!(ring.push(2), Push::Dropped(2)));
    });
}
