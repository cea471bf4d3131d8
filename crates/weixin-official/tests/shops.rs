//! Stores, products, shops and pictures: the forms that tables of fields do not show.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::FilePart;
use weixin_official::{
    image::{CropImage, ScanImage},
    merchant::{
        AddMerchantExpress, GetMerchantOrder, GetMerchantProducts, MerchantExpressFee,
        MerchantExpressPrice, MerchantExpressTemplate, MerchantGroupChange, MerchantOrderPaid,
        MerchantOrderStatus, MerchantProductStatus, MerchantProductTerms, UpdateMerchantGroup,
        UpdateMerchantProduct, UploadMerchantImage,
    },
    ocr::{ReadIdCard, ReadPrint},
    scan_product::{
        CheckScanTicket, GetImportedProducts, GetScanProducts, ImportProducts, ImportedProduct,
        ScanCheckResult, ScanProductChecked, ScanScene, UserScanProduct,
    },
    semantic::UnderstandQuery,
    store::{AddStore, Coordinates, GetStores, MapId, Store, StoreChecked, StoreDraft, StoreState},
    store_mini_program::{
        AddProgramStore, GetDistricts, MapPlaceChecked, ProgramStoreChecked, StorePictures,
        UpdateProgramStore,
    },
};
use weixin_wire_tests::{event, file, irregular_reply, reply};

use crate::common::calls;

#[test]
fn a_store_is_in_a_group_in_a_group() {
    let store = Store::new(
        "面馆",
        "广东省",
        "广州市",
        "海珠区",
        "艺苑路11号",
        "020-1",
        ["美食,小吃".to_owned()],
        Coordinates::Baidu,
        113.25,
        23.5,
    );
    calls().sends(
        &AddStore::new(StoreDraft::new(store.sid("1"))),
        "POST /cgi-bin/poi/addpoi",
        json!({"business": {"base_info": {"business_name": "面馆", "province": "广东省",
            "city": "广州市", "district": "海珠区", "address": "艺苑路11号", "telephone": "020-1",
            "categories": ["美食,小吃"], "offset_type": 3, "longitude": 113.25, "latitude": 23.5,
            "sid": "1"}}}),
    );
}

/// A store, with this number.
fn store(poi_id: &str) -> Value {
    json!({"base_info": {"poi_id": poi_id, "business_name": "面馆", "province": "广东省",
        "city": "广州市", "district": "海珠区", "address": "艺苑路11号", "telephone": "020-1",
        "offset_type": 1, "longitude": 113.25, "latitude": 23.5, "available_state": "3"}})
}

#[test]
fn stores_are_listed_until_the_total_is_reached() {
    let pages = [vec![store("5"), store("6")], vec![store("7")]];
    let pages = pages.map(|stores| json!({"business_list": stores, "total_count": "3"}));
    let (stores, sent) = calls().paged(GetStores::new(0, 2), pages);
    assert_eq!(stores[0].available_state, Some(StoreState::Approved));
    assert_eq!((stores.len(), &sent[1].1["begin"]), (3, &json!(2)));
}

#[test]
fn a_store_of_a_store_mini_program_is_read_without_its_details() {
    let stores = irregular_reply::<GetStores>(
        json!({"business_list": [{"base_info": {"poi_id": "6", "mapid": "m",
            "upgrade_status": 1}}], "total_count": 1}),
        json!({"business_list": [{"base_info": {"poi_id": "6", "mapid": "m", "upgrade_status": 1,
            "business_name": "", "province": "", "city": "", "district": "", "address": "",
            "telephone": "", "categories": [], "offset_type": 1, "longitude": 0.0,
            "latitude": 0.0}}],
            "total_count": 1}),
    );
    let store = &stores.business_list[0].base_info;
    assert_eq!(store.mapid.as_ref().map(MapId::as_str), Some("m"));
}

#[test]
fn a_refused_store_has_a_reason() {
    let checked: StoreChecked = event(
        "poi_check_notify",
        "<UniqId>1</UniqId><PoiId>5</PoiId><Result>fail</Result><msg>why</msg>",
    );
    assert_eq!((checked.poi_id, checked.message.as_deref()), (Some("5".into()), Some("why")));
}

#[test]
fn pictures_of_a_store_are_the_text_of_their_json() {
    let pictures = StorePictures::new(["http://p".to_owned()]);
    calls().sends(
        &AddProgramStore::new("28", pictures.clone(), "020-1").credential("91"),
        "POST /wxa/add_store",
        json!({"map_poi_id": "28", "pic_list": "{\"list\":[\"http://p\"]}",
            "contract_phone": "020-1", "credential": "91"}),
    );
    calls().sends(
        &UpdateProgramStore::new("5").pic_list(pictures),
        "POST /wxa/update_store",
        json!({"poi_id": "5", "pic_list": "{\"list\":[\"http://p\"]}"}),
    );
}

