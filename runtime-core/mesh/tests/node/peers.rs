//! Nodes find each other, tell what becomes of each other, and say when they cannot.

use std::time::Duration;

use crate::common::{Frozen, config, node, pair, soon, until};
use meshwright_mesh::{
    CloseCause, ConnectError, IdentitySource, Liveness, LivenessConfig, Mesh, MeshConfig,
    PeerChange, Secret, Ticket,
};

#[tokio::test]
async fn two_nodes_connect_and_both_know() {
    let (a, b) = pair().await;
    assert_eq!(a.peers()[0].identity, b.id());
    assert_eq!(b.peers()[0].identity, a.id());
    // A second connect finds the first.
    let again = soon(b.connect(a.ticket())).await.expect("connected");
    assert_eq!(again.identity, a.id());
}

#[tokio::test]
async fn the_ticket_may_be_older_than_the_node() {
    let seed = Secret::new([3; 32]);
    let early = Mesh::open(MeshConfig {
        identity: IdentitySource::Seed(seed.clone()),
        ..config()
    })
    .await
    .expect("a node opens");
    let ticket = early.ticket().clone();
    soon(early.close()).await;
    let a = node().await;
    let connect = a.connect(&ticket);
    let late = async {
        // Not before the first opening has gone nowhere.
        while a.stats().sent.calls == 0 {
            tokio::task::yield_now().await;
        }
        Mesh::open(MeshConfig {
            identity: IdentitySource::Seed(seed),
            listen: ticket.addresses()[0],
            ..config()
        })
        .await
        .expect("the port is free again")
    };
    let (connected, late) = soon(async { tokio::join!(connect, late) }).await;
    assert_eq!(connected.expect("they connect").identity, late.id());
}

#[tokio::test]
async fn both_may_connect_at_once() {
    let (a, b) = (node().await, node().await);
    let (one, other) =
        soon(async { tokio::join!(a.connect(b.ticket()), b.connect(a.ticket())) }).await;
    assert_eq!(one.expect("they connect").identity, b.id());
    assert_eq!(other.expect("they connect").identity, a.id());
}

#[tokio::test]
async fn further_addresses_of_a_ticket_are_tried() {
    let (a, b) = (node().await, node().await);
    let silent = std::net::UdpSocket::bind("127.0.0.1:0").expect("a socket");
    let silent = silent.local_addr().expect("an address");
    let ticket = Ticket::new(
        b.id(),
        b.ticket().mesh_id(),
        vec![silent, b.ticket().addresses()[0]],
    )
    .expect("a ticket");
    soon(a.connect(&ticket)).await.expect("they connect");
}

#[tokio::test]
async fn a_stranger_gets_no_answer_and_is_told_why_that_may_be() {
    let a = Mesh::open(MeshConfig {
        psk: Some(Secret::new([8; 32])),
        connect_timeout: Duration::from_millis(10),
        ..config()
    })
    .await
    .expect("a node opens");
    let b = node().await;
    let error = soon(a.connect(b.ticket())).await.expect_err("another key");
    assert!(error.to_string().contains("pre-shared key"), "{error}");
    assert!(b.peers().is_empty());
}

#[tokio::test]
async fn tickets_of_other_meshes_and_our_own_are_refused() {
    let a = node().await;
    assert_eq!(
        soon(a.connect(a.ticket())).await,
        Err(ConnectError::Ourselves)
    );
    let b = Mesh::open(MeshConfig {
        mesh_id: 2,
        ..config()
    })
    .await
    .expect("a node opens");
    assert_eq!(
        soon(a.connect(b.ticket())).await,
        Err(ConnectError::OtherMesh { theirs: 2, ours: 1 })
    );
}

#[tokio::test]
async fn keys_are_replaced_one_node_at_a_time() {
    let old = node().await;
    let new = Mesh::open(MeshConfig {
        mesh_id: 2,
        psk: Some(Secret::new([9; 32])),
        previous_psks: vec![(1, Secret::new([7; 32]))],
        ..config()
    })
    .await
    .expect("a node opens");
    // The one with the old key opens with it, and the other still accepts it.
    let ticket = Ticket::new(new.id(), 1, new.ticket().addresses().to_vec()).expect("a ticket");
    soon(old.connect(&ticket)).await.expect("they connect");
}

#[tokio::test]
async fn a_close_is_heard() {
    let (a, b) = pair().await;
    let mut changes = b.peer_changes();
    soon(a.close()).await;
    let left = until(&mut changes, |change| {
        matches!(change, PeerChange::Left(..))
    })
    .await;
    assert!(matches!(left, PeerChange::Left(peer, CloseCause::Peer(..)) if peer == a.id()));
    assert!(b.peers().is_empty());
}

#[tokio::test]
async fn dropping_the_last_handle_says_goodbye() {
    let (a, b) = pair().await;
    let (id, mut changes) = (a.id(), b.peer_changes());
    drop(a);
    until(
        &mut changes,
        |change| matches!(change, PeerChange::Left(peer, _) if *peer == id),
    )
    .await;
}

#[tokio::test]
async fn silence_is_noticed() {
    let quick = LivenessConfig {
        heartbeat: Duration::from_millis(20),
        ..LivenessConfig::default()
    };
    let a = Mesh::open(MeshConfig {
        liveness: quick,
        ..config()
    })
    .await
    .expect("a node opens");
    let b = Frozen::beside(&a).await;
    let mut changes = a.peer_changes();
    until(
        &mut changes,
        |change| matches!(change, PeerChange::Liveness(peer, Liveness::Failed) if *peer == b.mesh.id()),
    )
    .await;
}

#[tokio::test]
async fn configured_neighbours_are_found_and_found_again() {
    let seed = Secret::new([4; 32]);
    let hub = |listen| MeshConfig {
        identity: IdentitySource::Seed(seed.clone()),
        listen,
        ..config()
    };
    let first = Mesh::open(hub(config().listen))
        .await
        .expect("a node opens");
    let a = Mesh::open(MeshConfig {
        neighbours: vec![first.ticket().clone()],
        ..config()
    })
    .await
    .expect("a node opens");
    let mut changes = a.peer_changes();
    let joined = |change: &PeerChange| matches!(change, PeerChange::Joined(_));
    until(&mut changes, joined).await;
    let address = first.ticket().addresses()[0];
    soon(first.close()).await;
    let _second = Mesh::open(hub(address)).await.expect("the port is free");
    // If the first one closed before it knew that `a` had its keys, `a` heard no goodbye.
    until(&mut changes, |change| {
        joined(change) || matches!(change, PeerChange::Restarted(_))
    })
    .await;
}

#[tokio::test]
async fn a_node_is_reached_through_a_relay() {
    let (relay, a, b) = (node().await, node().await, node().await);
    soon(a.connect(relay.ticket())).await.expect("they connect");
    soon(b.connect(relay.ticket())).await.expect("they connect");
    let peer = soon(a.connect_via(&relay.id(), &b.id()))
        .await
        .expect("they connect");
    assert_eq!(peer.identity, b.id());
    assert!(a.peers().iter().any(|peer| peer.identity == b.id()));
    let mut changes = a.peer_changes();
    let again = soon(a.connect(b.ticket())).await;
    assert!(again.expect("they are connected").place.is_relayed());
    let address = b.ticket().addresses()[0].into();
    until(
        &mut changes,
        |change| matches!(change, PeerChange::Moved(peer, to) if *peer == b.id() && *to == address),
    )
    .await;
}
