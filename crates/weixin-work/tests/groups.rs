//! One or two characteristic calls of each of the smaller groups: requests as they are written, replies as they are read.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::{AccountKind, AgentId, Auth, Endpoint, FieldLocation, FilePart, Timestamp};
use weixin_protocol::{AppId, CorpId, UserId};
use weixin_wire_tests::{file, reply};
use weixin_work::{
    corp_chat::{CorpChatMessage, CorpChatName, MuteCorpChat, SendCorpChatMessage, UserMute},
    corp_group::{
        AddChainRule, ChainGroupId, ChainMembers, ChainOwners, ChainRuleInfo, GetChainCorps,
        GetImport, GetLowerCorpToken, GetSharedApps, ImportState,
    },
    export::{ExportState, ExportTagMembers, GetExport},
    id_convert::{ConvertTemporaryCustomers, ConvertToOpenUserIds, TemporaryKind, TemporaryOrigin},
    ids::{SuiteId, TmpExternalUserId},
    license::{
        AccountCount, AccountDuration, CodeState, CreateOrder, GetAccounts, GetCode, GetOrder,
        GetPayment, JobState, LicenseKind, OrderKind, OrderState, SetAutoActivation,
    },
    linked_corp::LinkedUserId,
    linked_corp::{GetLinkedUsers, SendLinkedMessage},
    material::{AddMaterial, GetMaterials},
    media::{GetUploadByUrl, MediaKind, UploadImage, UploadMediaByUrl, UploadState},
    message::{Text, WorkMessage},
    oauth::{self, GetVisitor, GetVisitorOld, Scope},
    open_approval::{ApprovalState, GetOpenApproval},
    provider::GetLoginInfo,
    provider_contact::{
        ContactKind, ContactQuery, GetTranslation, SearchContacts, TranslationState,
    },
    provider_customer::{GetRegisterCode, GetRegisterInfo},
    provider_device::GetDevices,
    suite::{
        self, GetAdmins, GetAppQrCode, GetAuthInfo, QrCodeForm, SessionInfo, SetSessionInfo,
        ShareKind,
    },
    suite_order::{GetSuiteOrder, SuiteOrderState},
    webhook::SendToGroup,
    workbench::{
        GetWorkbenchTemplate, SetWorkbenchData, SetWorkbenchTemplate, WorkbenchContent,
        WorkbenchHeight, WorkbenchNumber, WorkbenchNumbers,
    },
};

use crate::common::{calls, calls_of};

#[test]
fn the_template_of_the_workbench_shows_numbers() {
    let shown = WorkbenchNumbers::new().items([WorkbenchNumber::new("2").key("待审批")]);
    calls().sends(
        &SetWorkbenchTemplate::new(shown.clone()).replace_user_data(true),
        "POST /cgi-bin/agent/set_workbench_template",
        json!({"agentid": 1_000_002, "type": "keydata", "replace_user_data": true,
            "keydata": {"items": [{"key": "待审批", "data": "2"}]}}),
    );
}

#[test]
fn the_data_of_the_workbench_belongs_to_a_member() {
    let shown = WorkbenchNumbers::new().items([WorkbenchNumber::new("2").key("待审批")]);
    calls().sends(
        &SetWorkbenchData::new("ann", shown),
        "POST /cgi-bin/agent/set_workbench_data",
        json!({"agentid": 1_000_002, "userid": "ann", "type": "keydata",
            "keydata": {"items": [{"key": "待审批", "data": "2"}]}}),
    );
}

#[test]
fn members_with_a_tag_are_exported_in_blocks() {
    calls().sends(
        &ExportTagMembers::new(3_u64, "K").block_size(20_000_u64),
        "POST /cgi-bin/export/taguser",
        json!({"tagid": 3, "encoding_aeskey": "K", "block_size": 20_000}),
    );
}

#[test]
fn temporary_customers_are_converted_by_origin_and_kind() {
    calls().sends(
        &ConvertTemporaryCustomers::new(
            TemporaryOrigin::Meeting,
            TemporaryKind::Customer,
            [TmpExternalUserId::new("t")],
        ),
        "POST /cgi-bin/idconvert/convert_tmp_external_userid",
        json!({"business_type": 1, "user_type": 1, "tmp_external_userid_list": ["t"]}),
    );
}

