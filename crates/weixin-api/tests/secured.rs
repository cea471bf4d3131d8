//! API security: the samples of the platform's page, and what is rejected.

#![cfg(feature = "api-security")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::BTreeMap, sync::LazyLock};

use proptest::prelude::*;
use serde_json::{Value, json};
use weixin_api::{
    Error, ErrorKind, GET, POST, Timestamp,
    secured::{
        ApiSecurity, PlatformCertificate, PrivateKey, PublicKey, SealContext, SealedBody,
        SealedCall, SymmetricKey, Verification, header,
    },
    wire::{ApiRequest, ApiResponse, Body, Part},
};
use weixin_protocol::{AppId, Product, Secret};

// The samples of 服务端 API 签名加密指南.
const SN: &str = "fa05fe1e5bcc79b81ad5ad4b58acf787";
const KEY: &str = "otUpngOjU+nVQaWJIC3D/yMLV17RKaP6t4Ot9tbnzLY=";
const PRIVATE: &str = include_str!("official_sample/private.pem");
const SERIAL: &str = "79ba700ea147819f640941bceb38b1d1";
const CERTIFICATE: &str = include_str!("official_sample/platform.pem");
const URL: &str = "https://api.weixin.qq.com/wxa/getuserriskrank";
const APP_ID: &str = "wxba6223c06417af7b";
const REQUEST: &str = r#"{"iv":"fmW/zNxXlytUZBgj","data":"0IDVdrPtSPF/Oe2CTXCV2vVNPbVJdJlP2WaTMQnoYLh5iCrrSNfQFh25EnStDMf0hLlVNBCZQtf9NaV0m4aRA4AAYIO7oR/Ge+4yY4EmZp5EVPB42xjScgMx5X3D4VdLCfynXIUKUtZHZvk1zmLVE3RauzJgiM1BB1CPmwcENo3MTJ0z8Vfkf5tMv54kOXobDLlV5rfqKdAX7gM/rP82DgZdt9vvZX44ipdbHIjJvw83ZXAFtvftdVw2Qd8=","authtag":"5qeM/2vZv+6KtScN94IpMg=="}"#;
const REQUEST_TEXT: &str = r#"{"_n":"o89QaPVsRu1yppIZzvSZc4","_appid":"wxba6223c06417af7b","_timestamp":1635927954,"appid":"wxba6223c06417af7b","openid":"oEWzBfmdLqhFS2mTXCo2E4Y9gJAM","scene":0,"client_ip":"127.0.0.1"}"#;
const REQUEST_SIGNATURE: &str = "wcSSWHZunjz9VKl9q+If9deiyECXDAELfAJNZ4+5T+NhFr8zfhkwdQtlgQ7nN5xs99R57La9UjBTRBGge2KYyshWtw7HIMPAqWNsnpHvx0b2f7s6Bt7OpfOQLlIfNgepgTVmUwrqW8/7A12szj7tCe/bRFilwnaX6N0w4duHlfL7ic7IIZXouvy9dLRAa5GtEk1eD/LPWRiKh0SvJ3znPY/pSiQW9zSkXVdj9UGGM8qcKLzPGJ7gSmt3ZOPkFapk9wqFmhJwQj//xN5+hUlr2UiNPMNSHve5Y2ADLsNHqk5t7RfAZ8nW9/8lzhVt4t+toy1FeehxCGIC8qgmjIl1hg==";
const REPLY: &str = r#"{"iv":"r2WDQt56rEAmMuoR","data":"HExs66Ik3el+iM4IpeQ7SMEN934FRLFYOd3EmeaIrpP4EPTHckoco6O+PaoRZRa3lqaPRZT7r52f7LUok6gLxc6cdR8C4vpIIfh4xfLC4L7FNy9GbuMK1hcoi8b7gkWJcwZMkuCFNEDmqn3T49oWzAQOrY4LZnnnykv6oUJotdAsnKvmoJkLK7hRh7M2B1d2UnTnRuoIyarXc5Iojwoghx4BOvnV","authtag":"z2BFD8QctKXTuBlhICGOjQ=="}"#;
const REPLY_SIGNATURE: &str = "Ht0VfQkkEweJ4hU266C14Aj64H9AXfkwNi5zxUZETCvR2svU1ZYdosDhFX/voLj1TyszqKsVxAlENGt7PPZZ8RQX7jnA4SKhiPUhW4LTbyTenisHJ+ohSfDjYnXavjQsBHspFS+BlPHuSSJ2xyQzw1+HuC6nid09ZL4FnGSYo4OI5MJrSb9xLzIVZMIDuUQchGKi/KaB1KzxECLEZcfjqbAgmxC7qOmuBLyO1WkHYDM95NJrHJWba5xv4wrwPru9yYTJSNRnlM+zrW5w9pOubC4Jtj3szTAEuOz9AcqUmgaAvMLNAIa8hfODLRe3n/cu4SgYlN/ZkNRU4QXVNbPGMg==";
const REPLY_TEXT: &str = r#"{"_n":"ShYZpqdVgY+yQVAxNSWhYg","_appid":"wxba6223c06417af7b","_timestamp":1635927956,"errcode":0,"errmsg":"getuserriskrank succ","risk_rank":0,"unoin_id":2258658297}"#;

