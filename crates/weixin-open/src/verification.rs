//! The verification of a Mini Program (小程序认证). `/wxa/sec/wxaauth`, `/wxa/sec/queryauth`

use weixin_api::{FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, MediaId, inbound};

group! {
    /// The verification of the Mini Program (小程序认证).
    verification: [
        SubmitVerification, ResubmitVerification, QueryVerification, UploadVerificationMaterial,
        GetIdentityTree,
    ]
}

weixin_api::string_id! {
    /// A verification under way (认证任务 ID, taskid).
    VerificationTaskId
}

weixin_api::integer_id! {
    /// The order of a verification, as in the console (认证审核单号, orderid).
    VerificationOrderId(u64)
    /// A node in the tree of identities (节点 ID, node_id).
    IdentityNodeId(u64)
}

weixin_protocol::messages![VerificationChanged, VerificationExpires];

/// Submits the Mini Program for verification. Its administrator must authorize it on a page within
/// 24 hours.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::verification::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let data = VerificationData::new(
///     VerificationCustomer::Company,
///     VerificationContact::new("张三", "zhangsan@example.com"),
///     "示例茶馆",
///     AccountNameKind::Free,
///     VerificationPayer::Component,
/// );
/// let task = wx.verification().submit(data).await?;
/// println!("task {:?}: authorize at {:?}", task.taskid, task.auth_url);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/sec/wxaauth", title = "小程序认证(提审)",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/weapp-wxverify/secwxaapi_wxaauth.html",
    scope(mini), reply = VerificationTask, call = verification.submit)]
pub struct SubmitVerification {
    /// The data of the owner and the Mini Program.
    pub auth_data: VerificationData,
}

/// Submits a verification again after it was returned for correction.
#[endpoint(POST "/wxa/sec/reauth", title = "小程序认证(重新提审)",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/weapp-wxverify/secwxaapi_reauth.html",
    scope(mini), reply = VerificationTask, call = verification.resubmit)]
pub struct ResubmitVerification {
    /// The data of the owner and the Mini Program, with `taskid`.
    pub auth_data: VerificationData,
}

/// The data of an owner and a Mini Program for the verification. Certificates are ids of
/// [`UploadVerificationMaterial`].
#[endpoint(part)]
pub struct VerificationData {
    /// The type of the owner.
    pub customer_type: VerificationCustomer,
    /// The task that was returned; only for [`ResubmitVerification`].
    pub taskid: Option<VerificationTaskId>,
    /// The person to contact.
    pub contact_info: VerificationContact,
    /// The license of an organization.
    pub qualification: Option<MediaId>,
    /// Further certificates of the owner: up to ten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualification_other: Vec<MediaId>,
    /// The name of the Mini Program.
    pub account_name: String,
    /// The kind of the name.
    pub account_name_type: AccountNameKind,
    /// Certificates that the name needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub account_supplemental: Vec<MediaId>,
    /// Who pays for the verification.
    pub pay_type: VerificationPayer,
    /// The invoice; for [`VerificationPayer::Owner`].
    pub invoice_info: Option<VerificationInvoice>,
    /// The identity that the owner gets, from [`GetIdentityTree`].
    pub auth_identification: Option<String>,
    /// Certificates for that identity.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub auth_ident_material: Vec<MediaId>,
    /// The telephone number of the third-party platform.
    pub third_party_phone: Option<String>,
    /// The account of the third-party platform at the service market (服务市场); for
    /// [`VerificationPayer::Component`].
    pub service_appid: Option<AppId>,
}

int_enum! {
    /// Who pays for a verification (支付方式).
    pub enum VerificationPayer {
        /// The third-party platform, from verifications that it has bought (服务商支付).
        Component = 1,
        /// The owner (用户支付).
        Owner = 2,
    }
}

int_enum! {
    /// The kind of a Mini Program's name (账号名命名类型).
    pub enum AccountNameKind {
        /// A name of free choice (基于自选词汇命名).
        Free = 1,
        /// A trademark (基于商标命名).
        Trademark = 2,
    }
}

int_enum! {
    /// The type of an owner in a verification (企业类型). The platform's list has further numbers.
    pub enum VerificationCustomer {
        /// A company (企业).
        Company = 1,
        /// A sole trader (个体工商户).
        SoleTrader = 12,
        /// A person (个人).
        Person = 15,
    }
}

/// The person to contact about a verification.
#[endpoint(part)]
pub struct VerificationContact {
    /// The name of the person.
    pub name: String,
    /// The e-mail address of the person.
    pub email: String,
}