#[test]
fn a_store_is_updated_without_pictures() {
    let hour = UpdateProgramStore::new("5").hour("8:00-9:00");
    calls().sends(&hour, "POST /wxa/update_store", json!({"poi_id": "5", "hour": "8:00-9:00"}));
}

#[test]
fn districts_are_read_level_by_level() {
    let districts = reply::<GetDistricts>(json!({"status": 0, "data_version": "1", "result": [
        [{"id": "110000", "name": "北京", "pinyin": ["bei"], "cidx": [0, 15]}], []]}));
    assert_eq!(districts.result[0][0].cidx, [0, 15]);
}

#[test]
fn a_store_was_added_without_an_upgrade() {
    let added: ProgramStoreChecked = event(
        "add_store_audit_info",
        "<audit_id>1</audit_id><status>1</status><reason></reason><is_upgrade></is_upgrade>\
         <poiid>5</poiid>",
    );
    assert_eq!((added.poi_id, added.is_upgrade), (Some("5".into()), None));
}

#[test]
fn a_place_on_the_map_was_created() {
    let place: MapPlaceChecked = event(
        "create_map_poi_audit_info",
        "<audit_id>1</audit_id><status>1</status><map_poi_id>m</map_poi_id>\
         <latitude>30.5</latitude><longitude>114</longitude><sh_remark>x</sh_remark>",
    );
    assert_eq!((place.latitude, place.sh_remark.as_deref()), (Some(30.5), Some("x")));
}

#[test]
fn an_imported_product_has_prices_and_links() {
    let product = json!({"pid": "1", "price_info": {"min_price": 250, "max_price": 250.5},
        "link_info": {"link_type": "wxa", "wxa_appid": "wx2", "url": "p"}, "partial_update": 1});
    let read: ImportedProduct = serde_json::from_value(product.clone()).unwrap();
    let (_, sent) = calls().sent(&ImportProducts::new([read]));
    assert_eq!(sent["product"][0]["partial_update"], product["partial_update"]);
    assert_eq!(sent["product"][0]["link_info"], product["link_info"]);
}

#[test]
fn imported_products_are_listed_until_a_page_has_no_context() {
    let pages = [json!({"product": [{"pid": "1"}], "page_context": "c"}), json!({"product": []})];
    let (products, sent) = calls().paged(GetImportedProducts::new(1, 10), pages);
    assert_eq!(products.len(), 1);
    assert_eq!(sent[1].1, json!({"page_num": 2, "page_size": 10, "page_context": "c"}));
}

#[test]
fn products_with_codes_are_listed_until_the_total_is_reached() {
    let page = json!({"total": 1, "key_list": [{"keystandard": "ean13", "keystr": "69"}]});
    let (products, _) = calls().paged(GetScanProducts::new(0).status("on"), [page]);
    assert_eq!(products.len(), 1);
}

#[test]
fn a_ticket_of_a_scan_has_truth_values_in_texts() {
    let ticket = irregular_reply::<CheckScanTicket>(
        json!({"openid": "o", "is_check": "true", "is_contact": "false"}),
        json!({"openid": "o", "is_check": true, "is_contact": false}),
    );
    assert_eq!((ticket.is_check, ticket.is_contact), (Some(true), Some(false)));
}

#[test]
fn a_user_scanned_a_product() {
    let seen: UserScanProduct = event(
        "user_scan_product",
        "<KeyStandard>ean13</KeyStandard><KeyStr>69</KeyStr><Sex>1</Sex><Scene>2</Scene>\
         <ExtInfo>x</ExtInfo>",
    );
    assert_eq!((seen.key_str.as_deref(), seen.scene), (Some("69"), Some(ScanScene::Others)));
}

#[test]
fn a_product_was_approved() {
    let checked: ScanProductChecked = event(
        "user_scan_product_verify_action",
        "<KeyStandard>ean13</KeyStandard><Result>verify_ok</Result><ReasonMsg></ReasonMsg>",
    );
    assert_eq!(checked.result, Some(ScanCheckResult::VerifyOk));
}

