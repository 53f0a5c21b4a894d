//! A node for one command: configured, connected, closed.

use std::io;

use meshwright_mesh::{ConfigError, IdentitySource, Mesh, MeshConfig, Ticket, read_key};
use serde_json::json;

use crate::arguments::Settings;
use crate::failure::Failure;
use crate::output::Output;

/// File, environment and options, in that order.
pub fn configuration(settings: &Settings) -> Result<MeshConfig, Failure> {
    let mut config = MeshConfig::default();
    if let Some(file) = &settings.config {
        config = config.with_file(file)?;
    }
    config = config.with_environment()?;
    if let Some(file) = &settings.identity {
        config.identity = IdentitySource::File(file.clone());
    }
    if let Some(file) = &settings.psk_file {
        config.psk = Some(read_key(file).map_err(ConfigError::from)?);
    }
    if let Some(listen) = settings.listen {
        config.listen = listen;
    }
    Ok(config)
}

/// A node that is connected with all of `tickets`.
pub async fn join(settings: &Settings, tickets: &[Ticket]) -> Result<Mesh, Failure> {
    let mesh = Mesh::open(configuration(settings)?).await?;
    for ticket in tickets {
        mesh.connect(ticket).await?;
    }
    Ok(mesh)
}

/// As [`join`], and says on standard error how others join this node.
pub async fn join_or_wait(
    settings: &Settings,
    tickets: &[Ticket],
    output: &Output,
) -> Result<Mesh, Failure> {
    let mesh = join(settings, tickets).await?;
    if tickets.is_empty() {
        let ticket = mesh.ticket().to_string();
        output.note(
            format_args!("ticket    {ticket}"),
            &json!({ "ticket": ticket }),
        )?;
    }
    Ok(mesh)
}

/// Closes the node, and fails if it could not deliver everything.
pub async fn leave(mesh: &Mesh) -> Result<(), Failure> {
    let report = mesh.close().await;
    if report.is_clean() {
        Ok(())
    } else {
        Err(Failure::Undrained(report))
    }
}

/// Comes with Ctrl-C, or when the system asks the program to end.
pub async fn interrupted() -> io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            pressed = tokio::signal::ctrl_c() => pressed,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}
