//! The sessions of one association: make before break.

use std::time::Duration;

use crate::crypto::aead::TAG;
use crate::session::{Contents, Exhausted, Opened, PacketError, Session};
use meshwright_wire::wire::packet::PacketHeader;

/// New keys are made when the present ones are this old.
pub(crate) const REKEY_AFTER: Duration = Duration::from_secs(120);
/// How much longer the side that answered waits for the other to begin.
const RESPONDER_PATIENCE: Duration = Duration::from_secs(10);
/// Keys that were replaced still open packets that are on their way.
const LINGER: Duration = Duration::from_secs(15);
/// A peer that answered uses the new keys as soon as it has heard that we do. One that has not by then has dropped them: the answer came too late.
const USED_WITHIN: Duration = Duration::from_secs(5);
/// Keys that could not be replaced are given up.
const GIVE_UP_AFTER: Duration = Duration::from_secs(300);

#[derive(Default)]
pub(super) struct Epochs {
    current: Option<Epoch>,
    /// Answered, but the peer has not shown yet that it has the keys.
    offered: Option<Epoch>,
    previous: Option<(Epoch, Duration)>,
    /// Ids of sessions that are gone, until somebody asks.
    retired: Vec<u64>,
}

struct Epoch {
    session: Session,
    since: Duration,
    /// By us.
    initiated: bool,
    /// A packet under these keys came.
    used: bool,
}

impl Epochs {
    /// Keys from a handshake that we began: the peer has them, since it answered.
    pub(super) fn install(&mut self, session: Session, now: Duration) {
        self.replace(
            Epoch {
                session,
                since: now,
                initiated: true,
                used: false,
            },
            now,
        );
    }

    /// Keys from a handshake that we answered, to be used once the peer has shown that it has them.
    pub(super) fn offer(&mut self, session: Session, now: Duration) {
        self.withdraw();
        self.offered = Some(Epoch {
            session,
            since: now,
            initiated: false,
            used: true,
        });
    }

    /// Opens a packet to the session `id`. The flag is true if that brought the offered keys into use.
    pub(super) fn open<'a>(
        &mut self,
        id: u64,
        datagram: &'a mut [u8],
        now: Duration,
    ) -> Result<(Opened<'a>, bool), PacketError> {
        let matches = |epoch: &&mut Epoch| epoch.session.local_id() == id;
        if let Some(epoch) = self.current.as_mut().filter(matches) {
            let opened = epoch.session.open(datagram)?;
            epoch.used = true;
            return Ok((opened, false));
        }
        if let Some((epoch, _)) = self
            .previous
            .as_mut()
            .filter(|(epoch, _)| epoch.session.local_id() == id)
        {
            return Ok((epoch.session.open(datagram)?, false));
        }
        let Some(mut epoch) = self.offered.take_if(|epoch| epoch.session.local_id() == id) else {
            return Err(PacketError::Forged);
        };
        match epoch.session.open(datagram) {
            Ok(opened) => {
                epoch.since = now;
                self.replace(epoch, now);
                Ok((opened, true))
            }
            Err(error) => {
                self.offered = Some(epoch);
                Err(error)
            }
        }
    }

    /// True if `id` is our session of the keys in use.
    pub(super) fn is_current(&self, id: u64) -> bool {
        let current = self.current.as_ref();
        current.is_some_and(|epoch| epoch.session.local_id() == id)
    }

    /// Seals with the keys in use. None: there are no keys, or they are used up.
    pub(super) fn seal(
        &mut self,
        header: PacketHeader,
        payload: &(impl Contents + ?Sized),
        out: &mut Vec<u8>,
    ) -> Option<()> {
        let session = &mut self.current.as_mut()?.session;
        session
            .seal(header, payload, out)
            .map_err(|Exhausted| ())
            .ok()
    }

    /// The tag of a relayed datagram to the peer, by the keys in use.
    pub(super) fn hop_tag(&self, datagram: &[u8]) -> Option<[u8; TAG]> {
        Some(self.current.as_ref()?.session.hop_tag(datagram))
    }

    /// True if the peer made `tag`, with any keys that it may use.
    pub(super) fn hop_tag_is_right(&self, datagram: &[u8], tag: &[u8; TAG]) -> bool {
        let previous = self.previous.as_ref().map(|(epoch, _)| epoch);
        [self.current.as_ref(), self.offered.as_ref(), previous]
            .into_iter()
            .flatten()
            .any(|epoch| epoch.session.hop_tag_is_right(datagram, tag))
    }

    pub(super) fn are_ready(&self) -> bool {
        self.current.is_some()
    }

    /// True when it is on us to make new keys.
    pub(super) fn want_rekey(&self, now: Duration) -> bool {
        self.current.as_ref().is_some_and(|epoch| {
            now >= epoch.rekey_at() || epoch.session.sealed() >= Session::REKEY_AFTER
        })
    }

    /// Drops the keys that were offered.
    pub(super) fn withdraw(&mut self) {
        self.retired
            .extend(self.offered.take().map(|epoch| epoch.session.local_id()));
    }

    /// True if there are no keys, and none to be expected.
    pub(super) fn are_gone(&self) -> bool {
        self.current.is_none() && self.offered.is_none()
    }

    /// Drops keys whose time is over.
    pub(super) fn expire(&mut self, now: Duration) {
        if let Some((epoch, _)) = self.previous.take_if(|(_, until)| now >= *until) {
            self.retired.push(epoch.session.local_id());
        }
        let is_old = |keys: &Option<Epoch>| {
            let epoch = keys.as_ref();
            epoch.is_some_and(|epoch| now >= epoch.since + GIVE_UP_AFTER)
        };
        if is_old(&self.current) {
            // Keys that are offered go too: streams that are over must not go on under them.
            self.clear();
        } else if is_old(&self.offered) {
            self.withdraw();
        }
    }

    /// Drops the keys that were replaced, at once: they are those of a program that is gone.
    pub(super) fn drop_previous(&mut self) {
        self.retired.extend(
            self.previous
                .take()
                .map(|(epoch, _)| epoch.session.local_id()),
        );
    }

    pub(super) fn clear(&mut self) {
        let previous = self.previous.take().map(|(epoch, _)| epoch);
        self.retired.extend(
            [self.current.take(), self.offered.take(), previous]
                .into_iter()
                .flatten()
                .map(|epoch| epoch.session.local_id()),
        );
    }

    /// `rekeying`: new keys are being made already.
    pub(super) fn next_timeout(&self, rekeying: bool) -> Option<Duration> {
        let rekey = self.current.as_ref().map(|epoch| {
            if rekeying {
                epoch.since + GIVE_UP_AFTER
            } else {
                epoch.rekey_at()
            }
        });
        let linger = self.previous.as_ref().map(|(_, until)| *until);
        let give_up = self
            .offered
            .as_ref()
            .map(|epoch| epoch.since + GIVE_UP_AFTER);
        [rekey, linger, give_up].into_iter().flatten().min()
    }

    pub(super) fn take_retired(&mut self) -> std::vec::Drain<'_, u64> {
        self.retired.drain(..)
    }

    fn replace(&mut self, epoch: Epoch, now: Duration) {
        self.drop_previous();
        self.previous = self
            .current
            .replace(epoch)
            .map(|epoch| (epoch, now + LINGER));
    }
}

impl Epoch {
    fn rekey_at(&self) -> Duration {
        self.since
            + match (self.initiated, self.used) {
                (true, false) => USED_WITHIN,
                (true, true) => REKEY_AFTER,
                (false, _) => REKEY_AFTER + RESPONDER_PATIENCE,
            }
    }
}
