//! A client of an account whose kind is known only at run time has no groups.
use weixin::prelude::*;

async fn menu(wx: Client) -> weixin::Result<()> {
    wx.menu().get().await?;
    Ok(())
}

fn main() {
    let _ = menu;
}
