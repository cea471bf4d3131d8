//! Goods that can be bought (道具), and the tasks that upload and publish them.

use weixin_api::{CallSignature, endpoint, int_enum};
use weixin_protocol::OpenId;

use super::{PaymentDevice, PaymentEnv, ProductId};

/// Starts a task that uploads goods.
///
/// Only one task runs at a time.
///
/// Fails with 268490012 while a task is running, and with 268490007 when a name or picture is not
/// allowed.
#[endpoint(POST "/xpay/start_upload_goods", title = "启动批量上传道具任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), call = "wx.virtual_payment(&key).upload_goods(goods)")]
pub struct UploadVirtualGoods {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The goods to upload.
    pub upload_item: Vec<VirtualGoods>,
    /// The user on whose behalf the call is made; not needed for these calls.
    pub openid: Option<OpenId>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// Goods to upload.
#[endpoint(part)]
pub struct VirtualGoods {
    /// The id of the goods, which the account chooses: letters, digits, `_` and `-`.
    pub id: ProductId,
    /// The name of the goods.
    pub name: String,
    /// The price of one piece in fen.
    pub price: u64,
    /// The account's remark on the goods.
    pub remark: Option<String>,
    /// The address of a picture.
    pub item_url: Option<String>,
}

/// Returns the state of the task that uploads goods.
#[endpoint(POST "/xpay/query_upload_goods", title = "查询批量上传道具任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = VirtualGoodsUpload, call = "wx.virtual_payment(&key).goods_upload()")]
pub struct GetVirtualGoodsUpload {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The user on whose behalf the call is made; not needed for these calls.
    pub openid: Option<OpenId>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// The state of an upload of goods.
#[endpoint(part, reply_to(GetVirtualGoodsUpload))]
pub struct VirtualGoodsUpload {
    /// The state of each of the goods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upload_item: Vec<UploadedVirtualGoods>,
    /// The state of the whole task.
    pub status: Option<VirtualGoodsTask>,
}

int_enum! {
    /// The state of an upload or publication task.
    pub enum VirtualGoodsTask {
        /// No task was started.
        None = 0,
        /// The task is running.
        Running = 1,
        /// The task has ended, and some goods failed.
        Failed = 2,
        /// The task has ended, and all goods succeeded.
        Succeeded = 3,
    }
}

/// The state of uploaded goods.
#[endpoint(part)]
pub struct UploadedVirtualGoods {
    /// The id of the goods.
    pub id: Option<ProductId>,
    /// The name of the goods.
    pub name: Option<String>,
    /// The price of one piece in fen.
    pub price: Option<i64>,
    /// The account's remark on the goods.
    pub remark: Option<String>,
    /// The address of a picture.
    pub item_url: Option<String>,
    /// The state of these goods in the task.
    pub upload_status: Option<VirtualGoodsStatus>,
    /// The reason of the failure.
    pub errmsg: Option<String>,
}

int_enum! {
    /// The state of goods in a task.
    pub enum VirtualGoodsStatus {
        /// They are being processed.
        Running = 0,
        /// Their id is already in use.
        Exists = 1,
        /// They were uploaded or published.
        Succeeded = 2,
        /// They failed.
        Failed = 3,
    }
}

/// Starts a task that publishes uploaded goods.
///
/// Only one task runs at a time.
///
/// Fails with 268490012 while a task is running.
#[endpoint(POST "/xpay/start_publish_goods", title = "启动批量发布道具任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini))]
pub struct PublishVirtualGoods {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The goods to publish.
    pub publish_item: Vec<VirtualGoodsId>,
    /// The user on whose behalf the call is made; not needed for these calls.
    pub openid: Option<OpenId>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// Goods to publish.
#[endpoint(part)]
pub struct VirtualGoodsId {
    /// The id of the goods.
    pub id: ProductId,
}

/// Returns the state of the task that publishes goods.
#[endpoint(POST "/xpay/query_publish_goods", title = "查询批量发布道具任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = VirtualGoodsPublication, call = "wx.virtual_payment(&key).goods_publication()")]
pub struct GetVirtualGoodsPublication {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The user on whose behalf the call is made; not needed for these calls.
    pub openid: Option<OpenId>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// The state of a publication of goods.
#[endpoint(part, reply_to(GetVirtualGoodsPublication))]
pub struct VirtualGoodsPublication {
    /// The state of each of the goods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub publish_item: Vec<PublishedVirtualGoods>,
    /// The state of the whole task.
    pub status: Option<VirtualGoodsTask>,
}

/// The state of published goods.
#[endpoint(part)]
pub struct PublishedVirtualGoods {
    /// The id of the goods.
    pub id: Option<ProductId>,
    /// The state of these goods in the task.
    pub publish_status: Option<VirtualGoodsStatus>,
    /// The reason of the failure.
    pub errmsg: Option<String>,
}
