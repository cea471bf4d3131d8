//! Cards, invoices and what is pushed about them: the forms that tables of fields do not show.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use bytes::Bytes;
use serde_json::{Value, json};
use weixin_api::{
    Account, AccountId, Endpoint, FilePart, Paged, Timestamp,
    wire::{self, ApiResponse, Body, IncomingRequest},
};
use weixin_official::{
    OfficialAccount,
    card::{
        BoardingPass, Card, CardBase, CardBaseChange, CardOffer, CardState, CardStock,
        CardValidity, CashVoucher, CodeForm, ConsumeSource, CreateCard, CreateCardQrCode, GetCard,
        GetCards, GetCode, Groupon, MemberCard, MemberCardChange, UpdateCard, UserCardState,
        UserConsumeCard, UserGetCard, UserGiveCard,
    },
    card_merchant::{GetSubMerchants, SubMerchantChecked},
    gift_card::{GetGiftCardOrders, GetGiftCardPage, GiftCardSent, OrderDirection},
    invoice::{
        CloudInvoiceResult, GetInvoiceAuthData, GetInvoiceAuthUrl, GetInvoiceContact,
        InsertInvoice, InvoiceAuthKind, InvoiceAuthState, InvoiceData, InvoiceExtension,
        InvoiceSource, InvoiceStatusChanged, InvoiceTitleSubmitted, InvoiceUserCard,
        ReimburseState, ScanTitle, SetInvoiceContact, SetReimburseState, TitleKind,
        UploadInvoicePdf,
    },
    member_card::{MemberCardChanged, UpdateMember},
};
use weixin_protocol::{Format, Inbound, InboundMessage};

fn account() -> AccountId {
    OfficialAccount::new("wx1", "s").id()
}

/// Target and body of a request, after the other side has read and written it.
fn sent<E: Endpoint>(request: &E) -> (String, Value) {
    let call = wire::write_call(request, &account()).unwrap();
    let said = |call: &wire::ApiRequest| match call.body() {
        Body::Json(json) => (call.target(None), json.clone()),
        _ => (call.target(None), Bytes::new()),
    };
    let (target, body) = said(&call);
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let method = Some(call.method());
    let back = wire::read_call::<E>(IncomingRequest {
        method,
        path,
        query,
        content_type: None,
        body: &body,
    });
    let again = said(&wire::write_call(&back.unwrap(), &account()).unwrap());
    assert_eq!((target.clone(), body.clone()), again);
    (target, serde_json::from_slice(&body).unwrap_or_default())
}

fn reply<E: Endpoint>(json: Value) -> E::Reply {
    wire::read_reply::<E>(ApiResponse::json(json.to_string())).unwrap()
}

/// Reads an event, and sees that writing it brings back every field.
fn event<T: InboundMessage>(name: &str, fields: &str) -> T {
    let xml = format!(
        "<xml><ToUserName>gh_1</ToUserName><FromUserName>oAnn</FromUserName>\
         <CreateTime>1700000000</CreateTime><MsgType>event</MsgType><Event>{name}</Event>\
         {fields}</xml>"
    );
    let push = Inbound::parse(&xml).unwrap();
    assert!(push.is::<T>(), "{name}");
    let event: T = push.read().unwrap();
    let again = Inbound::of(push.header(), &event, Format::Xml);
    // Truth may have become `true` where it was 1.
    let plain = |push: &Inbound, field| {
        let text = push.fields().text(field).map(str::trim);
        text.map(|text| text.replace("true", "1").replace("false", "0"))
    };
    for (field, _) in push.fields().iter() {
        assert_eq!(plain(&again, field), plain(&push, field), "{name}: {field}");
    }
    event
}

fn base() -> CardBase {
    CardBase::new(
        "http://logo",
        CodeForm::QrCode,
        "海鲜",
        "双人套餐",
        "Color010",
        "出示",
        "不可叠加",
        CardValidity::days(30),
        CardStock::new(500),
    )
}

