#[cfg(feature = "others")]
use tonic_build::manual::{Builder, Method, Service};

#[cfg(feature = "others")]
fn main() {
    let carry = Method::builder()
        .name("carry")
        .route_name("Carry")
        .input_type("crate::systems::others::tonic::Message")
        .output_type("crate::systems::others::tonic::Message")
        .codec_path("tonic_prost::ProstCodec")
        .client_streaming()
        .server_streaming()
        .build();
    let carrier = Service::builder()
        .name("Carrier")
        .package("bench")
        .method(carry)
        .build();
    Builder::new().compile(&[carrier]);
}

#[cfg(not(feature = "others"))]
fn main() {}
