//! Mini Programs: codes, logins and phone numbers.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::{
    body::{Body, Bytes},
    http::{Method, Request, header},
};
use common::{call, errcode, read_code, send, token};
use serde_json::{Value, json};
use weixin_emulator::{Account, Emulator};

const MINUTE: Duration = Duration::from_secs(60);

struct Program {
    platform: Emulator,
    account: Account,
}

impl Program {
    async fn open() -> Self {
        let platform = Emulator::start().await;
        let account = platform.mini();
        Self { platform, account }
    }

    async fn post(&self, path: &str, body: Value) -> Bytes {
        let token = token(&self.platform, &self.account).await;
        let request = Request::post(format!("{path}?access_token={token}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()));
        send(&self.platform, request.unwrap()).await.1
    }

    async fn json(&self, path: &str, body: Value) -> Value {
        serde_json::from_slice(&self.post(path, body).await).unwrap_or_default()
    }
}

/// The width of an image, and the RGBA values of its first pixel and of its first dark pixel.
fn look(picture: &[u8]) -> (u32, [u8; 4], [u8; 4]) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let pixels: Vec<[u8; 4]> =
        pixels[..frame.buffer_size()].chunks(4).map(|pixel| pixel.try_into().unwrap()).collect();
    let dark = pixels.iter().find(|pixel| **pixel != pixels[0]).unwrap();
    (frame.width, pixels[0], *dark)
}

#[tokio::test]
async fn a_code_opens_its_page() {
    let program = Program::open().await;
    let body = json!({ "scene": "a=1&b=2", "page": "pages/order", "width": 600,
        "line_color": { "r": 200, "g": 0, "b": 10 } });
    let picture = program.post("/wxa/getwxacodeunlimit", body).await;
    let opened = program.account.code_target(&read_code(&picture)).unwrap();
    assert_eq!(opened, "pages/order?scene=a%3D1%26b%3D2");
    let (width, light, dark) = look(&picture);
    assert_eq!((width, light, dark), (600, [255, 255, 255, 255], [200, 0, 10, 255]));

    let body = json!({ "path": "pages/order?id=7", "is_hyaline": true });
    let picture = program.post("/wxa/getwxacode", body).await;
    assert_eq!(look(&picture), (430, [255, 255, 255, 0], [0, 0, 0, 255]));
    let picture =
        program.post("/cgi-bin/wxaapp/createwxaqrcode", json!({ "path": "pages/a" })).await;
    assert_eq!(program.account.code_target(&read_code(&picture)).unwrap(), "pages/a");
    assert_eq!(program.account.code_target("https://mp.weixin.qq.com/a/~other"), None);
}

#[tokio::test]
async fn code_requests_are_validated() {
    let program = Program::open().await;
    let account = program.account.clone().pages(&["pages/a"]);
    let unlimited = "/wxa/getwxacodeunlimit";
    for (path, body, code) in [
        (unlimited, json!({ "scene": "x" }), 0),
        (unlimited, json!({ "scene": "x", "page": "pages/a" }), 0),
        (unlimited, json!({ "scene": "x", "page": "pages/b" }), 41030),
        (unlimited, json!({ "scene": "x", "page": "pages/b", "check_path": false }), 0),
        (unlimited, json!({ "scene": "x", "page": "/pages/a" }), 41030),
        (unlimited, json!({ "scene": "x", "page": "pages/a?b=1" }), 41030),
        (unlimited, json!({ "scene": "" }), 40169),
        (unlimited, json!({ "scene": "x".repeat(33) }), 40169),
        (unlimited, json!({ "scene": "场景" }), 40169),
        (unlimited, json!({ "scene": "x", "width": 279 }), 40097),
        (unlimited, json!({ "scene": "x", "width": 1281 }), 40097),
        ("/wxa/getwxacode", json!({ "path": "x".repeat(1025) }), 40159),
        ("/wxa/getwxacode", json!({ "path": "" }), 40159),
        ("/cgi-bin/wxaapp/createwxaqrcode", json!({ "path": "x".repeat(129) }), 40159),
    ] {
        let answer = program.json(path, body.clone()).await;
        assert_eq!(errcode(&answer), code, "{path} {body}");
    }
    account.rules(|rules| rules.qrcodes.limited_program_codes = 1);
    let path = json!({ "path": "pages/a" });
    assert_eq!(errcode(&program.json("/wxa/getwxacode", path.clone()).await), 0);
    assert_eq!(errcode(&program.json("/cgi-bin/wxaapp/createwxaqrcode", path).await), 45029);
    assert_eq!(errcode(&program.json(unlimited, json!({ "scene": "x" })).await), 0);
}

#[tokio::test]
async fn phone_number_codes_work_once_within_five_minutes() {
    let program = Program::open().await;
    let ann = program.account.person("ann");
    let path = "/wxa/business/getuserphonenumber";
    let code = ann.gives_phone_number("13800000000");
    let answer = program.json(path, json!({ "code": code })).await;
    let info = &answer["phone_info"];
    assert_eq!((&info["phoneNumber"], &info["countryCode"]), (&json!("13800000000"), &json!("86")));
    assert_eq!(info["watermark"]["appid"], program.account.id().as_str());
    assert_eq!(errcode(&program.json(path, json!({ "code": code })).await), 40029);
    let code = ann.gives_phone_number("+49 3012345");
    let answer = program.json(path, json!({ "code": code, "openid": ann.id() })).await;
    let info = &answer["phone_info"];
    assert_eq!(info["phoneNumber"], "+493012345");
    assert_eq!((&info["purePhoneNumber"], &info["countryCode"]), (&json!("3012345"), &json!("49")));
    let code = ann.gives_phone_number("1");
    let of_another = json!({ "code": code, "openid": "another" });
    assert_eq!(errcode(&program.json(path, of_another).await), 40003);
    let code = ann.gives_phone_number("1");
    program.platform.clock().advance(5 * MINUTE).await;
    assert_eq!(errcode(&program.json(path, json!({ "code": code })).await), 40029);
    assert_eq!(errcode(&program.json(path, json!({ "code": ann.logs_in() })).await), 40029);
}

#[tokio::test]
async fn the_control_api_issues_login_and_phone_codes() {
    let program = Program::open().await;
    let ann = program.account.person("ann");
    let act = async |person: &str, what: Value| {
        let act = json!({ "account": program.account.id(), "person": person, "do": what });
        call(&program.platform, Method::POST, "/_/api/act", Some(act)).await
    };
    let code = act(ann.id().as_str(), json!({ "type": "login" })).await["code"].clone();
    let path = format!(
        "/sns/jscode2session?appid={}&secret={}&js_code={}&grant_type=authorization_code",
        program.account.id(),
        program.account.credentials().secret.expose(),
        code.as_str().unwrap()
    );
    let session = call(&program.platform, Method::GET, &path, None).await;
    assert_eq!(session["openid"], ann.id().as_str());
    let number = json!({ "type": "phone_number", "number": "13800000000" });
    let code = act(ann.id().as_str(), number.clone()).await["code"].clone();
    let answer = program.json("/wxa/business/getuserphonenumber", json!({ "code": code })).await;
    assert_eq!(answer["phone_info"]["purePhoneNumber"], "13800000000");
    assert!(act("nobody", number).await["error"]["zh"].is_string());
    // Templates can be created there too, with an id that a bot already uses.
    let template =
        json!({ "type": "add_template", "id": "T1", "title": "t", "content": "{{a.DATA}}" });
    let official = program.platform.official();
    let add = json!({ "account": official.id(), "do": template });
    let answer = call(&program.platform, Method::POST, "/_/api/act", Some(add)).await;
    assert_eq!(answer["template"], "T1");
    let token = token(&program.platform, &official).await;
    let path = format!("/cgi-bin/template/get_all_private_template?access_token={token}");
    let list = call(&program.platform, Method::GET, &path, None).await;
    assert_eq!(list["template_list"][0]["template_id"], "T1");
}
