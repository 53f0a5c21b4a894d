//! The locks of what several threads share: the standard library's, or loom's where all orders of threads are tried (`npm run check:loom`).

#[cfg(meshwright_loom)]
pub(crate) use loom::sync::{Mutex, MutexGuard};
#[cfg(not(meshwright_loom))]
pub(crate) use std::sync::{Mutex, MutexGuard};