/// The invoice of a verification.
#[endpoint(part)]
pub struct VerificationInvoice {
    /// The kind of the invoice.
    pub invoice_type: VerificationInvoiceKind,
    /// The data of an electronic invoice; for [`VerificationInvoiceKind::Electronic`].
    pub electronic: Option<ElectronicInvoice>,
    /// The data of a VAT invoice; for [`VerificationInvoiceKind::Vat`].
    pub vat: Option<VatInvoice>,
    /// The title of the invoice (发票抬头).
    pub invoice_title: Option<String>,
}

int_enum! {
    /// The kind of an invoice (发票类型).
    pub enum VerificationInvoiceKind {
        /// No invoice (不开发票).
        None = 1,
        /// An electronic invoice (电子发票).
        Electronic = 2,
        /// A VAT invoice on paper (增值税专票).
        Vat = 3,
    }
}

/// The data of an electronic invoice.
#[endpoint(part)]
pub struct ElectronicInvoice {
    /// The tax number (纳税识别号). It names the company to the tax authorities, not a thing of the
    /// platform.
    pub id: String,
    /// A remark on the invoice.
    pub desc: Option<String>,
}

/// The data of a VAT invoice on paper.
#[endpoint(part)]
pub struct VatInvoice {
    /// The tax number (纳税识别号). It names the company to the tax authorities, not a thing of the
    /// platform.
    pub id: Option<String>,
    /// The telephone number of the company.
    pub enterprise_phone: Option<String>,
    /// The address of the company.
    pub enterprise_address: Option<String>,
    /// The bank of the company.
    pub bank_name: Option<String>,
    /// The number of the bank account.
    pub bank_account: Option<String>,
    /// The address that the invoice is sent to.
    pub mailing_address: Option<String>,
    /// The street and house number that the invoice is sent to.
    pub address: Option<String>,
    /// The name of the recipient.
    pub name: Option<String>,
    /// The telephone number of the recipient.
    pub phone: Option<String>,
    /// The province of the recipient.
    pub province: Option<String>,
    /// The city of the recipient.
    pub city: Option<String>,
    /// The district of the recipient.
    pub district: Option<String>,
    /// A remark on the invoice.
    pub desc: Option<String>,
}

/// A verification that was submitted.
#[endpoint(part, reply_to(SubmitVerification, ResubmitVerification))]
pub struct VerificationTask {
    /// The task, for [`QueryVerification`].
    pub taskid: Option<VerificationTaskId>,
    /// The address of the page where the administrator authorizes the verification.
    pub auth_url: Option<String>,
}

/// Returns the state of a verification.
#[endpoint(POST "/wxa/sec/queryauth", title = "小程序认证进度查询",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/weapp-wxverify/secwxaapi_queryauth.html",
    scope(mini), retry = safe, reply = VerificationState, call = verification.status)]
pub struct QueryVerification {
    /// The task, as [`SubmitVerification`] returned it.
    pub taskid: VerificationTaskId,
}

/// The state of a verification.
#[endpoint(part, reply_to(QueryVerification))]
pub struct VerificationState {
    /// The state of the administrator's authorization.
    pub task_status: Option<VerificationTaskStatus>,
    /// The address of the page where the administrator authorizes the verification.
    pub auth_url: Option<String>,
    /// The state of the review; missing until it starts.
    pub apply_status: Option<VerificationStatus>,
    /// The order of the verification, as in the console.
    pub orderid: Option<VerificationOrderId>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The reason why it was returned for correction.
    pub refill_reason: Option<String>,
    /// The reason why it failed.
    pub fail_reason: Option<String>,
    /// The provider who reviews it.
    pub dispatch_info: Option<VerificationDispatch>,
}

/// The provider who reviews a Mini Program.
#[endpoint(part, inbound)]
pub struct VerificationDispatch {
    /// The name of the provider.
    #[field(name = "provider")]
    pub provider: Option<String>,
    /// How to reach the provider.
    #[field(name = "contact")]
    pub contact: Option<String>,
    /// When the provider received the order.
    #[field(name = "dispatch_time")]
    pub dispatch_time: Option<Timestamp>,
}

