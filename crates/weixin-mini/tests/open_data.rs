//! Open data: the platform's own samples, and what must be rejected.

use serde_json::{Value, json};
use weixin_api::Timestamp;
use weixin_mini::{
    open_data::{self, OpenDataError, RunData, StepInfo, UserProfile},
    user::Watermark,
};
use weixin_protocol::{AppId, Secret};

const APP: &str = "wx4f4bc4dec97d474b";
const KEY: &str = "tiihtNczf5v6AKRyjwEUhQ==";
const IV: &str = "r7BXXKkLb8qrSNn05n0qiA==";
const DATA: &str = "CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrDcvSnxIMXFufNstNGTyaGS9uT5geRa0W4oTOb1WT7fJlAC+oNPdbB+3hVbJSRgv+4lGOETKUQz6OYStslQ142dNCuabNPGBzlooOmB231qMM85d2/fV6ChevvXvQP8Hkue1poOFtnEtpyxVLW1zAo6/1Xx1COxFvrc2d7UL/lmHInNlxuacJXwu0fjpXfz/YqYzBIBzD6WUfTIF9GRHpOn/Hz7saL8xz+W//FRAUid1OksQaQx4CMs8LOddcQhULW4ucetDf96JcR3g0gfRK4PC7E/r7Z6xNrXd2UIeorGj5Ef7b1pJAYB6Y5anaHqZ9J6nKEBvB4DnNLIVWSgARns/8wR2SiRS7MNACwTyrGvt9ts8p12PKFdlqYTopNHR1Vf7XjfhQlVsAJdNiKdYmYVoKlaRv85IfVunYzO0IKXsyl7JCUjCpoG20f0a04COwfneQAGGwd5oa+T8yO5hzuyDb/XcxxmK01EpqOyuxINew==";

fn decrypt(key: &str, data: &str, iv: &str, app: &str) -> Result<UserProfile, OpenDataError> {
    open_data::decrypt(&key.into(), data, iv, &app.into()).map(|decrypted| decrypted.data)
}

/// V6b of the platform's documentation.
#[test]
fn encrypted_data_of_the_documentation() {
    let opened =
        open_data::decrypt::<UserProfile>(&KEY.into(), DATA, IV, &AppId::new(APP)).unwrap();
    let profile = opened.data;
    assert_eq!((&*profile.nick_name, profile.gender, &*profile.language), ("Band", 1, "zh_CN"));
    assert_eq!(profile.open_id.unwrap().as_str(), "oGZUI0egBJY1zhBYw2KhdUfwVJJE");
    assert_eq!(profile.union_id.unwrap().as_str(), "ocMvos6NjeKLIBqg5Mr9QjxrP1FA");
    assert_eq!(opened.watermark, Watermark::new(Timestamp::from_secs(1_477_314_187), APP));
}

/// V6a of the platform's documentation.
#[test]
fn signed_data_of_the_documentation() {
    let raw = r#"{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}"#;
    let key = Secret::new("HyVFkGl5F5OQWJZZaNzBBg==");
    let signature = "75e81ceda165f4ffa64f4068af58c64b8f54b88c";
    assert_eq!(open_data::raw_data_signature(raw, &key), signature);
    assert!(open_data::verify_raw_data(raw, signature, &key));
    assert!(open_data::verify_raw_data(raw, &signature.to_uppercase(), &key));
    assert!(!open_data::verify_raw_data(&raw.replace("Band", "Bond"), signature, &key));
    assert!(!open_data::verify_raw_data(raw, "", &key));
    assert!(!open_data::verify_raw_data(raw, signature, &Secret::new(KEY)));
}

#[test]
fn what_is_encrypted_is_decrypted() {
    let watermark = Watermark::new(Timestamp::from_secs(1_700_000_000), APP);
    let day = StepInfo::new(Timestamp::from_secs(1_699_977_600), 10_000);
    let data: RunData = [day].into_iter().collect();
    let (sealed, iv) = open_data::encrypt(&KEY.into(), [7; 16], &data, &watermark).unwrap();
    let opened = open_data::decrypt::<RunData>(&KEY.into(), &sealed, &iv, &APP.into()).unwrap();
    assert_eq!((opened.data, opened.watermark), (data, watermark));
}

#[test]
fn what_is_wrong_is_said() {
    let other = "HyVFkGl5F5OQWJZZaNzBBg==";
    assert_eq!(decrypt(other, DATA, IV, APP), Err(OpenDataError::WrongKey));
    let foreign = OpenDataError::OtherApp { appid: APP.into() };
    assert_eq!(decrypt(KEY, DATA, IV, "wx0000000000000000"), Err(foreign));
    for (key, data, iv) in [
        ("%", DATA, IV),
        ("c2hvcnQ=", DATA, IV),
        (KEY, "%", IV),
        (KEY, "", IV),
        (KEY, &DATA[..20], IV),
        (KEY, DATA, "c2hvcnQ="),
        (KEY, DATA, ""),
    ] {
        assert_eq!(decrypt(key, data, iv, APP), Err(OpenDataError::Malformed), "{key} {data} {iv}");
    }
    // A vector that was changed changes the first block only, which is JSON no longer.
    assert_eq!(decrypt(KEY, DATA, "AAAAAAAAAAAAAAAAAAAAAA==", APP), Err(OpenDataError::WrongKey));
    let watermark = Watermark::new(Timestamp::from_secs(1), APP);
    let number = json!({ "openGId": 7 });
    let (sealed, iv) = open_data::encrypt(&KEY.into(), [7; 16], &number, &watermark).unwrap();
    let group = open_data::decrypt::<open_data::GroupInfo>(&KEY.into(), &sealed, &iv, &APP.into());
    assert_eq!(group.unwrap_err(), OpenDataError::Unexpected);
    let list = open_data::encrypt(&KEY.into(), [7; 16], &json!([1]), &watermark);
    assert_eq!(list, Err(OpenDataError::Unexpected));
    let _: Value = open_data::decrypt(&KEY.into(), DATA, IV, &APP.into()).unwrap().data;
}
