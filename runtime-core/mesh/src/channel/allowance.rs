//! What may be done at once, and what again with each tick: a token bucket that the tick fills. Peers are looked at with each tick anyway, so that nobody who
//! asks here need know the time.

pub(super) struct Allowance {
    left: u32,
    most: u32,
    each_tick: u32,
}

impl Allowance {
    pub(super) const fn new(most: u32, each_tick: u32) -> Self {
        Self {
            left: most,
            most,
            each_tick,
        }
    }

    pub(super) fn is_left(&self) -> bool {
        self.left > 0
    }

    /// False if nothing is left.
    pub(super) fn take(&mut self) -> bool {
        let taken = self.is_left();
        self.left = self.left.saturating_sub(1);
        taken
    }

    pub(super) fn tick(&mut self) {
        self.left = self.most.min(self.left.saturating_add(self.each_tick));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(allowance: &mut Allowance) -> usize {
        std::iter::from_fn(|| allowance.take().then_some(())).count()
    }

    #[test]
    fn it_is_used_up_and_filled_again() {
        let mut allowance = Allowance::new(3, 2);
        assert_eq!(taken(&mut allowance), 3);
        allowance.tick();
        assert_eq!(taken(&mut allowance), 2);
        (0..9).for_each(|_| allowance.tick());
        assert_eq!(taken(&mut allowance), 3);
        assert!(!allowance.is_left());
    }
}
