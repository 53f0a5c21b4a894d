//! Rings against a model that is too plain to be wrong.

use proptest::prelude::*;

use super::super::config::OnFull;
use super::super::ring::{Pushed, Ring, RingSize};

#[derive(Clone, Debug)]
enum Step {
    Push(usize, OnFull),
    Pop,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let policy = prop_oneof![
        Just(OnFull::DropNewest),
        Just(OnFull::DropOldest),
        Just(OnFull::FailProducer)
    ];
    let step = prop_oneof![
        3 => (0usize..12, policy).prop_map(|(bytes, on_full)| Step::Push(bytes, on_full)),
        1 => Just(Step::Pop),
    ];
    prop::collection::vec(step, 0..200)
}

/// All that is in the ring, as (number, bytes, policy), and the rules of docs/channels.md word by word.
#[derive(Default)]
struct Model(Vec<(usize, usize, OnFull)>);

impl Model {
    fn fits(&self, from: usize, bytes: usize, size: RingSize) -> bool {
        let left = &self.0[from..];
        let sum: usize = left.iter().map(|item| item.1).sum();
        left.is_empty() || (left.len() < size.events && sum + bytes <= size.bytes)
    }

    fn push(&mut self, number: usize, bytes: usize, on_full: OnFull, size: RingSize) -> Pushed {
        let droppable = match on_full {
            OnFull::DropOldest => self
                .0
                .iter()
                .take_while(|item| item.2 == OnFull::DropOldest)
                .count(),
            OnFull::DropNewest | OnFull::FailProducer => 0,
        };
        let Some(dropped) = (0..=droppable).find(|&from| self.fits(from, bytes, size)) else {
            return Pushed::Full;
        };
        self.0.drain(..dropped);
        self.0.push((number, bytes, on_full));
        match dropped {
            0 => Pushed::Taken,
            dropped => Pushed::TookPlaceOf(dropped as u64),
        }
    }
}

proptest! {
    #[test]
    fn a_ring_does_what_the_model_does(events in 1usize..6, bytes in 1usize..30, steps in steps()) {
        let size = RingSize { events, bytes };
        let mut ring = Ring::new(size);
        let mut model = Model::default();
        for (number, step) in steps.into_iter().enumerate() {
            match step {
                Step::Push(bytes, on_full) => {
                    prop_assert_eq!(ring.has_room(bytes), model.fits(0, bytes, size));
                    let pushed = ring.push(number, bytes, on_full);
                    prop_assert_eq!(pushed, model.push(number, bytes, on_full, size));
                }
                Step::Pop => {
                    let expected = (!model.0.is_empty()).then(|| model.0.remove(0).0);
                    prop_assert_eq!(ring.pop(), expected);
                }
            }
            prop_assert_eq!(ring.len(), model.0.len());
            prop_assert!(ring.len() <= events);
        }
    }
}
