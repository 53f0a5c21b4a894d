//! Where peers are: at an address, or behind neighbours that relay.

use std::net::SocketAddr;

use meshwright_wire::wire::identity::EntityId;

use crate::handshake::Source;

/// Where packets to a peer go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Straight to an address.
    Direct(SocketAddr),
    /// Through this neighbour, which relays; through others once it does not lead there any more.
    Via(EntityId),
    /// By the table of routes.
    Routed,
}

impl Place {
    /// Other nodes stand between.
    #[must_use]
    pub fn is_relayed(&self) -> bool {
        !matches!(self, Self::Direct(_))
    }

    /// Whether what comes from `other` comes from here. Relays may differ on the way there and on the way back.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        self == other || self.is_relayed() && other.is_relayed()
    }

    /// What is known when a word from `other` confirms what was sent here: not that somebody is at another address, since anybody on the way may have passed it on.
    pub(crate) fn confirmed_from(self, other: Self) -> Self {
        if self.covers(&other) { other } else { self }
    }

    /// For a peer there whose node id is `node`.
    pub(crate) fn toward(self, node: u64) -> Target {
        match self {
            Self::Direct(address) => Target::Address(address),
            Self::Via(neighbour) => Target::Node {
                node,
                via: Some(neighbour),
            },
            Self::Routed => Target::Node { node, via: None },
        }
    }
}

impl From<SocketAddr> for Place {
    fn from(address: SocketAddr) -> Self {
        Self::Direct(address)
    }
}

/// Where one datagram goes. The way to a node is chosen when it leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Address(SocketAddr),
    Node { node: u64, via: Option<EntityId> },
}

/// Where one datagram came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arrival {
    Direct(SocketAddr),
    /// A neighbour, which is at `address`, handed it on for the node `source`.
    Relayed {
        neighbour: EntityId,
        address: SocketAddr,
        source: u64,
    },
}

impl Arrival {
    pub(crate) fn place(&self) -> Place {
        match *self {
            Self::Direct(address) => Place::Direct(address),
            Self::Relayed { neighbour, .. } => Place::Via(neighbour),
        }
    }

    /// Whether it can be from the node `node`, as far as relays say.
    pub(crate) fn is_of(&self, node: u64) -> bool {
        match self {
            Self::Direct(_) => true,
            Self::Relayed { source, .. } => *source == node,
        }
    }

    /// What a cookie for it is bound to.
    pub(crate) fn cookie_source(&self) -> Source {
        match *self {
            Self::Direct(address) => Source::Direct(address),
            Self::Relayed {
                address, source, ..
            } => Source::Relayed {
                relay: address,
                node: source,
            },
        }
    }

    /// Back to where it came from.
    pub(crate) fn back(&self) -> Target {
        match *self {
            Self::Direct(address) => Target::Address(address),
            Self::Relayed {
                neighbour, source, ..
            } => Target::Node {
                node: source,
                via: Some(neighbour),
            },
        }
    }
}
