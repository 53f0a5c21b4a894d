//! How deep values may nest.

/// Levels that are entered. A type that contains itself counts one, and so does each array or object of free JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Depth(u8);

impl Depth {
    const GREATEST: Self = Self(64);

    /// One level further in, unless that is too deep.
    #[inline]
    pub(crate) fn deeper(self) -> Option<Self> {
        (self < Self::GREATEST).then(|| Self(self.0 + 1))
    }

    #[inline]
    pub(crate) fn shallower(self) -> Self {
        Self(self.0 - 1)
    }

    /// Of a value that holds one of so many levels, the levels.
    #[inline]
    pub(crate) fn one_more(self) -> Self {
        Self(self.0 + 1)
    }

    /// Whether a value of so many levels has room here.
    #[inline]
    pub(crate) fn has_room_for(self, levels: Self) -> bool {
        self.0 + levels.0 <= Self::GREATEST.0
    }
}
