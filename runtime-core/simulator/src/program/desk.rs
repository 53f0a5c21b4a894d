//! What a program has at hand while it acts.

use std::time::Duration;

use meshwright_transport::{Endpoint, Now};

use super::Timer;
use crate::atlas::Atlas;
use crate::observation::{Observation, Offered};
use crate::queue::{Happening, Queue};
use crate::watch::Watch;

pub struct Desk<'a> {
    pub at: Duration,
    pub now: Now,
    pub me: usize,
    pub incarnation: u32,
    pub endpoint: &'a mut Endpoint,
    pub atlas: &'a Atlas,
    pub queue: &'a mut Queue,
    pub watch: &'a mut Watch,
    /// Of the next event in the world.
    pub numbers: &'a mut u64,
}

impl Desk<'_> {
    pub fn set(&mut self, wait: Duration, timer: Timer) {
        let (node, incarnation) = (self.me, self.incarnation);
        self.queue.push(
            self.at + wait,
            Happening::Timer {
                node,
                incarnation,
                timer,
            },
        );
    }

    pub fn see(&mut self, what: &Observation<'_>) {
        self.watch.see(self.at, what);
    }

    pub(super) fn offered(&mut self, offered: Offered) {
        self.see(&Observation::Offered(offered));
    }

    /// For one more event.
    pub(super) fn number(&mut self) -> u64 {
        *self.numbers += 1;
        *self.numbers
    }
}
