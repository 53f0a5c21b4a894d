//! postcard, whose format Compact's is the canonical form of. Texts are borrowed, as Meshwright's are.

use std::error::Error;
use std::hint::black_box;

use serde::{Deserialize, Serialize};

use super::check;
use crate::content::Content;
use crate::measure::{Case, Library, Operation, Stopwatch};
use crate::plain::{self, Values};

const LIBRARY: Library = Library {
    name: "postcard",
    version: "1.1.3",
};

pub fn time(stopwatch: &Stopwatch, content: &Content) -> Result<(), Box<dyn Error>> {
    let values = Values::read(content)?;
    macro_rules! time_message {
        ($message:ident $field:ident) => {{
            let input = ::postcard::to_allocvec(&values.$field)?;
            time_message::<plain::$message>(
                stopwatch,
                stringify!($message),
                &values.$field,
                &input,
            )?;
        }};
    }
    time_message!(PacketHeader packet_header);
    time_message!(MachineReport machine_report);
    time_message!(Order order);
    time_message!(Profile profile);
    time_message!(SampleArray sample_array);
    time_message!(Drawing drawing);
    time_message!(Invoice invoice);
    time_message!(Inventory inventory);
    Ok(())
}

fn time_message<'a, T: Serialize + Deserialize<'a> + PartialEq>(
    stopwatch: &Stopwatch,
    message: &str,
    value: &T,
    input: &'a [u8],
) -> Result<(), Box<dyn Error>> {
    check(
        LIBRARY.name,
        message,
        value,
        &::postcard::from_bytes(input)?,
    )?;
    let case = Case {
        library: LIBRARY,
        message,
        bytes: input.len(),
        growth: false,
    };
    stopwatch.time(case, Operation::Encode, || {
        ::postcard::to_allocvec(black_box(value))
    });
    let mut reused = vec![0; input.len()];
    stopwatch.time(case, Operation::EncodeReused, || {
        ::postcard::to_slice(black_box(value), &mut reused).map(|written| written.len())
    });
    stopwatch.time(case, Operation::Decode, || {
        ::postcard::from_bytes::<T>(black_box(input))
    });
    Ok(())
}
