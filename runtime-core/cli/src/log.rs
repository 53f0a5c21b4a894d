//! The node's log, on standard error.

use std::io::{self, IsTerminal};

use tracing_subscriber::EnvFilter;

/// `filter`: as `RUST_LOG` has it. What of it makes no sense is left out, and said.
pub fn start(filter: &str) {
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(filter))
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .init();
}
