//! Values that outlive the input that they were read from.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Copies whatever a value borrows.
pub trait IntoOwned {
    /// The same type without a borrow.
    type Owned;

    /// The same value, borrowing nothing.
    fn into_owned(self) -> Self::Owned;
}

impl<T: ToOwned + ?Sized + 'static> IntoOwned for Cow<'_, T> {
    type Owned = Cow<'static, T>;

    fn into_owned(self) -> Cow<'static, T> {
        Cow::Owned(self.into_owned())
    }
}

impl<T: IntoOwned> IntoOwned for Option<T> {
    type Owned = Option<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.map(T::into_owned)
    }
}

impl<T: IntoOwned> IntoOwned for Box<T> {
    type Owned = Box<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        Box::new((*self).into_owned())
    }
}

impl<T: IntoOwned> IntoOwned for Vec<T> {
    type Owned = Vec<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.into_iter().map(T::into_owned).collect()
    }
}

impl<T: IntoOwned, const N: usize> IntoOwned for [T; N] {
    type Owned = [T::Owned; N];

    fn into_owned(self) -> Self::Owned {
        self.map(T::into_owned)
    }
}

impl<K: IntoOwned<Owned: Ord>, V: IntoOwned> IntoOwned for BTreeMap<K, V> {
    type Owned = BTreeMap<K::Owned, V::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.into_iter()
            .map(|(key, value)| (key.into_owned(), value.into_owned()))
            .collect()
    }
}

macro_rules! owned_already {
    ($($type:ty)*) => {$(
        impl IntoOwned for $type {
            type Owned = Self;

            #[inline]
            fn into_owned(self) -> Self {
                self
            }
        }
    )*};
}

// Map keys and values, of which only one side may borrow.
owned_already! { u8 u16 u32 u64 i8 i16 i32 i64 f32 f64 bool std::time::Duration std::net::SocketAddr }
