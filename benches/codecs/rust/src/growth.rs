//! The messages that are made in many sizes: what a byte costs must not grow.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;

use codec_bench::growth::{GrowthBytes, GrowthDocument, GrowthNumbers, GrowthText};

use crate::content;
use crate::libraries::meshwright::{LIBRARY, time_message};
use crate::measure::{Case, Operation, Stopwatch};

pub fn time(stopwatch: &Stopwatch, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.sort();
    for file in &files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let message = name.split('-').next().unwrap_or_default();
        let input = content::read(file)?;
        match message {
            "GrowthBytes" => time_message!(stopwatch, GrowthBytes, message, &input, true),
            "GrowthText" => time_message!(stopwatch, GrowthText, message, &input, true),
            "GrowthNumbers" => time_message!(stopwatch, GrowthNumbers, message, &input, true),
            "GrowthDocument" => time_message!(stopwatch, GrowthDocument, message, &input, true),
            _ => return Err(format!("{}: no such message", file.display()).into()),
        }
    }
    Ok(())
}
