//! Data of a user that a Mini Program may read (用户信息): phone number, UnionID.
//! `/wxa/business/getuserphonenumber`, `/wxa/getpaidunionid`

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::{AppId, OpenId, Secret, UnionId};

use crate::ids::{MerchantId, TransactionId};

group! {
    /// Data of a user that a Mini Program may read (用户信息).
    user_info: [GetPhoneNumber, GetPaidUnionId]
}

/// Exchanges the code of a button `getPhoneNumber` for the user's phone number.
///
/// The code is valid for five minutes and works once. It is not the code of `wx.login`.
///
/// Fails with 40029 when the code is invalid, was used before, or belongs to another Mini Program.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::user::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let phone = wx.user_info().phone_number("7b1c8f0d2e3a4956").await?.phone_info;
/// println!("+{} {}", phone.country_code, phone.pure_phone_number);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/business/getuserphonenumber", title = "获取手机号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/phonenumber/phonenumber.getPhoneNumber.html",
    scope(mini), secured, reply = PhoneNumber, call = user_info.phone_number)]
pub struct GetPhoneNumber {
    /// The code that the button `getPhoneNumber` returned; it is not the code of `wx.login`.
    #[serde(serialize_with = "weixin_api::expose")]
    pub code: Secret,
    /// The user who tapped the button.
    pub openid: Option<OpenId>,
}

/// A user's phone number.
#[endpoint(part, reply_to(GetPhoneNumber))]
pub struct PhoneNumber {
    /// The number and its parts.
    pub phone_info: PhoneInfo,
}

/// A phone number and its parts.
#[endpoint(part)]
pub struct PhoneInfo {
    /// The number as the user has bound it, with the country code in front if it is a foreign one.
    #[serde(rename = "phoneNumber")]
    pub phone_number: String,
    /// The number without the country code.
    #[serde(rename = "purePhoneNumber")]
    pub pure_phone_number: String,
    /// The country code, such as `86`.
    #[serde(rename = "countryCode")]
    pub country_code: String,
    /// When the number was given, and to which Mini Program.
    pub watermark: Watermark,
}

/// When data were given, and to which Mini Program.
#[endpoint(part)]
pub struct Watermark {
    /// When the user gave the data.
    pub timestamp: Timestamp,
    /// The Mini Program that received the data.
    pub appid: AppId,
}

/// Returns the UnionID of a user who has paid within the last five minutes, without the user's
/// consent.
///
/// Fails with 89002 when the Mini Program is bound to no Open Platform account, and with 89300 when
/// the payment does not exist.
#[endpoint(GET "/wxa/getpaidunionid", title = "支付后获取 Unionid",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/user-info/auth.getPaidUnionId.html",
    scope(mini), reply = PaidUnionId, call = user_info.paid_union_id)]
pub struct GetPaidUnionId {
    /// The user who paid.
    pub openid: OpenId,
    /// The payment, as WeChat Pay numbers it.
    pub transaction_id: Option<TransactionId>,
    /// The merchant; needed together with `out_trade_no`.
    pub mch_id: Option<MerchantId>,
    /// The payment by the merchant's order number; needs `mch_id`.
    pub out_trade_no: Option<String>,
}

/// The UnionID of a user who has paid.
#[endpoint(part, reply_to(GetPaidUnionId))]
pub struct PaidUnionId {
    /// The user's id at all accounts of one Open Platform account.
    pub unionid: UnionId,
}
