//! What can be said on the command line.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};
use meshwright_mesh::channel::Name;
use meshwright_mesh::{EntityId, Ticket, parse_identity};
use tracing_subscriber::filter::Targets;

/// Nodes, tickets, events and routes of a mesh.
#[derive(Debug, Parser)]
#[command(
    name = "mw",
    version,
    after_help = "Exit codes: 0 done; 1 it could not be done; 2 wrong usage or configuration; 3 closed before everything was delivered."
)]
pub struct Arguments {
    #[command(flatten)]
    pub settings: Settings,
    /// Write one JSON object a line, for programs.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to log to standard error, such as `info` or `meshwright_mesh=debug`.
    #[arg(long, global = true, env = "MESHWRIGHT_LOG", default_value = "warn")]
    pub log: Targets,
    #[command(subcommand)]
    pub command: Command,
}

/// How the node is set up. They go over the environment (MESHWRIGHT_NODE_…), which goes over the file.
#[derive(Args, Debug)]
pub struct Settings {
    /// Configuration, in TOML.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Key of the node; made on first use. Without one the node is a new one each time.
    #[arg(long, global = true, value_name = "FILE")]
    pub identity: Option<PathBuf>,
    /// Key of the mesh, as `mw psk` makes it.
    #[arg(long, global = true, value_name = "FILE")]
    pub psk_file: Option<PathBuf>,
    /// Address to listen on.
    #[arg(long, global = true, value_name = "IP:PORT")]
    pub listen: Option<SocketAddr>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make the key of a new mesh. Who has it is a member.
    Psk {
        /// Where to; must not exist.
        file: PathBuf,
    },
    /// Say what a ticket says, or print that of this node.
    Ticket {
        /// Without one, this node's own is printed, which needs a port to listen on and a file with its key.
        ticket: Option<Ticket>,
    },
    /// Run a node, and tell who comes and goes, until interrupted.
    Node {
        /// Nodes to stay connected with.
        #[arg(long, value_name = "TICKET")]
        connect: Vec<Ticket>,
        #[command(flatten)]
        metrics: Metrics,
    },
    /// Publish events to a channel: those that are given, or the lines of standard input.
    Pub {
        #[arg(value_parser = Name::new)]
        channel: Name,
        events: Vec<String>,
        /// Nodes to connect with; without any, others connect with this one.
        #[arg(long, value_name = "TICKET")]
        connect: Vec<Ticket>,
        /// How long to wait for the first subscriber, such as `10s`.
        #[arg(long, default_value = "10s", value_parser = humantime::parse_duration)]
        wait: Duration,
    },
    /// Write the events of a channel, until interrupted.
    Sub {
        /// A channel, or with --below the beginning of several.
        channel: String,
        /// Nodes to connect with; without any, others connect with this one.
        #[arg(long, value_name = "TICKET")]
        connect: Vec<Ticket>,
        /// All channels below this one, and itself; `""` are all there are.
        #[arg(long)]
        below: bool,
        /// Take what comes at once, and do without what is lost on the way.
        #[arg(long)]
        unreliable: bool,
        /// End after so many events.
        #[arg(long, value_name = "EVENTS")]
        count: Option<u64>,
    },
    /// List the neighbours that a node gets by connecting.
    Peers {
        /// Nodes to connect with.
        #[arg(long, value_name = "TICKET", required = true)]
        connect: Vec<Ticket>,
        /// Go on with what becomes of them, until interrupted.
        #[arg(long)]
        follow: bool,
    },
    /// Ask the nodes on the way to a node who they are, and how far away. Fails if the node itself does not answer.
    Trace {
        /// The node: its identity, or its ticket.
        #[arg(value_parser = node)]
        node: EntityId,
        /// Nodes to connect with.
        #[arg(long, value_name = "TICKET", required = true)]
        connect: Vec<Ticket>,
        /// How long to wait until there is a route to it, such as `10s`.
        #[arg(long, default_value = "10s", value_parser = humantime::parse_duration)]
        wait: Duration,
    },
}

/// Where metrics go, in the text format of Prometheus.
#[derive(Args, Debug)]
pub struct Metrics {
    /// Serve metrics there, at `/metrics` over plain HTTP; whoever reaches the address reads them.
    #[arg(long, value_name = "IP:PORT")]
    pub metrics: Option<SocketAddr>,
    /// Write metrics there every 15 seconds, for the node exporter of Prometheus.
    #[arg(long, value_name = "FILE")]
    pub metrics_file: Option<PathBuf>,
}

fn node(text: &str) -> Result<EntityId, String> {
    if let Ok(ticket) = text.parse::<Ticket>() {
        return Ok(ticket.identity());
    }
    parse_identity(text).map_err(|error| format!("{error}, or a ticket"))
}
