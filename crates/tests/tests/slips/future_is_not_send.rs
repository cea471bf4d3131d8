use std::rc::Rc;
use weixin::prelude::*;

async fn handler(msg: Text) -> String {
    let shared = Rc::new(msg.content);
    std::future::ready(()).await;
    shared.to_string()
}

fn main() {
    let _: Bot = Bot::new().on(handler);
}
