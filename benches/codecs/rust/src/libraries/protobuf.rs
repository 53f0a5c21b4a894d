//! The official protobuf library. Its values are read from prost's bytes, so that the content is built for protobuf only once.

use std::error::Error;
use std::hint::black_box;

use protobuf::{Message, message_eq};

use super::prost::encoded;
use crate::content::Content;
use crate::measure::{Case, Library, Operation, Stopwatch};
use crate::proto::official as pb;

const LIBRARY: Library = Library {
    name: "protobuf",
    version: "4.36.2",
};

pub fn time(stopwatch: &Stopwatch, content: &Content) -> Result<(), Box<dyn Error>> {
    let bytes = encoded(content)?;
    time_message::<pb::PacketHeader>(stopwatch, "PacketHeader", &bytes.packet_header)?;
    time_message::<pb::MachineReport>(stopwatch, "MachineReport", &bytes.machine_report)?;
    time_message::<pb::Order>(stopwatch, "Order", &bytes.order)?;
    time_message::<pb::Profile>(stopwatch, "Profile", &bytes.profile)?;
    time_message::<pb::SampleArray>(stopwatch, "SampleArray", &bytes.sample_array)?;
    time_message::<pb::Drawing>(stopwatch, "Drawing", &bytes.drawing)?;
    time_message::<pb::Invoice>(stopwatch, "Invoice", &bytes.invoice)?;
    time_message::<pb::Inventory>(stopwatch, "Inventory", &bytes.inventory)
}

fn time_message<M: Message>(
    stopwatch: &Stopwatch,
    message: &str,
    input: &[u8],
) -> Result<(), Box<dyn Error>> {
    let value = M::parse(input)?;
    let back = M::parse(&value.serialize()?)?;
    if !message_eq(&value, &back) {
        return Err(format!("protobuf does not give back the {message} that it was given").into());
    }
    let case = Case {
        library: LIBRARY,
        message,
        bytes: input.len(),
        growth: false,
    };
    stopwatch.time(case, Operation::Encode, || black_box(&value).serialize());
    stopwatch.time(case, Operation::Decode, || M::parse(black_box(input)));
    Ok(())
}
