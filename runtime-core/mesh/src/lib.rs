//! A node of the mesh: sockets, peers, tickets and channels around the state machine of `meshwright-transport`.

pub mod channel;
pub mod token;
