//! The reply slot of `weixin-bot`, checked apart from the rest: every sequence of transitions
//! (`tests/transitions.rs`), and every interleaving of threads with a model checker
//! (`tests/interleavings.rs`). Both compile the very file that the bot uses.
