//! Paths are built from the inside out while a refusal travels up, so that success costs nothing.

/// An error that knows its place in a message.
pub trait Located: Sized {
    /// Puts a step in front of the path.
    #[must_use]
    fn inside(self, step: &str) -> Self;

    /// Says which message it was.
    #[must_use]
    fn of_message(self, name: &'static str) -> Self;
}

/// Says, of a result, where in its surroundings it belongs.
pub trait ErrorPath {
    /// It is the field of this name.
    #[must_use]
    fn field(self, name: &str) -> Self;

    /// It is the element at this index.
    #[must_use]
    fn element(self, index: usize) -> Self;

    /// It is the key of the map entry at this index.
    #[must_use]
    fn key(self, index: usize) -> Self;

    /// It is the value of the map entry at this index.
    #[must_use]
    fn value(self, index: usize) -> Self;

    /// It is a message of this type.
    #[must_use]
    fn of_message(self, name: &'static str) -> Self;
}

impl<T, E: Located> ErrorPath for Result<T, E> {
    #[inline]
    fn field(self, name: &str) -> Self {
        self.map_err(|error| error.inside(name))
    }

    #[inline]
    fn element(self, index: usize) -> Self {
        self.map_err(|error| error.inside(&format!("[{index}]")))
    }

    #[inline]
    fn key(self, index: usize) -> Self {
        self.map_err(|error| error.inside("key").inside(&format!("[{index}]")))
    }

    #[inline]
    fn value(self, index: usize) -> Self {
        self.map_err(|error| error.inside("value").inside(&format!("[{index}]")))
    }

    #[inline]
    fn of_message(self, name: &'static str) -> Self {
        self.map_err(|error| error.of_message(name))
    }
}
