//! The reply slot of `weixin-bot`, checked in isolation: every sequence of transitions
//! (`tests/transitions.rs`), and every interleaving of threads with a model checker
//! (`tests/interleavings.rs`). Both compile the source file of the bot itself.
