use weixin::{endpoint, prelude::*};

/// Makes a thing. `POST /cgi-bin/thing`
#[endpoint(POST "/cgi-bin/thing", title = "新建", scope(official))]
pub struct MakeThing {
    /// Its name.
    pub name: String,
    /// How many.
    pub count: u32,
    /// Anything else.
    pub remark: Option<String>,
}

async fn run(wx: Client<Official>) -> weixin::Result<()> {
    wx.send(MakeThing::new("a")).await?;
    wx.send(MakeThing { name: "a".to_owned(), remark: None }).await?;
    wx.send(MakeThing::new("a", 1).remrk("x")).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
