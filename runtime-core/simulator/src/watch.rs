//! Shows everything that happens to all who watch, and keeps the first complaint.

use std::time::Duration;

use crate::observation::Observation;
use crate::plan::Plan;
use crate::properties::{self, Property};
use crate::trace::Trace;

/// A promise that was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub property: &'static str,
    pub at: Duration,
    pub text: String,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (property, at, text) = (self.property, self.at.as_secs_f64(), &self.text);
        write!(f, "property \"{property}\" broken at t={at:.6}: {text}")
    }
}

pub struct Watch {
    properties: Vec<Box<dyn Property>>,
    trace: Trace,
    failure: Option<Failure>,
}

impl Watch {
    pub fn new(plan: &Plan, prints: bool) -> Self {
        Self {
            properties: properties::all(plan),
            trace: Trace::new(prints),
            failure: None,
        }
    }

    pub fn see(&mut self, at: Duration, what: &Observation<'_>) {
        self.trace.note(at, what);
        for property in &mut self.properties {
            if let Err(text) = property.observe(at, what) {
                self.failure.get_or_insert(Failure {
                    property: property.name(),
                    at,
                    text,
                });
            }
        }
    }

    /// What should have happened by now, if something has not.
    pub fn owed(&self) -> Option<(&'static str, String)> {
        self.properties
            .iter()
            .find_map(|property| Some((property.name(), property.owes()?)))
    }

    pub fn failure(&self) -> Option<&Failure> {
        self.failure.as_ref()
    }

    pub fn fail(&mut self, failure: Failure) {
        self.failure.get_or_insert(failure);
    }

    pub fn hash(&self) -> u64 {
        self.trace.hash()
    }
}
