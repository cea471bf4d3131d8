//! Complaints of users about virtual payments.

use weixin_api::{Call, CallSignature, Caller, StringEnum, endpoint};
use weixin_protocol::{OpenId, Secret};

use super::{PaymentEnv, VirtualComplaintId, VirtualOrderId, VirtualPayment, WxOrderId};
use crate::ids::TransactionId;

/// Returns the complaints of some days.
///
/// [`XPayComplaint`](super::XPayComplaint) reports a new one.
#[endpoint(POST "/xpay/get_complaint_list", title = "获取投诉列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_get_complaint_list.html",
    scope(mini), retry = safe, reply = VirtualComplaints, call = "wx.virtual_payment(&key).complaints(begin, end, offset, limit)")]
pub struct GetVirtualComplaints {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The answer is always that of the live one.
    pub env: PaymentEnv,
    /// The first day, such as `2023-01-01`.
    pub begin_date: String,
    /// The last day, written like the first.
    pub end_date: String,
    /// How many complaints to skip.
    pub offset: u32,
    /// The maximum number of complaints.
    pub limit: u32,
}

/// Complaints about virtual payments.
#[endpoint(part, reply_to(GetVirtualComplaints))]
pub struct VirtualComplaints {
    /// The number of all complaints of these days.
    pub total: Option<u32>,
    /// The complaints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complaints: Vec<VirtualComplaint>,
}

/// Returns a complaint.
#[endpoint(POST "/xpay/get_complaint_detail", title = "获取投诉详情",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_get_complaint_detail.html",
    scope(mini), retry = safe, reply = FoundVirtualComplaint, call = "wx.virtual_payment(&key).complaint(complaint_id)")]
pub struct GetVirtualComplaint {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The answer is always that of the live one.
    pub env: PaymentEnv,
    /// The complaint.
    pub complaint_id: VirtualComplaintId,
}

/// A complaint about a virtual payment.
#[endpoint(part, reply_to(GetVirtualComplaint))]
pub struct FoundVirtualComplaint {
    /// The complaint.
    pub complaint: VirtualComplaint,
}

/// A complaint about a virtual payment.
#[endpoint(part)]
pub struct VirtualComplaint {
    /// The id of the complaint.
    pub complaint_id: Option<VirtualComplaintId>,
    /// When the user complained, such as `2023-11-28T11:11:49+08:00`.
    pub complaint_time: Option<String>,
    /// What the user wrote.
    pub complaint_detail: Option<String>,
    /// The state of the complaint.
    pub complaint_state: Option<VirtualComplaintState>,
    /// How the user can be reached.
    pub payer_phone: Option<String>,
    /// The user.
    pub payer_openid: Option<OpenId>,
    /// The orders that the complaint is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complaint_order_info: Vec<VirtualComplaintOrder>,
    /// Whether all of these orders were refunded in full.
    pub complaint_full_refunded: Option<bool>,
    /// Whether the user waits for a reply.
    pub incoming_user_response: Option<bool>,
    /// How often the user has complained.
    pub user_complaint_times: Option<u32>,
    /// The pictures that the user attached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complaint_media_list: Vec<VirtualComplaintMedia>,
    /// The question that the user chose before complaining.
    pub problem_description: Option<String>,
    /// The kind of problem.
    pub problem_type: Option<VirtualComplaintProblem>,
    /// The amount that the user asks for, in fen. Only for [`VirtualComplaintProblem::Refund`].
    pub apply_refund_amount: Option<i64>,
    /// What the platform says about the user: `TRUSTED` can be refunded at once, `HIGH_RISK` must be
    /// handled first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_tag_list: Vec<String>,
    /// The service orders of WeChat Pay that the complaint is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_order_info: Vec<VirtualComplaintService>,
}

/// The state of a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum VirtualComplaintState {
    /// The complaint waits for the account (待处理).
    #[string_enum(rename = "PENDING")]
    Pending,
    /// The complaint is being handled (处理中).
    #[string_enum(rename = "PROCESSING")]
    Processing,
    /// The complaint was handled (已处理完成).
    #[string_enum(rename = "PROCESSED")]
    Processed,
    /// A value that this version does not know.
    Other(String),
}

/// The kind of problem that a user has.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum VirtualComplaintProblem {
    /// The user wants the money back (申请退款). To be handled first.
    #[string_enum(rename = "REFUND")]
    Refund,
    /// What was bought does not work (服务权益未生效).
    #[string_enum(rename = "SERVICE_NOT_WORK")]
    Service,
    /// Another problem (其他类型).
    #[string_enum(rename = "OTHERS")]
    Another,
    /// A value that this version does not know.
    Other(String),
}