#[test]
fn a_message_to_a_linked_corporation_has_its_recipients_in_lists() {
    let message = SendLinkedMessage::new(WorkMessage::Text(Text::new("x")))
        .touser([LinkedUserId::new("ww2/bob")])
        .toall(false);
    calls().sends(
        &message,
        "POST /cgi-bin/linkedcorp/message/send",
        json!({"touser": ["ww2/bob"], "toall": 0, "msgtype": "text",
            "text": {"content": "x"}, "agentid": 1_000_002}),
    );
}

#[test]
fn a_rule_of_a_chain_has_two_ranges() {
    let rule = ChainRuleInfo::new(
        ChainOwners::new().userids([UserId::new("ann")]),
        ChainMembers::new().groupids([ChainGroupId::new(5)]).corpids([CorpId::new("ww2")]),
    );
    calls().sends(
        &AddChainRule::new("C", rule),
        "POST /cgi-bin/corpgroup/rule/add_rule",
        json!({"chain_id": "C", "rule_info": {
            "owner_corp_range": {"userids": ["ann"]},
            "member_corp_range": {"groupids": [5], "corpids": ["ww2"]}}}),
    );
}

#[test]
fn a_message_to_a_chat_names_its_receiver_and_sender() {
    let said = SendCorpChatMessage::new(
        CorpChatName::new("group", "C"),
        "ann",
        CorpChatMessage::Text(Text::new("x")),
    );
    calls().sends(
        &said,
        "POST /cgi-bin/chat/send",
        json!({"receiver": {"type": "group", "id": "C"}, "sender": "ann", "msgtype": "text",
            "text": {"content": "x"}}),
    );
}

#[test]
fn a_chat_is_muted_for_members() {
    calls().sends(
        &MuteCorpChat::new([UserMute::new("ann", true)]),
        "POST /cgi-bin/chat/setmute",
        json!({"user_mute_list": [{"userid": "ann", "status": 1}]}),
    );
}

#[test]
fn media_are_uploaded_from_a_url() {
    calls().sends(
        &UploadMediaByUrl::new(1, MediaKind::Video, "v.mp4", "https://a.example/v"),
        "POST /cgi-bin/media/upload_by_url",
        json!({"scene": 1, "type": "video", "filename": "v.mp4", "url": "https://a.example/v"}),
    );
}

#[test]
fn a_picture_for_an_article_is_uploaded() {
    calls().sends(
        &UploadImage::new(FilePart::new("a.png", "image/png", "PNG")),
        "POST /cgi-bin/media/uploadimg",
        json!({"media": file("a.png", "image/png", "PNG")}),
    );
    let image = reply::<UploadImage>(json!({"errcode": 0, "url": "https://p.qpic.cn/a/0"}));
    assert_eq!(image.url, "https://p.qpic.cn/a/0");
}

#[test]
fn an_approval_is_queried_by_the_third_partys_number() {
    calls().sends(
        &GetOpenApproval::new("T1"),
        "POST /cgi-bin/corp/getopenapprovaldata",
        json!({"thirdNo": "T1"}),
    );
}

#[test]
fn a_visitor_is_identified_by_a_code() {
    calls().sends(&GetVisitor::new("C"), "GET /cgi-bin/auth/getuserinfo?code=C", Value::Null);
}

#[test]
fn a_material_names_its_app_in_the_query() {
    assert_eq!(AddMaterial::INFO.field("agentid").unwrap().location, FieldLocation::Query);
}

#[test]
fn a_suite_sets_the_kind_of_an_authorization() {
    calls_of(AccountKind::Suite).sends(
        &SetSessionInfo::new("P", SessionInfo::new().auth_type(true)),
        "POST /cgi-bin/service/set_session_info",
        json!({"pre_auth_code": "P", "session_info": {"auth_type": 1}}),
    );
}

#[test]
fn a_suite_asks_for_administrators_of_an_app() {
    calls_of(AccountKind::Suite).sends(
        &GetAdmins::new("ww2", AgentId::new(7)),
        "POST /cgi-bin/service/get_admin_list",
        json!({"auth_corpid": "ww2", "agentid": 7}),
    );
}

#[test]
fn a_suite_is_filled_in_when_it_asks_for_a_qr_code() {
    calls_of(AccountKind::Suite).sends(
        &GetAppQrCode::new().result_type(QrCodeForm::Url),
        "POST /cgi-bin/service/get_app_qrcode",
        json!({"suite_id": "ww1", "result_type": 2}),
    );
}

#[test]
fn a_provider_orders_licenses() {
    let order = CreateOrder::new(
        "ww2",
        "ann",
        AccountCount::new().base_count(10_u64),
        AccountDuration::new().months(2_u32),
    );
    calls_of(AccountKind::Provider).sends(
        &order,
        "POST /cgi-bin/license/create_new_order",
        json!({"corpid": "ww2", "buyer_userid": "ann", "account_count": {"base_count": 10},
            "account_duration": {"months": 2}}),
    );
}

