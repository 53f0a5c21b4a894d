//! `mw node`

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use meshwright_mesh::{Mesh, Ticket, identity_text};
use serde_json::json;
use tokio::net::TcpListener;

use super::peers::tell;
use crate::arguments::{Metrics, Settings};
use crate::failure::Failure;
use crate::metrics;
use crate::output::Output;
use crate::session::{configuration, interrupted, leave};

/// Between two writings of the metrics: what a Prometheus server asks by default is no more often.
const METRICS_EVERY: Duration = Duration::from_secs(15);

pub async fn run(
    settings: &Settings,
    connect: &[Ticket],
    wanted: &Metrics,
    output: &Output,
) -> Result<(), Failure> {
    let mut config = configuration(settings)?;
    config.neighbours.extend(connect.iter().cloned());
    let listener = match wanted.metrics {
        Some(address) => Some(listen(address).await?),
        None => None,
    };
    let mesh = Mesh::open(config).await?;
    let (ticket, identity) = (mesh.ticket().to_string(), identity_text(&mesh.id()));
    output.say(
        format_args!("identity  {identity}\nticket    {ticket}"),
        &json!({ "identity": identity, "ticket": ticket }),
    )?;
    if let Some(listener) = &listener {
        let url = format!("http://{}{}", listener.local_addr()?, metrics::PATH);
        output.say(format_args!("metrics   {url}"), &json!({ "metrics": url }))?;
    }
    let served = async {
        match listener {
            Some(listener) => metrics::serve(&listener, &mesh).await,
            None => std::future::pending().await,
        }
    };
    tokio::pin!(served);
    let mut changes = mesh.peer_changes();
    let mut ticks = tokio::time::interval(METRICS_EVERY);
    let interrupted = interrupted();
    tokio::pin!(interrupted);
    loop {
        tokio::select! {
            pressed = &mut interrupted => {
                pressed?;
                return leave(&mesh).await;
            }
            change = changes.next() => match change {
                Some(change) => tell(&change, output)?,
                None => return leave(&mesh).await,
            },
            never = &mut served => match never {},
            _ = ticks.tick() => {
                if let Some(file) = &wanted.metrics_file {
                    write_whole(file, &mesh.stats().to_prometheus()).map_err(|error| {
                        Failure::Failed(format!("{}: {error}", file.display()))
                    })?;
                }
            }
        }
    }
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    let listener = TcpListener::bind(address).await;
    listener.map_err(|error| Failure::Failed(format!("{address}: {error}")))
}

/// Whoever reads the file sees the old text or the new one, never a part.
fn write_whole(file: &Path, text: &str) -> io::Result<()> {
    let mut draft = file.as_os_str().to_owned();
    draft.push(".new");
    std::fs::write(&draft, text)?;
    std::fs::rename(&draft, file)
}
