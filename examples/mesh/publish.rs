//! Publishes a temperature each second to everybody who subscribes.
//!
//! publish [TICKET]…: the tickets are those of neighbours to be connected with.

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use meshwright_mesh::channel::Name;
use meshwright_mesh::{Mesh, MeshConfig, Ticket};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match publish().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("publish: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn publish() -> Result<(), Box<dyn Error>> {
    let tickets = std::env::args().skip(1).map(|text| text.parse());
    let config = MeshConfig {
        neighbours: tickets.collect::<Result<Vec<Ticket>, _>>()?,
        ..MeshConfig::default().with_environment()?
    };
    let mesh = Mesh::open(config).await?;
    println!("{}", mesh.ticket());

    let channel = Name::new("weather/ulm")?;
    let mut seconds = tokio::time::interval(Duration::from_secs(1));
    let mut tenths = 215;
    loop {
        tokio::select! {
            _ = seconds.tick() => {
                mesh.publish(&channel, format!("{}.{} °C", tenths / 10, tenths % 10))?;
                tenths = 180 + (tenths + 7) % 80;
            }
            pressed = tokio::signal::ctrl_c() => {
                pressed?;
                break;
            }
        }
    }
    println!("{:?}", mesh.close().await);
    Ok(())
}
