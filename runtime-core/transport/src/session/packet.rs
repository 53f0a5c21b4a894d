//! A packet as bytes: 24 of its header in clear, the rest of it sealed together with the payload.
//!
//! **Never build with `--cfg meshwright_bench_plain`:** packets then travel in clear with a tag of zeros, and everyone can read and forge them.
//! It lets `npm run bench:mesh` show what encryption costs. It is no feature of Cargo, so that no dependency can turn it on.

use meshwright_wire::wire::packet::PacketHeader;

use crate::crypto::aead::{AeadKey, TAG};

/// Bytes of the header that travel in clear, as associated data. The last of them are its session id and its counter.
pub(super) const CLEAR: usize = 24;
/// What a packet costs beside its payload.
pub(crate) const OVERHEAD: usize = PacketHeader::SIZE + TAG;

/// What a packet carries, before it is sealed: written once, straight into its datagram.
pub(crate) trait Contents {
    fn length(&self) -> usize;
    fn write_into(&self, out: &mut Vec<u8>);
}

impl Contents for [u8] {
    fn length(&self) -> usize {
        self.len()
    }

    fn write_into(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self);
    }
}

/// One after the other.
impl<const N: usize> Contents for [&[u8]; N] {
    fn length(&self) -> usize {
        self.iter().map(|part| part.len()).sum()
    }

    fn write_into(&self, out: &mut Vec<u8>) {
        self.iter().for_each(|part| out.extend_from_slice(part));
    }
}

/// A packet that was opened where it stood.
#[derive(Debug)]
pub(crate) struct Opened<'a> {
    pub header: PacketHeader,
    pub payload: &'a [u8],
}

/// Why a packet was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PacketError {
    /// Too short, or not as its header says.
    Malformed,
    Forged,
    Replayed,
}

/// Appends the sealed packet to `out`. `payload_length` is set from `payload`, which has at most 65,535 bytes.
pub(super) fn seal(
    key: &AeadKey,
    header: PacketHeader,
    payload: &(impl Contents + ?Sized),
    out: &mut Vec<u8>,
) {
    let length = payload.length();
    let payload_length = u16::try_from(length).expect("payloads are cut to the size of datagrams");
    let start = out.len();
    out.reserve(OVERHEAD + length);
    PacketHeader {
        payload_length,
        ..header
    }
    .encode_into(out)
    .expect("every header can be written");
    payload.write_into(out);
    let (clear, text) = out[start..].split_at_mut(CLEAR);
    let tag = if cfg!(meshwright_bench_plain) {
        [0; TAG]
    } else {
        key.seal(header.counter, clear, text)
    };
    out.extend_from_slice(&tag);
}

/// The session id and the counter of `packet`, as everybody on the path sees them.
pub(crate) fn in_clear(packet: &[u8]) -> Option<(u64, u64)> {
    let (_, ids) = packet.get(..CLEAR)?.split_last_chunk::<16>()?;
    let (session_id, counter) = ids.split_first_chunk::<8>()?;
    let counter = counter.first_chunk::<8>()?;
    Some((
        u64::from_le_bytes(*session_id),
        u64::from_le_bytes(*counter),
    ))
}

/// The bytes in clear tell only which session to ask; this is the first to be believed.
pub(super) fn open<'a>(key: &AeadKey, datagram: &'a mut [u8]) -> Result<Opened<'a>, PacketError> {
    let (packet, tag) = datagram
        .split_last_chunk_mut::<TAG>()
        .filter(|(packet, _)| packet.len() >= PacketHeader::SIZE)
        .ok_or(PacketError::Malformed)?;
    let (clear, text) = packet.split_at_mut(CLEAR);
    let (_, counter) = in_clear(clear).ok_or(PacketError::Malformed)?;
    if !cfg!(meshwright_bench_plain) {
        key.open(counter, clear, text, tag)
            .map_err(|_| PacketError::Forged)?;
    }
    let (header, payload) = packet.split_at(PacketHeader::SIZE);
    let header = PacketHeader::decode(header).map_err(|_| PacketError::Malformed)?;
    if usize::from(header.payload_length) != payload.len() {
        return Err(PacketError::Malformed);
    }
    Ok(Opened { header, payload })
}
