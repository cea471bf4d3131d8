use weixin::prelude::*;

fn main() {
    let _ = SendCustomMessage::text("oAnn");
}
