//! `mw` in processes of its own, over real sockets on loopback.

mod common;
mod events;
mod metrics;
mod nodes;
