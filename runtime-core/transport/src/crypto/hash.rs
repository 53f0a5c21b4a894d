//! Keyed BLAKE2s (RFC 7693).

use blake2::Blake2sMac;
use blake2::digest::typenum::{U16, U32};
use blake2::digest::{KeyInit, Mac};

/// A 32-byte digest of the parts, one after the other. The key has at most 32 bytes.
pub(crate) fn keyed<const N: usize>(key: &[u8], parts: [&[u8]; N]) -> [u8; 32] {
    let mut mac = <Blake2sMac<U32> as KeyInit>::new_from_slice(key)
        .expect("keys of BLAKE2s have at most 32 bytes");
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// The same with 16 bytes.
pub(crate) fn keyed16<const N: usize>(key: &[u8], parts: [&[u8]; N]) -> [u8; 16] {
    let mut mac = <Blake2sMac<U16> as KeyInit>::new_from_slice(key)
        .expect("keys of BLAKE2s have at most 32 bytes");
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// The first 8 bytes of a keyed digest, little-endian.
pub(crate) fn short(key: &[u8], message: &[u8]) -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = keyed(key, [message]);
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

/// Names a channel in packet headers and tokens. `name` is canonical as it stands: there is no other spelling of it.
pub fn channel_hash(name: &str) -> u64 {
    short(b"meshwright-channel-v1", name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channel_hashes_are_those_of_another_implementation() {
        // Python: hashlib.blake2s(name, key=b"meshwright-channel-v1").digest()[:8], little-endian.
        assert_eq!(channel_hash("sensors/lidar"), 0x7f5c_4862_6c9a_841e);
        assert_eq!(channel_hash("a"), 0x9a1b_ce88_2d60_2aa8);
    }
}