fn symmetric() -> SymmetricKey {
    SymmetricKey::new(SN, &KEY.into()).unwrap()
}

fn private() -> PrivateKey {
    PrivateKey::from_pem(&PRIVATE.into()).unwrap()
}

fn official_keys() -> ApiSecurity {
    let certificate = PlatformCertificate::from_pem(SERIAL, CERTIFICATE).unwrap();
    ApiSecurity::new(symmetric(), private(), certificate)
}

fn context<'a>(timestamp: &'a str) -> SealContext<'a> {
    SealContext { url: URL, app_id: APP_ID, timestamp }
}

fn iv(text: &str) -> [u8; 12] {
    use base64::Engine;
    let bytes = base64::engine::general_purpose::STANDARD.decode(text).unwrap();
    bytes.try_into().unwrap()
}

fn call() -> ApiRequest {
    ApiRequest::new(POST, "api.weixin.qq.com", "/wxa/getuserriskrank")
        .with_json(r#"{"openid":"oEWzBfmdLqhFS2mTXCo2E4Y9gJAM","scene":0}"#)
}

fn seal(keys: &ApiSecurity, call: &ApiRequest, now: u64) -> Result<SealedCall, Error> {
    keys.seal(call, &AppId::new(APP_ID), "api.weixin.qq.com", Timestamp::from_secs(now))
}

/// An answer and its headers.
#[derive(Debug, Clone)]
struct Answer {
    body: Vec<u8>,
    headers: BTreeMap<&'static str, String>,
}

impl Answer {
    fn official() -> Self {
        let headers = [
            (header::APP_ID, APP_ID),
            (header::TIMESTAMP, "1635927956"),
            (header::SERIAL, SERIAL),
            (header::SIGNATURE, REPLY_SIGNATURE),
            (header::DEPRECATED_SERIAL, "2171af9cdf1d7404423852e7e183d852"),
            (header::DEPRECATED_SIGNATURE, REPLY_SIGNATURE),
        ];
        let headers = headers.map(|(name, value)| (name, value.to_owned())).into();
        Self { body: REPLY.into(), headers }
    }

    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.insert(name, value.to_owned());
        self
    }

    fn without(mut self, name: &'static str) -> Self {
        self.headers.remove(name);
        self
    }

    fn read(&self, call: &SealedCall, now: u64) -> Result<(Value, Verification), Error> {
        let answer = ApiResponse::json(self.body.clone());
        let header = |name: &'static str| self.headers.get(name).map(String::as_str);
        let now = Timestamp::from_secs(now);
        let (answer, verification) = call.read(answer, header, Product::Mini, now)?;
        Ok((answer.into_json()?, verification))
    }
}

