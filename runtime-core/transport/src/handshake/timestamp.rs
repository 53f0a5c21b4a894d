//! When an opening was made: TAI64N, of which the receiver only wants that it grows.

use std::time::Duration;

/// 12 bytes, big-endian, so that later ones compare as greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub [u8; 12]);

impl Timestamp {
    /// TAI64 of the Unix epoch, leap seconds since then left out.
    const EPOCH: u64 = (1 << 62) + 10;
    /// About 17 ms: finer steps would tell a stranger how our clock runs.
    const GRAIN: u32 = 1 << 24;

    /// `wall`: time since the Unix epoch.
    pub fn at(wall: Duration) -> Self {
        Self::from_parts(
            Self::EPOCH + wall.as_secs(),
            wall.subsec_nanos() & !(Self::GRAIN - 1),
        )
    }

    /// For `wall`, or the next one after `last` when the clock stood still or went back.
    pub fn after(last: Option<Self>, wall: Duration) -> Self {
        let now = Self::at(wall);
        match last {
            Some(last) if now <= last => last.next(),
            _ => now,
        }
    }

    fn next(self) -> Self {
        let (seconds, nanos) = self.parts();
        let nanos = nanos.saturating_add(Self::GRAIN);
        if nanos < 1_000_000_000 {
            Self::from_parts(seconds, nanos)
        } else {
            Self::from_parts(seconds.saturating_add(1), 0)
        }
    }

    fn parts(self) -> (u64, u32) {
        let [a, b, c, d, e, f, g, h, i, j, k, l] = self.0;
        (
            u64::from_be_bytes([a, b, c, d, e, f, g, h]),
            u32::from_be_bytes([i, j, k, l]),
        )
    }

    fn from_parts(seconds: u64, nanos: u32) -> Self {
        let mut bytes = [0; 12];
        bytes[..8].copy_from_slice(&seconds.to_be_bytes());
        bytes[8..].copy_from_slice(&nanos.to_be_bytes());
        Self(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_ones_are_greater() {
        let one = Timestamp::at(Duration::from_millis(1_000));
        assert!(Timestamp::at(Duration::from_millis(1_020)) > one);
        assert!(Timestamp::at(Duration::from_millis(2_000)) > one);
        assert_eq!(one.0, [0x40, 0, 0, 0, 0, 0, 0, 11, 0, 0, 0, 0]);
    }

    #[test]
    fn they_grow_when_the_clock_does_not() {
        let wall = Duration::new(5, 999_999_999);
        let mut last = Timestamp::at(wall);
        for back in 0..200 {
            let next = Timestamp::after(Some(last), wall - Duration::from_millis(back));
            assert!(next > last);
            last = next;
        }
    }
}
