//! Who is on the way to a node, and what is told when somebody there is gone.

use std::time::{Duration, Instant};

use crate::common::{config, node, pair, soon, until};
use meshwright_mesh::{
    EntityId, LivenessConfig, Mesh, MeshConfig, PeerChange, Trace, TraceEnd, TraceError,
};
use meshwright_transport::TraceError as Refused;
use tokio::runtime::Builder;

/// A node that finds out late who is gone, so that a trace meets them.
async fn slow() -> Mesh {
    let liveness = LivenessConfig {
        heartbeat: Duration::from_secs(20),
        ..LivenessConfig::default()
    };
    Mesh::open(MeshConfig {
        liveness,
        ..config()
    })
    .await
    .expect("a node opens")
}

async fn reachable(from: &Mesh, node: &EntityId) {
    let mut changes = from.peer_changes();
    if from.route(node).is_none() {
        until(
            &mut changes,
            |change| matches!(change, PeerChange::Reachable(route) if route.identity == *node),
        )
        .await;
    }
}

fn identities(trace: &Trace) -> Vec<Option<EntityId>> {
    let hops = trace.hops.iter();
    hops.map(|hop| hop.map(|hop| hop.identity)).collect()
}

#[tokio::test]
async fn a_trace_names_the_nodes_on_the_way_and_stops_where_one_is_gone() {
    let others = Builder::new_multi_thread().enable_all().build();
    let others = others.expect("a runtime");
    let (a, b, d) = (slow().await, slow().await, slow().await);
    let c = soon(others.spawn(slow())).await.expect("no panic");
    for (one, other) in [(&a, &b), (&b, &c), (&d, &c)] {
        soon(one.connect(other.ticket()))
            .await
            .expect("they connect");
    }
    reachable(&a, &d.id()).await;
    reachable(&d, &a.id()).await;

    let begun = Instant::now();
    let trace = soon(a.trace(&d.id())).await.expect("it begins");
    let took = begun.elapsed();
    let expected = [b.id(), c.id(), d.id()].map(Some);
    assert_eq!(
        (identities(&trace), trace.end),
        (expected.to_vec(), TraceEnd::Reached)
    );
    for hop in trace.hops.iter().flatten() {
        assert!(
            hop.round_trip > Duration::ZERO && hop.round_trip <= took,
            "{hop:?}"
        );
    }

    // No goodbye.
    others.shutdown_background();
    let trace = soon(a.trace(&d.id())).await.expect("it begins");
    assert_eq!(identities(&trace), [Some(b.id()), None, None]);
    assert_eq!(trace.end, TraceEnd::Silent);
}

#[tokio::test]
async fn several_may_wait_for_one_trace() {
    let (a, b) = pair().await;
    let (id, other) = (b.id(), a.clone());
    let (one, two) = soon(async { tokio::join!(a.trace(&id), other.trace(&id)) }).await;
    let (one, two) = (one.expect("it begins"), two.expect("it begins"));
    assert_eq!(identities(&one), [Some(id)]);
    assert_eq!(identities(&two), [Some(id)]);
}

#[tokio::test]
async fn a_trace_that_leads_nowhere_is_refused() {
    let a = node().await;
    let stranger = node().await.id();
    let refused = soon(a.trace(&stranger)).await.expect_err("it is unknown");
    assert_eq!(refused, TraceError::Refused(Refused::NoRoute));
    assert!(refused.to_string().contains("connected"), "{refused}");
    let refused = soon(a.trace(&a.id())).await;
    assert_eq!(refused, Err(TraceError::Refused(Refused::Itself)));
    soon(a.close()).await;
    assert_eq!(soon(a.trace(&stranger)).await, Err(TraceError::Closed));
}