#[test]
fn the_sample_request_is_decrypted_encrypted_and_verified() {
    let context = context("1635927954");
    let body = SealedBody::read(REQUEST.as_bytes()).unwrap().unwrap();
    assert_eq!(context.open(&symmetric(), &body).unwrap(), REQUEST_TEXT.as_bytes());
    let sealed = context.seal(&symmetric(), iv("fmW/zNxXlytUZBgj"), REQUEST_TEXT.as_bytes());
    assert_eq!(sealed.unwrap(), REQUEST);
    let public = private().public_key().unwrap();
    assert!(context.verifies(&public, REQUEST.as_bytes(), REQUEST_SIGNATURE));
}

#[test]
fn the_sample_reply_is_verified_and_decrypted() {
    let context = context("1635927956");
    let sealed = context.seal(&symmetric(), iv("r2WDQt56rEAmMuoR"), REPLY_TEXT.as_bytes());
    assert_eq!(sealed.unwrap(), REPLY);
    let call = seal(&official_keys(), &call(), 1_635_927_954).unwrap();
    let (reply, verification) = Answer::official().read(&call, 1_635_927_957).unwrap();
    let wanted = json!({
        "errcode": 0, "errmsg": "getuserriskrank succ", "risk_rank": 0,
        "unoin_id": 2_258_658_297_u64,
    });
    assert_eq!((reply, verification), (wanted, Verification::Current));
}

#[test]
fn a_call_is_encrypted_with_its_parameters_and_signed() {
    let call = ApiRequest::new(POST, "api.weixin.qq.com", "/wxa/x?action=get")
        .with_json(r#"{"big":12345678901234567890123,"name":"王"}"#)
        .with_query("openid", "o&=1");
    let keys = official_keys();
    let sealed = keys
        .seal(&call, &AppId::new(APP_ID), "api2.weixin.qq.com", Timestamp::from_secs(7))
        .unwrap();
    let sent = sealed.request();
    assert_eq!(sent.target(Some(&Secret::new("TOKEN"))), "/wxa/x?access_token=TOKEN");
    let Body::Json(json) = sent.body() else { panic!("{sent:?}") };
    let headers = BTreeMap::from(sealed.headers());
    assert_eq!((headers[header::APP_ID], headers[header::TIMESTAMP]), (APP_ID, "7"));
    let url = "https://api2.weixin.qq.com/wxa/x";
    let context = SealContext { url, app_id: APP_ID, timestamp: "7" };
    let public = private().public_key().unwrap();
    assert!(context.verifies(&public, json, headers[header::SIGNATURE]));
    let text = context.open(&symmetric(), &SealedBody::read(json).unwrap().unwrap()).unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains(r#""big":12345678901234567890123"#), "numbers stay exact: {text}");
    let fields: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&fields["action"], &fields["openid"]), (&json!("get"), &json!("o&=1")));
    assert_eq!((&fields["_appid"], &fields["_timestamp"]), (&json!(APP_ID), &json!(7)));
    let nonce = fields["_n"].as_str().unwrap();
    assert!((22..=43).contains(&nonce.len()), "16 to 32 bytes: {nonce}");
}

#[test]
fn each_attempt_has_its_own_random_numbers() {
    let (keys, call) = (official_keys(), call());
    let body = |_| {
        let sealed = seal(&keys, &call, 7).unwrap();
        let Body::Json(json) = sealed.request().body() else { panic!("no JSON") };
        SealedBody::read(json).unwrap().unwrap()
    };
    assert_ne!(body(1), body(2));
}

#[test]
fn only_a_post_with_json_can_be_sealed() {
    let keys = official_keys();
    let path = "/wxa/x";
    let new = |method| ApiRequest::new(method, "api.weixin.qq.com", path);
    for call in [
        new(GET),
        new(POST).with_json("[1]"),
        new(POST).with_part(Part::text("a", "b")),
        new(POST).with_form(weixin_api::ReplyForm::File),
    ] {
        assert_eq!(seal(&keys, &call, 7).unwrap_err().kind(), ErrorKind::Call, "{call:?}");
    }
    seal(&keys, &new(POST), 7).expect("without a body");
}

#[track_caller]
fn unverified(outcome: Result<(Value, Verification), Error>, part: &str) {
    let error = outcome.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unverified, "{error}");
    assert!(error.message().contains(part), "{error}");
}

