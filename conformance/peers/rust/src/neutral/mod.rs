//! Values in neutral JSON, as the peer protocol has them.

#![allow(dead_code, reason = "a spec uses what its types need")]

mod read;
mod refusal;
mod text;
mod values;

pub use read::*;
pub use refusal::Refusal;
pub use text::*;

use crate::json::Json;

/// Types of which values go in and out as neutral JSON.
pub trait Neutral: Sized {
    /// The value of a request.
    fn from_neutral(value: &Json) -> Result<Self, Refusal>;

    /// The value in an answer.
    fn to_neutral(&self, out: &mut Text);
}
