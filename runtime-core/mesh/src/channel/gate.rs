//! Who may have the events of a channel: its visibility and its tokens. Asked for every event, so that nothing outlives its right.

use meshwright_wire::wire::identity::EntityId;

use super::config::{Access, ChannelConfig};
use super::counts::DropCause;
use super::name::Name;
use super::visibility::SubnetId;
use crate::token::{Action, ChainError, Moment, Request, SignedChain};

/// What holds for one channel now, at this node.
#[derive(Clone, Copy)]
pub(super) struct Gate<'a> {
    pub(super) channel: &'a Name,
    pub(super) config: &'a ChannelConfig,
    pub(super) me: EntityId,
    pub(super) subnet: SubnetId,
    pub(super) at: Moment<'a>,
}

/// Why somebody may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    NotVisible,
    NoCredential,
    Chain(ChainError),
}

impl Gate<'_> {
    /// Why a subscriber in this program may not have what this node publishes, if so.
    pub(super) fn refuses_own(&self, chain: Option<&SignedChain>) -> Option<DropCause> {
        let allowed = self.may(self.me, Action::Subscribe, chain);
        allowed.is_err().then_some(DropCause::Unauthorized)
    }

    /// Why a peer may not have it, if so.
    pub(super) fn refuses(
        &self,
        peer: EntityId,
        subnet: Option<SubnetId>,
        chain: Option<&SignedChain>,
    ) -> Option<DropCause> {
        match self.admits(peer, subnet, chain) {
            Ok(()) => None,
            Err(Refusal::NotVisible) => Some(DropCause::NotVisible),
            Err(Refusal::NoCredential | Refusal::Chain(_)) => Some(DropCause::Unauthorized),
        }
    }

    /// Whether a peer may subscribe to what this node publishes.
    pub(super) fn admits(
        &self,
        peer: EntityId,
        subnet: Option<SubnetId>,
        chain: Option<&SignedChain>,
    ) -> Result<(), Refusal> {
        if !self.config.visibility.allows(self.subnet, subnet) {
            return Err(Refusal::NotVisible);
        }
        self.may(peer, Action::Subscribe, chain)
    }

    /// Whether a peer may publish to subscribers of this node.
    pub(super) fn accepts(
        &self,
        publisher: EntityId,
        subnet: Option<SubnetId>,
        chain: Option<&SignedChain>,
    ) -> Result<(), Refusal> {
        let visible = subnet.map_or(
            self.config.visibility.allows(SubnetId::GLOBAL, None),
            |subnet| self.config.visibility.allows(subnet, Some(self.subnet)),
        );
        if !visible {
            return Err(Refusal::NotVisible);
        }
        self.may(publisher, Action::Publish, chain)
    }

    /// Whether tokens allow it.
    pub(super) fn may(
        &self,
        presenter: EntityId,
        action: Action,
        chain: Option<&SignedChain>,
    ) -> Result<(), Refusal> {
        let Access::Tokens(roots) = &self.config.access else {
            return Ok(());
        };
        let request = Request {
            roots: Some(roots),
            presenter,
            action,
            channel: self.channel.hash(),
        };
        chain
            .ok_or(Refusal::NoCredential)?
            .allows(&request, &self.at)
            .map_err(Refusal::Chain)
    }
}