#[test]
fn an_answer_must_be_for_this_account_and_about_now() {
    let call = seal(&official_keys(), &call(), 1_635_927_954).unwrap();
    let now = 1_635_927_956;
    let official = Answer::official();
    for late in [now - 300, now + 300] {
        official.read(&call, late).unwrap();
    }
    for late in [now - 301, now + 301] {
        unverified(official.read(&call, late), "301 seconds: is the clock right");
    }
    for name in [header::APP_ID, header::TIMESTAMP] {
        unverified(official.clone().without(name).read(&call, now), name);
    }
    let other = official.clone().with(header::APP_ID, "wx0123456789abcdef");
    unverified(other.read(&call, now), "another account");
    let text = official.clone().with(header::TIMESTAMP, "soon");
    unverified(text.read(&call, now), "not a number");
    let unsigned = official.without(header::SIGNATURE).without(header::DEPRECATED_SIGNATURE);
    unverified(unsigned.read(&call, now), "not signed");
}

#[test]
fn an_unknown_certificate_is_named_with_the_known_ones() {
    let call = seal(&official_keys(), &call(), 1_635_927_954).unwrap();
    let answer =
        Answer::official().with(header::SERIAL, "aaaa\u{7}").without(header::DEPRECATED_SERIAL);
    let now = 1_635_927_956;
    unverified(answer.read(&call, now), "certificate aaaa?, and configured is 79ba700ea147");
}

#[test]
fn either_certificate_is_enough_while_one_is_replaced() {
    let call = seal(&official_keys(), &call(), 1_635_927_954).unwrap();
    let answer = Answer::official()
        .with(header::SERIAL, "new")
        .with(header::SIGNATURE, "AAAA")
        .with(header::DEPRECATED_SERIAL, SERIAL);
    let now = 1_635_927_956;
    assert_eq!(answer.read(&call, now).unwrap().1, Verification::Deprecated);
    let wrong = answer.with(header::DEPRECATED_SIGNATURE, REQUEST_SIGNATURE);
    unverified(wrong.read(&call, now), "signature of the answer is wrong");
}

#[test]
fn another_key_or_another_address_is_noticed() {
    let other_key = SymmetricKey::new("other", &KEY.into()).unwrap();
    let certificate = PlatformCertificate::from_pem(SERIAL, CERTIFICATE).unwrap();
    let keys = ApiSecurity::new(other_key, private(), certificate);
    let sealed = seal(&keys, &call(), 1_635_927_954).unwrap();
    let now = 1_635_927_956;
    unverified(Answer::official().read(&sealed, now), "the symmetric key other");
    // The reply to a call of another address.
    let elsewhere = ApiRequest::new(POST, "api.weixin.qq.com", "/wxa/msg_sec_check");
    let sealed = seal(&official_keys(), &elsewhere, 1_635_927_954).unwrap();
    unverified(Answer::official().read(&sealed, now), "signature of the answer is wrong");
}

