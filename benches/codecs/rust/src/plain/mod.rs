//! The content in plain types, as users of serde and rkyv write them.

/// `Self` of another structure: fields that have the same name in both are converted, the others are given.
macro_rules! copy {
    ($from:ident { $($name:ident),* $(,)? } $(, $other:ident: $value:expr)* $(,)?) => {
        Self { $($name: $from.$name.into(),)* $($other: $value),* }
    };
}
pub(crate) use copy;

mod documents;
mod fixed;
mod lists;
mod text;

pub use documents::*;
pub use fixed::*;
pub use lists::*;
pub use text::Text;

use codec_bench::{documents as mw_documents, fixed as mw_fixed, lists as mw_lists};
use std::error::Error;

use crate::content::Content;

/// What the files hold.
pub struct Values<'a> {
    pub packet_header: PacketHeader,
    pub machine_report: MachineReport,
    pub order: Order<'a>,
    pub profile: Profile<'a>,
    pub sample_array: SampleArray,
    pub drawing: Drawing<'a>,
    pub invoice: Invoice<'a>,
    pub inventory: Inventory<'a>,
}

impl<'a> Values<'a> {
    pub fn read(content: &'a Content) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            packet_header: mw_fixed::PacketHeader::decode(&content.packet_header)?.into(),
            machine_report: mw_fixed::MachineReport::decode(&content.machine_report)?.into(),
            order: mw_lists::Order::decode(&content.order)?.into(),
            profile: mw_lists::Profile::decode(&content.profile)?.into(),
            sample_array: mw_lists::SampleArray::decode(&content.sample_array)?.into(),
            drawing: mw_lists::Drawing::decode(&content.drawing)?.into(),
            invoice: mw_documents::Invoice::decode(&content.invoice)?.into(),
            inventory: mw_lists::Inventory::decode(&content.inventory)?.into(),
        })
    }
}

/// Converts each element.
pub(crate) fn all<T, U: From<T>>(from: Vec<T>) -> Vec<U> {
    from.into_iter().map(U::from).collect()
}
