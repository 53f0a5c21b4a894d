//! `mw`: nodes, tickets, events and routes of a mesh from the command line.

mod arguments;
mod commands;
mod failure;
mod log;
mod metrics;
mod output;
mod session;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::Failure;
use output::Output;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    log::start(arguments.log.clone());
    let output = Output::new(arguments.json);
    match run(&arguments, &output).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(&output),
    }
}

async fn run(arguments: &Arguments, output: &Output) -> Result<(), Failure> {
    let settings = &arguments.settings;
    match &arguments.command {
        Command::Psk { file } => commands::psk::run(file, output),
        Command::Ticket { ticket } => commands::ticket::run(ticket.as_ref(), settings, output),
        Command::Node { connect, metrics } => {
            commands::node::run(settings, connect, metrics, output).await
        }
        Command::Pub {
            channel,
            events,
            connect,
            wait,
        } => commands::publish::run(settings, channel, events, connect, *wait, output).await,
        Command::Sub {
            channel,
            connect,
            below,
            unreliable,
            count,
        } => {
            let wanted = commands::subscribe::Wanted {
                pattern: commands::subscribe::pattern(channel, *below)?,
                reliable: !unreliable,
                count: *count,
            };
            commands::subscribe::run(settings, wanted, connect, output).await
        }
        Command::Peers { connect, follow } => {
            commands::peers::run(settings, connect, *follow, output).await
        }
        Command::Trace {
            node,
            connect,
            wait,
        } => commands::trace::run(settings, node, connect, *wait, output).await,
    }
}
