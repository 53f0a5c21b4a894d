//! Makes the types of bench.proto for both protobuf libraries. PROTOC names the compiler.

use std::error::Error;

const FOLDER: &str = "..";
const FILE: &str = "bench.proto";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={FOLDER}/{FILE}");
    println!("cargo:rerun-if-env-changed=PROTOC");
    // Sorted, as Meshwright's map is.
    prost_build::Config::new()
        .btree_map(["."])
        .compile_protos(&[format!("{FOLDER}/{FILE}")], &[FOLDER])?;
    protobuf_codegen::CodeGen::new()
        .input(FILE)
        .include(FOLDER)
        .generate_and_compile()?;
    Ok(())
}