int_enum! {
    /// The state of the administrator's authorization.
    pub enum VerificationTaskStatus {
        /// The task was created.
        Created = 0,
        /// The administrator did not authorize it within 24 hours.
        TimedOut = 1,
        /// The administrator has rejected it.
        Rejected = 2,
        /// The administrator has agreed.
        Agreed = 3,
        /// The face verification has started.
        FaceStarted = 4,
        /// The face verification has failed.
        FaceFailed = 5,
        /// The face verification has succeeded.
        FacePassed = 6,
        /// A code was sent to the administrator's telephone.
        PhoneStarted = 7,
        /// The verification of the telephone has failed.
        PhoneFailed = 8,
        /// The verification of the telephone has succeeded.
        PhonePassed = 9,
        /// The review could not be created.
        ReviewFailed = 11,
        /// The review was created.
        ReviewCreated = 12,
        /// A verification of the administrator has failed.
        VerifyFailed = 14,
        /// The verification waits for payment.
        WaitingForPayment = 15,
    }
}

int_enum! {
    /// The state of the review of a verification (认证审核状态).
    pub enum VerificationStatus {
        /// There is no review.
        None = 0,
        /// It waits for payment.
        WaitingForPayment = 1,
        /// It is under way.
        Reviewing = 2,
        /// It was returned for correction; see [`ResubmitVerification`].
        SentBack = 3,
        /// The Mini Program is verified.
        Passed = 4,
        /// The verification has failed.
        Failed = 5,
    }
}

/// Uploads a picture for a verification.
///
/// Fails with 40005 when the kind of file is not supported, and with 40006 when the file is too
/// big.
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
    /// The kind of the file, in words of the platform.
    #[serde(rename = "type")]
    pub type_: Option<String>,
    /// The id of the file, for [`VerificationData`].
    pub mediaid: MediaId,
}

/// Returns the identities that owners of Mini Programs can have (认证身份标识).
#[endpoint(POST "/wxa/sec/authidentitytree", title = "获取认证身份标识",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/weapp-wxverify/secwxaapi_authidentitytree.html",
    scope(mini), retry = safe, reply = IdentityTree, call = verification.identity_tree)]
pub struct GetIdentityTree {}

/// The identities that owners of Mini Programs can have.
#[endpoint(part, reply_to(GetIdentityTree))]
pub struct IdentityTree {
    /// The roots of the tree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identity_tree_list: Vec<IdentityNode>,
}

/// An identity, or a group of identities.
#[endpoint(part)]
pub struct IdentityNode {
    /// The id of the node in the tree.
    pub node_id: Option<IdentityNodeId>,
    /// The name of the identity or group.
    pub name: Option<String>,
    /// The nodes below; empty for an identity.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub node_list: Vec<IdentityNode>,
    /// Further data of a root.
    pub root_info: Option<IdentityRoot>,
    /// Further data of an identity.
    pub leaf_info: Option<IdentityLeaf>,
}

/// Further data of a root.
#[endpoint(part)]
pub struct IdentityRoot {
    /// The kind of the root, as the platform numbers it.
    #[serde(rename = "type")]
    pub type_: Option<i64>,
}

/// Further data of an identity.
#[endpoint(part)]
pub struct IdentityLeaf {
    /// The certificates that the identity needs, in words.
    pub requirement: Option<String>,
}

/// The state of a Mini Program's verification has changed.
#[inbound(notice = "notify_3rd_wxa_auth", scope(official, mini))]
pub struct VerificationChanged {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// The Mini Program.
    #[field(name = "appid")]
    pub verified_app_id: Option<AppId>,
    /// The task, as [`SubmitVerification`] returned it.
    #[field(name = "taskid")]
    pub taskid: Option<VerificationTaskId>,
    /// The state of the administrator's authorization.
    #[field(name = "task_status")]
    pub task_status: Option<VerificationTaskStatus>,
    /// The state of the review.
    #[field(name = "apply_status")]
    pub apply_status: Option<VerificationStatus>,
    /// The state in words, with the reason.
    #[field(name = "message")]
    pub message: Option<String>,
    /// The provider who reviews it.
    #[field(name = "dispatch_info")]
    pub dispatch_info: Option<VerificationDispatch>,
}

/// The verification of a Mini Program will expire soon, or has expired 30 or 60 days ago.
#[inbound(notice = "notify_3rd_wxa_wxverify", scope(official, mini))]
pub struct VerificationExpires {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// The Mini Program.
    #[field(name = "appid")]
    pub verified_app_id: Option<AppId>,
    /// When the verification expires.
    #[field(name = "expired")]
    pub expired: Option<Timestamp>,
    /// The state in words, with the consequences.
    #[field(name = "message")]
    pub message: Option<String>,
}
