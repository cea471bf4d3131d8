//! The locks that the reply slot is built on, so that a model checker can put its own in their
//! place.

pub(super) use std::sync::{Mutex, MutexGuard};
