//! Channels between nodes: whoever subscribes gets what is published, wherever it is, or it is accounted for.

use crate::common::{config, node, pair, soon, until};
use bytes::Bytes;
use meshwright_mesh::channel::{
    ChannelConfig, EndCause, Item, Name, OnFull, Pattern, PublishError, SubscribeError,
    SubscribeOptions, Subscription,
};
use meshwright_mesh::token::revoke_below;
use meshwright_mesh::{ConnectError, Mesh, MeshConfig, PeerChange};
use meshwright_transport::SecretIdentity;

fn name(text: &str) -> Name {
    Name::new(text).expect("a name")
}

fn reliably() -> SubscribeOptions {
    SubscribeOptions {
        reliable: true,
        ..SubscribeOptions::default()
    }
}

fn subscribe(mesh: &Mesh, channel: &str, options: SubscribeOptions) -> Subscription {
    let pattern = Pattern::name(channel).expect("a name");
    mesh.subscribe(&pattern, options).expect("a subscription")
}

/// Until `publisher` has said that it sends events to the subscription.
async fn accepted(subscriber: &Mesh, subscription: &Subscription, publisher: &Mesh) {
    soon(async {
        while !subscriber
            .publishers(subscription)
            .contains(&publisher.id())
        {
            tokio::task::yield_now().await;
        }
    })
    .await;
}

async fn event(subscription: &mut Subscription) -> Bytes {
    match soon(subscription.next()).await {
        Some(Item::Event(event)) => event.data,
        other => panic!("{other:?} is no event"),
    }
}

#[tokio::test]
async fn events_reach_subscribers_in_other_nodes_and_in_this_one() {
    let (a, b) = pair().await;
    for options in [SubscribeOptions::default(), reliably()] {
        let mut far = subscribe(&b, "weather/ulm", options.clone());
        let mut near = subscribe(&a, "weather/ulm", options);
        accepted(&b, &far, &a).await;
        a.publish(&name("weather/ulm"), "21.5")
            .expect("it is published");
        assert_eq!(event(&mut far).await, "21.5");
        assert_eq!(event(&mut near).await, "21.5");
    }
}

#[tokio::test]
async fn a_subscription_may_be_older_than_its_publisher() {
    let (a, b) = (node().await, node().await);
    let mut subscription = subscribe(&b, "weather/ulm", reliably());
    soon(b.connect(a.ticket())).await.expect("they connect");
    accepted(&b, &subscription, &a).await;
    a.publish(&name("weather/ulm"), "21.5")
        .expect("it is published");
    assert_eq!(event(&mut subscription).await, "21.5");
}

#[tokio::test]
async fn many_events_arrive_reliably_in_order_when_the_producer_waits_for_room() {
    let (a, b) = pair().await;
    let channel = name("many");
    let pattern = Pattern::name("many").expect("a name");
    let fail = ChannelConfig {
        on_full: OnFull::FailProducer,
        ..ChannelConfig::default()
    };
    a.configure_channel(&pattern, fail);
    let mut subscription = subscribe(&b, "many", reliably());
    accepted(&b, &subscription, &a).await;
    let count = 20_000_u32;
    let producing = async {
        for number in 0..count {
            let data = Bytes::copy_from_slice(&number.to_le_bytes());
            loop {
                match a.publish(&channel, data.clone()) {
                    Ok(()) => break,
                    Err(error) => {
                        assert_eq!(error, PublishError::Full);
                        tokio::task::yield_now().await;
                    }
                }
            }
        }
    };
    let consuming = async {
        for number in 0..count {
            assert_eq!(
                event(&mut subscription).await,
                number.to_le_bytes().as_slice()
            );
        }
    };
    soon(async { tokio::join!(producing, consuming) }).await;
    assert_eq!(a.channel_counts(&channel).forwarded, u64::from(count));
}

#[tokio::test]
async fn a_revocation_reaches_nodes_behind_others_and_those_that_come_later() {
    let (a, b) = pair().await;
    let (c, d) = (node().await, node().await);
    soon(c.connect(b.ticket())).await.expect("they connect");
    let issuer = SecretIdentity::from_seed(&[5; 32]);
    assert!(a.revoke(revoke_below(&issuer, 4)));
    let learns = async |mesh: &Mesh| {
        while mesh.floor(&issuer.id()) != 4 {
            tokio::task::yield_now().await;
        }
    };
    soon(learns(&c)).await;
    soon(d.connect(c.ticket())).await.expect("they connect");
    soon(learns(&d)).await;
    assert!(!d.revoke(revoke_below(&issuer, 4)));
}

#[tokio::test]
async fn several_events_are_published_as_one_change() {
    let (a, b) = pair().await;
    let mut subscription = subscribe(&b, "batch", reliably());
    accepted(&b, &subscription, &a).await;
    let events = (0..100_u8).map(|number| Bytes::from(vec![number; 500]));
    a.publish_all(&name("batch"), events)
        .expect("all are published");
    for number in 0..100_u8 {
        assert_eq!(event(&mut subscription).await, vec![number; 500]);
    }
}

