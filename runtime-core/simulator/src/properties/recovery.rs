//! When trouble is over, all who keep a session find each other again, whatever hostile actors do.

use std::time::Duration;

use super::Property;
use crate::observation::Observation;

/// Silence is noticed within 5 s, openings are sent again at least every 10 s, and tried anew within 2 s after eight of them.
const PATIENCE: Duration = Duration::from_secs(75);

#[derive(Default)]
pub struct Recovery {
    healed_at: Option<Duration>,
}

impl Property for Recovery {
    fn name(&self) -> &'static str {
        "sessions come back when trouble is over"
    }

    fn observe(&mut self, at: Duration, what: &Observation<'_>) -> Result<(), String> {
        match what {
            Observation::Healed => self.healed_at = Some(at),
            Observation::Surveyed {
                apart: Some((one, other)),
            } => {
                if let Some(healed_at) = self.healed_at.filter(|healed| at > *healed + PATIENCE) {
                    let waited = at - healed_at;
                    return Err(format!(
                        "nodes {one} and {other} are apart {waited:?} after trouble ended"
                    ));
                }
            }
            _ => {}
        }
        Ok(())
    }
}
