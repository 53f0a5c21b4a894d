//! Between channels and the endpoint of their node.

use meshwright_transport::{Credit, Endpoint, Event, Now};

use super::Channels;
use super::outgoing::Outgoing;

impl Channels {
    /// Takes what concerns channels of what an endpoint says, and gives the rest back. What a peer's coming and going means to others is
    /// theirs as well, so that is always given back.
    pub fn handle(
        &mut self,
        event: Event,
        credit: Option<Credit>,
        now: Now,
    ) -> Option<(Event, Option<Credit>)> {
        match &event {
            Event::Connected(peer) => self.peer_up(*peer),
            Event::Restarted(peer) => {
                self.peer_down(*peer);
                self.peer_up(*peer);
            }
            Event::Closed(peer, _) => self.peer_down(*peer),
            Event::StreamWritable(peer, stream) => self.writable(peer, *stream),
            Event::StreamGaveUp(peer, stream) => self.gave_up(peer, *stream),
            Event::StreamReset(peer, stream) => self.reset(peer, *stream),
            _ => {}
        }
        match event {
            Event::Received(received) if Self::owns(&received.header) => {
                self.received(
                    received.peer,
                    &received.header,
                    received.events,
                    credit,
                    now,
                );
                None
            }
            other => Some((other, credit)),
        }
    }

    /// Gives the endpoint all that it takes of what is to be sent. True if it takes no more for some node: then it has datagrams to send first.
    pub fn pump(&mut self, endpoint: &mut Endpoint, now: Now) -> bool {
        for credit in self.take_credits() {
            endpoint.give_back(credit, now);
        }
        self.attend();
        self.unpark(|peer| endpoint.is_busy(peer));
        while let Some(outgoing) = self.poll_outgoing() {
            let sending = match outgoing {
                Outgoing::Send(sending) => sending,
                Outgoing::Finish { peer, stream } => {
                    // Of a peer that is gone, so are the streams.
                    let _ = endpoint.finish(&peer, stream);
                    continue;
                }
            };
            let (peer, stream, head) = (&sending.peer, sending.stream, sending.head);
            let sent = if sending.reliable {
                endpoint.send_reliably(peer, stream, head, sending.data.clone())
            } else {
                endpoint.send(peer, stream, head, &sending.data)
            };
            if let Err(error) = sent {
                self.unsent(sending, error);
            }
        }
        !self.roster.parked.is_empty()
    }
}
