//! `mw peers`, and how neighbours are shown.

use meshwright_mesh::{CloseCause, Liveness, PeerChange, PeerInfo, Ticket, identity_text};
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
            "{:64}  {:22}  {:9}  round trip",
            "identity", "address", "liveness"
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
        "{:64}  {:22}  {:9}  {round_trip}",
        identity_text(&peer.identity),
        peer.address.to_string(),
        liveness(peer.liveness),
    )
}

fn object(peer: &PeerInfo) -> Value {
    json!({
        "identity": identity_text(&peer.identity),
        "address": peer.address.to_string(),
        "liveness": liveness(peer.liveness),
        "round_trip_us": peer.round_trip.map(|time| time.as_micros() as u64),
    })
}

/// One change, as a line or an object.
pub fn tell(change: &PeerChange, output: &Output) -> Result<(), Failure> {
    let (what, peer, more) = match change {
        PeerChange::Joined(peer) => ("joined", Some(peer.identity), peer.address.to_string()),
        PeerChange::Left(peer, cause) => ("left", Some(*peer), left(cause)),
        PeerChange::Liveness(peer, state) => (liveness(*state), Some(*peer), String::new()),
        PeerChange::Moved(peer, to) => ("moved", Some(*peer), to.to_string()),
        PeerChange::Restarted(peer) => ("restarted", Some(*peer), String::new()),
        PeerChange::Missed => ("missed", None, "more changes than could be kept".into()),
    };
    let peer = peer.as_ref().map(identity_text);
    output.say(
        format!("{what:9} {} {more}", peer.as_deref().unwrap_or("-")).trim_end(),
        &json!({ "change": what, "identity": peer, "detail": more }),
    )?;
    Ok(())
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
