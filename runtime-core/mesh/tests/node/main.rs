//! Nodes over real sockets on loopback.

mod channels;
mod common;
mod configuration;
mod events;
mod families;
mod peers;
mod sharing;
mod tracing;
