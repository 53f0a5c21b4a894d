//! `mw peers`, and how neighbours are shown.

use meshwright_mesh::{
    At, CloseCause, Liveness, PeerChange, PeerInfo, Place, Route, Short, Ticket, identity_text,
};
use serde_json::{Value, json};

use crate::arguments::Settings;
use crate::failure::Failure;
use crate::output::Output;
use crate::session::{interrupted, join, leave};

pub async fn run(
    settings: &Settings,
    connect: &[Ticket],
    follow: bool,
    output: &Output,
) -> Result<(), Failure> {
    let mesh = join(settings, connect).await?;
    if follow {
        let mut changes = mesh.peer_changes();
        let interrupted = interrupted();
        tokio::pin!(interrupted);
        loop {
            tokio::select! {
                pressed = &mut interrupted => {
                    pressed?;
                    break;
                }
                change = changes.next() => match change {
                    Some(change) => tell(&change, output)?,
                    None => break,
                },
            }
        }
    } else {
        output.explain(format_args!(
            "{:64}  {:9}  {:10}  where",
            "identity", "liveness", "round trip"
        ))?;
        for peer in mesh.peers() {
            output.say(row(&peer), &object(&peer))?;
        }
    }
    leave(&mesh).await
}

fn row(peer: &PeerInfo) -> String {
    let round_trip = peer
        .round_trip
        .map_or("-".into(), |time| format!("{time:.1?}"));
    format!(
        "{:64}  {:9}  {round_trip:10}  {}",
        identity_text(&peer.identity),
        liveness(peer.liveness),
        At(&peer.place),
    )
}

fn object(peer: &PeerInfo) -> Value {
    json!({
        "identity": identity_text(&peer.identity),
        "place": place(&peer.place),
        "liveness": liveness(peer.liveness),
        "round_trip_us": peer.round_trip.map(|time| time.as_micros() as u64),
    })
}

fn place(place: &Place) -> Value {
    match place {
        Place::Direct(address) => json!({ "address": address.to_string() }),
        Place::Via(relay) => json!({ "relay": identity_text(relay) }),
        Place::Routed => json!({ "routed": true }),
    }
}

/// One change, as a line or an object.
pub fn tell(change: &PeerChange, output: &Output) -> Result<(), Failure> {
    let (what, peer, more) = match change {
        PeerChange::Joined(peer) => ("joined", Some(peer.identity), At(&peer.place).to_string()),
        PeerChange::Left(peer, cause) => ("left", Some(*peer), left(cause)),
        PeerChange::Liveness(peer, state) => (liveness(*state), Some(*peer), String::new()),
        PeerChange::Moved(peer, to) => ("moved", Some(*peer), At(to).to_string()),
        PeerChange::Restarted(peer) => ("restarted", Some(*peer), String::new()),
        PeerChange::Reachable(route) => ("reachable", Some(route.identity), way(route)),
        PeerChange::Unreachable(node) => ("unreachable", Some(*node), String::new()),
        PeerChange::Missed => ("missed", None, "more changes than could be kept".into()),
    };
    let peer = peer.as_ref().map(identity_text);
    output.say(
        format!("{what:11} {} {more}", peer.as_deref().unwrap_or("-")).trim_end(),
        &json!({ "change": what, "identity": peer, "detail": more }),
    )?;
    Ok(())
}

/// As in "2 hops through 8a88e3dd".
fn way(route: &Route) -> String {
    match route.hops {
        1 => "a neighbour".into(),
        hops => format!("{hops} hops through {}", Short(&route.via)),
    }
}

fn left(cause: &CloseCause) -> String {
    match cause {
        CloseCause::Peer(reason, detail) => {
            format!("{} {detail}", format!("{reason:?}").to_lowercase())
                .trim_end()
                .into()
        }
        CloseCause::TimedOut => "timed out".into(),
    }
}

fn liveness(state: Liveness) -> &'static str {
    match state {
        Liveness::Healthy => "healthy",
        Liveness::Suspected => "suspected",
        Liveness::Failed => "failed",
    }
}
