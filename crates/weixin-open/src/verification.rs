//! The verification of a Mini Program (小程序认证). `/wxa/sec/wxaauth`, `/wxa/sec/queryauth`

use weixin_api::{FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, inbound};

group! {
    /// The verification of the Mini Program (小程序认证).
    verification: [SubmitVerification, ResubmitVerification, QueryVerification, UploadVerificationMaterial, GetIdentityTree]
}

weixin_protocol::messages![VerificationChanged, VerificationExpires];

/// Asks for the Mini Program to be verified; its administrator agrees at the address answered,
/// within 24 hours.
#[endpoint(POST "/wxa/sec/wxaauth", title = "小程序认证(提审)",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/weapp-wxverify/secwxaapi_wxaauth.html",
    scope(mini), reply = VerificationTask, call = verification.submit)]
pub struct SubmitVerification {
    /// Who owns it, and what it is called.
    pub auth_data: VerificationData,
}

/// Asks again, after what was said was sent back.
#[endpoint(POST "/wxa/sec/reauth", title = "小程序认证(重新提审)",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/weapp-wxverify/secwxaapi_reauth.html",
    scope(mini), reply = VerificationTask, call = verification.resubmit)]
pub struct ResubmitVerification {
    /// Who owns it, and what it is called; with `taskid`.
    pub auth_data: VerificationData,
}

/// What is said to have a Mini Program verified. Papers are ids of [`UploadVerificationMaterial`].
#[endpoint(part)]
pub struct VerificationData {
    /// What its owner is: 1 a company, 12 a sole trader, 15 a person; others in the platform's
    /// list.
    pub customer_type: i64,
    /// The task that was sent back.
    pub taskid: Option<String>,
    /// Whom to ask.
    pub contact_info: VerificationContact,
    /// The licence of an organization.
    pub qualification: Option<String>,
    /// Other papers of the owner: up to ten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualification_other: Vec<String>,
    /// The name of the Mini Program.
    pub account_name: String,
    /// 1 the name is free, 2 it is a trade mark.
    pub account_name_type: i64,
    /// Papers that the name needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub account_supplemental: Vec<String>,
    /// 1 the third-party platform pays, from what it has bought in advance; 2 the owner pays.
    pub pay_type: i64,
    /// The invoice, if the owner pays.
    pub invoice_info: Option<VerificationInvoice>,
    /// What the owner is to be called; see [`GetIdentityTree`].
    pub auth_identification: Option<String>,
    /// Papers for that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub auth_ident_material: Vec<String>,
    /// The telephone number of the third-party platform.
    pub third_party_phone: Option<String>,
    /// The account of the third-party platform at the service market (服务市场); needed if it pays.
    pub service_appid: Option<AppId>,
}

/// Whom to ask about a verification.
#[endpoint(part)]
pub struct VerificationContact {
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
}

/// The invoice of a verification.
#[endpoint(part)]
pub struct VerificationInvoice {
    /// 1 none, 2 electronic, 3 on paper, with value-added tax.
    pub invoice_type: i64,
    /// More of an electronic one.
    pub electronic: Option<ElectronicInvoice>,
    /// More of one on paper.
    pub vat: Option<VatInvoice>,
    /// Whom it is for.
    pub invoice_title: Option<String>,
}

/// More of an electronic invoice.
#[endpoint(part)]
pub struct ElectronicInvoice {
    /// The tax number.
    pub id: String,
    /// A remark.
    pub desc: Option<String>,
}

/// More of an invoice on paper.
#[endpoint(part)]
pub struct VatInvoice {
    /// The tax number.
    pub id: Option<String>,
    /// The telephone number of the company.
    pub enterprise_phone: Option<String>,
    /// Its address.
    pub enterprise_address: Option<String>,
    /// Its bank.
    pub bank_name: Option<String>,
    /// Its account there.
    pub bank_account: Option<String>,
    /// Where it is sent to.
    pub mailing_address: Option<String>,
    /// The address it is sent to.
    pub address: Option<String>,
    /// Who takes it.
    pub name: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// Their province.
    pub province: Option<String>,
    /// Their city.
    pub city: Option<String>,
    /// Their district.
    pub district: Option<String>,
    /// A remark.
    pub desc: Option<String>,
}

/// A verification that has begun.
#[endpoint(part, reply_to(SubmitVerification, ResubmitVerification))]
pub struct VerificationTask {
    /// Its task.
    pub taskid: Option<String>,
    /// Where the administrator agrees.
    pub auth_url: Option<String>,
}

/// Tells how a verification stands.
#[endpoint(POST "/wxa/sec/queryauth", title = "小程序认证进度查询",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/weapp-wxverify/secwxaapi_queryauth.html",
    scope(mini), retry = safe, reply = VerificationState, call = verification.status)]
pub struct QueryVerification {
    /// Its task.
    pub taskid: String,
}

/// How a verification stands.
#[endpoint(part, reply_to(QueryVerification))]
pub struct VerificationState {
    /// Where the administrator's agreement is.
    pub task_status: Option<VerificationTaskStatus>,
    /// Where the administrator agrees.
    pub auth_url: Option<String>,
    /// Where the review is, once there is one.
    pub apply_status: Option<VerificationStatus>,
    /// The number of its order, as in the console.
    pub orderid: Option<u64>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// Why it was sent back.
    pub refill_reason: Option<String>,
    /// Why it failed.
    pub fail_reason: Option<String>,
    /// Who reviews it.
    pub dispatch_info: Option<VerificationDispatch>,
}

