//! Patterns of text, as tables made from the spec's regular expressions.

/// A deterministic automaton over bytes that must accept the whole text. State 0 is a dead end; matching starts in state 1.
#[derive(Debug)]
pub struct Pattern {
    /// As the spec has it, for messages.
    pub source: &'static str,
    /// Byte to class.
    pub classes: &'static [u8; 256],
    /// How many classes there are.
    pub class_count: usize,
    /// The next state, at `state × class_count + class`.
    pub transitions: &'static [u16],
    /// Whether the text may end in a state.
    pub accepting: &'static [bool],
}

impl Pattern {
    /// Whether the whole of `text` matches.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        let mut state = 1;
        for byte in text.bytes() {
            let class = usize::from(self.classes[usize::from(byte)]);
            state = usize::from(self.transitions[state * self.class_count + class]);
            if state == 0 {
                return false;
            }
        }
        self.accepting[state]
    }
}