#[test]
fn a_plain_error_is_passed_on_and_a_plain_success_is_not() {
    let call = seal(&official_keys(), &call(), 7).unwrap();
    let plain = |body: &str| Answer { body: body.into(), headers: BTreeMap::new() };
    let error = plain(r#"{"errcode":40234,"errmsg":"invalid signature"}"#).read(&call, 7);
    let error = error.unwrap_err();
    assert_eq!(error.code().map(|code| code.get()), Some(40234));
    assert!(error.to_string().contains("public key"), "{error}");
    for body in [
        r#"{"errcode":0,"risk_rank":0}"#,
        r#"{"risk_rank":0}"#,
        r#"{"iv":"r2WDQt56rEAmMuoR","data":"AAAA"}"#,
        r#"{"iv":"r2WDQt56rEAmMuoR","data":{},"authtag":"z2BFD8QctKXTuBlhICGOjQ=="}"#,
        "[]",
    ] {
        unverified(plain(body).read(&call, 7), "without encryption and signature");
    }
    unverified(
        plain(r#"{"iv":"AAAA","data":"AAAA","authtag":"AAAA"}"#).read(&call, 7),
        "malformed",
    );
    assert_eq!(plain("<html>").read(&call, 7).unwrap_err().kind(), ErrorKind::Reply);
}

/// The platform's side of keys that are made for the test.
struct Platform {
    keys: ApiSecurity,
    key: PrivateKey,
}

static PLATFORM: LazyLock<Platform> = LazyLock::new(|| {
    let key = PrivateKey::generate().unwrap();
    let pem = key.public_key().unwrap().to_pem();
    let certificate = PlatformCertificate::from_pem("p1", &pem).unwrap();
    Platform { keys: ApiSecurity::new(symmetric(), private(), certificate), key }
});

fn signed(text: &str, timestamp: u64) -> Answer {
    let timestamp = timestamp.to_string();
    let context = context(&timestamp);
    let body = context.seal(&symmetric(), [7; 12], text.as_bytes()).unwrap();
    let signature = context.sign(&PLATFORM.key, &body).unwrap();
    let headers = [
        (header::APP_ID, APP_ID),
        (header::TIMESTAMP, &timestamp),
        (header::SERIAL, "p1"),
        (header::SIGNATURE, &signature),
    ];
    let headers = headers.map(|(name, value)| (name, value.to_owned())).into();
    Answer { body: body.to_vec(), headers }
}

#[test]
fn the_security_fields_in_the_text_must_match_the_headers() {
    let call = seal(&PLATFORM.keys, &call(), 100).unwrap();
    let text = |app_id: &str, time: u64| json!({"_n": "n", "_appid": app_id, "_timestamp": time});
    let read = |text: Value| signed(&text.to_string(), 100).read(&call, 100);
    assert_eq!(read(text(APP_ID, 100)).unwrap().0, json!({}));
    let mut rejected = text(APP_ID, 100);
    rejected["errcode"] = json!(40003);
    assert_eq!(read(rejected).unwrap_err().code().map(|code| code.get()), Some(40003));
    for wrong in [text("wx0123456789abcdef", 100), text(APP_ID, 99), json!({}), json!([])] {
        unverified(read(wrong), "another account or time, or not JSON");
    }
}

proptest! {
    #[test]
    fn any_reply_arrives_as_it_was(name in "[a-z]{1,8}", value in "\\PC{0,40}", time in 400..9_000_000_000_u64) {
        let call = seal(&PLATFORM.keys, &call(), time).unwrap();
        let mut text = json!({"_n": "n", "_appid": APP_ID, "_timestamp": time});
        text[&name] = json!(value);
        let (reply, _) = signed(&text.to_string(), time).read(&call, time).unwrap();
        prop_assert_eq!(reply, json!({ name: value }));
    }

    /// One byte of the body, or one character of a header, is another one.
    #[test]
    fn whatever_is_changed_the_reply_is_rejected(place in 0..5_usize, at in any::<prop::sample::Index>(), other in any::<u8>()) {
        let time = 1_635_927_956;
        let call = seal(&PLATFORM.keys, &call(), time).unwrap();
        let text = json!({"_n": "n", "_appid": APP_ID, "_timestamp": time, "errcode": 0, "x": "y"});
        let good = signed(&text.to_string(), time);
        good.read(&call, time).unwrap();
        let mut changed = good.clone();
        let names = [header::APP_ID, header::TIMESTAMP, header::SERIAL, header::SIGNATURE];
        match names.get(place) {
            Some(name) => {
                let value = changed.headers.get_mut(name).unwrap();
                let mut bytes = value.clone().into_bytes();
                let at = at.index(bytes.len());
                bytes[at] = b'0' + other % 10;
                *value = String::from_utf8(bytes).unwrap();
            }
            None => {
                let at = at.index(changed.body.len());
                changed.body[at] = other;
            }
        }
        prop_assume!(changed.body != good.body || changed.headers != good.headers);
        let error = changed.read(&call, time).unwrap_err();
        // A body that is no longer JSON is unreadable; everything else is unverified.
        prop_assert!(matches!(error.kind(), ErrorKind::Unverified | ErrorKind::Reply), "{}", error);
    }

    #[test]
    fn any_bytes_are_read_or_rejected(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let call = seal(&PLATFORM.keys, &call(), 7).unwrap();
        let answer = Answer { body, headers: Answer::official().headers };
        prop_assert!(answer.read(&call, 7).is_err());
    }
}

#[test]
fn keys_are_read_in_all_their_forms() {
    let pkcs8 = private().to_pem().unwrap();
    assert!(pkcs8.expose().starts_with("-----BEGIN PRIVATE KEY-----\n"));
    assert_eq!(PrivateKey::from_pem(&pkcs8).unwrap(), private());
    let escaped = Secret::new(PRIVATE.replace('\n', "\\n"));
    assert_eq!(PrivateKey::from_pem(&escaped).unwrap(), private());
    let public = private().public_key().unwrap();
    assert_eq!(PublicKey::from_pem(&public.to_pem()).unwrap(), public);
    assert_eq!(SymmetricKey::new(SN, &KEY.trim_end_matches('=').into()).unwrap(), symmetric());
    let certificate = PublicKey::from_pem(CERTIFICATE).unwrap();
    assert_eq!(PublicKey::from_pem(&certificate.to_pem()).unwrap(), certificate);
    assert_eq!(official_keys(), official_keys());
    assert_ne!(official_keys(), PLATFORM.keys);
}

#[test]
fn what_is_wrong_with_a_key_is_said() {
    let symmetric = |key: &str| SymmetricKey::new(SN, &key.into()).unwrap_err().to_string();
    assert!(symmetric("not base64!").contains("is not base64 of 32 bytes"));
    assert!(symmetric("AAAAAAAAAAAAAAAAAAAAAA==").contains("as a key of SM4"));
    assert!(symmetric("AAAA").contains("has 3 bytes"));
    for sn in ["", "a|b"] {
        let error = SymmetricKey::new(sn, &KEY.into()).unwrap_err();
        assert!(error.to_string().starts_with("the number of the symmetric key"), "{error}");
    }
    let private = |pem: &str| PrivateKey::from_pem(&pem.into()).unwrap_err().to_string();
    assert!(private("MIIEowIBAAKCAQEA").contains("is not PEM text of a private key"));
    assert!(private(CERTIFICATE).contains("is not PEM text of a private key"));
    assert!(private(SHORT).contains("fewer than 2048 bits"));
    assert!(private(ELLIPTIC).contains("SM2 is not supported"));
    assert!(private(&PRIVATE.replace("MIIE", "M!!E")).contains("damaged"));
    let public = |pem: &str| PlatformCertificate::from_pem("1", pem).unwrap_err().to_string();
    assert!(public("x").contains("is not PEM text of a certificate"));
    assert!(public(PRIVATE).contains("is a private key"));
    assert!(public(&CERTIFICATE.replace("MIID0", "MIIE0")).contains("not a valid X.509"));
    assert!(PlatformCertificate::from_pem("", CERTIFICATE).is_err());
}

/// 1024 bits.
const SHORT: &str = include_str!("keys/short.pem");
/// A key on the curve P-256.
const ELLIPTIC: &str = include_str!("keys/elliptic.pem");

#[test]
fn nothing_of_a_key_is_shown() {
    let keys = PLATFORM
        .keys
        .clone()
        .certificate(PlatformCertificate::from_pem(SERIAL, CERTIFICATE).unwrap());
    let sealed = seal(&keys, &call(), 7).unwrap();
    let shown = format!("{keys:?} {sealed:?} {:?}", PLATFORM.key);
    assert!(shown.contains(SERIAL) && shown.contains(SN), "{shown}");
    for secret in [KEY, PRIVATE, sealed.headers()[2].1] {
        let lines = secret.lines().filter(|line| !line.starts_with('-'));
        for part in lines.flat_map(|line| line.as_bytes().chunks_exact(8)) {
            assert!(!shown.contains(std::str::from_utf8(part).unwrap()), "{shown}");
        }
    }
    assert!(!shown.contains("oEWzBfmd"), "nor of the call: {shown}");
}
