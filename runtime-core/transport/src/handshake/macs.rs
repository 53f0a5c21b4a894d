//! The two macs at the end of a frame. `mac1` shows, cheaply, that the sender knows whom it talks to; `mac2`, that it has a cookie.

use meshwright_wire::wire::handshake::HandshakeMac;
use meshwright_wire::wire::identity::EntityId;
use subtle::ConstantTimeEq;

use crate::crypto::hash;

pub(super) const MAC: usize = 16;

/// Writes both macs into the last 32 bytes of `frame`; `mac2` stays zero without a cookie.
pub(super) fn seal(frame: &mut [u8], receiver: &EntityId, cookie: Option<&[u8; MAC]>) {
    let (body, macs) = split(frame);
    let first = mac1(body, receiver);
    let second = cookie.map_or([0; MAC], |cookie| hash::keyed16(cookie, [body, &first]));
    macs[..MAC].copy_from_slice(&first);
    macs[MAC..].copy_from_slice(&second);
}

/// True if the sender of `frame` knows `receiver`.
pub(crate) fn mac1_is_right(frame: &[u8], receiver: &EntityId) -> bool {
    frame.len().checked_sub(2 * MAC).is_some_and(|end| {
        mac1(&frame[..end], receiver)
            .ct_eq(&frame[end..end + MAC])
            .into()
    })
}

/// True if the sender of `frame` has the cookie.
pub(super) fn mac2_is_right(frame: &[u8], cookie: &[u8; MAC]) -> bool {
    frame.len().checked_sub(MAC).is_some_and(|end| {
        hash::keyed16(cookie, [&frame[..end]])
            .ct_eq(&frame[end..])
            .into()
    })
}

/// Stands where a mac is not known yet.
pub(super) const UNSEALED: HandshakeMac = HandshakeMac([0; MAC]);

fn mac1(body: &[u8], receiver: &EntityId) -> [u8; MAC] {
    hash::keyed16(&hash::keyed(b"meshwright-mac1-v1", [&receiver.0]), [body])
}

fn split(frame: &mut [u8]) -> (&[u8], &mut [u8]) {
    let (body, macs) = frame.split_at_mut(frame.len() - 2 * MAC);
    (body, macs)
}