#[test]
fn a_delivery_template_has_names_in_capitals() {
    let price = MerchantExpressPrice::new(1, 200, 3, 100);
    let fee =
        MerchantExpressFee::new(10_000_027, price.clone()).custom([price.dest_city("广州市")]);
    let template = MerchantExpressTemplate::new("t", 0, 1, [fee]);
    calls().sends(
        &AddMerchantExpress::new(template),
        "POST /merchant/express/add",
        json!({"delivery_template": {"Name": "t", "Assumer": 0, "Valuation": 1, "TopFee": [{
            "Type": 10_000_027,
            "Normal": {"StartStandards": 1, "StartFees": 200, "AddStandards": 3, "AddFees": 100},
            "Custom": [{"StartStandards": 1, "StartFees": 200, "AddStandards": 3, "AddFees": 100,
                "DestCity": "广州市"}]}]}}),
    );
}

#[test]
fn terms_of_a_product_are_numbers() {
    let terms = MerchantProductTerms::new().is_post_free(true).is_has_receipt(false);
    calls().sends(
        &UpdateMerchantProduct::new("P").attrext(terms),
        "POST /merchant/update",
        json!({"product_id": "P", "attrext": {"isPostFree": 1, "isHasReceipt": 0}}),
    );
}

#[test]
fn a_product_is_removed_from_a_group() {
    calls().sends(
        &UpdateMerchantGroup::new(7, [MerchantGroupChange::new("P", false)]),
        "POST /merchant/group/productmod",
        json!({"group_id": 7, "product": [{"product_id": "P", "mod_action": 0}]}),
    );
}

#[test]
fn products_are_listed_by_state() {
    calls().sends(
        &GetMerchantProducts::new(MerchantProductStatus::Off),
        "POST /merchant/getbystatus",
        json!({"status": 2}),
    );
}

#[test]
fn an_order_has_a_long_number() {
    let order = reply::<GetMerchantOrder>(json!({"order": {"order_id": 7197417460812533543_u64,
        "order_status": 3, "product_count": 1}}))
    .order;
    assert_eq!(order.order_id, "7197417460812533543");
    assert_eq!(order.order_status, Some(MerchantOrderStatus::Sent));
}

#[test]
fn a_picture_for_a_shop_has_a_name_in_the_query() {
    let upload = UploadMerchantImage::new("a.png", FilePart::image("JPEG"));
    calls().sends(
        &upload,
        "POST /merchant/common/upload_img?filename=a.png",
        json!({"media": file("image.jpg", "image/jpeg", "JPEG")}),
    );
}

#[test]
fn an_order_was_paid() {
    let paid: MerchantOrderPaid = event(
        "merchant_order",
        "<OrderId>O</OrderId><OrderStatus>2</OrderStatus><ProductId>P</ProductId>\
         <SkuInfo>1:2</SkuInfo>",
    );
    assert_eq!(
        (paid.order_status, paid.sku_info.as_deref()),
        (Some(MerchantOrderStatus::ToSend), Some("1:2"))
    );
}

#[test]
fn a_picture_is_named_by_an_address() {
    let by_url = ReadIdCard::of("http://p");
    calls().sends(&by_url, "POST /cv/ocr/idcard?img_url=http%3A%2F%2Fp", Value::Null);
}

#[test]
fn a_picture_is_uploaded_with_ratios() {
    let by_file = CropImage::of(FilePart::image("JPEG")).ratios("1,2.35");
    let expected = json!({"img": file("image.jpg", "image/jpeg", "JPEG"), "ratios": "1,2.35"});
    calls().sends(&by_file, "POST /cv/img/aicrop", expected);
}

#[test]
fn printed_text_has_places() {
    let print = reply::<ReadPrint>(json!({"items": [{"text": "腾讯", "pos": {"left_top":
        {"x": 575, "y": 519.5}}}], "img_size": {"w": 1280, "h": 720}}));
    let corner = print.items[0].pos.as_ref().unwrap().left_top.as_ref().unwrap();
    assert_eq!((corner.x, corner.y), (575.0, 519.5));
}

#[test]
fn codes_in_a_picture_are_read() {
    let codes =
        reply::<ScanImage>(json!({"code_results": [{"type_name": "EAN_13", "data": "59"}]}));
    assert_eq!(codes.code_results[0].data.as_deref(), Some("59"));
}

#[test]
fn the_account_says_who_asks() {
    let query = UnderstandQuery::new("明天从北京到上海的航班", "flight").city("北京");
    calls().sends(
        &query,
        "POST /semantic/semproxy/search",
        json!({"query": "明天从北京到上海的航班", "category": "flight", "city": "北京",
            "appid": "wx1"}),
    );
}

#[test]
fn what_was_understood_is_kept() {
    let json = json!({"errcode": 0, "query": "q", "type": "flight",
        "semantic": {"details": {"start_date": {"date": "2014-06-01"}}}});
    let understood = reply::<UnderstandQuery>(json.clone());
    assert_eq!(understood.kind.as_deref(), Some("flight"));
    assert_eq!(understood.semantic, Some(json["semantic"].clone()));
}
