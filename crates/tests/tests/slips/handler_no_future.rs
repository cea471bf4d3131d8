#![allow(unused_imports)]

use weixin::prelude::*;

#[weixin::handler]
fn handler(msg: Text) -> String {
    msg.content
}

fn main() {}
