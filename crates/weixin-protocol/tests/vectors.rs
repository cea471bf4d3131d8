//! The platform's own samples, and ours: signatures, decryption, byte-equal encryption.

#![allow(clippy::unwrap_used)]

use weixin_protocol::{
    Callback, CallbackToken, EncodingAesKey, Inbound, Kind, PassiveReply, Product, Provenance,
    Query, Signature, Text,
};

const V1_KEY: &str = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
const V1_POST: &str = "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";

fn key(text: &str) -> EncodingAesKey {
    EncodingAesKey::new(text).unwrap()
}

fn callback(product: Product, token: &str, aes_key: &str, receive_id: &str) -> Callback {
    Callback::new(product, CallbackToken::new(token).unwrap())
        .key(key(aes_key))
        .receive_id(receive_id)
}

fn prefix(text: &str) -> [u8; 16] {
    text.as_bytes().try_into().unwrap()
}

#[test]
fn v1a_wecom_url_verification() {
    let callback = callback(Product::Work, "QDG6eK", V1_KEY, "wx5823bf96d3bd56c7");
    let query = Query::parse(
        "msg_signature=5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3&timestamp=1409659589\
         &nonce=263014780&echostr=P9nAzCzyDtyTWESHep1vC5X9xho%2FqYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp\
         %2B4RPcs8TgAE7OaBO%2BFZXvnaqQ%3D%3D",
    )
    .unwrap();
    assert_eq!(callback.verify_url(&query, 1409659589).unwrap().into_body(), "1616140317555161061");
}

#[test]
fn v1a_with_plus_signs_left_unescaped() {
    let callback = callback(Product::Work, "QDG6eK", V1_KEY, "wx5823bf96d3bd56c7");
    let query = Query::parse(
        "msg_signature=5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3&timestamp=1409659589\
         &nonce=263014780&echostr=P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp\
         +4RPcs8TgAE7OaBO+FZXvnaqQ==",
    )
    .unwrap();
    assert_eq!(callback.verify_url(&query, 1409659589).unwrap().into_body(), "1616140317555161061");
}

#[test]
fn v1b_wecom_post() {
    let callback = callback(Product::Work, "QDG6eK", V1_KEY, "wx5823bf96d3bd56c7");
    let query = Query::parse(
        "msg_signature=477715d11cdb4164915debcba66cb864d751f3e6&timestamp=1409659813\
         &nonce=1372623149",
    )
    .unwrap();
    let body = format!(
        "<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><Encrypt><![CDATA[{V1_POST}]]>\
         </Encrypt><AgentID><![CDATA[218]]></AgentID></xml>"
    );
    let (push, _) = callback.open(&query, body.as_bytes(), 1409659813).unwrap();
    assert_eq!(push.provenance(), Provenance::Encrypted);
    let text: Text = push.read().unwrap();
    assert_eq!(text.content, "hello");
    assert_eq!(text.header.from, "mycreate");
    assert_eq!(text.header.created, 1409659813);
    assert_eq!(text.header.msg_id.as_deref(), Some("4561255354251345929"));
    assert_eq!(text.header.agent_id, Some(218));
}

#[test]
fn v1b_encrypts_to_the_same_bytes() {
    let message = "<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName>\n<FromUserName><![CDATA[mycreate]]></FromUserName>\n<CreateTime>1409659813</CreateTime>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[hello]]></Content>\n<MsgId>4561255354251345929</MsgId>\n<AgentID>218</AgentID>\n</xml>";
    assert_eq!(message.len(), 284);
    let ciphertext =
        key(V1_KEY).encrypt(prefix("0960688932c47ef1"), message, "wx5823bf96d3bd56c7").unwrap();
    assert_eq!(ciphertext, V1_POST);
}

