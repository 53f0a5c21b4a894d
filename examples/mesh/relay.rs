//! Hands on what others send to others, until Ctrl-C. Any node does; this one does nothing else.

use std::error::Error;
use std::process::ExitCode;

use meshwright_mesh::{Mesh, MeshConfig};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match relay().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("relay: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn relay() -> Result<(), Box<dyn Error>> {
    let mesh = Mesh::open(MeshConfig::default().with_environment()?).await?;
    println!("{}", mesh.ticket());
    tokio::signal::ctrl_c().await?;
    println!("{:?}", mesh.close().await);
    Ok(())
}
