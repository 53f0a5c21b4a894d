//! What happened in a world: as one number, by which two runs are compared, and as lines that a person reads.

use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use meshwright_transport::Event;

use crate::frame::Frame;
use crate::observation::Observation;

#[derive(Default)]
pub struct Trace {
    hasher: DefaultHasher,
    prints: bool,
}

impl Trace {
    pub fn new(prints: bool) -> Self {
        Self {
            prints,
            ..Self::default()
        }
    }

    pub fn hash(&self) -> u64 {
        self.hasher.finish()
    }

    pub fn note(&mut self, at: Duration, what: &Observation<'_>) {
        at.hash(&mut self.hasher);
        match what {
            Observation::Sent { node, to, datagram } => {
                // What stands at its end is a tag or mac of all of it.
                (node, to, datagram.len(), datagram.last_chunk::<16>()).hash(&mut self.hasher);
            }
            Observation::Happened { node, event, .. } => {
                (node, std::mem::discriminant(*event)).hash(&mut self.hasher);
                if let Event::Received(received) = event {
                    received.events.hash(&mut self.hasher);
                }
            }
            Observation::Offered(offered) => offered.number.hash(&mut self.hasher),
            _ => {}
        }
        if self.prints
            && let Some(line) = line(what)
        {
            println!("{:>12.6} {line}", at.as_secs_f64());
        }
    }
}

/// None for what would only fill the screen.
fn line(what: &Observation<'_>) -> Option<String> {
    Some(match what {
        Observation::Started { node, address } => format!("{node:>4} starts at {address}"),
        Observation::Crashed { node } => format!("{node:>4} crashes"),
        Observation::Moved { node, address } => format!("{node:>4} moves to {address}"),
        Observation::Sent { node, to, datagram } => {
            format!("{node:>4} sends {} to {to}", named(datagram))
        }
        Observation::Attacked { from, to, size } => {
            format!("   ! {from} sends {size} bytes to {to}")
        }
        Observation::Offered(offered) => format!(
            "{:>4} {} event {} of {} bytes to {} on stream {}",
            offered.from,
            if offered.reliable {
                "streams"
            } else {
                "throws"
            },
            offered.number,
            offered.length,
            offered.to,
            offered.stream
        ),
        Observation::Busy { from, to } => format!("{from:>4} is busy for {to}"),
        Observation::Finishing { from, to, stream } => {
            format!("{from:>4} finishes stream {stream} to {to}")
        }
        Observation::Closed { node, peer } => format!("{node:>4} closes its session with {peer}"),
        Observation::Happened { node, peer, event } => {
            format!("{node:>4} is told, of {peer:?}: {}", told(event))
        }
        Observation::Healed => "     the network heals".into(),
        Observation::Surveyed {
            apart: Some((one, other)),
        } => {
            format!("     {one} and {other} are still apart")
        }
        Observation::Crowded { hub, .. } => format!("{hub:>4} has a narrow uplink, and is crowded"),
        Observation::Dispersed => "     the crowd disperses".into(),
        Observation::Settled => "     routes have settled".into(),
        Observation::Announced { node, version } => format!("{node:>4} announces {version}"),
        Observation::Routed {
            node,
            to,
            via,
            round_trip,
            ..
        } => format!("{node:>4} reaches {to:?} over {via:?}, there and back in {round_trip:?}"),
        Observation::Surveyed { apart: None }
        | Observation::Ticked { .. }
        | Observation::Sampled { .. } => return None,
    })
}

/// A datagram by its clear bytes.
fn named(datagram: &[u8]) -> String {
    let mut name = match Frame::of(datagram) {
        Some(Frame::Opening(opening)) => format!("opening {:016x}", opening.sender_id),
        Some(Frame::Answer(answer)) => {
            format!(
                "answer {:016x} to {:016x}",
                answer.sender_id, answer.receiver_id
            )
        }
        Some(Frame::Cookie(cookie)) => format!("cookie to {:016x}", cookie.receiver_id),
        Some(Frame::Packet(packet)) => format!(
            "packet {} of session {:016x}, subprotocol {:04x}",
            packet.counter, packet.session, packet.subprotocol
        ),
        Some(Frame::Relayed(..)) | None => "something".into(),
    };
    let _ = write!(name, " ({} bytes)", datagram.len());
    name
}

fn told(event: &Event) -> String {
    match event {
        Event::Received(received) => format!(
            "{} events, stream {}, sequence {}, counter {}",
            received.events.len(),
            received.header.stream_id,
            received.header.sequence,
            received.header.counter
        ),
        other => {
            let text = format!("{other:?}");
            // Identities are long, and the peer was named.
            text.split("EntityId").next().unwrap_or_default().to_owned()
                + text.rsplit_once(')').map_or("", |_| "…")
        }
    }
}
