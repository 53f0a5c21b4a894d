//! Hands on what others send to others, until Ctrl-C. Any node does; this one does nothing else.

use std::error::Error;

use meshwright_mesh::{Mesh, MeshConfig};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mesh = Mesh::open(MeshConfig::default().with_environment()?).await?;
    println!("{}", mesh.ticket());
    tokio::signal::ctrl_c().await?;
    println!("{:?}", mesh.close().await);
    Ok(())
}
