//! Which counters were seen: a ring of bits, as in RFC 6479, so that moving on costs no shifts.

/// Packets that may arrive late.
pub(crate) const WINDOW: u64 = 2048;
const WORD: u64 = 64;
/// One word more than the window, since the newest is only partly filled.
const WORDS: usize = (WINDOW / WORD) as usize + 1;

#[derive(Debug, Default)]
pub(crate) struct ReplayWindow {
    /// One more than the highest counter that was seen.
    end: u64,
    seen: Ring,
}

#[derive(Debug)]
struct Ring([u64; WORDS]);

impl Default for Ring {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl ReplayWindow {
    /// Takes note of `counter`. False if it was seen before, or is too old to know.
    pub(crate) fn admit(&mut self, counter: u64) -> bool {
        if counter == u64::MAX {
            return false;
        }
        if counter >= self.end {
            self.advance(counter);
        } else if self.end - counter > WINDOW {
            return false;
        }
        let (word, bit) = (&mut self.seen.0[slot(counter)], 1 << (counter % WORD));
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    /// Forgets the words that `counter` moves into.
    fn advance(&mut self, counter: u64) {
        let (from, to) = (self.end.div_ceil(WORD), counter / WORD);
        for word in from.max(to.saturating_sub(WORDS as u64 - 1))..=to {
            self.seen.0[slot(word * WORD)] = 0;
        }
        self.end = counter + 1;
    }
}

fn slot(counter: u64) -> usize {
    (counter / WORD % WORDS as u64) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_counter_is_taken_once_and_none_that_is_too_old() {
        let mut window = ReplayWindow::default();
        let (mut taken, mut end, mut state) = (BTreeSet::new(), 0_u64, 0x9e37_79b9_7f4a_7c15_u64);
        for step in 0..200_000 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let jump = if step % 1000 == 0 {
                state % 10_000
            } else {
                state % 70
            };
            let counter = if state & 1 == 0 {
                end + jump
            } else {
                end.saturating_sub(state % 2_200)
            };
            let expected = counter + WINDOW >= end && taken.insert(counter);
            assert_eq!(
                window.admit(counter),
                expected,
                "counter {counter} with the window's end at {end}"
            );
            end = end.max(counter + 1);
        }
    }

    #[test]
    fn a_jump_of_any_size_forgets_all_before() {
        let mut window = ReplayWindow::default();
        assert!((0..100).all(|counter| window.admit(counter)));
        for counter in [1 << 20, 1 << 40, u64::MAX - 1] {
            assert!(window.admit(counter));
            assert!(!window.admit(counter));
            assert!(window.admit(counter - WINDOW + 1));
            assert!(!window.admit(counter - WINDOW));
            assert!(!window.admit(50));
        }
        assert!(!window.admit(u64::MAX));
    }
}
