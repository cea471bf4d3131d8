use weixin::prelude::*;

fn handler(msg: Text) -> String {
    msg.content
}

fn main() {
    let _: Bot = Bot::new().on(handler);
}
