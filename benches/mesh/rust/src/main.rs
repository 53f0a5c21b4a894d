//! Carries messages between two processes on loopback, by one system at a time, and says how fast. One process drives and starts the other.

mod drive;
mod link;
mod process;
mod serve;
mod stamp;
mod systems;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    role: Role,
}

#[derive(Subcommand)]
enum Role {
    /// Starts the other side, works, and prints one line of JSON.
    Drive(Plan),
    /// The other side: prints its address, and at the end what it counted.
    Serve(Plan),
}

impl Role {
    fn plan(&self) -> &Plan {
        let (Self::Drive(plan) | Self::Serve(plan)) = self;
        plan
    }

    async fn play<S: link::System>(&self) -> Result<()> {
        match self {
            Self::Drive(plan) => drive::drive::<S>(plan).await,
            Self::Serve(plan) => serve::serve::<S>(plan).await,
        }
    }
}

#[derive(Clone, Debug, clap::Args)]
pub struct Plan {
    #[arg(long)]
    pub system: SystemName,
    #[arg(long)]
    pub work: Work,
    /// Bytes of a message.
    #[arg(long)]
    pub size: usize,
    #[arg(long, default_value_t = 2.0)]
    pub seconds: f64,
    /// Where the broker listens, for systems that have one.
    #[arg(long)]
    pub broker: Option<String>,
    /// Its process, whose time counts as well.
    #[arg(long)]
    pub broker_process: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SystemName {
    /// Meshwright, events on a reliable stream.
    Meshwright,
    /// Meshwright, unreliable events.
    MeshwrightUnreliable,
    /// sendmmsg and recvmmsg: the limit.
    Udp,
    Nats,
    Zenoh,
    QuinnDatagram,
    QuinnStream,
    Tonic,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Work {
    /// As many messages as the system takes, one way.
    Flood,
    /// One message after another, there and back.
    RoundTrip,
    /// A message each millisecond, there.
    OneWay,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(systems::play(&arguments.role))
}
