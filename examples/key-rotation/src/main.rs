//! Changes token and EncodingAESKey of a bot that runs, without losing a message.
//!
//! Pushes that are already on their way when the console is changed are signed and encrypted with the
//! old values, so the bot accepts both for a while. It reads `weixin.toml` again within two seconds of
//! each edit; nothing has to be restarted.
//!
//! 1. At first:
//!
//!    ```toml
//!    [account]
//!    token = "OldToken"
//!    encoding_aes_key = "old…"
//!    ```
//!
//! 2. Choose new values, but do not save them in the console yet. Edit the file; the bot logs
//!    `the configuration was read again: changed …`. With several processes, wait for each of them.
//!
//!    ```toml
//!    [account]
//!    token = "NewToken"
//!    encoding_aes_key = "new…"
//!    previous_token = "OldToken"
//!    previous_aes_key = "old…"
//!    ```
//!
//! 3. Save the new values in the console (服务器配置). The platform verifies the URL with them at once.
//!
//! 4. A few minutes later, remove both lines that begin with `previous`. If the old values were leaked,
//!    they are worth nothing from now on.

#[cfg(test)]
mod tests;

use weixin::prelude::*;

fn bot() -> Bot {
    Bot::new().on(|msg: Text| async move { msg.content })
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    bot().serve(Config::load()?).await
}
