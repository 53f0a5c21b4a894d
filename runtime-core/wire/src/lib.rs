//! Messages of the mesh: types and codecs made from the spec, as a module tree that follows its.

mod generated;
#[cfg(feature = "arbitrary")]
mod samples;

pub use generated::*;
pub use meshwright_codec::{
    DecodeError, EncodeError, ErrorKind, IntoOwned, JsonValue, Unknown, float_text,
    parse_socket_address,
};
