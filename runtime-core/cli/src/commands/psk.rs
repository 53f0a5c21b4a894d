//! `mw psk`

use std::path::Path;

use meshwright_mesh::create_key;
use serde_json::json;

use crate::failure::Failure;
use crate::output::Output;

pub fn run(file: &Path, output: &Output) -> Result<(), Failure> {
    create_key(file)?;
    let path = file.display();
    output.say(
        format_args!("made the key of a mesh in {path}; copy it, safely, to each node"),
        &json!({ "psk_file": path.to_string() }),
    )?;
    Ok(())
}
