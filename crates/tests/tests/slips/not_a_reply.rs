use weixin::prelude::*;

async fn handler(_: Text) -> u32 {
    42
}

fn main() {
    let _: Bot = Bot::new().on(handler);
}
