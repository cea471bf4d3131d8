//! Signatures for web pages, against the platform's own example.

use weixin_api::{
    Timestamp,
    js_sdk::{card_signature, signature},
};
use weixin_protocol::Secret;

#[test]
fn a_page_is_signed_as_the_platform_does() {
    let ticket = Secret::new(
        "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg",
    );
    let sign =
        |url| signature(&ticket, "Wm3WZYTPz0wzccnW", Timestamp::from_secs(1_414_587_457), url);
    let signed = sign("http://mp.weixin.qq.com?params=value");
    assert_eq!(signed, "0f9de62fce790f9a083d5c99e95740ceb90c27ed");
    assert_eq!(sign("http://mp.weixin.qq.com?params=value#/route?x#y"), signed);
    assert_ne!(sign("http://mp.weixin.qq.com/?params=value"), signed);
}

#[test]
fn the_parts_of_a_card_are_signed_in_any_order() {
    let ticket = Secret::new("apiticket0001");
    let signed = "33d65bcf3fd24114fe08a1e8a11f11206656bc15";
    assert_eq!(card_signature(&ticket, ["1700000000", "nonce123", "pCardId0001"]), signed);
    assert_eq!(card_signature(&ticket, ["pCardId0001", "1700000000", "nonce123"]), signed);
}