#[test]
fn a_provider_switches_automatic_activation() {
    calls_of(AccountKind::Provider).sends(
        &SetAutoActivation::new("ww2", true),
        "POST /cgi-bin/license/set_auto_active_status",
        json!({"corpid": "ww2", "auto_active_status": 1}),
    );
}

#[test]
fn a_provider_searches_contacts_of_a_kind() {
    calls_of(AccountKind::Provider).sends(
        &SearchContacts::new("ww2", ContactQuery::new("zh").query_type(ContactKind::Members)),
        "POST /cgi-bin/service/contact/search",
        json!({"auth_corpid": "ww2", "query_word": "zh", "query_type": 1}),
    );
}

#[test]
fn a_provider_asks_for_a_registration_code() {
    calls_of(AccountKind::Provider).sends(
        &GetRegisterCode::new("tpl").state("s"),
        "POST /cgi-bin/service/get_register_code",
        json!({"template_id": "tpl", "state": "s"}),
    );
}

#[test]
fn tokens_have_the_names_of_suite_and_provider_but_for_one_call() {
    // The one call of a provider in which the token has another name.
    assert_eq!(GetLoginInfo::INFO.auth, Auth::AccessToken);
    assert_eq!(GetRegisterCode::INFO.auth.parameter(), Some("provider_access_token"));
    assert_eq!(GetAuthInfo::INFO.auth.parameter(), Some("suite_access_token"));
}

#[test]
fn a_visitor_has_names_in_capitals_in_the_old_call() {
    let old = reply::<GetVisitorOld>(
        r#"{"errcode":0,"UserId":"ann","DeviceId":"d","parents":[{"corpid":"ww3","parent_userid":"p"}]}"#,
    );
    assert_eq!((old.userid.unwrap().as_str(), old.parents.len()), ("ann", 1));
}

#[test]
fn the_template_of_the_workbench_is_a_page() {
    let template = reply::<GetWorkbenchTemplate>(
        r#"{"errcode":0,"type":"webview","webview":{"url":"u","height":"double_row"},"replace_user_data":true}"#,
    );
    let WorkbenchContent::Webview(Some(page)) = template.content else { panic!("a web page") };
    assert_eq!(
        (page.height, template.replace_user_data),
        (Some(WorkbenchHeight::DoubleRow), Some(true))
    );
}

#[test]
fn an_export_lists_its_files() {
    let export = reply::<GetExport>(
        r#"{"errcode":0,"status":2,"data_list":[{"url":"u","size":"12","md5":"m"}]}"#,
    );
    assert_eq!((export.status, export.data_list[0].size), (ExportState::Done, 12));
}

#[test]
fn converted_ids_are_read_with_invalid_ones() {
    let ids = reply::<ConvertToOpenUserIds>(
        r#"{"errcode":0,"open_userid_list":[{"userid":"a","open_userid":"wo"}],"invalid_userid_list":["b"]}"#,
    );
    assert_eq!(ids.open_userid_list[0].open_userid.as_str(), "wo");
}

#[test]
fn members_of_linked_corporations_have_departments() {
    let linked = reply::<GetLinkedUsers>(
        r#"{"errcode":0,"userlist":[{"userid":"z","department":["L/1","L/2"],"corpid":"ww3"}]}"#,
    );
    assert_eq!(linked.userlist[0].department, ["L/1", "L/2"]);
}

#[test]
fn the_token_of_a_lower_corporation_expires() {
    let token = reply::<GetLowerCorpToken>(r#"{"errcode":0,"access_token":"T","expires_in":7200}"#);
    assert_eq!(token.expires_in, 7200);
}

#[test]
fn an_import_says_what_failed_for_whom() {
    let import = reply::<GetImport>(
        r#"{"errcode":0,"status":3,"result":{"chain_id":"C","import_status":2,"fail_list":[
            {"corp_name":"n","errcode":670016,"contact_info_list":[{"mobile":"1","errcode":670016}]}]}}"#,
    );
    assert_eq!(import.status, ImportState::Done);
    assert_eq!(import.result.unwrap().fail_list[0].contact_info_list[0].errcode, 670_016);
}

