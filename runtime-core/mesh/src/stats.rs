//! What a node has done, in numbers.

use std::fmt::{self, Write};

use meshwright_transport::{DropCause, Drops, Liveness};

use crate::channel;
use crate::mesh::Mesh;
pub use crate::node::outgoing::Sent;
pub use crate::node::state::Counts;

/// Counts since the node was opened, but for the peers, who are there now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    pub healthy_peers: usize,
    pub suspected_peers: usize,
    pub failed_peers: usize,
    pub sent: Sent,
    pub received: Counts,
    /// What the protocol dropped, by cause.
    pub drops: Drops,
    /// Of all channels.
    pub channels: channel::Counts,
}

impl Mesh {
    pub fn stats(&self) -> Stats {
        let sent = self.node().sent();
        self.node().look(|state| {
            let count = |liveness| {
                let peers = state.endpoint.peers();
                peers.filter(|peer| peer.liveness == liveness).count()
            };
            Stats {
                healthy_peers: count(Liveness::Healthy),
                suspected_peers: count(Liveness::Suspected),
                failed_peers: count(Liveness::Failed),
                sent,
                received: state.counts,
                drops: state.endpoint.drops(),
                channels: state.channels.totals(),
            }
        })
    }
}

impl Stats {
    /// In the text format of Prometheus, version 0.0.4. Names no peer and holds no secret.
    pub fn to_prometheus(&self) -> String {
        let mut text = String::new();
        // Writing into a text cannot fail.
        let _ = self.write(&mut text);
        text
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        family(
            out,
            "peers",
            "gauge",
            "Neighbours, by what is thought of them.",
        )?;
        for (liveness, count) in [
            ("healthy", self.healthy_peers),
            ("suspected", self.suspected_peers),
            ("failed", self.failed_peers),
        ] {
            writeln!(out, "meshwright_peers{{liveness=\"{liveness}\"}} {count}")?;
        }
        let (sent, received) = (&self.sent, &self.received);
        for (name, help, value) in [
            (
                "datagrams_sent",
                "Datagrams that the system took.",
                sent.datagrams,
            ),
            (
                "bytes_sent",
                "Bytes of datagrams that the system took.",
                sent.bytes,
            ),
            (
                "send_calls",
                "System calls that took datagrams.",
                sent.calls,
            ),
            (
                "datagrams_refused",
                "Datagrams that the system did not take.",
                sent.refused,
            ),
            (
                "datagrams_received",
                "Datagrams that came.",
                received.datagrams,
            ),
            (
                "bytes_received",
                "Bytes of datagrams that came.",
                received.bytes,
            ),
            (
                "receive_calls",
                "System calls that brought datagrams.",
                received.calls,
            ),
            (
                "events_received",
                "Events that were given to readers.",
                received.events,
            ),
            (
                "events_unread",
                "Events dropped since their reader was behind or missing.",
                received.dropped,
            ),
            (
                "unknown_subprotocol",
                "Packets of subprotocols that are not known.",
                received.unknown_subprotocol,
            ),
        ] {
            family(out, &format!("{name}_total"), "counter", help)?;
            writeln!(out, "meshwright_{name}_total {value}")?;
        }
        family(
            out,
            "drops_total",
            "counter",
            "What the protocol dropped, by cause.",
        )?;
        for &cause in DropCause::ALL {
            let (name, count) = (cause.name(), self.drops.of(cause));
            writeln!(out, "meshwright_drops_total{{cause=\"{name}\"}} {count}")?;
        }
        self.write_channels(out)
    }

    fn write_channels(&self, out: &mut String) -> fmt::Result {
        let channels = &self.channels;
        for (name, help, value) in [
            (
                "published",
                "Events that this node's producers gave.",
                channels.published,
            ),
            (
                "delivered",
                "Events put into rings of this node's subscribers, once for each.",
                channels.delivered,
            ),
            (
                "forwarded",
                "Events put into rings towards other nodes, once for each of their subscriptions.",
                channels.forwarded,
            ),
        ] {
            family(
                out,
                &format!("channel_events_{name}_total"),
                "counter",
                help,
            )?;
            writeln!(out, "meshwright_channel_events_{name}_total {value}")?;
        }
        family(
            out,
            "channel_drops_total",
            "counter",
            "Events of channels that went nowhere, by cause.",
        )?;
        for &cause in channel::DropCause::ALL {
            let (name, count) = (cause.name(), channels.dropped(cause));
            writeln!(
                out,
                "meshwright_channel_drops_total{{cause=\"{name}\"}} {count}"
            )?;
        }
        Ok(())
    }
}

fn family(out: &mut String, name: &str, kind: &str, help: &str) -> fmt::Result {
    writeln!(out, "# HELP meshwright_{name} {help}")?;
    writeln!(out, "# TYPE meshwright_{name} {kind}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_follows_its_type() {
        let text = Stats::default().to_prometheus();
        let mut family = "";
        for line in text.lines() {
            if let Some(named) = line.strip_prefix("# TYPE ") {
                family = named.split(' ').next().unwrap_or_default();
            } else if !line.starts_with('#') {
                assert!(line.starts_with(family), "{line} after {family}");
            }
        }
        assert!(text.contains("meshwright_drops_total{cause=\"forged\"} 0\n"));
    }
}
