//! Ids that several groups use. An id of one group only stands in the module of that group.

weixin_api::string_id! {
    /// A message template of the account (模板 ID, template_id).
    TemplateId
    /// A cloud environment (云环境 ID, env).
    EnvironmentId
    /// A merchant of WeChat Pay (商户号, mch_id).
    MerchantId
    /// A payment, as WeChat Pay numbers it (微信支付订单号, transaction_id).
    TransactionId
    /// An express or delivery company (快递公司 ID, 运力 ID, delivery_id), such as `SF`.
    DeliveryId
    /// A waybill: the tracking number of a parcel (运单号, waybill_id).
    WaybillId
    /// A model of a hardware device (设备型号 ID, model_id).
    ModelId
    /// A promoter of the Mini Program (推广员, promoter_id).
    PromoterId
    /// A submitted form or a payment that permits one template message (form_id, prepay_id).
    FormId
    /// A refund, as WeChat Pay numbers it (微信支付退款单号).
    RefundId
}
