//! Windows of reliable streams, held until readers have taken what was charged to them.

use std::sync::{Arc, Mutex, PoisonError};
use std::task::Wake;

use meshwright_transport::Credit;
use tokio::sync::Notify;

/// Credits on their way back to the state machine. No more than there are events in rings.
#[derive(Default)]
pub(crate) struct Returns {
    credits: Mutex<Vec<Credit>>,
    /// Wakes the driver, for when nobody else comes by.
    pub(crate) arrived: Notify,
}

impl Returns {
    pub(crate) fn take(&self) -> Vec<Credit> {
        std::mem::take(&mut self.credits.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Wakes the driver.
impl Wake for Returns {
    fn wake(self: Arc<Self>) {
        self.arrived.notify_one();
    }
}

/// Stands beside each queued event of a packet; the last one to be dropped gives the packet's credit back.
pub(crate) struct Hold {
    credit: Option<Credit>,
    returns: Arc<Returns>,
}

impl Hold {
    pub(crate) fn new(credit: Credit, returns: &Arc<Returns>) -> Arc<Self> {
        Arc::new(Self {
            credit: Some(credit),
            returns: Arc::clone(returns),
        })
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if let Some(credit) = self.credit.take() {
            let mut credits = self
                .returns
                .credits
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            credits.push(credit);
            drop(credits);
            self.returns.arrived.notify_one();
        }
    }
}
