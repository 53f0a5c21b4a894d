//! Times Meshwright's Rust codecs beside other libraries on the same content: `codecs-bench CONTENT_DIR [--quick]`.
//!
//! The content is read with Meshwright; every other library's values are made from that, and each library must give back what it was given
//! before it is timed. One JSON line a measurement goes to standard output.

mod content;
mod growth;
mod libraries;
mod measure;
mod plain;
mod proto;

use std::error::Error;
use std::path::PathBuf;

use crate::content::Content;
use crate::measure::Stopwatch;

fn main() -> Result<(), Box<dyn Error>> {
    let mut folder = None;
    let mut quick = false;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--quick" => quick = true,
            path => folder = Some(PathBuf::from(path)),
        }
    }
    let folder = folder.ok_or("usage: codecs-bench CONTENT_DIR [--quick]")?;
    let stopwatch = Stopwatch::new(quick);
    let content = Content::read(&folder)?;
    libraries::meshwright::time(&stopwatch, &content)?;
    libraries::protobuf::time(&stopwatch, &content)?;
    libraries::prost::time(&stopwatch, &content)?;
    libraries::postcard::time(&stopwatch, &content)?;
    libraries::rkyv::time(&stopwatch, &content)?;
    libraries::json::time(&stopwatch, &content)?;
    growth::time(&stopwatch, &folder.join("growth"))
}
