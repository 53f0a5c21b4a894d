//! Sizes: what they may be, and how a message says them.

/// Bounds of a size, both inclusive: bytes of text and bytes, elements of lists and maps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    pub(crate) min: u64,
    pub(crate) max: u64,
}

impl Limit {
    /// No bounds.
    pub const ANY: Self = Self {
        min: 0,
        max: u64::MAX,
    };

    /// From `min` to `max`.
    #[must_use]
    pub const fn new(min: u64, max: u64) -> Self {
        Self { min, max }
    }
}

/// How a value of varying size says where it ends, and what its size may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    pub(crate) prefix: Prefix,
    pub(crate) limit: Limit,
}

/// The integer before a value of varying size; for `Rest` there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prefix {
    U8,
    U16Le,
    U16Be,
    U32Le,
    U32Be,
    U64Le,
    U64Be,
    VarintU16,
    VarintU32,
    VarintU64,
    Rest,
}

macro_rules! extents {
    ($($name:ident $prefix:ident $what:literal;)*) => {
        impl Extent {
            $(
                #[doc = $what]
                #[must_use]
                pub const fn $name(min: u64, max: u64) -> Self {
                    Self { prefix: Prefix::$prefix, limit: Limit { min, max } }
                }
            )*
        }
    };
}

extents! {
    u8 U8 "A one-byte size before the value.";
    u16_le U16Le "A little-endian 16-bit size before the value.";
    u16_be U16Be "A big-endian 16-bit size before the value.";
    u32_le U32Le "A little-endian 32-bit size before the value.";
    u32_be U32Be "A big-endian 32-bit size before the value.";
    u64_le U64Le "A little-endian 64-bit size before the value.";
    u64_be U64Be "A big-endian 64-bit size before the value.";
    varint_u16 VarintU16 "A varint of at most 16 bits before the value.";
    varint_u32 VarintU32 "A varint of at most 32 bits before the value.";
    varint_u64 VarintU64 "A varint before the value.";
    rest Rest "The value ends where its window ends.";
}
