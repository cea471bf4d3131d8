//! The echo bot of the README with twenty handlers, in its default configuration.

use servers::echo;
use weixin::prelude::*;

fn bot(kind: &str) -> Bot {
    let bot = Bot::new()
        .on(|_: Subscribe| async { "Welcome!" })
        .on(|_: Unsubscribe| async {})
        .on(|scan: Scan| async move { scan.scene })
        .on(|image: Image| async move { Reply::image(image.media_id) })
        .on(|voice: Voice| async move { Reply::voice(voice.media_id) })
        .on(|_: Video| async { "A video." })
        .on(|location: Location| async move { location.label })
        .on(|link: Link| async move { link.title })
        .on(menu_click("TODAY", async || "Closed on Mondays."))
        .on(menu_click("PRICES", async || "Everything is free."))
        .on(menu_click("CONTACT", async || "Write to us."))
        .on(command("help", async || "Send me a photo, or: order 42"))
        .on(command("start", async || "Hello."))
        .on(command("stop", async || "Goodbye."))
        .on(command("language", async || "English"))
        .on(command("weather", async || "Sunny."))
        .on(command("agent", async || Reply::transfer_to_customer_service()))
        .on(matching(r"^order (\d+)$", async |Captures((id,)): Captures<(u64,)>| {
            format!("Order {id} is on its way.")
        }))
        .on(matching("^(hi|hello)$", async || "Hello."));
    if kind == "mini" {
        return bot.on(|_: Text| async { Reply::transfer_to_customer_service() });
    }
    bot.on(|msg: Text| async move { echo(msg.content) })
}

fn main() -> weixin::Result<()> {
    let kind = servers::required("WEIXIN_KIND");
    servers::run(async { bot(&kind).serve(Config::load()?).await })
}
