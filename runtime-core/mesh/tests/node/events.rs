//! Events between neighbours: delivered, or accounted for.

use crate::common::{Frozen, config, node, pair, soon};
use bytes::Bytes;
use meshwright_mesh::{Mesh, MeshConfig, SendError};

#[tokio::test]
async fn events_of_all_sizes_arrive_as_they_were() {
    let (a, b) = pair().await;
    let mut events = b.events();
    for size in [0, 1, 1_000, 1_200, 50_000] {
        let event = Bytes::from(vec![size as u8; size]);
        a.send(&b.id(), 5, &event).expect("it is sent");
        let received = soon(events.next()).await.expect("an event");
        assert_eq!(received.payload, event);
        assert_eq!((received.peer, received.stream), (a.id(), 5));
        assert!(!received.reliable);
    }
}

#[tokio::test]
async fn reliable_events_arrive_in_order_whatever_their_number() {
    let (a, b) = pair().await;
    let mut events = b.events();
    let count = 5_000_u32;
    let peer = b.id();
    let sending = async {
        for number in 0..count {
            let event = Bytes::copy_from_slice(&number.to_le_bytes());
            a.send_reliably(&peer, 9, event).await.expect("it is sent");
        }
    };
    let reading = async {
        for number in 0..count {
            let event = events.next().await.expect("an event");
            assert!(event.reliable);
            assert_eq!(event.payload, number.to_le_bytes().as_slice());
        }
    };
    soon(async { tokio::join!(sending, reading) }).await;
}

#[tokio::test]
async fn a_large_reliable_event_arrives_whole() {
    let (a, b) = pair().await;
    let mut events = b.events();
    let event: Bytes = (0..3_000_000_u32).map(|at| (at % 251) as u8).collect();
    soon(a.send_reliably(&b.id(), 1, event.clone()))
        .await
        .expect("it is sent");
    assert_eq!(soon(events.next()).await.expect("an event").payload, event);
}

#[tokio::test]
async fn a_reader_that_is_behind_holds_back_a_reliable_stream_and_loses_nothing() {
    let (a, b) = pair().await;
    let mut events = b.events();
    let (event, peer) = (Bytes::from(vec![1; 1_000]), b.id());
    // The sender's buffer and the receiver's window hold 1 MiB each.
    let count = 5_000;
    let sending = tokio::spawn({
        let a = a.clone();
        async move {
            for _ in 0..count {
                a.send_reliably(&peer, 2, event.clone()).await?;
            }
            Ok::<(), SendError>(())
        }
    });
    while b.stats().received.events < 500 {
        tokio::task::yield_now().await;
    }
    assert!(!sending.is_finished());
    for _ in 0..count {
        soon(events.next()).await.expect("an event");
    }
    soon(sending).await.expect("no panic").expect("all is sent");
    assert_eq!(events.dropped(), 0);
}

#[tokio::test]
async fn unreliable_events_beyond_the_ring_are_counted() {
    let a = node().await;
    let b = Mesh::open(MeshConfig {
        ring: 3,
        ..config()
    })
    .await
    .expect("a node opens");
    soon(a.connect(b.ticket())).await.expect("they connect");
    let mut events = b.events();
    for number in 0..10 {
        a.send(&b.id(), 0, &Bytes::from(vec![number]))
            .expect("it is sent");
    }
    while b.stats().received.events + b.stats().received.dropped < 10 {
        tokio::task::yield_now().await;
    }
    assert_eq!(events.dropped(), 7);
    assert_eq!(
        soon(events.next()).await.expect("an event").payload,
        [0][..]
    );
}

#[tokio::test]
async fn a_close_drains_reliable_streams() {
    let (a, b) = pair().await;
    let mut events = b.events();
    let count = 1_000;
    for _ in 0..count {
        soon(a.send_reliably(&b.id(), 3, Bytes::from_static(b"event")))
            .await
            .expect("it is sent");
    }
    let (report, ()) = soon(async {
        tokio::join!(a.close(), async {
            for _ in 0..count {
                events.next().await.expect("an event");
            }
        })
    })
    .await;
    assert!(report.is_clean(), "{report:?}");
    assert_eq!(a.send(&b.id(), 3, &Bytes::new()), Err(SendError::Closed));
}

#[tokio::test]
async fn a_close_says_what_it_could_not_drain() {
    let a = Mesh::open(MeshConfig {
        close_timeout: std::time::Duration::from_millis(50),
        ..config()
    })
    .await
    .expect("a node opens");
    let b = Frozen::beside(&a).await;
    soon(a.send_reliably(&b.mesh.id(), 4, Bytes::from_static(b"event")))
        .await
        .expect("it is taken");
    let report = soon(a.close()).await;
    assert_eq!(report.undelivered, [(b.mesh.id(), 4)]);
    assert_eq!(soon(a.close()).await, report);
}

#[tokio::test]
async fn what_came_before_a_close_can_be_read_after_it() {
    let (a, b) = pair().await;
    let mut events = b.events();
    a.send(&b.id(), 0, &Bytes::from_static(b"event"))
        .expect("it is sent");
    while b.stats().received.events == 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(soon(b.close()).await.unread, 1);
    assert!(soon(events.next()).await.is_some());
    assert!(soon(events.next()).await.is_none());
    assert!(soon(b.events().next()).await.is_none());
}
