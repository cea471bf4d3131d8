use weixin::prelude::*;

async fn handler(name: String) -> String {
    name
}

fn main() {
    let _: Bot = Bot::new().on(handler);
}
