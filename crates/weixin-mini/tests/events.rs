//! The events of a Mini Program's groups, as they are pushed.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_api::Timestamp;
use weixin_mini::{
    comment::*, complaint::*, ids::*, instant_delivery::*, logistics::*, retail::*, security::*,
    shipping::*, virtual_payment::*, vod::*,
};
use weixin_protocol::{Format, Kind, Map, PassiveReply, Product, Secret, push_class};
use weixin_wire_tests::{event, irregular_push};

#[test]
fn goods_are_to_be_delivered_after_a_payment() {
    let deliver: XPayGoodsDeliver = event(
        "xpay_goods_deliver_notify",
        "<OpenId>oAnn</OpenId><OutTradeNo>t</OutTradeNo><Env>1</Env>\
         <WeChatPayInfo><MchOrderNo>m</MchOrderNo><PaidTime>1700000000</PaidTime></WeChatPayInfo>\
         <GoodsInfo><ProductId>p</ProductId><Quantity>2</Quantity><ActualPrice>600</ActualPrice></GoodsInfo>",
    );
    assert_eq!((deliver.env, deliver.goods.unwrap().quantity), (PaymentEnv::Sandbox, 2));
    assert_eq!(deliver.payment.unwrap().paid_time, Some(Timestamp::from_secs(1_700_000_000)));
}

#[test]
fn coins_were_paid() {
    let coins: XPayCoinPay = event(
        "xpay_coin_pay_notify",
        "<OpenId>oAnn</OpenId><OutTradeNo>t</OutTradeNo><Env>0</Env><CoinInfo><Quantity>60</Quantity></CoinInfo>",
    );
    assert_eq!(coins.coins.unwrap().quantity, 60);
}

#[test]
fn a_payment_was_refunded() {
    let refund: XPayRefund = event(
        "xpay_refund_notify",
        "<OpenId>oAnn</OpenId><MchRefundId>r</MchRefundId><RefundFee>5</RefundFee><RetCode>0</RetCode>",
    );
    assert_eq!((refund.refund_fee, refund.ret_code), (Some(5), Some(0)));
}

#[test]
fn payments_have_rules_of_their_own() {
    for event in ["xpay_goods_deliver_notify", "xpay_coin_pay_notify", "xpay_refund_notify"] {
        let class = push_class(Product::Mini, &Kind::Event { event, change: None });
        assert_eq!(class.name, "mini payment");
    }
}

#[test]
fn a_trade_was_settled_automatically() {
    let settled: TradeManageOrderSettlement = event(
        "trade_manage_order_settlement",
        "<transaction_id>4</transaction_id><confirm_receive_method>2</confirm_receive_method>",
    );
    assert_eq!(settled.confirm_receive_method, Some(ReceiptConfirmation::Automatic));
}

#[test]
fn media_were_judged_by_their_content() {
    let media: MediaCheck = event(
        "wxa_media_check",
        "<appid>wx1</appid><trace_id>t</trace_id><version>2</version>\
         <detail><strategy>content_model</strategy><errcode>0</errcode><suggest>risky</suggest>\
         <label>20002</label><prob>90</prob></detail>\
         <errcode>0</errcode><errmsg>ok</errmsg><result><suggest>risky</suggest><label>20002</label></result>",
    );
    assert_eq!(media.detail[0].label, Some(ContentLabel::Pornographic));
    assert_eq!(media.result.unwrap().suggest, Suggestion::Risky);
}

#[test]
fn a_drama_was_approved() {
    let drama: SecVodAudit = event(
        "secvod_audit_event",
        "<audit_event><drama_id>20001</drama_id><audit_detail><status>3</status></audit_detail></audit_event>",
    );
    assert_eq!(drama.audit.audit_detail.unwrap().status, Some(VideoAuditStatus::Approved));
}

#[test]
fn a_video_was_uploaded() {
    let upload: SecVodUpload = event(
        "secvod_upload_event",
        "<upload_event><media_id>2</media_id><errcode>0</errcode></upload_event>",
    );
    assert_eq!(upload.upload.media_id, Some(VideoId::new(2)));
}

#[test]
fn a_bad_comment_was_written() {
    let comment: CommentBadScore =
        event("wxa_comment_bad_score", "<result><comment_id>c</comment_id></result>");
    assert_eq!(comment.comment.comment_id, Some(CommentId::new("c")));
}

#[test]
fn the_path_of_a_parcel_has_places() {
    let path: ExpressPathAdded = event(
        "add_express_path",
        "<DeliveryID>SF</DeliveryID><WayBillId>7</WayBillId><Version>3</Version><Count>2</Count>\
         <Actions><ActionTime>1</ActionTime><ActionType>100001</ActionType>\
         <Lat>0</Lat><Lng>113.5</Lng></Actions>\
         <Actions><ActionTime>2</ActionTime><ActionType>200001</ActionType></Actions>",
    );
    assert_eq!((path.way_bill_id, path.actions.len()), (Some(WaybillId::new("7")), 2));
    assert_eq!((path.actions[0].lat, path.actions[0].lng), (Some(0.0), Some(113.5)));
}

