//! `mw ticket`

use std::net::SocketAddr;

use meshwright_mesh::{IdentitySource, Ticket, identity_text, own_ticket};
use serde_json::json;

use crate::arguments::Settings;
use crate::failure::Failure;
use crate::output::Output;
use crate::session::configuration;

pub fn run(ticket: Option<&Ticket>, settings: &Settings, output: &Output) -> Result<(), Failure> {
    match ticket {
        Some(ticket) => explain(ticket, output),
        None => print_own(settings, output),
    }
}

fn explain(ticket: &Ticket, output: &Output) -> Result<(), Failure> {
    let identity = identity_text(&ticket.identity());
    let addresses: Vec<String> = ticket
        .addresses()
        .iter()
        .map(SocketAddr::to_string)
        .collect();
    output.say(
        format_args!(
            "identity   {identity}\nmesh       {}\naddresses  {}",
            ticket.mesh_id(),
            addresses.join("\n           ")
        ),
        &json!({ "identity": identity, "mesh": ticket.mesh_id(), "addresses": addresses }),
    )?;
    Ok(())
}

fn print_own(settings: &Settings, output: &Output) -> Result<(), Failure> {
    let config = configuration(settings)?;
    if config.listen.port() == 0 || config.identity == IdentitySource::Ephemeral {
        return Err(Failure::Usage(
            "a node has a ticket before it runs only if its port and its key are fixed: give --listen IP:PORT and --identity FILE".into(),
        ));
    }
    let ticket = own_ticket(&config)?.to_string();
    output.say(&ticket, &json!({ "ticket": ticket }))?;
    Ok(())
}
