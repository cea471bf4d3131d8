//! Cards, invoices and what is pushed about them: the forms that tables of fields do not show.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use bytes::Bytes;
use serde_json::{Value, json};
use weixin_api::{
    FilePart, Timestamp,
    wire::{self, IncomingRequest},
};
use weixin_official::{
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
use weixin_wire_tests::{event, file, reply};

use crate::common::calls;

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
            calls().sent(&CreateCard::new(card)),
            ("POST /card/create".to_owned(), json!({ "card": expected }))
        );
    }
}

#[test]
fn a_changed_card_has_only_what_changes() {
    let change = CardBaseChange::new().title("三人套餐").location_id_list([7.into()]);
    let change = UpdateCard::new("C").member_card(MemberCardChange::new().base_info(change));
    calls().sends(
        &change,
        "POST /card/update",
        json!({"card_id": "C", "member_card": {"base_info": {"title": "三人套餐",
            "location_id_list": [7]}}}),
    );
}

#[test]
fn a_discount_is_read() {
    let base_info = json!({"id": "C", "status": "CARD_STATUS_VERIFY_OK", "logo_url": "u",
        "code_type": "CODE_TYPE_TEXT", "brand_name": "海鲜", "title": "九折", "color": "#10AD61",
        "notice": "出示", "description": "不可叠加", "date_info": {"type": "DATE_TYPE_PERMANENT"},
        "sku": {"quantity": "3", "total_quantity": 9}, "get_limit": 1});
    let discount = json!({"base_info": base_info, "discount": 10,
        "advanced_info": {"abstract": {"abstract": "短", "icon_url_list": ["u"]}}});
    let card = json!({"errcode": 0, "card": {"card_type": "DISCOUNT", "discount": discount}});
    let card = reply::<GetCard>(card).card;
    let Card::Discount(discount) = card else { panic!("{card:?}") };
    assert_eq!(discount.discount, 10);
    assert_eq!(discount.base_info.status, Some(CardState::Approved));
    assert_eq!(discount.base_info.sku.total_quantity, Some(9));
}

#[test]
fn a_card_of_an_unknown_kind_is_kept() {
    let news = reply::<GetCard>(json!({"card": {"card_type": "LUCKY_MONEY"}})).card;
    assert!(matches!(&news, Card::Other(fields) if fields["card_type"] == "LUCKY_MONEY"));
}

#[test]
fn the_code_of_a_card_is_being_given_away() {
    let code = reply::<GetCode>(json!({"card": {"card_id": "C", "begin_time": 1}, "openid": "o",
        "can_consume": true, "user_card_status": "GIFTING"}));
    assert_eq!(code.user_card_status, Some(UserCardState::Giving));
}

#[test]
fn cards_are_listed_by_offset_until_the_total_is_reached() {
    let first = GetCards::new(0, 2).status_list([CardState::Approved]);
    let pages = [json!(["a", "b"]), json!(["c"])];
    let pages = pages.map(|ids| json!({"card_id_list": ids, "total_num": 3}));
    let (cards, sent) = calls().paged(first, pages);
    assert_eq!(cards, ["a", "b", "c"]);
    assert_eq!(
        sent[1].1,
        json!({"offset": 2, "count": 2, "status_list": ["CARD_STATUS_VERIFY_OK"]})
    );
}

#[test]
fn orders_of_gift_cards_are_listed_by_offset() {
    let (from, until) = (Timestamp::from_secs(1), Timestamp::from_secs(2));
    let orders = GetGiftCardOrders::new(from, until, OrderDirection::Descending, 0, 1);
    let order = json!({"order_id": "O", "IsChatRoom": true, "card_list": {"card_id": "C"}});
    let page = json!({"order_list": [order], "total_count": 2});
    let (orders, sent) = calls().paged(orders, [&page, &page]);
    assert_eq!((orders[0].is_chat_room, orders[0].card_list.len()), (Some(true), 1));
    assert_eq!(sent[1].1["offset"], 1);
}

#[test]
fn merchants_are_listed_until_the_next_id_is_the_same() {
    let page = json!({"info_list": [{"merchant_id": 12}], "next_begin_id": 12});
    let (items, sent) = calls().paged(GetSubMerchants::new("0", 1), [&page, &page]);
    assert_eq!((items[0].merchant_id.as_str(), &sent[1].1["begin_id"]), ("12", &json!("12")));
}

