//! prost, the popular protobuf library in Rust itself.

use std::error::Error;
use std::hint::black_box;

use prost::Message;

use super::check;
use crate::content::Content;
use crate::measure::{Case, Library, Operation, Stopwatch};
use crate::plain::Values;
use crate::proto::prost as pb;

const LIBRARY: Library = Library {
    name: "prost",
    version: "0.14.4",
};

pub fn time(stopwatch: &Stopwatch, content: &Content) -> Result<(), Box<dyn Error>> {
    let values = Values::read(content)?;
    time_message(
        stopwatch,
        "PacketHeader",
        &pb::PacketHeader::from(values.packet_header),
    )?;
    time_message(
        stopwatch,
        "MachineReport",
        &pb::MachineReport::from(values.machine_report),
    )?;
    time_message(stopwatch, "Order", &pb::Order::from(values.order))?;
    time_message(stopwatch, "Profile", &pb::Profile::from(values.profile))?;
    time_message(
        stopwatch,
        "SampleArray",
        &pb::SampleArray::from(values.sample_array),
    )?;
    time_message(stopwatch, "Drawing", &pb::Drawing::from(values.drawing))?;
    time_message(stopwatch, "Invoice", &pb::Invoice::from(values.invoice))?;
    time_message(
        stopwatch,
        "Inventory",
        &pb::Inventory::from(values.inventory),
    )
}

/// The content as protobuf's bytes.
pub fn encoded(content: &Content) -> Result<Content, Box<dyn Error>> {
    let values = Values::read(content)?;
    Ok(Content {
        packet_header: pb::PacketHeader::from(values.packet_header).encode_to_vec(),
        machine_report: pb::MachineReport::from(values.machine_report).encode_to_vec(),
        order: pb::Order::from(values.order).encode_to_vec(),
        profile: pb::Profile::from(values.profile).encode_to_vec(),
        sample_array: pb::SampleArray::from(values.sample_array).encode_to_vec(),
        drawing: pb::Drawing::from(values.drawing).encode_to_vec(),
        invoice: pb::Invoice::from(values.invoice).encode_to_vec(),
        inventory: pb::Inventory::from(values.inventory).encode_to_vec(),
    })
}

fn time_message<M: Message + Default + PartialEq>(
    stopwatch: &Stopwatch,
    message: &str,
    value: &M,
) -> Result<(), Box<dyn Error>> {
    let input = value.encode_to_vec();
    check(LIBRARY.name, message, value, &M::decode(&input[..])?)?;
    let case = Case {
        library: LIBRARY,
        message,
        bytes: input.len(),
        growth: false,
    };
    stopwatch.time(case, Operation::Encode, || black_box(value).encode_to_vec());
    let mut reused = Vec::with_capacity(input.len());
    stopwatch.time(case, Operation::EncodeReused, || {
        reused.clear();
        black_box(value).encode(&mut reused)
    });
    stopwatch.time(case, Operation::Decode, || M::decode(black_box(&input[..])));
    Ok(())
}
