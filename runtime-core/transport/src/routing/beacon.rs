//! A node's own pingwaves.

use std::time::Duration;

use meshwright_wire::wire::pingwave::{NodeHealth, Pingwave, PingwaveBody};

use super::RoutingConfig;
use crate::crypto::identity::SecretIdentity;
use crate::time::Now;

/// Pingwaves for changes follow each other no sooner.
const LEAST_GAP: Duration = Duration::from_secs(1);

/// What a node says of itself to all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Hash of its capabilities; when it changes, others ask for them again. 0: none.
    pub capability_hash: u64,
    pub capability_version: u32,
    /// One byte a level, the top one first; 0 is global.
    pub subnet: u32,
    /// 0 idle, 255 full.
    pub load: u8,
    pub health: NodeHealth,
    pub gpus: u8,
    pub model_slots: u8,
    /// 0 to 7; more is taken for 7.
    pub memory_tier: u8,
    pub tools: u8,
}

impl Default for Announcement {
    fn default() -> Self {
        Self {
            capability_hash: 0,
            capability_version: 0,
            subnet: 0,
            load: 0,
            health: NodeHealth::Healthy,
            gpus: 0,
            model_slots: 0,
            memory_tier: 0,
            tools: 0,
        }
    }
}

impl From<&PingwaveBody> for Announcement {
    fn from(body: &PingwaveBody) -> Self {
        Self {
            capability_hash: body.capability_hash,
            capability_version: body.capability_version,
            subnet: body.subnet,
            load: body.load,
            health: body.health,
            gpus: body.gpus,
            model_slots: body.model_slots,
            memory_tier: body.memory_tier,
            tools: body.tools,
        }
    }
}

/// Makes pingwaves, each newer than the last.
pub(crate) struct Beacon {
    boot_id: u64,
    sequence: u64,
    announced: Announcement,
    last: Option<(Pingwave, Duration)>,
    next_at: Duration,
}

impl Beacon {
    pub(crate) fn new(boot_id: u64) -> Self {
        Self {
            boot_id,
            sequence: 0,
            announced: Announcement::default(),
            last: None,
            next_at: Duration::ZERO,
        }
    }

    /// The next one is to say this, soon.
    pub(crate) fn announce(&mut self, announced: Announcement, now: Duration) {
        if std::mem::replace(&mut self.announced, announced) != announced {
            self.hurry(now);
        }
    }

    /// Something changed that others should know of.
    pub(crate) fn hurry(&mut self, now: Duration) {
        let earliest = self
            .last
            .as_ref()
            .map_or(now, |(_, at)| (*at + LEAST_GAP).max(now));
        self.next_at = self.next_at.min(earliest);
    }

    /// Somebody waits for a number above `known`.
    pub(crate) fn requested(&mut self, known: u64, now: Duration) {
        if known >= self.sequence {
            self.hurry(now);
        }
    }

    pub(crate) fn is_due(&self, now: Duration) -> bool {
        self.next_at <= now
    }

    /// Makes a new one. `jitter`: of 256, how much of a quarter of the interval the next one comes early, so that nodes which began together do not stay
    /// together.
    pub(crate) fn emit(
        &mut self,
        us: &SecretIdentity,
        config: &RoutingConfig,
        jitter: u8,
        now: Now,
    ) {
        self.next_at = now.monotonic + config.pingwave - config.pingwave * u32::from(jitter) / 1024;
        self.sequence += 1;
        let Announcement {
            capability_hash,
            capability_version,
            subnet,
            load,
            health,
            gpus,
            model_slots,
            memory_tier,
            tools,
        } = self.announced;
        let body = PingwaveBody {
            origin: us.id(),
            boot_id: self.boot_id,
            sequence: self.sequence,
            sent_at: u64::try_from(now.wall.as_micros()).unwrap_or(u64::MAX),
            capability_hash,
            capability_version,
            subnet,
            hop_limit: config.hop_limit,
            load,
            health,
            gpus,
            model_slots,
            memory_tier: memory_tier.min(7),
            tools,
        };
        let signature = us.sign(&body.encode().expect("every body can be written"));
        let wave = Pingwave {
            ttl: config.hop_limit,
            hops: 0,
            path_rtt_us: 0,
            body,
            signature,
        };
        self.last = Some((wave, now.monotonic));
    }

    /// The newest one.
    pub(crate) fn last(&self) -> Option<&Pingwave> {
        self.last.as_ref().map(|(wave, _)| wave)
    }

    pub(crate) fn next_at(&self) -> Duration {
        self.next_at
    }
}
