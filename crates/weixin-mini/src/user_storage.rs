//! Values that the platform keeps for a user (托管数据), and data that it shows of a Mini Program.
//! `/wxa/set_user_storage`, `/wxa/setdynamicdata`

use crate::login::SignatureMethod;
use weixin_api::{CallSignature, endpoint, group};
use weixin_protocol::OpenId;

group! {
    /// Values that the platform keeps for a user (托管数据).
    user_storage: [SetUserStorage, RemoveUserStorage, SetUserInteractiveData, SetDynamicData]
}

/// Keeps values for a user: up to 128 of them, 1,024 bytes each.
#[endpoint(POST "/wxa/set_user_storage", title = "上报用户数据后台接口",
    doc = "https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.setUserStorage.html",
    scope(mini), retry = safe, call = user_storage.set)]
pub struct SetUserStorage {
    /// Made with the user's session key.
    #[signed(body)]
    pub signature: CallSignature,
    /// The user.
    #[query]
    pub openid: OpenId,
    /// How it is signed.
    #[query]
    #[serde(default)]
    pub sig_method: SignatureMethod,
    /// The values.
    pub kv_list: Vec<StoredValue>,
}

/// A value.
#[endpoint(part)]
pub struct StoredValue {
    /// Its name.
    pub key: String,
    /// The value.
    pub value: String,
}

/// Forgets values of a user.
#[endpoint(POST "/wxa/remove_user_storage", title = "删除已经上报到微信的key-value数据",
    doc = "https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.removeUserStorage.html",
    scope(mini), retry = safe, call = user_storage.remove)]
pub struct RemoveUserStorage {
    /// Made with the user's session key.
    #[signed(body)]
    pub signature: CallSignature,
    /// The user.
    #[query]
    pub openid: OpenId,
    /// How it is signed.
    #[query]
    #[serde(default)]
    pub sig_method: SignatureMethod,
    /// Their names.
    pub key: Vec<String>,
}

/// Keeps numbers for a user that friends can change.
#[endpoint(POST "/wxa/setuserinteractivedata", title = "写用户关系链互动数据存储",
    doc = "https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.setUserInteractiveData.html",
    scope(mini), retry = safe, call = user_storage.set_interactive)]
pub struct SetUserInteractiveData {
    /// Made with the user's session key.
    #[signed(body)]
    pub signature: CallSignature,
    /// The user.
    #[query]
    pub openid: OpenId,
    /// How it is signed.
    #[query]
    #[serde(default)]
    pub sig_method: SignatureMethod,
    /// The numbers.
    pub kv_list: Vec<InteractiveValue>,
}

/// A number.
#[endpoint(part)]
pub struct InteractiveValue {
    /// Its name.
    pub key: String,
    /// The number.
    pub value: i64,
}

/// Gives the platform data that it shows of the Mini Program, such as in its search.
#[endpoint(POST "/wxa/setdynamicdata", title = "导入动态数据",
    scope(mini), retry = safe, call = user_storage.set_dynamic_data)]
pub struct SetDynamicData {
    /// How long they are shown, in seconds.
    pub lifespan: u32,
    /// What they are, as JSON: `{"type":100005}`.
    pub query: String,
    /// The data, as JSON.
    pub data: String,
    /// Where they are shown; 1 for the search.
    pub scene: i64,
}