#[test]
fn a_card_is_in_the_field_of_its_kind() {
    let base_info = json!({"logo_url": "http://logo", "code_type": "CODE_TYPE_QRCODE",
        "brand_name": "海鲜", "title": "双人套餐", "color": "Color010", "notice": "出示",
        "description": "不可叠加", "sku": {"quantity": 500},
        "date_info": {"type": "DATE_TYPE_FIX_TERM", "fixed_term": 30, "fixed_begin_term": 0}});
    let kinds: [(Card, Value); 4] = [
        (
            Groupon::new(base(), "锅底2选1").into(),
            json!({"card_type": "GROUPON",
                "groupon": {"base_info": base_info, "deal_detail": "锅底2选1"}}),
        ),
        (
            CashVoucher::new(base(), 100).least_cost(1000_u64).into(),
            json!({"card_type": "CASH",
                "cash": {"base_info": base_info, "reduce_cost": 100, "least_cost": 1000}}),
        ),
        (
            MemberCard::new(base(), "特权", true, false).wx_activate(true).into(),
            json!({"card_type": "MEMBER_CARD", "member_card": {"base_info": base_info,
                "prerogative": "特权", "supply_bonus": true, "supply_balance": false,
                "wx_activate": true}}),
        ),
        (
            BoardingPass::new(
                base(),
                "广州",
                "上海",
                "CZ3501",
                Timestamp::from_secs(5),
                Timestamp::from_secs(9),
            )
            .into(),
            json!({"card_type": "BOARDING_PASS", "boarding_pass": {"base_info": base_info,
                "from": "广州", "to": "上海", "flight": "CZ3501", "departure_time": 5,
                "landing_time": 9}}),
        ),
    ];
    for (card, expected) in kinds {
        assert_eq!(
            sent(&CreateCard::new(card)),
            ("/card/create".to_owned(), json!({ "card": expected }))
        );
    }
    let change = CardBaseChange::new().title("三人套餐").location_id_list([7.into()]);
    let change = UpdateCard::new("C").member_card(MemberCardChange::new().base_info(change));
    assert_eq!(
        sent(&change).1,
        json!({"card_id": "C", "member_card": {"base_info": {"title": "三人套餐",
            "location_id_list": [7]}}})
    );
}

#[test]
fn a_card_is_read_as_it_is_and_kinds_that_are_new_are_kept() {
    let card =
        reply::<GetCard>(json!({"errcode": 0, "card": {"card_type": "DISCOUNT", "discount": {
        "base_info": {"id": "C", "status": "CARD_STATUS_VERIFY_OK", "title": "九折",
            "sku": {"quantity": "3", "total_quantity": 9}, "get_limit": 1},
        "discount": 10, "advanced_info": {"abstract": {"abstract": "短", "icon_url_list": ["u"]}}}}}))
        .card;
    let Card::Discount(discount) = card else { panic!("{card:?}") };
    assert_eq!(discount.discount, 10);
    assert_eq!(discount.base_info.status, Some(CardState::Approved));
    assert_eq!(discount.base_info.sku.total_quantity, Some(9));
    let news = reply::<GetCard>(json!({"card": {"card_type": "LUCKY_MONEY"}})).card;
    assert!(matches!(&news, Card::Other(fields) if fields["card_type"] == "LUCKY_MONEY"));
    let code = reply::<GetCode>(json!({"card": {"card_id": "C", "begin_time": 1}, "openid": "o",
        "can_consume": true, "user_card_status": "GIFTING"}));
    assert_eq!(code.user_card_status, Some(UserCardState::Giving));
}

#[test]
fn lists_of_cards_orders_and_merchants_turn_until_the_last() {
    let first = GetCards::new(0, 2).status_list([CardState::Approved]);
    let page = |ids: Value| reply::<GetCards>(json!({"card_id_list": ids, "total_num": 3}));
    let (cards, next) = first.split_page(page(json!(["a", "b"])));
    let next = next.unwrap();
    assert_eq!(cards, ["a", "b"]);
    assert_eq!(
        sent(&next).1,
        json!({"offset": 2, "count": 2, "status_list": ["CARD_STATUS_VERIFY_OK"]})
    );
    assert!(next.split_page(page(json!(["c"]))).1.is_none());

    let day = Timestamp::from_secs;
    let orders = GetGiftCardOrders::new(day(1), day(2), OrderDirection::Descending, 0, 1);
    let order = json!({"order_id": "O", "IsChatRoom": true, "card_list": {"card_id": "C"}});
    let (items, next) = orders
        .split_page(reply::<GetGiftCardOrders>(json!({"order_list": [order], "total_count": 2})));
    assert_eq!((items[0].is_chat_room, items[0].card_list.len()), (Some(true), 1));
    assert_eq!(next.unwrap().offset, 1);

    let merchants = json!({"info_list": [{"merchant_id": 12}], "next_begin_id": 12});
    let (items, next) =
        GetSubMerchants::new("0", 1).split_page(reply::<GetSubMerchants>(merchants.clone()));
    let next = next.unwrap();
    assert_eq!((items[0].merchant_id.as_str(), next.begin_id.as_str()), ("12", "12"));
    assert!(next.split_page(reply::<GetSubMerchants>(merchants)).1.is_none());
}

