//! Prints the temperatures that others publish, and carries on when one of them is lost.
//!
//! subscribe [--via TICKET] TICKET…: with a relay's ticket, the others are reached through it.

use std::error::Error;
use std::process::ExitCode;

use meshwright_mesh::channel::{Item, Pattern, SubscribeOptions};
use meshwright_mesh::{At, Mesh, MeshConfig, PeerChange, Short, Ticket};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match subscribe().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("subscribe: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn subscribe() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let relay: Option<Ticket> = match arguments.first().map(String::as_str) {
        Some("--via") if arguments.len() > 1 => {
            let relay = arguments.drain(..2).nth(1);
            relay.map(|text| text.parse()).transpose()?
        }
        _ => None,
    };
    let tickets = arguments.iter().map(|text| text.parse());
    let tickets: Vec<Ticket> = tickets.collect::<Result<_, _>>()?;

    let mut config = MeshConfig::default().with_environment()?;
    if relay.is_none() {
        // Found again whenever they are lost.
        config.neighbours.extend(tickets.iter().cloned());
    }
    let mesh = Mesh::open(config).await?;
    if let Some(relay) = &relay {
        mesh.connect(relay).await?;
        for ticket in &tickets {
            mesh.connect_via(&relay.identity(), &ticket.identity())
                .await?;
        }
    }

    let reliably = SubscribeOptions {
        reliable: true,
        ..SubscribeOptions::default()
    };
    let mut weather = mesh.subscribe(&Pattern::prefix("weather")?, reliably)?;
    let mut changes = mesh.peer_changes();
    loop {
        tokio::select! {
            item = weather.next() => match item {
                Some(Item::Event(event)) => {
                    let text = String::from_utf8_lossy(&event.data);
                    println!("{} from {}: {text}", event.channel.as_str(), Short(&event.publisher));
                }
                Some(Item::Refused { publisher, reason }) => {
                    println!("{} refuses: {reason:?}", Short(&publisher));
                }
                None => break,
            },
            change = changes.next() => match change {
                Some(PeerChange::Joined(peer)) => {
                    println!("{} is there, {}", Short(&peer.identity), At(&peer.place));
                }
                Some(PeerChange::Restarted(peer)) => println!("{} is back", Short(&peer)),
                Some(PeerChange::Left(peer, cause)) => println!("{} left: {cause:?}", Short(&peer)),
                Some(PeerChange::Liveness(peer, state)) => println!("{} is {state:?}", Short(&peer)),
                Some(_) => {}
                None => break,
            },
            pressed = tokio::signal::ctrl_c() => {
                pressed?;
                break;
            }
        }
    }
    println!("{:?}", mesh.close().await);
    Ok(())
}