#[test]
fn the_quota_of_a_sender_is_asked_for() {
    let quota: ExpressQuotaQuery = event("get_quota", "<BizID>b</BizID><BizPwd>p</BizPwd>");
    assert_eq!(quota.biz_id, Some(BizId::new("b")));
}

#[test]
fn a_delivery_has_an_agent() {
    let update: InstantOrderUpdated = event(
        "update_waybill_status",
        "<shopid>s</shopid><order_status>302</order_status><agent><name>n</name></agent>",
    );
    assert_eq!(update.agent.unwrap().name.as_deref(), Some("n"));
}

/// An answer of an express company, as it is written after sender, receiver and time.
fn written(answer: ExpressAnswer) -> String {
    let mut fields = Map::new();
    PassiveReply::from(answer).write(&mut fields);
    fields.write(Format::Json)
}

#[test]
fn express_companies_answer_questions() {
    let query: ExpressQuotaQuery = event(
        "get_quota",
        "<BizID>xyz</BizID><BizPwd>xyz123</BizPwd><ShopAppID>wxABCD</ShopAppID>",
    );
    assert_eq!(query.biz_pwd, Some(Secret::from("xyz123")));
    assert!(!format!("{query:?}").contains("xyz123"));
    assert_eq!(
        written(query.answer(210)),
        r#"{"MsgType":"event","Event":"get_quota","BizID":"xyz","ResultCode":0,"ResultMsg":"success","Quota":210}"#
    );
    let check: ExpressBusinessCheck = event("check_biz", "<BizID>xyz</BizID>");
    assert_eq!(
        written(check.reject(ExpressResult::WrongPassword, "密码不正确")),
        r#"{"MsgType":"event","Event":"check_biz","BizID":"xyz","ResultCode":10002,"ResultMsg":"密码不正确","Quota":0}"#
    );
    assert_eq!(check.approve(7).quota, Some(7));
    let cancelled: ExpressWaybillCancelled = event(
        "cancel_waybill",
        "<BizID>xyz</BizID><OrderID>0123</OrderID><WayBillID>123456789</WayBillID>",
    );
    assert_eq!(
        written(cancelled.confirm()),
        r#"{"MsgType":"event","Event":"cancel_waybill","OrderID":"0123","BizID":"xyz","WayBillID":"123456789","ResultCode":0,"ResultMsg":"success"}"#
    );
    let failed = cancelled.reject(ExpressResult::Failed, "later");
    assert_eq!((failed.result_code.code(), failed.result_msg.as_str()), (-1, "later"));
}

/// The request and the answer of the platform's page.
#[test]
fn an_express_company_accepts_an_order() {
    let order: ExpressWaybillAdded = event(
        "add_waybill",
        "<Token>1234ABC234523451</Token><OrderID>0123</OrderID><BizID>xyz</BizID>\
         <BizPwd>xyz123</BizPwd><WayBillID>0</WayBillID><Cargo><Weight>1.2</Weight>\
         <Count>2</Count></Cargo>",
    );
    let label = [("ZTO_bagAddr", "广州"), ("ZTO_mark", "888-666-666")];
    let answer = order.accept("123456789", label);
    let PassiveReply::Event(fields) = answer.clone().into() else { panic!("{answer:?}") };
    let texts = ["Event", "Token", "OrderID", "BizID", "WayBillID", "ResultCode", "WaybillData"]
        .map(|name| fields.text(name).unwrap_or_default());
    assert_eq!(
        texts,
        [
            "add_waybill",
            "1234ABC234523451",
            "0123",
            "xyz",
            "123456789",
            "0",
            "##ZTO_bagAddr##广州##ZTO_mark##888-666-666##"
        ]
    );
    assert_eq!(order.accept("1", []).waybill_data.as_deref(), Some(""));
    let rejected = order.reject(ExpressResult::UnreachableReceiver, "too far");
    assert_eq!((rejected.waybill_id, rejected.waybill_data), (Some(WaybillId::new("0")), None));
    assert_eq!(rejected.result_code.code(), 20005);
}

#[test]
fn an_order_was_paid_from_funds() {
    let paid: FundsOrderPaid =
        event("funds_order_pay", "<order_info><trade_no>t</trade_no></order_info>");
    assert_eq!(paid.order.trade_no.as_deref(), Some("t"));
}

const COMPLAINT: &str = "<complaint_order_id>2157</complaint_order_id><type>643</type>\
    <history><time>1</time><media_id_list>m</media_id_list></history>";

#[test]
fn a_complaint_is_in_a_group() {
    let group = format!("<BussiCallBackInfo>{COMPLAINT}</BussiCallBackInfo>");
    let complaint: ComplaintCallback = event("complaint_callback", &group);
    assert_eq!(complaint.complaint_order_id, Some(ComplaintId::new(2157)));
}

#[test]
fn a_complaint_is_read_without_the_group_under_its_other_name() {
    let alone: ComplaintCallback = irregular_push(&format!(
        "<xml><MsgType>event</MsgType><Event>complaint callback</Event>{COMPLAINT}</xml>"
    ));
    assert_eq!((alone.complaint_order_id, alone.kind), (Some(ComplaintId::new(2157)), Some(643)));
    assert_eq!(alone.history[0].media_id_list, ["m"]);
}
