//! The tables that others fill, and how large they may be.

use super::super::super::*;

/// Of one publisher, in `early.rs`.
const EARLY: usize = 256;

/// # Panics
/// If a table is larger than it may be.
pub fn look(channels: &Channels) {
    let limits = &channels.limits;
    let within = |count: usize, bound: usize, what| assert!(count <= bound, "{count} {what}");
    within(channels.catalog.len(), limits.channels, "channels");
    within(
        channels.own_subscriptions,
        limits.subscriptions,
        "subscriptions",
    );
    within(channels.roster.group_count(), limits.groups, "groups");
    let credentials = limits.credentials;
    within(channels.rights.own_count(), credentials, "credentials");
    within(channels.rights.chain_count(), limits.chains, "chains");
    let strangers = channels.rights.revocations.stranger_count();
    within(strangers, limits.revocations, "issuers");
    for peer in channels.peers.values() {
        let subscriptions = limits.subscriptions_per_peer;
        within(
            peer.subscribers.len(),
            subscriptions,
            "subscriptions of a peer",
        );
        within(peer.names.len(), limits.names_per_peer, "names of a peer");
        within(peer.told.len(), limits.names_per_peer, "names told");
        within(peer.early.len(), EARLY, "early events");
        // Answers, each perhaps with its end or said once more; requests, and what ends them; names.
        let messages = 2 * limits.messages_per_peer + 2 * subscriptions + 3 * limits.subscriptions;
        within(
            peer.control.len(),
            messages + limits.names_per_peer,
            "messages",
        );
        let waiting = peer.control.unasked.len() + peer.asked.waiting();
        within(
            waiting,
            limits.subscriptions,
            "subscriptions to be asked for",
        );
    }
    for (_, remote) in channels.roster.remotes() {
        within(remote.ring.len(), limits.outgoing_ring.events, "events");
        within(remote.announced.len(), limits.names_per_peer, "names told");
    }
}
