use weixin::prelude::*;

async fn run(wx: Client<Work>) -> weixin::Result<()> {
    wx.send(SendCustomMessage::text("oAnn", "hello")).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
