//! Values that the platform keeps for a user (托管数据), and data that it shows of a Mini Program.
//! `/wxa/set_user_storage`, `/wxa/setdynamicdata`

use crate::login::SignatureMethod;
use weixin_api::{Call, CallSignature, Caller, On, endpoint, endpoints};
use weixin_protocol::OpenId;

endpoints![SetUserStorage, RemoveUserStorage, SetUserInteractiveData, SetDynamicData];

/// Keeps values for a user: up to 128 of them, 1,024 bytes each. `POST /wxa/set_user_storage`
#[endpoint(POST "/wxa/set_user_storage", title = "上报用户数据后台接口",
    doc = "https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.setUserStorage.html",
    scope(mini), retry = safe)]
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

/// Forgets values of a user. `POST /wxa/remove_user_storage`
#[endpoint(POST "/wxa/remove_user_storage", title = "删除已经上报到微信的key-value数据",
    doc = "https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.removeUserStorage.html",
    scope(mini), retry = safe)]
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

/// Keeps numbers for a user that friends can change. `POST /wxa/setuserinteractivedata`
#[endpoint(POST "/wxa/setuserinteractivedata", title = "写用户关系链互动数据存储",
    doc = "https://developers.weixin.qq.com/minigame/dev/api-backend/open-api/data/storage.setUserInteractiveData.html",
    scope(mini), retry = safe)]
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
/// `POST /wxa/setdynamicdata`
#[endpoint(POST "/wxa/setdynamicdata", title = "导入动态数据",
    scope(mini), retry = safe)]
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

/// The group as a client has it: `wx.user_storage()`.
#[derive(Debug)]
pub struct UserStorage<'c, C: ?Sized>(&'c C);

/// Gives a client `user_storage()`.
pub trait UserStorageApi: Caller {
    /// Values that the platform keeps for a user (托管数据).
    fn user_storage(&self) -> UserStorage<'_, Self> {
        UserStorage(self)
    }
}

impl<C: Caller + ?Sized> UserStorageApi for C where SetUserStorage: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> UserStorage<'c, C> {
    /// Keeps values for a user: up to 128 of them, 1,024 bytes each; see [`SetUserStorage`].
    pub fn set(
        &self,
        signature: impl Into<CallSignature>,
        openid: impl Into<OpenId>,
        kv_list: impl Into<Vec<StoredValue>>,
    ) -> Call<'c, C, SetUserStorage> {
        Call::new(self.0, SetUserStorage::new(signature, openid, kv_list))
    }

    /// Forgets values of a user; see [`RemoveUserStorage`].
    pub fn remove(
        &self,
        signature: impl Into<CallSignature>,
        openid: impl Into<OpenId>,
        key: impl Into<Vec<String>>,
    ) -> Call<'c, C, RemoveUserStorage> {
        Call::new(self.0, RemoveUserStorage::new(signature, openid, key))
    }

    /// Keeps numbers for a user that friends can change; see [`SetUserInteractiveData`].
    pub fn set_interactive(
        &self,
        signature: impl Into<CallSignature>,
        openid: impl Into<OpenId>,
        kv_list: impl Into<Vec<InteractiveValue>>,
    ) -> Call<'c, C, SetUserInteractiveData> {
        Call::new(self.0, SetUserInteractiveData::new(signature, openid, kv_list))
    }

    /// Gives the platform data that it shows of the Mini Program, such as in its search; see
    /// [`SetDynamicData`].
    pub fn set_dynamic_data(
        &self,
        lifespan: u32,
        query: impl Into<String>,
        data: impl Into<String>,
        scene: i64,
    ) -> Call<'c, C, SetDynamicData> {
        Call::new(self.0, SetDynamicData::new(lifespan, query, data, scene))
    }
}
