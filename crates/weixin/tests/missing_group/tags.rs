use weixin::prelude::*;

async fn run(wx: Client<Official>) -> weixin::Result<()> {
    wx.tags().create("VIP").await?;
    Ok(())
}

fn main() {
    let _ = run;
}