#[tokio::test]
async fn events_go_through_a_relay_and_on_when_another_neighbour_is_lost() {
    let (relay, a, b, lost) = (node().await, node().await, node().await, node().await);
    for other in [&a, &b, &lost] {
        soon(other.connect(relay.ticket()))
            .await
            .expect("they connect");
    }
    soon(b.connect(lost.ticket())).await.expect("they connect");
    soon(b.connect_via(&relay.id(), &a.id()))
        .await
        .expect("they connect");
    let mut subscription = subscribe(&b, "weather/ulm", reliably());
    accepted(&b, &subscription, &a).await;
    a.publish(&name("weather/ulm"), "before")
        .expect("it is published");
    assert_eq!(event(&mut subscription).await, "before");
    let mut changes = b.peer_changes();
    soon(lost.close()).await;
    until(
        &mut changes,
        |change| matches!(change, PeerChange::Left(peer, _) if *peer == lost.id()),
    )
    .await;
    a.publish(&name("weather/ulm"), "after")
        .expect("it is published");
    assert_eq!(event(&mut subscription).await, "after");
}

#[tokio::test]
async fn a_close_delivers_what_was_published_reliably() {
    let (a, b) = pair().await;
    let mut subscription = subscribe(&b, "last", reliably());
    accepted(&b, &subscription, &a).await;
    let events = (0..500_u16).map(|number| Bytes::from(number.to_le_bytes().to_vec()));
    a.publish_all(&name("last"), events)
        .expect("all are published");
    let report = soon(a.close()).await;
    assert!(report.is_clean(), "{report:?}");
    for number in 0..500_u16 {
        assert_eq!(
            event(&mut subscription).await,
            number.to_le_bytes().as_slice()
        );
    }
}

#[tokio::test]
async fn a_closed_node_takes_nothing_and_ends_its_subscriptions() {
    let a = node().await;
    let mut subscription = subscribe(&a, "weather", SubscribeOptions::default());
    soon(a.close()).await;
    assert_eq!(soon(subscription.next()).await, None);
    assert_eq!(subscription.end_cause(), Some(EndCause::Closed));
    assert_eq!(
        a.publish(&name("weather"), "late"),
        Err(PublishError::Closed)
    );
    let pattern = Pattern::name("weather").expect("a name");
    let late = a.subscribe(&pattern, SubscribeOptions::default());
    assert_eq!(late.err(), Some(SubscribeError::Closed));
}

#[tokio::test]
async fn programs_do_not_get_into_the_streams_of_channels() {
    let (a, b) = pair().await;
    let sent = a.send(&b.id(), 1 << 48, &Bytes::new());
    assert!(sent.is_err_and(|error| error.to_string().contains("below 2^48")));
}

#[tokio::test]
async fn nothing_goes_through_a_node_that_does_not_relay() {
    let relay = Mesh::open(MeshConfig {
        relays: false,
        ..config()
    })
    .await
    .expect("a node opens");
    let a = Mesh::open(MeshConfig {
        connect_timeout: std::time::Duration::from_millis(50),
        ..config()
    })
    .await
    .expect("a node opens");
    let b = node().await;
    for other in [&a, &b] {
        soon(relay.connect(other.ticket()))
            .await
            .expect("they connect");
        let mut changes = other.peer_changes();
        until(&mut changes, |change| {
            matches!(change, PeerChange::Joined(_))
        })
        .await;
    }
    let through = soon(a.connect_via(&relay.id(), &b.id())).await;
    assert!(
        matches!(through, Err(ConnectError::NoAnswer { .. })),
        "{through:?}"
    );
}

#[tokio::test]
async fn a_subscription_finds_publishers_behind_a_relay_early_and_late() {
    let relay = node().await;
    let (early, subscriber, late) = (node().await, node().await, node().await);
    soon(early.connect(relay.ticket()))
        .await
        .expect("they connect");
    let mut subscription = subscribe(&subscriber, "weather/ulm", reliably());
    soon(subscriber.connect(relay.ticket()))
        .await
        .expect("they connect");
    accepted(&subscriber, &subscription, &early).await;
    soon(late.connect(relay.ticket()))
        .await
        .expect("they connect");
    accepted(&subscriber, &subscription, &late).await;
    for (publisher, temperature) in [(&early, "21.5"), (&late, "22")] {
        publisher
            .publish(&name("weather/ulm"), temperature)
            .expect("it is published");
        assert_eq!(event(&mut subscription).await, temperature);
    }
}

#[tokio::test]
async fn a_node_that_does_not_seek_hears_only_those_that_it_has_sessions_with() {
    let relay = node().await;
    let publisher = node().await;
    let subscriber = Mesh::open(MeshConfig {
        seek_publishers: false,
        ..config()
    })
    .await
    .expect("a node opens");
    let mut changes = subscriber.peer_changes();
    let _subscription = subscribe(&subscriber, "weather/ulm", reliably());
    for node in [&publisher, &subscriber] {
        soon(node.connect(relay.ticket()))
            .await
            .expect("they connect");
    }
    until(
        &mut changes,
        |change| matches!(change, PeerChange::Reachable(route) if route.identity == publisher.id()),
    )
    .await;
    assert!(
        !subscriber
            .peers()
            .iter()
            .any(|peer| peer.identity == publisher.id())
    );
}
