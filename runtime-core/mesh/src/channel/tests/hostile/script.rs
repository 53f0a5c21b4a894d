//! Steps of a node's channels and of hostile peers, decoded from bytes: the property test beside it and the fuzz target `channels` play the
//! same ones. It uses the public API only.

use std::time::Duration;

use arbitrary::{Result, Unstructured};
use meshwright_mesh::channel::Channels;
use meshwright_transport::{CloseCause, Event};

use super::cast;
use super::failing::Failing;
use super::messages;
use super::own::Own;
use super::world::{PEERS, Seen, World};

/// The most that one script does, so that none is slow.
const STEPS: usize = 400;

/// Plays the steps that the bytes mean. `inspect` looks at the node after each of them. Gives what happened.
///
/// # Panics
/// If the node does what `docs/channels.md` says that it does not do.
pub fn play(input: &[u8], inspect: impl Fn(&Channels)) -> Seen {
    let mut world = World::new();
    let mut input = Unstructured::new(input);
    for _ in 0..STEPS {
        if input.is_empty() || step(&mut world, &mut input).is_err() {
            break;
        }
        inspect(&world.channels);
    }
    world.drain(&mut Failing::default());
    world.take_all();
    world.seen
}

fn step(world: &mut World, u: &mut Unstructured<'_>) -> Result<()> {
    let peer = u.choose_index(PEERS)?;
    match u.int_in_range(0..=23u8)? {
        0..=6 => {
            let message = messages::bytes(u, &world.peers[peer])?;
            let stream = messages::control_stream(u, &mut world.peers[peer])?;
            world.say(peer, stream, message);
        }
        7..=10 => {
            let header = messages::header(u, &world.peers[peer])?;
            world.send(peer, header, u.int_in_range(0..=6)?);
        }
        11 | 12 => {
            let own = Own::arbitrary(u)?;
            world.subscribe(own);
        }
        13 => world.leave(u.arbitrary()?),
        14 | 15 => world.take(u.arbitrary()?, u.int_in_range(0..=9)?),
        16 | 17 => {
            let name = cast::name(u)?;
            world.publish(name, u.int_in_range(1..=8)?, u.int_in_range(5..=40)?);
        }
        18 => world.pass(Duration::from_secs(*u.choose(&[0, 1, 2, 5, 31, 70])?)),
        19..=21 => {
            let mut failing = Failing::arbitrary(u)?;
            world.drain(&mut failing);
        }
        22 => {
            let event = happening(u, world, peer)?;
            world.happen(peer, event);
        }
        _ => rights(world, u)?,
    }
    Ok(())
}

/// What an endpoint may say of a peer.
fn happening(u: &mut Unstructured<'_>, world: &World, peer: usize) -> Result<Event> {
    let id = cast::id(peer + 1);
    let peer = &world.peers[peer];
    Ok(match u.int_in_range(0..=8u8)? {
        0..=2 => Event::Connected(id),
        3 => Event::Restarted(id),
        4 => Event::Closed(id, CloseCause::TimedOut),
        5 | 6 => Event::StreamWritable(id, messages::stream(u, peer)?),
        7 => Event::StreamGaveUp(id, messages::stream(u, peer)?),
        _ => Event::StreamReset(id, messages::stream(u, peer)?),
    })
}

/// What the node's own program may do about rights, and what the endpoint may come to when it has lost everybody.
fn rights(world: &mut World, u: &mut Unstructured<'_>) -> Result<()> {
    match u.int_in_range(0..=7u8)? {
        0..=2 => world.add_credential(),
        3 | 4 => {
            let revocation = u.choose(&cast::CAST.revocations)?;
            world.channels.revoke(revocation.clone());
        }
        5 | 6 => world.retire(cast::name(u)?),
        _ => world.lose_everybody(),
    }
    Ok(())
}
