//! Goods that can be bought, and the tasks that upload and publish them.

use weixin_api::{CallSignature, endpoint, int_enum};
use weixin_protocol::OpenId;

use super::PaymentEnv;

/// Starts to upload goods.
///
/// One task at a time.
#[endpoint(POST "/xpay/start_upload_goods", title = "启动批量上传道具任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), call = "wx.virtual_payment(&key).upload_goods(goods)")]
pub struct UploadVirtualGoods {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Which environment the key is of.
    pub env: PaymentEnv,
    /// The goods.
    pub upload_item: Vec<VirtualGoods>,
    /// The user.
    pub openid: Option<OpenId>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// Goods.
#[endpoint(part)]
pub struct VirtualGoods {
    /// Their number: letters, digits, `_` and `-`.
    pub id: String,
    /// Their name.
    pub name: String,
    /// What one costs, in fen, or in coins.
    pub price: u64,
    /// A note.
    pub remark: Option<String>,
    /// The address of a picture.
    pub item_url: Option<String>,
}

/// Says how far the upload of goods is.
#[endpoint(POST "/xpay/query_upload_goods", title = "查询批量上传道具任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = VirtualGoodsUpload, call = "wx.virtual_payment(&key).goods_upload()")]
pub struct GetVirtualGoodsUpload {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Which environment the key is of.
    pub env: PaymentEnv,
    /// The user.
    pub openid: Option<OpenId>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// How far an upload of goods is.
#[endpoint(part, reply_to(GetVirtualGoodsUpload))]
pub struct VirtualGoodsUpload {
    /// The goods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upload_item: Vec<UploadedVirtualGoods>,
    /// The whole.
    pub status: Option<VirtualGoodsTask>,
}

int_enum! {
    /// How far a task is.
    pub enum VirtualGoodsTask {
        /// There is none.
        None = 0,
        /// It is running.
        Running = 1,
        /// It has ended, and some goods failed.
        Failed = 2,
        /// It has ended well.
        Succeeded = 3,
    }
}

/// Goods in an upload.
#[endpoint(part)]
pub struct UploadedVirtualGoods {
    /// Their number.
    pub id: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// What one costs.
    pub price: Option<i64>,
    /// A note.
    pub remark: Option<String>,
    /// The address of a picture.
    pub item_url: Option<String>,
    /// How far they are.
    pub upload_status: Option<VirtualGoodsStatus>,
    /// Why they failed.
    pub errmsg: Option<String>,
}

int_enum! {
    /// How far goods are in a task.
    pub enum VirtualGoodsStatus {
        /// They are being worked on.
        Running = 0,
        /// The number is taken.
        Exists = 1,
        /// They are there.
        Succeeded = 2,
        /// They failed.
        Failed = 3,
    }
}

/// Starts to publish goods that were uploaded.
///
/// One task at a time.
#[endpoint(POST "/xpay/start_publish_goods", title = "启动批量发布道具任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini))]
pub struct PublishVirtualGoods {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Which environment the key is of.
    pub env: PaymentEnv,
    /// The goods.
    pub publish_item: Vec<VirtualGoodsId>,
    /// The user.
    pub openid: Option<OpenId>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// Which goods.
#[endpoint(part)]
pub struct VirtualGoodsId {
    /// Their number.
    pub id: String,
}

/// Says how far the publication of goods is.
#[endpoint(POST "/xpay/query_publish_goods", title = "查询批量发布道具任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = VirtualGoodsPublication, call = "wx.virtual_payment(&key).goods_publication()")]
pub struct GetVirtualGoodsPublication {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Which environment the key is of.
    pub env: PaymentEnv,
    /// The user.
    pub openid: Option<OpenId>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// How far a publication of goods is.
#[endpoint(part, reply_to(GetVirtualGoodsPublication))]
pub struct VirtualGoodsPublication {
    /// The goods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub publish_item: Vec<PublishedVirtualGoods>,
    /// The whole.
    pub status: Option<VirtualGoodsTask>,
}

/// Goods in a publication.
#[endpoint(part)]
pub struct PublishedVirtualGoods {
    /// Their number.
    pub id: Option<String>,
    /// How far they are.
    pub publish_status: Option<VirtualGoodsStatus>,
    /// Why they failed.
    pub errmsg: Option<String>,
}
