//! `mw trace`

use std::time::Duration;

use meshwright_mesh::{EntityId, Mesh, PeerChange, Route, Ticket, identity_text};
use serde_json::json;

use super::peers::way;
use crate::arguments::Settings;
use crate::failure::Failure;
use crate::output::Output;
use crate::session::{join, leave};

pub async fn run(
    settings: &Settings,
    node: &EntityId,
    connect: &[Ticket],
    wait: Duration,
    output: &Output,
) -> Result<(), Failure> {
    let mesh = join(settings, connect).await?;
    let found = tokio::time::timeout(wait, route(&mesh, node)).await;
    let told = match found {
        Ok(Some(route)) => tell(&route, output),
        _ => Err(Failure::Failed(format!(
            "nothing leads to {} within {wait:?}; is it connected with a node that relays?",
            identity_text(node)
        ))),
    };
    leave(&mesh).await.and(told)
}

/// The way to `node`, as soon as there is one; none if the node is closed before.
async fn route(mesh: &Mesh, node: &EntityId) -> Option<Route> {
    let mut changes = mesh.peer_changes();
    loop {
        if let Some(route) = mesh.route(node) {
            return Some(route);
        }
        while let change = changes.next().await?
            && !matches!(change, PeerChange::Reachable(_) | PeerChange::Missed)
        {}
    }
}

fn tell(route: &Route, output: &Output) -> Result<(), Failure> {
    let (node, via) = (identity_text(&route.identity), identity_text(&route.via));
    output.say(
        format_args!(
            "node        {node}\nway         {}\nneighbour   {via}\nround trip  {:.1?}",
            way(route),
            route.round_trip
        ),
        &json!({
            "node": node,
            "hops": route.hops,
            "via": via,
            "round_trip_us": route.round_trip.as_micros() as u64,
        }),
    )?;
    Ok(())
}
