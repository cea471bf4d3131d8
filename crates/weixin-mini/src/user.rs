//! What a Mini Program may know of a user (用户信息): phone number, UnionID. `/wxa/business/getuserphonenumber`, `/wxa/getpaidunionid`

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::{AppId, OpenId};

group! {
    /// What a Mini Program may know of a user (用户信息).
    user_info: [GetPhoneNumber, GetPaidUnionId]
}

/// Exchanges the code of a button `getPhoneNumber` for the user's phone number.
///
/// The code works once, within five minutes; it is not the code of a login.
#[endpoint(POST "/wxa/business/getuserphonenumber", title = "获取手机号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/phonenumber/phonenumber.getPhoneNumber.html",
    scope(mini), reply = PhoneNumber, call = user_info.phone_number)]
pub struct GetPhoneNumber {
    /// The code.
    pub code: String,
    /// Who tapped the button.
    pub openid: Option<OpenId>,
}

/// The phone number of a user.
#[endpoint(part, reply_to(GetPhoneNumber))]
pub struct PhoneNumber {
    /// The number.
    pub phone_info: PhoneInfo,
}

/// A phone number.
#[endpoint(part)]
pub struct PhoneInfo {
    /// As the user has bound it; from abroad with the country's code in front.
    #[serde(rename = "phoneNumber")]
    pub phone_number: String,
    /// Without the country's code.
    #[serde(rename = "purePhoneNumber")]
    pub pure_phone_number: String,
    /// The country's code, such as `86`.
    #[serde(rename = "countryCode")]
    pub country_code: String,
    /// When, and for whom.
    pub watermark: Watermark,
}

/// When data were given, and for whom.
#[endpoint(part)]
pub struct Watermark {
    /// When the user gave them.
    pub timestamp: Timestamp,
    /// The Mini Program.
    pub appid: AppId,
}

/// Gives the UnionID of a user who has paid within the last five minutes, without their consent.
#[endpoint(GET "/wxa/getpaidunionid", title = "支付后获取 Unionid",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/user-info/auth.getPaidUnionId.html",
    scope(mini), reply = PaidUnionId, call = user_info.paid_union_id)]
pub struct GetPaidUnionId {
    /// The user.
    pub openid: OpenId,
    /// The payment, by WeChat Pay's number.
    pub transaction_id: Option<String>,
    /// The merchant, if `out_trade_no` is given.
    pub mch_id: Option<String>,
    /// The payment, by the merchant's number.
    pub out_trade_no: Option<String>,
}

/// The UnionID of a user.
#[endpoint(part, reply_to(GetPaidUnionId))]
pub struct PaidUnionId {
    /// The same person at all accounts of one Open Platform account.
    pub unionid: String,
}