/// An order that a complaint is about.
#[endpoint(part)]
pub struct VirtualComplaintOrder {
    /// The payment, as WeChat Pay numbers it.
    pub transaction_id: Option<TransactionId>,
    /// The order number that the user sees in WeChat Pay as that of the merchant, which is
    /// `channel_order_id` of [`VirtualOrder`](super::VirtualOrder).
    pub out_trade_no: Option<String>,
    /// The amount in fen.
    pub amount: Option<i64>,
    /// The account's own order number.
    pub wxa_out_trade_no: Option<VirtualOrderId>,
    /// The order, as the platform numbers it.
    pub wx_order_id: Option<WxOrderId>,
}

/// Pictures of a complaint.
#[endpoint(part)]
pub struct VirtualComplaintMedia {
    /// Whose pictures: `USER_COMPLAINT_IMAGE` came with the complaint, `OPERATION_IMAGE` later.
    pub media_type: Option<String>,
    /// The addresses of the pictures; [`SignComplaintImage`] gives access to them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_url: Vec<String>,
}

/// A service order of WeChat Pay that a complaint is about.
#[endpoint(part)]
pub struct VirtualComplaintService {
    /// The order, as WeChat Pay numbers it.
    pub order_id: Option<String>,
    /// The merchant's number of the order.
    pub out_order_no: Option<String>,
    /// The state of the order when the user complained: `DOING`, `REVOKED`, `WAITPAY` or `DONE`.
    pub state: Option<String>,
}

/// Returns what happened to a complaint (协商历史).
#[endpoint(POST "/xpay/get_negotiation_history", title = "获取协商历史",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_get_negotiation_history.html",
    scope(mini), retry = safe, reply = VirtualComplaintHistory, call = "wx.virtual_payment(&key).complaint_history(complaint_id, offset, limit)")]
pub struct GetVirtualComplaintHistory {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The answer is always that of the live one.
    pub env: PaymentEnv,
    /// The complaint.
    pub complaint_id: VirtualComplaintId,
    /// How many steps to skip.
    pub offset: u32,
    /// The maximum number of steps.
    pub limit: u32,
}

/// What happened to a complaint.
#[endpoint(part, reply_to(GetVirtualComplaintHistory))]
pub struct VirtualComplaintHistory {
    /// The number of all steps.
    pub total: Option<u32>,
    /// The steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<VirtualComplaintStep>,
}

/// One step in the history of a complaint.
#[endpoint(part)]
pub struct VirtualComplaintStep {
    /// The number of the step.
    pub log_id: Option<String>,
    /// Who took it.
    pub operator: Option<String>,
    /// When it was taken, such as `2023-11-28T11:11:49+08:00`.
    pub operate_time: Option<String>,
    /// What it was, such as `USER_CREATE_COMPLAINT`, `MERCHANT_RESPONSE` or
    /// `COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE`; the page has the whole list.
    pub operate_type: Option<String>,
    /// Its text.
    pub operate_details: Option<String>,
    /// Its pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complaint_media_list: Vec<VirtualComplaintMedia>,
}

/// Replies to the user who complained.
#[endpoint(POST "/xpay/response_complaint", title = "回复用户",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_response_complaint.html",
    scope(mini), call = "wx.virtual_payment(&key).reply_to_complaint(complaint_id, content)")]
pub struct ReplyToVirtualComplaint {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The live one is changed.
    pub env: PaymentEnv,
    /// The complaint.
    pub complaint_id: VirtualComplaintId,
    /// The reply.
    pub response_content: String,
    /// Pictures, by the ids of [`UploadVirtualPaymentImage`].
    pub response_images: Vec<String>,
}

/// Reports that a complaint was handled.
#[endpoint(POST "/xpay/complete_complaint", title = "完成投诉处理",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_complete_complaint.html",
    scope(mini), call = "wx.virtual_payment(&key).complete_complaint(complaint_id)")]
pub struct CompleteVirtualComplaint {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The live one is changed.
    pub env: PaymentEnv,
    /// The complaint.
    pub complaint_id: VirtualComplaintId,
}

/// Uploads a picture for a reply to a complaint.
///
/// Either the content or the address is needed; the address comes first.
#[endpoint(POST "/xpay/upload_vp_file", title = "上传媒体文件",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_upload_vp_file.html",
    scope(mini), reply = UploadedVirtualPaymentImage, call = "wx.virtual_payment(&key).upload_image(file_name).with(…)")]
pub struct UploadVirtualPaymentImage {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The live one is changed.
    pub env: PaymentEnv,
    /// The content in Base64, up to 1 MB.
    pub base64_img: Option<String>,
    /// The address of the picture, which may not redirect; up to 2 MB.
    pub img_url: Option<String>,
    /// The name of the picture.
    pub file_name: String,
}