#[test]
fn an_upload_from_a_url_has_a_result() {
    let upload = reply::<GetUploadByUrl>(
        r#"{"errcode":0,"status":2,"detail":{"errcode":0,"media_id":"M","created_at":"1380000000"}}"#,
    );
    assert_eq!(upload.status, UploadState::Done);
    assert_eq!(upload.detail.unwrap().created_at, Some(Timestamp::from_secs(1_380_000_000)));
}

#[test]
fn an_approval_of_a_third_party_has_nodes() {
    let approval = reply::<GetOpenApproval>(
        r#"{"errcode":0,"data":{"ThirdNo":"T","OpenSpstatus":1,"ApprovalNodes":{"ApprovalNode":[
            {"NodeStatus":2,"Items":{"Item":[{"ItemUserId":"ann","ItemStatus":2}]}}]},"ApproverStep":0}}"#,
    );
    let node = &approval.data.approval_nodes.unwrap().approval_node[0];
    assert_eq!(node.node_status, Some(ApprovalState::Approved));
}

#[test]
fn an_authorization_says_how_the_app_is_shared() {
    let auth = reply::<GetAuthInfo>(
        r#"{"errcode":0,"auth_corp_info":{"corpid":"ww2","corp_ex_name":{"name_list":["n"]}},
            "auth_info":{"agent":[{"agentid":1,"privilege":{"level":1,"allow_party":[1]},
            "shared_from":{"corpid":"ww3","share_type":1}}]}}"#,
    );
    assert_eq!(auth.auth_corp_info.unwrap().corp_ex_name.unwrap().name_list, ["n"]);
    assert_eq!(
        auth.auth_info.unwrap().agent[0].shared_from.as_ref().unwrap().share_type,
        Some(ShareKind::Chain)
    );
}

#[test]
fn an_activation_code_is_to_be_transferred() {
    let code = reply::<GetCode>(
        r#"{"errcode":0,"active_info":{"active_code":"A","type":2,"status":4,"share_info":{"to_corpid":"ww3"}}}"#,
    );
    let code = code.active_info;
    assert_eq!(
        (code.kind, code.status),
        (Some(LicenseKind::ExternalContact), Some(CodeState::ToBeTransferred))
    );
}

#[test]
fn an_order_of_licenses_is_read() {
    let order = reply::<GetOrder>(
        r#"{"errcode":0,"order":{"order_id":"o","order_type":8,"order_status":1,"price":10000,
            "account_duration":{"months":2,"new_expire_time":1700000000}}}"#,
    );
    assert_eq!(order.order.order_type, Some(OrderKind::Union));
    assert_eq!(order.order.order_status, Some(OrderState::Paid));
}

#[test]
fn a_failed_payment_has_an_error_code_for_each_corporation() {
    let payment = reply::<GetPayment>(
        r#"{"errcode":0,"status":3,"pay_job_result":{"errcode":700001,"fail_corp_list":[{"corpid":"ww2","errcode":700002}]}}"#,
    );
    assert_eq!(payment.status, JobState::Failed);
    assert_eq!(payment.pay_job_result.unwrap().fail_corp_list[0].errcode, 700_002);
}