/// Who reviews a Mini Program.
#[endpoint(part)]
pub struct VerificationDispatch {
    /// Their name.
    pub provider: Option<String>,
    /// How to reach them.
    pub contact: Option<String>,
    /// Since when they do.
    pub dispatch_time: Option<Timestamp>,
}

int_enum! {
    /// Where the administrator's agreement to a verification is.
    pub enum VerificationTaskStatus {
        /// It has begun.
        Created = 0,
        /// It took too long: more than 24 hours.
        TimedOut = 1,
        /// They refused.
        Refused = 2,
        /// They agreed.
        Agreed = 3,
        /// Their face is being compared.
        FaceStarted = 4,
        /// Their face is not theirs.
        FaceFailed = 5,
        /// Their face is theirs.
        FacePassed = 6,
        /// A code was sent to their telephone.
        PhoneStarted = 7,
        /// The code was wrong.
        PhoneFailed = 8,
        /// The code was right.
        PhonePassed = 9,
        /// There could be no review.
        ReviewFailed = 11,
        /// There is a review.
        ReviewCreated = 12,
        /// Something could not be confirmed.
        VerifyFailed = 14,
        /// It is to be paid.
        WaitingForPayment = 15,
    }
}

int_enum! {
    /// Where the review of a verification is.
    pub enum VerificationStatus {
        /// There is none.
        None = 0,
        /// It is to be paid.
        WaitingForPayment = 1,
        /// It goes on.
        Reviewing = 2,
        /// It was sent back; see [`ResubmitVerification`].
        SentBack = 3,
        /// It passed.
        Passed = 4,
        /// It failed.
        Failed = 5,
    }
}

/// Uploads a picture for a verification.
///
/// 40005: another kind of file; 40006: it is too big.
#[endpoint(POST "/wxa/sec/uploadauthmaterial", title = "小程序认证上传补充材料",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/weapp-wxverify/secwxaapi_uploadauthmaterial.html",
    scope(mini), reply = VerificationMaterial, call = verification.upload)]
pub struct UploadVerificationMaterial {
    /// A picture: PNG, JPEG or GIF, up to 2 MB.
    #[part]
    pub media: FilePart,
}

/// A picture that was uploaded for a verification.
#[endpoint(part, reply_to(UploadVerificationMaterial))]
pub struct VerificationMaterial {
    /// Its kind.
    #[serde(rename = "type")]
    pub type_: Option<String>,
    /// Its id.
    pub mediaid: String,
}

/// Gives what owners of Mini Programs may be called.
#[endpoint(POST "/wxa/sec/authidentitytree", title = "获取认证身份标识",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/weapp-wxverify/secwxaapi_authidentitytree.html",
    scope(mini), retry = safe, reply = IdentityTree, call = verification.identity_tree)]
pub struct GetIdentityTree {}

/// What owners of Mini Programs may be called.
#[endpoint(part, reply_to(GetIdentityTree))]
pub struct IdentityTree {
    /// The roots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identity_tree_list: Vec<IdentityNode>,
}

/// Something that an owner may be called, or a group of such.
#[endpoint(part)]
pub struct IdentityNode {
    /// Its number.
    pub node_id: Option<u64>,
    /// Its name.
    pub name: Option<String>,
    /// What is in the group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub node_list: Vec<IdentityNode>,
    /// More of a root.
    pub root_info: Option<IdentityRoot>,
    /// More of what is no group.
    pub leaf_info: Option<IdentityLeaf>,
}

/// More of a root.
#[endpoint(part)]
pub struct IdentityRoot {
    /// Its kind.
    #[serde(rename = "type")]
    pub type_: Option<i64>,
}

/// More of something that an owner may be called.
#[endpoint(part)]
pub struct IdentityLeaf {
    /// Which papers it needs.
    pub requirement: Option<String>,
}

/// A verification has got further. InfoType `notify_3rd_wxa_auth`.
#[inbound(notice = "notify_3rd_wxa_auth", scope(official, mini))]
pub struct VerificationChanged {
    /// When.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// The Mini Program.
    #[field(name = "appid")]
    pub verified_app_id: Option<AppId>,
    /// Its task.
    #[field(name = "taskid")]
    pub taskid: Option<String>,
    /// Where the administrator's agreement is; see [`VerificationTaskStatus`].
    #[field(name = "task_status")]
    pub task_status: Option<i64>,
    /// Where the review is; see [`VerificationStatus`].
    #[field(name = "apply_status")]
    pub apply_status: Option<i64>,
    /// The same in words, and why.
    #[field(name = "message")]
    pub message: Option<String>,
    /// Who reviews it.
    #[field(name = "dispatch_info")]
    pub dispatch_info: Option<VerificationDispatched>,
}

/// Who reviews a Mini Program.
#[inbound(part)]
pub struct VerificationDispatched {
    /// Their name.
    #[field(name = "provider")]
    pub provider: Option<String>,
    /// How to reach them.
    #[field(name = "contact")]
    pub contact: Option<String>,
    /// Since when they do.
    #[field(name = "dispatch_time")]
    pub dispatch_time: Option<i64>,
}

/// A verification ends soon, or has ended 30 or 60 days ago. InfoType `notify_3rd_wxa_wxverify`.
#[inbound(notice = "notify_3rd_wxa_wxverify", scope(official, mini))]
pub struct VerificationExpires {
    /// When.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// The Mini Program.
    #[field(name = "appid")]
    pub verified_app_id: Option<AppId>,
    /// When it ends.
    #[field(name = "expired")]
    pub expired: Option<i64>,
    /// The same in words, and what follows.
    #[field(name = "message")]
    pub message: Option<String>,
}
