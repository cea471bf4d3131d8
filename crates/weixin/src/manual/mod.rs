//! The manual: how the platform works, and what is done about it.
//!
//! * [`first_bot`]: handlers, their arguments, their answers.
//! * [`accounts`]: configuration; Official Accounts, Mini Programs, WeCom; several at once.
//! * [`five_seconds`]: how long an answer may take, what happens to a late one, repeats.
//! * [`groups`]: every group of endpoints, and the feature that brings it.
//! * [`security`]: who can talk to a bot, modes, keys, secrets.
//! * [testing](testing/index.html): the emulator inside a test (feature `emulator`).
//! * [`deploying`]: proxies, health checks, shutting down, logs.

pub mod accounts {
    #![doc = include_str!("accounts.md")]
}
pub mod deploying {
    #![doc = include_str!("deploying.md")]
}
pub mod first_bot {
    #![doc = include_str!("first_bot.md")]
}
pub mod five_seconds {
    #![doc = include_str!("five_seconds.md")]
}
pub mod groups {
    #![doc = include_str!("groups.md")]
}
pub mod security {
    #![doc = include_str!("security.md")]
}
#[cfg(feature = "emulator")]
pub mod testing {
    #![doc = include_str!("testing.md")]
}
