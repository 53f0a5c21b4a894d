//! One file a command.

pub mod node;
pub mod peers;
pub mod psk;
pub mod publish;
pub mod subscribe;
pub mod ticket;
pub mod trace;