#[test]
fn one_card_is_handed_out_by_a_qr_code() {
    let offer = CardOffer::new("C").outer_str("shop");
    calls().sends(
        &CreateCardQrCode::one(offer.clone()),
        "POST /card/qrcode/create",
        json!({"action_name": "QR_CARD",
            "action_info": {"card": {"card_id": "C", "outer_str": "shop"}}}),
    );
}

#[test]
fn several_cards_are_handed_out_by_a_qr_code() {
    let offer = CardOffer::new("C").outer_str("shop");
    assert_eq!(
        calls().sent(&CreateCardQrCode::several([offer])).1["action_info"],
        json!({"multiple_card": {"card_list": [{"card_id": "C", "outer_str": "shop"}]}})
    );
}

#[test]
fn a_member_loses_points() {
    let update = UpdateMember::new("1", "C").add_bonus(-30).record_bonus("换购");
    calls().sends(
        &update,
        "POST /card/membercard/updateuser",
        json!({"code": "1", "card_id": "C", "add_bonus": -30, "record_bonus": "换购"}),
    );
}

#[test]
fn a_page_of_gift_cards_is_read() {
    let page = reply::<GetGiftCardPage>(json!({"page": {"page_title": "礼品卡",
        "banner_pic_url": "u", "theme_list": [{"theme_pic_url": "v", "title": "t",
        "title_color": "#fb966e", "item_list": [{"card_id": "C"}]}], "address": "广州",
        "service_phone": "020", "biz_description": "退款"}}))
    .page;
    assert_eq!(page.theme_list[0].item_list[0].card_id, "C");
}

#[test]
fn calls_about_invoices_are_told_apart_by_their_query() {
    let (target, body) = calls().sent(&SetInvoiceContact::new(
        weixin_official::invoice::InvoiceContact::new("020-1", 3600),
    ));
    assert_eq!(target, "POST /card/invoice/setbizattr?action=set_contact");
    assert_eq!(body, json!({"contact": {"phone": "020-1", "time_out": 3600}}));
    assert_eq!(
        calls().sent(&GetInvoiceContact::new()).0,
        "POST /card/invoice/setbizattr?action=get_contact"
    );
    let other = IncomingRequest {
        method: Some(weixin_api::POST),
        path: "/card/invoice/setbizattr",
        query: "action=set_pay_mch",
        content_type: None,
        body: &Bytes::from_static(b"{}"),
    };
    assert!(wire::read_call::<GetInvoiceContact>(other).is_err());
}

#[test]
fn the_page_that_authorizes_an_invoice_has_a_source() {
    let auth = GetInvoiceAuthUrl::new(
        "P",
        "O",
        1100,
        InvoiceSource::MiniProgram,
        "T",
        InvoiceAuthKind::Fields,
    );
    calls().sends(
        &auth,
        "POST /card/invoice/getauthurl",
        json!({"s_pappid": "P", "order_id": "O", "money": 1100, "source": "wxa", "ticket": "T",
            "type": 1}),
    );
}

#[test]
fn an_invoice_is_inserted_for_a_user() {
    let data = InvoiceData::new(1300, "抬头", Timestamp::from_secs(7), "N", "C", 1200, 100, "M");
    let insert = InsertInvoice::new("O", "C", InvoiceExtension::new(InvoiceUserCard::new(data)));
    assert_eq!(
        calls().sent(&insert).1["card_ext"]["user_card"]["invoice_user_data"],
        json!({"fee": 1300, "title": "抬头", "billing_time": 7, "billing_no": "N",
            "billing_code": "C", "fee_without_tax": 1200, "tax": 100, "s_pdf_media_id": "M"})
    );
}

#[test]
fn the_state_of_an_invoice_is_locked() {
    let state = SetReimburseState::new("C", "E", ReimburseState::Locked);
    assert_eq!(calls().sent(&state).1["reimburse_status"], "INVOICE_REIMBURSE_LOCK");
}

#[test]
fn an_invoice_of_a_user_who_never_authorized_has_that_state() {
    let never = reply::<GetInvoiceAuthData>(json!({"invoice_status": "never auth"}));
    assert_eq!(never.invoice_status, Some(InvoiceAuthState::NeverAuthorized));
}

#[test]
fn a_scanned_title_has_its_kind_in_a_text() {
    let title = reply::<ScanTitle>(json!({"title_type": "0", "title": "公司", "tax_no": "91"}));
    assert_eq!(title.title_type, Some(TitleKind::Company));
}

