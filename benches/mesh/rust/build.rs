use tonic_build::manual::{Builder, Method, Service};

fn main() {
    let carry = Method::builder()
        .name("carry")
        .route_name("Carry")
        .input_type("crate::systems::tonic::Message")
        .output_type("crate::systems::tonic::Message")
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
