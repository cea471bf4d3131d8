//! The locks of the reply slot, in one place so that a model checker can replace them.

pub(super) use std::sync::{Mutex, MutexGuard};
