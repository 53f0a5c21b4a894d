//! What the spec fixes has a name, and is what encoders write.

use meshwright::wire::handshake::HandshakeInit;
use meshwright::wire::log::Manifest;
use meshwright::wire::traversal::PunchKeepAlive;
use std::error::Error;

#[test]
fn constants_are_what_encoders_write() -> Result<(), Box<dyn Error>> {
    let bytes = PunchKeepAlive {
        sender: meshwright::wire::identity::NodeId(7),
        punch_id: 9,
    }
    .encode()?;
    assert_eq!(bytes[..2], PunchKeepAlive::MAGIC.to_le_bytes());
    let (magic, frame): (u16, u8) = (HandshakeInit::MAGIC, HandshakeInit::TYPE);
    assert_eq!((magic, frame), (0x4857, 1));
    assert_eq!(Manifest::MAGIC, *b"REDM");
    Ok(())
}