#[test]
fn the_pdf_of_an_invoice_is_uploaded() {
    let upload =
        UploadInvoicePdf::new(FilePart::new("a.pdf", "application/pdf", b"%PDF-".to_vec()));
    let pdf = json!({"pdf": file("a.pdf", "application/pdf", "%PDF-")});
    calls().sends(&upload, "POST /card/invoice/platform/setpdf", pdf);
}

#[test]
fn a_user_got_a_card() {
    let taken: UserGetCard = event(
        "user_get_card",
        "<CardId>C</CardId><IsGiveByFriend>1</IsGiveByFriend><UserCardCode>12</UserCardCode>\
         <FriendUserName>oBob</FriendUserName><OuterId>0</OuterId><OldUserCardCode>11\
         </OldUserCardCode><OuterStr>12b</OuterStr><IsRestoreMemberCard>0</IsRestoreMemberCard>\
         <IsRecommendByFriend>0</IsRecommendByFriend><SourceScene>SOURCE_SCENE_QRCODE</SourceScene>\
         <UnionId>u</UnionId>",
    );
    assert_eq!((taken.card_id.as_str(), taken.is_give_by_friend), ("C", Some(true)));
}

#[test]
fn a_user_consumed_a_card() {
    let used: UserConsumeCard = event(
        "user_consume_card",
        "<CardId>C</CardId><UserCardCode>12</UserCardCode><ConsumeSource>FROM_API</ConsumeSource>\
         <LocationId>222</LocationId><StaffOpenId>oEve</StaffOpenId><VerifyCode>v</VerifyCode>\
         <RemarkAmount>100</RemarkAmount><OuterStr>x</OuterStr>",
    );
    assert_eq!(used.consume_source, Some(ConsumeSource::Api));
}

#[test]
fn a_user_gave_a_card_to_a_group_chat() {
    let given: UserGiveCard = event(
        "user_gifting_card",
        "<CardId>C</CardId><UserCardCode>1</UserCardCode><IsReturnBack>0</IsReturnBack>\
         <IsChatRoom>1</IsChatRoom>",
    );
    assert_eq!((given.friend_user_name, given.is_chat_room), (None, Some(true)));
}

#[test]
fn points_of_a_member_changed() {
    let changed: MemberCardChanged = event(
        "update_member_card",
        "<CardId>C</CardId><UserCardCode>1</UserCardCode><ModifyBonus>-3</ModifyBonus>\
         <ModifyBalance>0</ModifyBalance>",
    );
    assert_eq!((changed.modify_bonus, changed.modify_balance), (Some(-3), Some(0)));
}

#[test]
fn a_gift_card_was_sent_to_a_group_chat() {
    let sent: GiftCardSent = event(
        "giftcard_send_to_friend",
        "<PageId>P</PageId><OrderId>O</OrderId><IsChatRoom>true</IsChatRoom>\
         <IsReturnBack>false</IsReturnBack>",
    );
    assert_eq!((sent.is_chat_room, sent.is_return_back), (Some(true), Some(false)));
}

#[test]
fn a_merchant_was_approved() {
    let checked: SubMerchantChecked = event(
        "card_merchant_check_result",
        "<MerchantId>7</MerchantId><IsPass>1</IsPass><Reason>r</Reason>",
    );
    assert_eq!(checked.is_pass, Some(true));
}

#[test]
fn an_invoice_was_made() {
    let made: CloudInvoiceResult = event(
        "cloud_invoice_invoiceresult_event",
        "<fpqqlsh>1</fpqqlsh><status>100</status><nsrsbh>2</nsrsbh>",
    );
    assert_eq!((made.fpqqlsh.as_deref(), made.status, made.title), (Some("1"), Some(100), None));
}

#[test]
fn a_title_is_submitted_under_either_event() {
    let title = "<title>抬头</title><tax_no>91</tax_no><addr>a</addr><phone>1</phone>\
        <bank_type>b</bank_type><bank_no>2</bank_no><attach>x</attach>\
        <title_type>InvoiceUserTitleBusinessType</title_type>";
    let chosen: InvoiceTitleSubmitted = event("submit_invoice_title", title);
    // The platform's own sample of it has the other name.
    let same: CloudInvoiceResult = event("cloud_invoice_invoiceresult_event", title);
    assert_eq!((chosen.title, chosen.attach), (same.title, same.attach));
}

#[test]
fn the_state_of_an_invoice_changed() {
    let status: InvoiceStatusChanged = event(
        "update_invoice_status",
        "<Status>INVOICE_REIMBURSE_INIT</Status><CardId>C</CardId><Code>1</Code>",
    );
    assert_eq!(status.status, Some(ReimburseState::Open));
}
