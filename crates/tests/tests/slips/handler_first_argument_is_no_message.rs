use weixin::prelude::*;

#[weixin::handler]
async fn handler(name: String) -> String {
    name
}

fn main() {}
