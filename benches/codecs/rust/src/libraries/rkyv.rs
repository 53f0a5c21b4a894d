//! rkyv, which reads values where they lie. Decoding is its check of the bytes, and then a comparison that reads every field.

use std::error::Error;
use std::hint::black_box;

use rkyv::rancor;
use rkyv::util::AlignedVec;

use crate::content::Content;
use crate::measure::{Case, Library, Operation, Stopwatch};
use crate::plain::{self, Values};

const LIBRARY: Library = Library {
    name: "rkyv",
    version: "0.8.18",
};

pub fn time(stopwatch: &Stopwatch, content: &Content) -> Result<(), Box<dyn Error>> {
    let values = Values::read(content)?;
    /// Times one message type; the bounds on it would be longer than the code.
    macro_rules! time_message {
        ($message:ident $archived:ident $field:ident) => {{
            let value = &values.$field;
            let input = ::rkyv::to_bytes::<rancor::Error>(value)?;
            if ::rkyv::access::<plain::$archived, rancor::Error>(&input)? != value {
                return Err(concat!(
                    "rkyv does not give back the ",
                    stringify!($message),
                    " that it was given"
                )
                .into());
            }
            let case = Case {
                library: LIBRARY,
                message: stringify!($message),
                bytes: input.len(),
                growth: false,
            };
            stopwatch.time(case, Operation::Encode, || {
                ::rkyv::to_bytes::<rancor::Error>(black_box(value))
            });
            let mut reused: AlignedVec = AlignedVec::with_capacity(input.len());
            stopwatch.time(case, Operation::EncodeReused, || {
                let mut out = std::mem::take(&mut reused);
                out.clear();
                let written =
                    ::rkyv::api::high::to_bytes_in::<_, rancor::Error>(black_box(value), out);
                written.map(|out| reused = out)
            });
            stopwatch.time(case, Operation::Decode, || {
                ::rkyv::access::<plain::$archived, rancor::Error>(black_box(&input))
                    .map(|archived| archived == value)
            });
        }};
    }
    time_message!(PacketHeader ArchivedPacketHeader packet_header);
    time_message!(MachineReport ArchivedMachineReport machine_report);
    time_message!(Order ArchivedOrder order);
    time_message!(Profile ArchivedProfile profile);
    time_message!(SampleArray ArchivedSampleArray sample_array);
    time_message!(Drawing ArchivedDrawing drawing);
    time_message!(Invoice ArchivedInvoice invoice);
    time_message!(Inventory ArchivedInventory inventory);
    Ok(())
}
