//! What one would use instead of Meshwright.

mod nats;
mod quinn_datagram;
mod quinn_endpoint;
mod quinn_stream;
pub mod tonic;
mod udp;
mod zenoh;

pub use self::nats::Nats;
pub use self::quinn_datagram::QuinnDatagram;
pub use self::quinn_stream::QuinnStream;
pub use self::tonic::Tonic;
pub use self::udp::Udp;
pub use self::zenoh::Zenoh;