/// A picture that was uploaded.
#[endpoint(part, reply_to(UploadVirtualPaymentImage))]
pub struct UploadedVirtualPaymentImage {
    /// The id of the picture.
    pub file_id: Option<String>,
}

/// Returns the signature with which a picture of a complaint can be downloaded from WeChat Pay.
#[endpoint(POST "/xpay/get_upload_file_sign", title = "获取微信支付反馈投诉图片的签名头部",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_get_upload_file_sign.html",
    scope(mini), retry = safe, reply = SignedComplaintImage, call = "wx.virtual_payment(&key).sign_complaint_image(complaint_id, url, convert)")]
pub struct SignComplaintImage {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The answer is always that of the live one.
    pub env: PaymentEnv,
    /// The address: `https://api.mch.weixin.qq.com/v3/merchant-service/images/…`.
    pub wxpay_url: String,
    /// Whether the picture is copied to an address that anyone can read for 30 minutes.
    pub convert_cos: bool,
    /// The complaint.
    pub complaint_id: VirtualComplaintId,
}

/// Access to a picture of a complaint.
#[endpoint(part, reply_to(SignComplaintImage))]
pub struct SignedComplaintImage {
    /// The value of the header `Authorization`. The request also needs `Accept: application/json`
    /// and a `User-Agent`.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub sign: Option<Secret>,
    /// The address of the copy, valid for 30 minutes. Only if `convert_cos` was true.
    pub cos_url: Option<String>,
}

impl<'c, C: Caller + ?Sized> VirtualPayment<'c, C> {
    /// Returns the complaints from one day (`2023-01-01`) to another; see [`GetVirtualComplaints`].
    pub fn complaints(
        &self,
        begin: impl Into<String>,
        end: impl Into<String>,
        offset: u32,
        limit: u32,
    ) -> Call<'c, C, GetVirtualComplaints> {
        let (sig, env) = self.signed();
        self.call(GetVirtualComplaints::new(sig, env, begin, end, offset, limit))
    }

    /// Returns a complaint; see [`GetVirtualComplaint`].
    pub fn complaint(
        &self,
        complaint_id: impl Into<VirtualComplaintId>,
    ) -> Call<'c, C, GetVirtualComplaint> {
        let (sig, env) = self.signed();
        self.call(GetVirtualComplaint::new(sig, env, complaint_id))
    }

    /// Returns what happened to a complaint; see [`GetVirtualComplaintHistory`].
    pub fn complaint_history(
        &self,
        complaint_id: impl Into<VirtualComplaintId>,
        offset: u32,
        limit: u32,
    ) -> Call<'c, C, GetVirtualComplaintHistory> {
        let (sig, env) = self.signed();
        self.call(GetVirtualComplaintHistory::new(sig, env, complaint_id, offset, limit))
    }

    /// Replies to the user who complained; see [`ReplyToVirtualComplaint`].
    pub fn reply_to_complaint(
        &self,
        complaint_id: impl Into<VirtualComplaintId>,
        content: impl Into<String>,
    ) -> Call<'c, C, ReplyToVirtualComplaint> {
        let (sig, env) = self.signed();
        let images = Vec::new();
        self.call(ReplyToVirtualComplaint::new(sig, env, complaint_id, content, images))
    }

    /// Reports that a complaint was handled; see [`CompleteVirtualComplaint`].
    pub fn complete_complaint(
        &self,
        complaint_id: impl Into<VirtualComplaintId>,
    ) -> Call<'c, C, CompleteVirtualComplaint> {
        let (sig, env) = self.signed();
        self.call(CompleteVirtualComplaint::new(sig, env, complaint_id))
    }

    /// Uploads a picture, whose content or address is set with `.with(…)`; see
    /// [`UploadVirtualPaymentImage`].
    pub fn upload_image(
        &self,
        file_name: impl Into<String>,
    ) -> Call<'c, C, UploadVirtualPaymentImage> {
        let (sig, env) = self.signed();
        self.call(UploadVirtualPaymentImage::new(sig, env, file_name))
    }

    /// Returns access to a picture of a complaint; see [`SignComplaintImage`].
    pub fn sign_complaint_image(
        &self,
        complaint_id: impl Into<VirtualComplaintId>,
        url: impl Into<String>,
        convert: bool,
    ) -> Call<'c, C, SignComplaintImage> {
        let (sig, env) = self.signed();
        self.call(SignComplaintImage::new(sig, env, url, convert, complaint_id))
    }
}
