//! Stores, products, shops and pictures: the forms that tables of fields do not show.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use bytes::Bytes;
use serde_json::{Value, json};
use weixin_api::{
    Account, AccountId, Endpoint, FilePart, Paged,
    wire::{self, ApiResponse, Body, IncomingRequest, PartContent},
};
use weixin_official::{
    OfficialAccount,
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
use weixin_protocol::{Inbound, InboundMessage};

fn account() -> AccountId {
    OfficialAccount::new("wx1", "s").id()
}

/// The body of a request, after the other side has read and written it.
fn body<E: Endpoint>(request: &E) -> Value {
    let json = |call: &wire::ApiRequest| match call.body() {
        Body::Json(json) => json.clone(),
        _ => Bytes::new(),
    };
    let call = wire::write_call(request, &account()).unwrap();
    let body = json(&call);
    let (method, path) = (Some(call.method()), call.path());
    let incoming = IncomingRequest { method, path, query: "", content_type: None, body: &body };
    let back = wire::read_call::<E>(incoming).unwrap();
    assert_eq!(body, json(&wire::write_call(&back, &account()).unwrap()));
    serde_json::from_slice(&body).unwrap()
}

fn reply<E: Endpoint>(json: Value) -> E::Reply {
    wire::read_reply::<E>(ApiResponse::json(json.to_string())).unwrap()
}

fn event<T: InboundMessage>(name: &str, fields: &str) -> T {
    let xml = format!("<xml><MsgType>event</MsgType><Event>{name}</Event>{fields}</xml>");
    let push = Inbound::parse(&xml).unwrap();
    assert!(push.is::<T>(), "{name}");
    push.read().unwrap()
}

#[test]
fn stores_stand_in_groups_of_their_own() {
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
    assert_eq!(
        body(&AddStore::new(StoreDraft::new(store.sid("1")))),
        json!({"business": {"base_info": {"business_name": "面馆", "province": "广东省",
            "city": "广州市", "district": "海珠区", "address": "艺苑路11号", "telephone": "020-1",
            "categories": ["美食,小吃"], "offset_type": 3, "longitude": 113.25, "latitude": 23.5,
            "sid": "1"}}})
    );
    // Stores that belong to a store Mini Program have little left in the list.
    let page = json!({"business_list": [{"base_info": {"poi_id": 5, "available_state": "3"}},
        {"base_info": {"poi_id": "6", "mapid": "m", "upgrade_status": 1}}], "total_count": "3"});
    let (stores, next) = GetStores::new(0, 2).split_page(reply::<GetStores>(page));
    assert_eq!(stores[0].available_state, Some(StoreState::Approved));
    assert_eq!((stores[1].mapid.as_ref().map(MapId::as_str), next.unwrap().begin), (Some("m"), 2));
    let checked: StoreChecked = event(
        "poi_check_notify",
        "<UniqId>1</UniqId><PoiId>5</PoiId><Result>fail</Result><msg>why</msg>",
    );
    assert_eq!((checked.poi_id, checked.message.as_deref()), (Some("5".into()), Some("why")));
}

#[test]
fn pictures_of_a_store_are_the_text_of_their_json() {
    let pictures = StorePictures::new(["http://p".to_owned()]);
    assert_eq!(
        body(&AddProgramStore::new("28", pictures.clone(), "020-1").credential("91")),
        json!({"map_poi_id": "28", "pic_list": "{\"list\":[\"http://p\"]}",
            "contract_phone": "020-1", "credential": "91"})
    );
    assert_eq!(
        body(&UpdateProgramStore::new("5").pic_list(pictures)),
        json!({"poi_id": "5", "pic_list": "{\"list\":[\"http://p\"]}"})
    );
    assert_eq!(body(&UpdateProgramStore::new("5").hour("8:00-9:00")).get("pic_list"), None);
    let districts = reply::<GetDistricts>(json!({"status": 0, "data_version": "1", "result": [
        [{"id": "110000", "name": "北京", "pinyin": ["bei"], "cidx": [0, 15]}], []]}));
    assert_eq!(districts.result[0][0].cidx, [0, 15]);
    let added: ProgramStoreChecked = event(
        "add_store_audit_info",
        "<audit_id>1</audit_id><status>1</status><reason></reason><is_upgrade></is_upgrade>\
         <poiid>5</poiid>",
    );
    assert_eq!((added.poi_id, added.is_upgrade), (Some("5".into()), None));
    let place: MapPlaceChecked = event(
        "create_map_poi_audit_info",
        "<audit_id>1</audit_id><status>1</status><map_poi_id>m</map_poi_id>\
         <latitude>30.5</latitude><longitude>114</longitude><sh_remark>x</sh_remark>",
    );
    assert_eq!((place.latitude, place.sh_remark.as_deref()), (Some(30.5), Some("x")));
}

#[test]
fn products_travel_both_ways() {
    let product = json!({"pid": "1", "price_info": {"min_price": 250, "max_price": 250.5},
        "link_info": {"link_type": "wxa", "wxa_appid": "wx2", "url": "p"}, "partial_update": 1});
    let read: ImportedProduct = serde_json::from_value(product.clone()).unwrap();
    let sent = body(&ImportProducts::new([read]));
    assert_eq!(sent["product"][0]["partial_update"], product["partial_update"]);
    assert_eq!(sent["product"][0]["link_info"], product["link_info"]);
    let first = GetImportedProducts::new(1, 10);
    let page = json!({"product": [{"pid": "1"}], "page_context": "c"});
    let next = first.split_page(reply::<GetImportedProducts>(page)).1.unwrap();
    assert_eq!(body(&next), json!({"page_num": 2, "page_size": 10, "page_context": "c"}));
    assert!(next.split_page(reply::<GetImportedProducts>(json!({"product": []}))).1.is_none());
    let list = GetScanProducts::new(0).status("on");
    let page = json!({"total": 1, "key_list": [{"keystandard": "ean13", "keystr": "69"}]});
    assert!(list.split_page(reply::<GetScanProducts>(page)).1.is_none());
    let ticket = reply::<CheckScanTicket>(json!({"openid": "o", "is_check": "true",
        "is_contact": "false"}));
    assert_eq!((ticket.is_check, ticket.is_contact), (Some(true), Some(false)));
    let seen: UserScanProduct = event(
        "user_scan_product",
        "<KeyStandard>ean13</KeyStandard><KeyStr>69</KeyStr><Sex>1</Sex><Scene>2</Scene>\
         <ExtInfo>x</ExtInfo>",
    );
    assert_eq!((seen.key_str.as_deref(), seen.scene), (Some("69"), Some(ScanScene::Others)));
    let checked: ScanProductChecked = event(
        "user_scan_product_verify_action",
        "<KeyStandard>ean13</KeyStandard><Result>verify_ok</Result><ReasonMsg></ReasonMsg>",
    );
    assert_eq!(checked.result, Some(ScanCheckResult::VerifyOk));
}

#[test]
fn shops_write_names_as_the_platform_has_them() {
    let price = MerchantExpressPrice::new(1, 200, 3, 100);
    let fee =
        MerchantExpressFee::new(10_000_027, price.clone()).custom([price.dest_city("广州市")]);
    let template = MerchantExpressTemplate::new("t", 0, 1, [fee]);
    assert_eq!(
        body(&AddMerchantExpress::new(template)),
        json!({"delivery_template": {"Name": "t", "Assumer": 0, "Valuation": 1, "TopFee": [{
            "Type": 10_000_027,
            "Normal": {"StartStandards": 1, "StartFees": 200, "AddStandards": 3, "AddFees": 100},
            "Custom": [{"StartStandards": 1, "StartFees": 200, "AddStandards": 3, "AddFees": 100,
                "DestCity": "广州市"}]}]}})
    );
    let terms = MerchantProductTerms::new().is_post_free(true).is_has_receipt(false);
    assert_eq!(
        body(&UpdateMerchantProduct::new("P").attrext(terms)),
        json!({"product_id": "P", "attrext": {"isPostFree": 1, "isHasReceipt": 0}})
    );
    assert_eq!(
        body(&UpdateMerchantGroup::new(7, [MerchantGroupChange::new("P", false)])),
        json!({"group_id": 7, "product": [{"product_id": "P", "mod_action": 0}]})
    );
    assert_eq!(body(&GetMerchantProducts::new(MerchantProductStatus::Off)), json!({"status": 2}));
    let order = reply::<GetMerchantOrder>(json!({"order": {"order_id": 7197417460812533543_u64,
        "order_status": 3, "product_count": 1}}))
    .order;
    assert_eq!(order.order_id, "7197417460812533543");
    assert_eq!(order.order_status, Some(MerchantOrderStatus::Sent));
    let upload = UploadMerchantImage::new("a.png", FilePart::image(b"\x89PNG".to_vec()));
    let call = wire::write_call(&upload, &account()).unwrap();
    assert_eq!(call.target(None), "/merchant/common/upload_img?filename=a.png");
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
fn a_picture_is_a_file_or_an_address() {
    let by_url = wire::write_call(&ReadIdCard::of("http://p"), &account()).unwrap();
    assert_eq!(by_url.target(None), "/cv/ocr/idcard?img_url=http%3A%2F%2Fp");
    let picture = FilePart::image(b"\x89PNG".to_vec());
    let by_file = wire::write_call(&CropImage::of(picture).ratios("1,2.35"), &account()).unwrap();
    assert_eq!(by_file.target(None), "/cv/img/aicrop");
    let Body::Multipart(parts) = by_file.body() else { panic!("a picture is a part") };
    let text = |name: &str| match parts.iter().find(|part| part.name() == name)?.content() {
        PartContent::Text(text) => Some(text.clone()),
        _ => Some("a file".to_owned()),
    };
    assert_eq!((text("img"), text("ratios")), (Some("a file".into()), Some("1,2.35".into())));
    let print = reply::<ReadPrint>(json!({"items": [{"text": "腾讯", "pos": {"left_top":
        {"x": 575, "y": 519.5}}}], "img_size": {"w": 1280, "h": 720}}));
    let corner = print.items[0].pos.as_ref().unwrap().left_top.as_ref().unwrap();
    assert_eq!((corner.x, corner.y), (575.0, 519.5));
    let codes =
        reply::<ScanImage>(json!({"code_results": [{"type_name": "EAN_13", "data": "59"}]}));
    assert_eq!(codes.code_results[0].data.as_deref(), Some("59"));
}

#[test]
fn the_account_says_who_asks() {
    let query = UnderstandQuery::new("明天从北京到上海的航班", "flight").city("北京");
    assert_eq!(
        body(&query),
        json!({"query": "明天从北京到上海的航班", "category": "flight", "city": "北京",
            "appid": "wx1"})
    );
    let json = json!({"errcode": 0, "query": "q", "type": "flight",
        "semantic": {"details": {"start_date": {"date": "2014-06-01"}}}});
    let understood = reply::<UnderstandQuery>(json.clone());
    assert_eq!(understood.kind.as_deref(), Some("flight"));
    assert_eq!(understood.semantic, Some(json["semantic"].clone()));
}
