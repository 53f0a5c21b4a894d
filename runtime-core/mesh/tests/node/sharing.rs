//! What is not copied: the promises of docs/node.md, by the addresses of bytes.

use bytes::Bytes;
use meshwright_mesh::Mesh;
use meshwright_mesh::channel::{Item, Name, Pattern, SubscribeOptions, Subscription};

use crate::common::{node, pair, soon};

fn subscribe(mesh: &Mesh) -> Subscription {
    let pattern = Pattern::name("weather").expect("a name");
    mesh.subscribe(&pattern, SubscribeOptions::default())
        .expect("a subscription")
}

async fn taken(subscription: &mut Subscription) -> Bytes {
    match soon(subscription.next()).await {
        Some(Item::Event(event)) => event.data,
        other => panic!("{other:?} is no event"),
    }
}

#[tokio::test]
async fn subscribers_in_the_program_get_the_publishers_own_bytes() {
    let mesh = node().await;
    let mut subscriptions = [subscribe(&mesh), subscribe(&mesh)];
    let event = Bytes::from(vec![7; 4096]);
    let name = Name::new("weather").expect("a name");
    mesh.publish(&name, event.clone()).expect("it is published");
    for subscription in &mut subscriptions {
        assert_eq!(taken(subscription).await.as_ptr(), event.as_ptr());
    }
}

#[tokio::test]
async fn readers_share_one_copy_of_what_came_over_the_network() {
    let (a, b) = pair().await;
    for size in [64, 60_000] {
        let event = Bytes::from(vec![7; size]);
        let mut readers = [b.events(), b.events()];
        soon(a.send_reliably(&b.id(), 1, event.clone()))
            .await
            .expect("it is sent");
        let [first, second] = &mut readers;
        let first = soon(first.next()).await.expect("the node is open").payload;
        let second = soon(second.next()).await.expect("the node is open").payload;
        assert_eq!(first, event);
        assert_eq!(first.as_ptr(), second.as_ptr());
    }
}
