use std::rc::Rc;
use weixin::prelude::*;

#[weixin::handler]
async fn handler(msg: Text) -> String {
    let shared = Rc::new(msg.content);
    std::future::ready(()).await;
    shared.to_string()
}

fn main() {}
