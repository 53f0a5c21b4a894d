//! Two JSON libraries, for the message that is JSON. Texts without escapes are borrowed, as Meshwright's are.

use std::error::Error;
use std::hint::black_box;

use super::check;
use crate::content::Content;
use crate::measure::{Case, Library, Operation, Stopwatch};
use crate::plain::{Invoice, Values};

const SERDE_JSON: Library = Library {
    name: "serde_json",
    version: "1.0.145",
};
const SONIC: Library = Library {
    name: "sonic-rs",
    version: "0.5.10",
};
const MESSAGE: &str = "Invoice";

pub fn time(stopwatch: &Stopwatch, content: &Content) -> Result<(), Box<dyn Error>> {
    let value = Values::read(content)?.invoice;
    time_serde_json(stopwatch, &value)?;
    time_sonic(stopwatch, &value)
}

fn time_serde_json(stopwatch: &Stopwatch, value: &Invoice<'_>) -> Result<(), Box<dyn Error>> {
    let input = serde_json::to_vec(value)?;
    check(
        SERDE_JSON.name,
        MESSAGE,
        value,
        &serde_json::from_slice(&input)?,
    )?;
    let case = Case {
        library: SERDE_JSON,
        message: MESSAGE,
        bytes: input.len(),
        growth: false,
    };
    stopwatch.time(case, Operation::Encode, || {
        serde_json::to_vec(black_box(value))
    });
    let mut reused = Vec::with_capacity(input.len());
    stopwatch.time(case, Operation::EncodeReused, || {
        reused.clear();
        serde_json::to_writer(&mut reused, black_box(value))
    });
    stopwatch.time(case, Operation::Decode, || {
        serde_json::from_slice::<Invoice<'_>>(black_box(&input))
    });
    Ok(())
}

fn time_sonic(stopwatch: &Stopwatch, value: &Invoice<'_>) -> Result<(), Box<dyn Error>> {
    let input = sonic_rs::to_vec(value)?;
    check(SONIC.name, MESSAGE, value, &sonic_rs::from_slice(&input)?)?;
    let case = Case {
        library: SONIC,
        message: MESSAGE,
        bytes: input.len(),
        growth: false,
    };
    stopwatch.time(case, Operation::Encode, || {
        sonic_rs::to_vec(black_box(value))
    });
    let mut reused = Vec::with_capacity(input.len());
    stopwatch.time(case, Operation::EncodeReused, || {
        reused.clear();
        sonic_rs::to_writer(&mut reused, black_box(value))
    });
    stopwatch.time(case, Operation::Decode, || {
        sonic_rs::from_slice::<Invoice<'_>>(black_box(&input))
    });
    Ok(())
}
