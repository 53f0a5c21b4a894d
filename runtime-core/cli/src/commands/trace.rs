//! `mw trace`

use std::time::Duration;

use meshwright_mesh::{
    EntityId, Mesh, PeerChange, Route, Ticket, Trace, TraceEnd, TraceHop, identity_text,
};
use serde_json::json;

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
    let told = trace(&mesh, node, wait, output).await;
    leave(&mesh).await.and(told)
}

async fn trace(
    mesh: &Mesh,
    node: &EntityId,
    wait: Duration,
    output: &Output,
) -> Result<(), Failure> {
    if *node != mesh.id() {
        // Else the trace itself says what is wrong.
        let found = tokio::time::timeout(wait, route(mesh, node)).await;
        found.ok().flatten().ok_or_else(|| {
            Failure::Failed(format!(
                "nothing leads to {} within {wait:?}; is it running, and connected with a node that relays?",
                identity_text(node)
            ))
        })?;
    }
    let trace = mesh.trace(node).await?;
    for (hop, number) in trace.hops.iter().zip(1..) {
        tell(number, hop.as_ref(), output)?;
    }
    match lacking(&trace) {
        None => Ok(()),
        Some(why) => Err(Failure::Failed(format!(
            "{} was not reached: {why}",
            identity_text(node)
        ))),
    }
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

fn tell(number: u8, hop: Option<&TraceHop>, output: &Output) -> Result<(), Failure> {
    let identity = hop.map(|hop| identity_text(&hop.identity));
    let plain = match hop.zip(identity.as_ref()) {
        Some((hop, identity)) => format!("{number:2}  {identity}  {:.1?}", hop.round_trip),
        None => format!("{number:2}  * no answer within {:?}", Trace::PATIENCE),
    };
    output.say(
        plain,
        &json!({
            "hop": number,
            "node": identity,
            "round_trip_us": hop.map(|hop| hop.round_trip.as_micros() as u64),
        }),
    )?;
    Ok(())
}

/// Why the trace does not end at its destination, and what to do.
fn lacking(trace: &Trace) -> Option<String> {
    let hops = trace.hops.len();
    match trace.end {
        TraceEnd::Reached => None,
        TraceEnd::NoRoute => Some(format!(
            "hop {hops} knows no way on; if a node has just left, another way may be found within seconds: try again"
        )),
        TraceEnd::Silent => {
            let answered = trace.hops.iter().rposition(Option::is_some);
            let first = answered.map_or(1, |index| index + 2);
            Some(format!(
                "hop {first} does not answer; it has gone, or runs a version that does not know traces"
            ))
        }
        TraceEnd::TooFar => Some(format!("it is more than {hops} hops away")),
    }
}
