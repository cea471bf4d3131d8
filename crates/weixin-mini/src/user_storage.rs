//! Values that the platform stores for a user (托管数据), and data that it shows of a Mini Program.
//! `/wxa/set_user_storage`, `/wxa/setdynamicdata`

use crate::login::SignatureMethod;
use weixin_api::{CallSignature, endpoint, group, int_enum};
use weixin_protocol::OpenId;

group! {
    /// Values that the platform stores for a user (托管数据).
    user_storage: [SetUserStorage, RemoveUserStorage, SetUserInteractiveData, SetDynamicData]
}

/// Stores values for a user: up to 128 of them, of up to 1,024 bytes each.
///
/// Fails with 87016 when a key with its value is too long, with 87017 or 87018 when too much is
/// stored for the user, and with 87009 when the key that signs is not the user's present one.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::{login::*, user_storage::*};
/// # async fn example(wx: impl Caller<Kind = Mini>, session: Session) -> Result<(), Error> {
/// let score = StoredValue::new("score", r#"{"wxgame":{"score":16,"update_time":1772343000}}"#);
/// wx.user_storage().set((&session.session_key, session.openid, [score])).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/set_user_storage", title = "上报用户数据后台接口",
    doc = "https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.setUserStorage.html",
    scope(mini), retry = safe, call = user_storage.set)]
pub struct SetUserStorage {
    /// HMAC-SHA256 of the request's body, made with the user's session key. The key itself is not
    /// sent.
    #[signed(body)]
    pub signature: CallSignature,
    /// The user whose data are changed.
    #[query]
    pub openid: OpenId,
    /// The algorithm of the signature.
    #[query]
    #[serde(default)]
    pub sig_method: SignatureMethod,
    /// The values to set; others stay as they are.
    pub kv_list: Vec<StoredValue>,
}

/// A value that is stored for a user.
#[endpoint(part)]
pub struct StoredValue {
    /// The key; key and value together have at most 1,024 bytes.
    pub key: String,
    /// The value; of a score for ranking lists JSON with a `wxgame` object.
    pub value: String,
}

/// Removes stored values of a user.
///
/// Fails with 87009 when the key that signs is not the user's present one.
#[endpoint(POST "/wxa/remove_user_storage", title = "删除已经上报到微信的key-value数据",
    doc = "https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.removeUserStorage.html",
    scope(mini), retry = safe, call = user_storage.remove)]
pub struct RemoveUserStorage {
    /// HMAC-SHA256 of the request's body, made with the user's session key. The key itself is not
    /// sent.
    #[signed(body)]
    pub signature: CallSignature,
    /// The user whose data are changed.
    #[query]
    pub openid: OpenId,
    /// The algorithm of the signature.
    #[query]
    #[serde(default)]
    pub sig_method: SignatureMethod,
    /// The keys of the values.
    pub key: Vec<String>,
}

/// Sets numbers of a user that friends can change (关系链互动数据).
///
/// Fails with 87009 when the key that signs is not the user's present one.
#[endpoint(POST "/wxa/setuserinteractivedata", title = "写用户关系链互动数据存储",
    doc = "https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.setUserInteractiveData.html",
    scope(mini), retry = safe, call = user_storage.set_interactive)]
pub struct SetUserInteractiveData {
    /// HMAC-SHA256 of the request's body, made with the user's session key. The key itself is not
    /// sent.
    #[signed(body)]
    pub signature: CallSignature,
    /// The user whose data are changed.
    #[query]
    pub openid: OpenId,
    /// The algorithm of the signature.
    #[query]
    #[serde(default)]
    pub sig_method: SignatureMethod,
    /// The numbers to set.
    pub kv_list: Vec<InteractiveValue>,
}

/// A number that friends of a user can change.
#[endpoint(part)]
pub struct InteractiveValue {
    /// The key, as configured in the console.
    pub key: String,
    /// The number that friends can change.
    pub value: i64,
}

/// Imports data that the platform shows of the Mini Program, such as in its search (搜一搜).
#[endpoint(POST "/wxa/setdynamicdata", title = "导入动态数据",
    scope(mini), retry = safe, call = user_storage.set_dynamic_data)]
pub struct SetDynamicData {
    /// For how many seconds the data are valid.
    pub lifespan: u32,
    /// The kind of data, as JSON text: `{"type":100005}`.
    pub query: String,
    /// The data, as JSON text.
    pub data: String,
    /// Where the data are shown.
    pub scene: DynamicDataScene,
}

int_enum! {
    /// Where imported data are shown.
    pub enum DynamicDataScene {
        /// In WeChat Search (搜一搜).
        Search = 1,
    }
}
