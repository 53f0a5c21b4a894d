//! Streams that are given up: both ends learn of it, and nothing of them comes later.

use super::super::*;
use super::link::{Link, as_sealed, head, seconds};

#[test]
fn a_peer_that_is_gone_is_given_up_and_both_sides_learn_of_it() {
    let mut link = Link::new(1);
    link.ends[0]
        .send(1, head(), Bytes::from_static(b"one"))
        .expect("room");
    link.run_for(seconds(1));
    link.loss = 255;
    link.ends[0]
        .send(1, head(), Bytes::from_static(b"two"))
        .expect("room");
    link.run_for(seconds(200));
    assert!(link.inboxes[0].contains(&Delivery::GaveUp(1)));
    assert_eq!(link.ends[0].next_timeout(link.now), None);
    link.loss = 0;
    assert_eq!(
        link.ends[0].send(1, head(), Bytes::new()),
        Err(StreamError::Ended)
    );
    link.ends[0].send_reset(1);
    link.run_for(seconds(1));
    assert_eq!(link.events(1, 1), vec![b"one".to_vec()]);
    assert!(link.inboxes[1].contains(&Delivery::Reset(1)));
}

#[test]
fn a_reset_that_is_lost_is_said_again_until_it_is_heard() {
    let mut link = Link::new(1);
    for event in ["one", "two"] {
        link.ends[0]
            .send(1, head(), Bytes::from_static(event.as_bytes()))
            .expect("room");
        link.run_for(seconds(1));
        link.loss = 255;
    }
    while !link.inboxes[0].contains(&Delivery::GaveUp(1)) {
        link.run_for(seconds(1));
    }
    link.run_for(seconds(20));
    assert!(!link.inboxes[1].contains(&Delivery::Reset(1)));
    link.loss = 0;
    link.run_for(seconds(10));
    assert!(link.inboxes[1].contains(&Delivery::Reset(1)));
    assert_eq!(link.ends[0].next_timeout(link.now), None);
}

#[test]
fn what_comes_late_of_a_stream_that_was_given_up_begins_none() {
    let mut link = Link::new(1);
    link.ends[0]
        .send(1, head(), Bytes::from_static(b"one"))
        .expect("room");
    let late = link.ends[0].next_packet(link.now).expect("it may be sent");
    link.ends[1].reset(1);
    link.ends[1]
        .receive(&late.header, as_sealed(&late), link.now)
        .expect("it is answered");
    assert_eq!(link.ends[1].receiving.len(), 0);
    link.run_for(seconds(1));
    assert_eq!(link.events(1, 1), Vec::<Vec<u8>>::new());
}
