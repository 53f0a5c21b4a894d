//! The codecs under test.

use std::error::Error;

use codec_bench::documents::Invoice;
use codec_bench::fixed::{MachineReport, PacketHeader};
use codec_bench::lists::{Drawing, Inventory, Order, Profile, SampleArray};

use crate::content::Content;
use crate::measure::{Case, Library, Operation, Stopwatch};

pub const LIBRARY: Library = Library {
    name: "meshwright",
    version: codec_bench::SPEC_VERSION,
};

/// Times one message type; its functions are its own, there is no trait.
macro_rules! time_message {
    ($stopwatch:expr, $message:ty, $name:expr, $input:expr, $growth:expr) => {{
        let input: &[u8] = $input;
        let value = <$message>::decode(input)?;
        if value.encode()? != input {
            return Err(format!("meshwright does not give back the bytes of {}", $name).into());
        }
        let case = Case {
            library: LIBRARY,
            message: $name,
            bytes: input.len(),
            growth: $growth,
        };
        let stopwatch: &Stopwatch = $stopwatch;
        stopwatch.time(case, Operation::Encode, || black_box(&value).encode());
        let mut reused = Vec::with_capacity(input.len());
        stopwatch.time(case, Operation::EncodeReused, || {
            reused.clear();
            black_box(&value).encode_into(&mut reused)
        });
        stopwatch.time(case, Operation::Decode, || {
            <$message>::decode(black_box(input))
        });
    }};
}
pub(crate) use time_message;

pub fn time(stopwatch: &Stopwatch, content: &Content) -> Result<(), Box<dyn Error>> {
    use std::hint::black_box;
    time_message!(
        stopwatch,
        PacketHeader,
        "PacketHeader",
        &content.packet_header,
        false
    );
    time_message!(
        stopwatch,
        MachineReport,
        "MachineReport",
        &content.machine_report,
        false
    );
    time_message!(stopwatch, Order, "Order", &content.order, false);
    time_message!(stopwatch, Profile, "Profile", &content.profile, false);
    time_message!(
        stopwatch,
        SampleArray,
        "SampleArray",
        &content.sample_array,
        false
    );
    time_message!(stopwatch, Drawing, "Drawing", &content.drawing, false);
    time_message!(stopwatch, Invoice, "Invoice", &content.invoice, false);
    time_message!(stopwatch, Inventory, "Inventory", &content.inventory, false);
    Ok(())
}