#[test]
fn v2_sample_of_2014() {
    let aes_key = key("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
    let ciphertext =
        aes_key.encrypt(prefix("aaaabbbbccccdddd"), "我是中文abcd123", "wxb11529c136998cb6");
    let ciphertext = ciphertext.unwrap();
    assert_eq!(
        ciphertext,
        "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg=="
    );
    let signature = Signature::of(["pamtest", "1409304348", "xxxxxx", &ciphertext]);
    assert_eq!(signature.as_str(), "82c962d39941aa48552f90ef55aa323dc620cc10");
    let plain = Signature::of(["pamtest", "1409304348", "xxxxxx"]);
    assert_eq!(plain.as_str(), "76480565cbe296026c53aaacd1ad523a1ddba24f");
}

#[test]
fn v3_url_verification() {
    let callback = callback(
        Product::Work,
        "123456",
        "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR",
        "wx49f0ab532d5d035a",
    );
    let query = Query::parse(
        "msg_signature=dd6b9c95b495b3f7e2901bfbc76c664930ffdb96&timestamp=1411443780\
         &nonce=437374425&echostr=4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q==",
    )
    .unwrap();
    assert_eq!(callback.verify_url(&query, 1411443780).unwrap().into_body(), "5927782489442352469");
}

#[test]
fn v4_own_vectors() {
    let signature = Signature::of(["testtoken", "1700000000", "nonce123"]);
    assert_eq!(signature.as_str(), "ee0843455eb31b87dbf6d6890273a3ab976bd56e");
    let aes_key = key("RustFrameworkWeChatTestKey0123456789abcdefg");
    let cases = [
        (
            "0123456789abcdef",
            "xxxxxxxxxxxxxxxxxxxxxxxxxx",
            "wx0123456789abcdef",
            "QrI8DkHLXceNbesk2ynAcJdC58YoZxPi8dK2j3xyU3mtK9z8BiqMuBJmfE655SX0vIsaN7PboEFuQ4N0LUuumMQx7QogAGatFHcgpZ3UtI4r41ie1HOWITl/tvkeuyj2",
            "1690504fae75dde34293ccd3e094ef460140e5ea",
        ),
        (
            "fedcba9876543210",
            r#"{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"hi"}}"#,
            "",
            "Hy5T5hn7O5Qq6gmxs9/xKv+Jj9S0YZEijybBNdX0z4rYNTdDJsf964J7ZMN71FjIQvNXZJzeKP42ekBsMc3ZjDtmWFauyiMTj1S0bU2s8Lkq8w2tfZEz1LCIJa7e1E12",
            "a743ba6e80146ccea5c0dc283fab628ba20b1f72",
        ),
    ];
    for (random, message, receive_id, encrypt, msg_signature) in cases {
        let ciphertext = aes_key.encrypt(prefix(random), message, receive_id).unwrap();
        assert_eq!(ciphertext, encrypt);
        let signature = Signature::of(["testtoken", "1700000000", "nonce123", &ciphertext]);
        assert_eq!(signature.as_str(), msg_signature);
        let plaintext = aes_key.decrypt(&ciphertext).unwrap();
        assert_eq!(plaintext.message, message);
        assert_eq!(plaintext.receive_id, receive_id);
        assert_eq!(plaintext.random, prefix(random));
    }
}

#[test]
fn sorted_concatenation() {
    let signature = Signature::of(["c", "a", "b"]);
    assert_eq!(signature.as_str(), "a9993e364706816aba3e25717850c26c9cd0d89d");
}

fn v11() -> Callback {
    callback(Product::Mini, "AAAAA", &"A".repeat(43), "wxba5fad812f8e6fb9")
}

#[test]
fn v11_url_verification_echoes_as_is() {
    let query = "signature=f464b24fc39322e44b38aa78f5edd27bd1441696&echostr=4375120948345356249\
                 &timestamp=1714036504&nonce=1514711492";
    let echo = v11().verify_url(&Query::parse(query).unwrap(), 1714036504).unwrap();
    assert_eq!(echo.into_body(), "4375120948345356249");
}

#[test]
fn v11_plain_signature() {
    let signature = Signature::of(["AAAAA", "1714037059", "486452656"]);
    assert!(signature.matches("899cf89e464efb63f54ddac96b0a0a235f53aa78"));
}

#[test]
fn v11_safe_push_and_reply_in_json() {
    let query = Query::parse(
        "signature=6c5c811b55cc85e0e1b54100749188c20beb3f5d&timestamp=1714112445&nonce=415670741\
         &openid=o9AgO5Kd5ggOC-bXrbNODIiE3bGY&encrypt_type=aes\
         &msg_signature=046e02f8204d34f8ba5fa3b1db94908f3df2e9b3",
    )
    .unwrap();
    let body = r#"{"ToUserName":"gh_97417a04a28d","Encrypt":"+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04="}"#;
    let (push, seal) = v11().open(&query, body.as_bytes(), 1714112445).unwrap();
    assert_eq!(push.kind(), Kind::Event { event: "debug_demo", change: None });
    assert_eq!(push.fields().text("debug_str"), Some("hello world"));
    let answer = seal
        .seal_text_with(r#"{"demo_resp":"good luck"}"#, 1713424427, prefix("707722b803182950"))
        .unwrap();
    assert_eq!(
        answer.body,
        r#"{"Encrypt":"ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==","MsgSignature":"1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1","TimeStamp":1713424427,"Nonce":"415670741"}"#
    );
}

#[test]
fn a_sealed_reply_addresses_the_sender() {
    let query = Query::parse(
        "msg_signature=477715d11cdb4164915debcba66cb864d751f3e6&timestamp=1409659813\
         &nonce=1372623149",
    )
    .unwrap();
    let body = format!("<xml><Encrypt>{V1_POST}</Encrypt></xml>");
    let callback = callback(Product::Work, "QDG6eK", V1_KEY, "wx5823bf96d3bd56c7");
    let (_, seal) = callback.open(&query, body.as_bytes(), 1409659813).unwrap();
    let sealed = seal.seal(&PassiveReply::Text("hi".to_owned()), 1409659814).unwrap();
    let envelope = Inbound::parse(&sealed.body).unwrap();
    let ciphertext = envelope.fields().text("Encrypt").unwrap();
    let plaintext = key(V1_KEY).decrypt(ciphertext).unwrap();
    assert_eq!(plaintext.receive_id, "wx5823bf96d3bd56c7");
    assert_eq!(
        plaintext.message,
        "<xml><ToUserName><![CDATA[mycreate]]></ToUserName><FromUserName><![CDATA[wx5823bf96d3bd56c7]]></FromUserName><CreateTime>1409659814</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[hi]]></Content></xml>"
    );
}
