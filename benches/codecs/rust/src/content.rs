//! The content of the bench, as it stands in the files.

use std::error::Error;
use std::fs;
use std::path::Path;

/// The encoded messages, one file each.
pub struct Content {
    pub packet_header: Vec<u8>,
    pub machine_report: Vec<u8>,
    pub order: Vec<u8>,
    pub profile: Vec<u8>,
    pub sample_array: Vec<u8>,
    pub drawing: Vec<u8>,
    pub invoice: Vec<u8>,
    pub inventory: Vec<u8>,
}

impl Content {
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let file = |message| read(&folder.join(message).with_extension("bin"));
        Ok(Self {
            packet_header: file("PacketHeader")?,
            machine_report: file("MachineReport")?,
            order: file("Order")?,
            profile: file("Profile")?,
            sample_array: file("SampleArray")?,
            drawing: file("Drawing")?,
            invoice: file("Invoice")?,
            inventory: file("Inventory")?,
        })
    }
}

/// Reads a file; the error names it.
pub fn read(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}