#[test]
fn what_is_handed_out_and_changed_has_the_platforms_form() {
    let offer = CardOffer::new("C").outer_str("shop");
    assert_eq!(
        sent(&CreateCardQrCode::one(offer.clone())).1,
        json!({"action_name": "QR_CARD",
            "action_info": {"card": {"card_id": "C", "outer_str": "shop"}}})
    );
    assert_eq!(
        sent(&CreateCardQrCode::several([offer])).1["action_info"],
        json!({"multiple_card": {"card_list": [{"card_id": "C", "outer_str": "shop"}]}})
    );
    let update = UpdateMember::new("1", "C").add_bonus(-30).record_bonus("换购");
    assert_eq!(
        sent(&update).1,
        json!({"code": "1", "card_id": "C", "add_bonus": -30, "record_bonus": "换购"})
    );
    let page = reply::<GetGiftCardPage>(json!({"page": {"banner_pic_url": "u",
        "theme_list": [{"title": "t", "item_list": [{"card_id": "C"}]}]}}))
    .page;
    assert_eq!(page.theme_list[0].item_list[0].card_id, "C");
}

#[test]
fn calls_about_invoices_are_told_apart_by_their_query() {
    let (target, body) =
        sent(&SetInvoiceContact::new(weixin_official::invoice::InvoiceContact::new("020-1", 3600)));
    assert_eq!(target, "/card/invoice/setbizattr?action=set_contact");
    assert_eq!(body, json!({"contact": {"phone": "020-1", "time_out": 3600}}));
    assert_eq!(sent(&GetInvoiceContact::new()).0, "/card/invoice/setbizattr?action=get_contact");
    let other = IncomingRequest {
        method: Some(weixin_api::POST),
        path: "/card/invoice/setbizattr",
        query: "action=set_pay_mch",
        content_type: None,
        body: &Bytes::from_static(b"{}"),
    };
    assert!(wire::read_call::<GetInvoiceContact>(other).is_err());
    let auth = GetInvoiceAuthUrl::new(
        "P",
        "O",
        1100,
        InvoiceSource::MiniProgram,
        "T",
        InvoiceAuthKind::Fields,
    );
    assert_eq!(
        sent(&auth).1,
        json!({"s_pappid": "P", "order_id": "O", "money": 1100, "source": "wxa", "ticket": "T",
            "type": 1})
    );
}

#[test]
fn invoices_have_the_platforms_form() {
    let data = InvoiceData::new(1300, "抬头", Timestamp::from_secs(7), "N", "C", 1200, 100, "M");
    let insert = InsertInvoice::new("O", "C", InvoiceExtension::new(InvoiceUserCard::new(data)));
    assert_eq!(
        sent(&insert).1["card_ext"]["user_card"]["invoice_user_data"],
        json!({"fee": 1300, "title": "抬头", "billing_time": 7, "billing_no": "N",
            "billing_code": "C", "fee_without_tax": 1200, "tax": 100, "s_pdf_media_id": "M"})
    );
    let state = SetReimburseState::new("C", "E", ReimburseState::Locked);
    assert_eq!(sent(&state).1["reimburse_status"], "INVOICE_REIMBURSE_LOCK");
    let title = reply::<ScanTitle>(json!({"title_type": "0", "title": "公司", "tax_no": "91"}));
    assert_eq!(title.title_type, Some(TitleKind::Company));
    let never = reply::<GetInvoiceAuthData>(json!({"invoice_status": "never auth"}));
    assert_eq!(never.invoice_status, Some(InvoiceAuthState::NeverAuthorized));
    let upload =
        UploadInvoicePdf::new(FilePart::new("a.pdf", "application/pdf", b"%PDF-".to_vec()));
    let call = wire::write_call(&upload, &account()).unwrap();
    let Body::Multipart(parts) = call.body() else { panic!("a PDF is a part") };
    assert_eq!(parts[0].name(), "pdf");
}

