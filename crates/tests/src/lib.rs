//! What the cross-crate tests share: probes for the extras a machine may lack, and a Python peer.
