//! Tickets as people pass them on: one line of text that says how to reach a node.

use std::fmt;
use std::net::SocketAddr;
use std::str::FromStr;

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32m, Hrp};
use meshwright_wire::wire::identity::EntityId;
use meshwright_wire::wire::ticket::Ticket as Layout;

/// Which node, of which mesh, and where. No secret: only who has the mesh's key can use it.
///
/// As text it is Bech32m (BIP 350), `mw1…`, whose checksum notices up to four wrong characters for sure in a ticket of one address, and
/// others but for one in a billion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket(Layout);

/// Why a text is no ticket.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TicketError {
    #[error("a ticket begins with {TICKET_PREFIX}")]
    NotATicket,
    #[error("a character of the ticket is wrong or missing; copy it again as a whole ({0})")]
    Typo(String),
    #[error("the ticket is intact, but not one that this version reads ({0})")]
    Unknown(String),
    #[error("no such ticket can be written ({0})")]
    Unwritable(String),
}

/// Human-readable part of Bech32m, and the separator after it.
const HUMAN: &str = "mw";
const TICKET_PREFIX: &str = "mw1";

impl Ticket {
    /// `mesh_id`: number of the pre-shared key that the node opens with. `addresses`: the likeliest first, 1 to 16.
    pub fn new(
        identity: EntityId,
        mesh_id: u32,
        addresses: Vec<SocketAddr>,
    ) -> Result<Self, TicketError> {
        let layout = Layout {
            identity,
            mesh_id,
            addresses,
        };
        match layout.encode() {
            Ok(_) => Ok(Self(layout)),
            Err(error) => Err(TicketError::Unwritable(error.to_string())),
        }
    }

    pub fn identity(&self) -> EntityId {
        self.0.identity
    }

    pub fn mesh_id(&self) -> u32 {
        self.0.mesh_id
    }

    /// Where the node may be found, the likeliest first; never empty.
    pub fn addresses(&self) -> &[SocketAddr] {
        &self.0.addresses
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.0.encode().map_err(|_| fmt::Error)?;
        bech32::encode_to_fmt::<Bech32m, _>(f, Hrp::parse_unchecked(HUMAN), &bytes)
            .map_err(|_| fmt::Error)
    }
}

impl FromStr for Ticket {
    type Err = TicketError;

    /// Space around it is ignored. The decoder takes at most the 1,023 characters that the checksum is good for.
    fn from_str(text: &str) -> Result<Self, TicketError> {
        let text = text.trim();
        let begins_right = text
            .get(..TICKET_PREFIX.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(TICKET_PREFIX));
        if !begins_right {
            return Err(TicketError::NotATicket);
        }
        let checked = CheckedHrpstring::new::<Bech32m>(text)
            .map_err(|error| TicketError::Typo(error.to_string()))?;
        let bytes: Vec<u8> = checked.byte_iter().collect();
        Layout::decode(&bytes)
            .map(Self)
            .map_err(|error| TicketError::Unknown(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticket() -> Ticket {
        let address = |text: &str| text.parse().expect("an address");
        Ticket::new(
            EntityId([0x11; 32]),
            7,
            vec![address("192.0.2.1:7777"), address("[2001:db8::1]:7777")],
        )
        .expect("a ticket")
    }

    #[test]
    fn text_comes_back() {
        let text = ticket().to_string();
        assert!(text.starts_with("mw1q"), "{text}");
        assert_eq!(text.parse(), Ok(ticket()));
        assert_eq!(format!(" {}\n", text.to_uppercase()).parse(), Ok(ticket()));
    }

    #[test]
    fn every_wrong_character_is_a_typo() {
        let text = ticket().to_string();
        for at in TICKET_PREFIX.len()..text.len() {
            let other = if text.as_bytes()[at] == b'q' {
                "p"
            } else {
                "q"
            };
            let mut wrong = text.clone();
            wrong.replace_range(at..=at, other);
            assert!(
                matches!(wrong.parse::<Ticket>(), Err(TicketError::Typo(_))),
                "{at}"
            );
            assert!(matches!(
                text[..at].parse::<Ticket>(),
                Err(TicketError::Typo(_))
            ));
        }
    }

    #[test]
    fn other_texts_are_named_for_what_they_are() {
        assert_eq!("".parse::<Ticket>(), Err(TicketError::NotATicket));
        assert_eq!("mw".parse::<Ticket>(), Err(TicketError::NotATicket));
        assert_eq!("mw€".parse::<Ticket>(), Err(TicketError::NotATicket));
        let long = format!("mw1{}", "q".repeat(2000));
        assert!(matches!(long.parse::<Ticket>(), Err(TicketError::Typo(_))));
        let future = bech32::encode::<Bech32m>(Hrp::parse_unchecked(HUMAN), &[2; 64])
            .expect("it can be written");
        assert!(matches!(
            future.parse::<Ticket>(),
            Err(TicketError::Unknown(_))
        ));
    }

    #[test]
    fn addresses_are_bounded() {
        let address: SocketAddr = "192.0.2.1:1".parse().expect("an address");
        for count in [0, 17] {
            assert!(matches!(
                Ticket::new(EntityId([1; 32]), 1, vec![address; count]),
                Err(TicketError::Unwritable(_))
            ));
        }
    }
}
