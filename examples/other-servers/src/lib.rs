//! The same bot in servers other than its own: see the programs in `src/bin`.

use weixin::prelude::*;

/// The bot.
pub fn bot() -> Bot {
    Bot::new().on(|msg: Text| async move { msg.content })
}
