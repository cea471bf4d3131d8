use weixin::prelude::*;

#[derive(Clone)]
struct Db;

async fn handler(_: Text, State(_): State<Db>) -> &'static str {
    "hi"
}

async fn run() -> weixin::Result<()> {
    Bot::new().on(handler).serve(Config::load()?).await?;
    Ok(())
}

fn main() {
    let _ = run();
}