#[test]
fn an_order_of_a_suite_has_a_price_in_a_text() {
    let paid =
        reply::<GetSuiteOrder>(r#"{"errcode":0,"orderid":"o","order_status":5,"price":"1"}"#);
    assert_eq!((paid.order_status, paid.price), (Some(SuiteOrderState::Refunded), Some(1)));
}

#[test]
fn a_translated_file_has_a_url() {
    let file = reply::<GetTranslation>(
        r#"{"errcode":0,"status":3,"type":"contact_id_translate","result":{"contact_id_translate":{"url":"u"}}}"#,
    );
    assert_eq!(file.status, TranslationState::Done);
}

#[test]
fn a_registration_brings_a_token_for_contacts() {
    let info = reply::<GetRegisterInfo>(
        r#"{"errcode":0,"corpid":"ww2","contact_sync":{"access_token":"t","expires_in":1800}}"#,
    );
    assert_eq!(info.contact_sync.unwrap().access_token.expose(), "t");
}

#[test]
fn devices_of_a_provider_are_read() {
    let devices =
        reply::<GetDevices>(r#"{"errcode":0,"device_list":[{"device_sn":"s","model_id":"m"}]}"#);
    assert_eq!(devices.device_list[0].device_sn.as_deref(), Some("s"));
}

#[test]
fn a_login_has_an_id_in_a_text() {
    let login = reply::<GetLoginInfo>(
        r#"{"errcode":0,"usertype":1,"user_info":{"userid":"a"},"corp_info":{"corpid":"ww2"},
            "auth_info":{"department":[{"id":"2","writable":true}]}}"#,
    );
    assert_eq!(login.auth_info.unwrap().department[0].id, 2);
}

#[test]
fn shared_apps_are_listed_until_the_end_is_reached() {
    let pages = [
        r#"{"errcode":0,"ending":0,"next_cursor":"C","corp_list":[{"corpid":"a","agentid":1}]}"#,
        r#"{"errcode":0,"ending":1,"next_cursor":"D","corp_list":[{"corpid":"b","agentid":2}]}"#,
    ];
    let (items, sent) = calls().paged(GetSharedApps::new(), pages);
    assert_eq!((items.len(), &sent[1].1["cursor"]), (2, &json!("C")));
}

#[test]
fn corporations_of_a_chain_are_listed_while_there_are_more() {
    let pages = [
        r#"{"errcode":0,"has_more":true,"next_cursor":"C","group_corps":[{"corpid":"a","is_joined":1}]}"#,
        r#"{"errcode":0,"has_more":false,"next_cursor":"D","group_corps":[{"pending_corpid":"b"}]}"#,
    ];
    let (items, _) = calls().paged(GetChainCorps::new("C"), pages);
    assert_eq!((items[0].is_joined, items.len()), (Some(true), 2));
}

#[test]
fn accounts_with_licenses_are_listed_while_there_are_more() {
    let pages = [
        r#"{"errcode":0,"has_more":1,"next_cursor":"C","account_list":[{"userid":"a","type":1}]}"#,
        r#"{"errcode":0,"has_more":0,"account_list":[]}"#,
    ];
    let (items, sent) = calls().paged(GetAccounts::new("ww2"), pages);
    assert_eq!((items.len(), &sent[1].1["cursor"]), (1, &json!("C")));
}

#[test]
fn materials_are_listed_until_the_total_is_reached() {
    let pages = [
        r#"{"errcode":0,"total_count":2,"itemlist":[{"media_id":"a","filename":"f"}]}"#,
        r#"{"errcode":0,"total_count":2,"itemlist":[{"media_id":"b","content":{"articles":[]}}]}"#,
    ];
    let (items, sent) = calls().paged(GetMaterials::new("file", 0_u64, 1_u32), pages);
    assert_eq!((items.len(), &sent[1].1["offset"]), (2, &json!(1)));
}

#[test]
fn the_page_for_oauth_is_encoded() {
    let (app, agent) = (AppId::new("ww1"), AgentId::new(7));
    let back = "https://a.example/x?y=1";
    assert_eq!(
        oauth::authorize_url(&app, Some(agent), back, Scope::PrivateInfo, "s"),
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww1\
         &redirect_uri=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&response_type=code\
         &scope=snsapi_privateinfo&state=s&agentid=7#wechat_redirect"
    );
}

#[test]
fn the_page_for_login_is_encoded() {
    let (app, agent) = (AppId::new("ww1"), AgentId::new(7));
    let back = "https://a.example/x?y=1";
    assert_eq!(
        oauth::login_url(&app, agent, back, "s"),
        "https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=CorpApp&appid=ww1\
         &agentid=7&redirect_uri=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&state=s"
    );
}

#[test]
fn the_page_for_login_by_qr_code_is_encoded() {
    let (app, agent) = (AppId::new("ww1"), AgentId::new(7));
    let back = "https://a.example/x?y=1";
    assert_eq!(
        oauth::qr_connect_url(&app, agent, back, "s"),
        "https://open.work.weixin.qq.com/wwopen/sso/qrConnect?appid=ww1&agentid=7\
         &redirect_uri=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&state=s"
    );
}

#[test]
fn the_page_that_installs_a_suite_is_encoded() {
    let back = "https://a.example/x?y=1";
    assert_eq!(
        suite::install_url(&SuiteId::new("ww1"), "P", back, "s"),
        "https://open.work.weixin.qq.com/3rdapp/install?suite_id=ww1&pre_auth_code=P\
         &redirect_uri=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&state=s"
    );
}

#[test]
fn a_picture_for_a_group_is_encoded_with_its_digest() {
    let (target, body) = calls_of(AccountKind::GroupRobot).sent(&SendToGroup::image(b"hi"));
    assert!(target.starts_with("POST /cgi-bin/webhook/send"), "{target}");
    let image = json!({"base64": "aGk=", "md5": "49f68a5c8493ec2c0bf489821c21fc3b"});
    assert_eq!(body, json!({"msgtype": "image", "image": image}));
}
