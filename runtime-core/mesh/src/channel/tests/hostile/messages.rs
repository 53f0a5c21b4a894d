//! What a hostile peer says: mostly well formed, about what there is.

use std::borrow::Cow;

use arbitrary::{Result, Unstructured};
use meshwright_transport::{channel_hash, origin_hash};
use meshwright_wire::wire::channel::{
    ChannelName, ChannelPattern, ChannelPatternName, ChannelPatternPrefix, ChannelPrefix,
    MembershipMessage,
};
use meshwright_wire::wire::identity::TokenRevocation;
use meshwright_wire::wire::packet::{PacketFlag, PacketHeader, Subprotocol};

use super::cast::{self, CAST};
use super::peer::Peer;

/// `docs/channels.md` §4: what the top 16 bits of stream ids say.
const SUBSCRIPTION: u64 = 1 << 48;
const CONTROL: u64 = 2 << 48;

/// A message, sometimes with one byte changed.
pub fn bytes(u: &mut Unstructured<'_>, peer: &Peer) -> Result<Vec<u8>> {
    let mut message = match u.int_in_range(0..=9u8)? {
        0..=2 => MembershipMessage::Subscribe(u.arbitrary()?),
        3..=5 => MembershipMessage::Announce(u.arbitrary()?),
        _ => u.arbitrary()?,
    };
    if !u.ratio(1, 16)? {
        acquaint(&mut message, u, peer)?;
    }
    let mut bytes = message.encode().expect("arbitrary messages can be written");
    if u.ratio(1, 16)? {
        let at = u.choose_index(bytes.len())?;
        bytes[at] = u.arbitrary()?;
    }
    Ok(bytes)
}

/// Makes it about subscriptions, channels and tokens that there are.
fn acquaint(
    message: &mut MembershipMessage<'_>,
    u: &mut Unstructured<'_>,
    peer: &Peer,
) -> Result<()> {
    match message {
        MembershipMessage::Subscribe(subscribe) => {
            subscribe.subscription = subscription(u)?;
            subscribe.channels = pattern(u)?;
            subscribe.token = token(u, peer)?;
            subscribe.group = Cow::Borrowed(u.choose(&["", "", "g", "h", "i", "j"])?);
        }
        MembershipMessage::Unsubscribe(unsubscribe) => unsubscribe.subscription = subscription(u)?,
        MembershipMessage::Accepted(accepted) => accepted.subscription = asked(u, peer)?,
        MembershipMessage::Refused(refused) => refused.subscription = asked(u, peer)?,
        MembershipMessage::Announce(announce) => {
            announce.name = ChannelName(Cow::Borrowed(cast::name(u)?));
            announce.token = token(u, peer)?;
        }
        MembershipMessage::Revoke(revoke) => {
            let bytes = u.choose(&CAST.revocations)?.to_bytes();
            revoke.revocation = TokenRevocation::decode(&bytes).expect("it was just written");
        }
    }
    Ok(())
}

fn pattern(u: &mut Unstructured<'_>) -> Result<ChannelPattern<'static>> {
    Ok(if u.arbitrary()? {
        let name = ChannelName(Cow::Borrowed(cast::name(u)?));
        ChannelPattern::Name(ChannelPatternName { name })
    } else {
        let prefix = ChannelPrefix(Cow::Borrowed(cast::prefix(u)?));
        ChannelPattern::Prefix(ChannelPatternPrefix { prefix })
    })
}

/// None, one of the peer's own, or another's.
fn token(u: &mut Unstructured<'_>, peer: &Peer) -> Result<Cow<'static, [u8]>> {
    let chains = match u.int_in_range(0..=7u8)? {
        0..=2 => return Ok(Cow::Borrowed(&[])),
        3 => &CAST.chains[u.choose_index(CAST.chains.len())?],
        _ => &CAST.chains[peer.number],
    };
    Ok(Cow::Borrowed(u.choose(chains)?.as_bytes()))
}

/// An id of a peer's subscription.
fn subscription(u: &mut Unstructured<'_>) -> Result<u64> {
    Ok(SUBSCRIPTION | u.int_in_range(0..=8)?)
}

/// An id of the node's subscription at a peer; if it has none there, of none.
fn asked(u: &mut Unstructured<'_>, peer: &Peer) -> Result<u64> {
    match peer.asked.len() {
        0 => Ok(SUBSCRIPTION),
        count => Ok(peer.asked[count - 1 - u.choose_index(count.min(8))?]),
    }
}

/// On what stream a peer says it: mostly on its control stream.
pub fn control_stream(u: &mut Unstructured<'_>, peer: &mut Peer) -> Result<u64> {
    Ok(match u.int_in_range(0..=31u8)? {
        0 => stream(u, peer)?,
        1 => CONTROL | (peer.control - 1),
        2 => {
            peer.control += 1;
            CONTROL | peer.control
        }
        3..=6 => asked(u, peer)?,
        _ => CONTROL | peer.control,
    })
}

/// Any stream that there may be.
pub fn stream(u: &mut Unstructured<'_>, peer: &Peer) -> Result<u64> {
    match u.int_in_range(0..=7u8)? {
        0 => u.arbitrary(),
        1 | 2 => asked(u, peer),
        3 | 4 => Ok(peer.own_control),
        _ => subscription(u),
    }
}

/// Of a packet with events.
pub fn header(u: &mut Unstructured<'_>, peer: &Peer) -> Result<PacketHeader> {
    let stream_id = match u.ratio(7, 8)? {
        true => asked(u, peer)?,
        false => SUBSCRIPTION | u.int_in_range(0..=40)?,
    };
    let origin = match u.ratio(7, 8)? {
        true => origin_hash(&cast::id(peer.number)),
        false => origin_hash(&cast::id(u.choose_index(4)?)),
    };
    let channel = match u.ratio(15, 16)? {
        true => channel_hash(cast::name(u)?),
        false => u.arbitrary()?,
    };
    Ok(PacketHeader {
        flags: match u.arbitrary()? {
            true => PacketFlag::RELIABLE,
            false => PacketFlag::NONE,
        },
        origin,
        channel,
        subnet: u.arbitrary()?,
        ..packet(Subprotocol::Events, stream_id)
    })
}

/// What channels do not look at is 0.
pub fn packet(subprotocol: Subprotocol, stream_id: u64) -> PacketHeader {
    PacketHeader {
        flags: PacketFlag::NONE,
        subprotocol: subprotocol.number(),
        priority: 0,
        session_id: 0,
        counter: 0,
        stream_id,
        sequence: 0,
        origin: 0,
        channel: 0,
        subnet: 0,
        payload_length: 0,
        event_count: 0,
    }
}
