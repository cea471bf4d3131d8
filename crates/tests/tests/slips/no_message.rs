use weixin::prelude::*;

fn main() {
    let _: Bot = Bot::new().on(async || "x").on(|msg: Text| msg.content);
}