#[test]
fn events_about_cards_keep_every_field() {
    let taken: UserGetCard = event(
        "user_get_card",
        "<CardId>C</CardId><IsGiveByFriend>1</IsGiveByFriend><UserCardCode>12</UserCardCode>\
         <FriendUserName>oBob</FriendUserName><OuterId>0</OuterId><OldUserCardCode>11\
         </OldUserCardCode><OuterStr>12b</OuterStr><IsRestoreMemberCard>0</IsRestoreMemberCard>\
         <IsRecommendByFriend>0</IsRecommendByFriend><SourceScene>SOURCE_SCENE_QRCODE</SourceScene>\
         <UnionId>u</UnionId>",
    );
    assert_eq!((taken.card_id.as_str(), taken.is_give_by_friend), ("C", Some(true)));
    let used: UserConsumeCard = event(
        "user_consume_card",
        "<CardId>C</CardId><UserCardCode>12</UserCardCode><ConsumeSource>FROM_API</ConsumeSource>\
         <LocationId>222</LocationId><StaffOpenId>oEve</StaffOpenId><VerifyCode>v</VerifyCode>\
         <RemarkAmount>100</RemarkAmount><OuterStr>x</OuterStr>",
    );
    assert_eq!(used.consume_source, Some(ConsumeSource::Api));
    let given: UserGiveCard = event(
        "user_gifting_card",
        "<CardId>C</CardId><UserCardCode>1</UserCardCode><IsReturnBack>0</IsReturnBack>\
         <IsChatRoom>1</IsChatRoom>",
    );
    assert_eq!((given.friend_user_name, given.is_chat_room), (None, Some(true)));
    let changed: MemberCardChanged = event(
        "update_member_card",
        "<CardId>C</CardId><UserCardCode>1</UserCardCode><ModifyBonus>-3</ModifyBonus>\
         <ModifyBalance>0</ModifyBalance>",
    );
    assert_eq!((changed.modify_bonus, changed.modify_balance), (Some(-3), Some(0)));
    let sent: GiftCardSent = event(
        "giftcard_send_to_friend",
        "<PageId>P</PageId><OrderId>O</OrderId><IsChatRoom>true</IsChatRoom>\
         <IsReturnBack>false</IsReturnBack>",
    );
    assert_eq!((sent.is_chat_room, sent.is_return_back), (Some(true), Some(false)));
    let checked: SubMerchantChecked = event(
        "card_merchant_check_result",
        "<MerchantId>7</MerchantId><IsPass>1</IsPass><Reason>r</Reason>",
    );
    assert_eq!(checked.is_pass, Some(true));
}

#[test]
fn events_about_invoices_have_names_in_small_letters() {
    let made: CloudInvoiceResult = event(
        "cloud_invoice_invoiceresult_event",
        "<fpqqlsh>1</fpqqlsh><status>100</status><nsrsbh>2</nsrsbh>",
    );
    assert_eq!((made.fpqqlsh.as_deref(), made.status, made.title), (Some("1"), Some(100), None));
    let title = "<title>抬头</title><tax_no>91</tax_no><addr>a</addr><phone>1</phone>\
        <bank_type>b</bank_type><bank_no>2</bank_no><attach>x</attach>\
        <title_type>InvoiceUserTitleBusinessType</title_type>";
    let chosen: InvoiceTitleSubmitted = event("submit_invoice_title", title);
    // The platform's own sample of it has the other name.
    let same: CloudInvoiceResult = event("cloud_invoice_invoiceresult_event", title);
    assert_eq!((chosen.title, chosen.attach), (same.title, same.attach));
    let status: InvoiceStatusChanged = event(
        "update_invoice_status",
        "<Status>INVOICE_REIMBURSE_INIT</Status><CardId>C</CardId><Code>1</Code>",
    );
    assert_eq!(status.status, Some(ReimburseState::Open));
}
