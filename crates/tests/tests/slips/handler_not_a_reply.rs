use weixin::prelude::*;

#[weixin::handler]
async fn handler(_: Text) -> u32 {
    42
}

fn main() {}
