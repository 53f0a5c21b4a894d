//! One library a file: for every message its encoder and decoder, checked, then timed.

pub mod json;
pub mod meshwright;
pub mod postcard;
pub mod prost;
pub mod protobuf;
pub mod rkyv;

use std::error::Error;

/// Fails unless the library gave back what it was given.
fn check<T: PartialEq>(
    library: &str,
    message: &str,
    given: &T,
    back: &T,
) -> Result<(), Box<dyn Error>> {
    if given == back {
        return Ok(());
    }
    Err(format!("{library} does not give back the {message} that it was given").into())
}
